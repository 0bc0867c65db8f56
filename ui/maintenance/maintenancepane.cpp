// SPDX-License-Identifier: Apache-2.0
#include "ui/maintenance/maintenancepane.h"

#include "models/times.h"
#include "ui/errors/errortext.h"
#include "ui/maintenance/calendarpainter.h"
#include "ui/maintenance/calendarview.h"
#include "ui/maintenance/windowinspector.h"
#include "ui/maintenance/windowverbs.h"
#include "ui/panes/inspectorparts.h"
#include "ui/panes/panebody.h"
#include "ui/panes/tablecolumns.h"
#include "ui/seat/seat.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messages/banner.h"
#include "ui/widgets/paneheader.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/table/tableview.h"

#include <QAction>
#include <QHeaderView>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;
using Model = models::WindowModel;

namespace {

/// What the tints of the calendar mean, and how it is used.
class Legend : public QWidget
{
public:
    explicit Legend(const Look &look) : m_look(look)
    {
        setObjectName(u"calendarLegend"_s);
        setAccessibleName(MaintenancePane::tr("Legend"));
        setFixedHeight(30);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        using enum domain::WindowEffect;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillRect(rect(), m_look.colour(Colour::BgBase));
        painter.setFont(m_look.font(TypeRole::Caption));
        qreal x = 16;
        for (const domain::WindowEffect effect : {Skip, Approve, Notify, Execute}) {
            const QString word = models::effectWord(effect);
            paintEffect(painter, m_look, {x, 9, 12, 12}, effect);
            painter.setPen(m_look.colour(Colour::TextSecondary));
            const qreal width = painter.fontMetrics().horizontalAdvance(word) + 4;
            painter.drawText(QRectF(x + 18, 0, width, height()), Qt::AlignVCenter, word);
            x += 18 + width + 16;
        }
        painter.fillRect(QRectF(x, 13, 14, 4), m_look.colour(Colour::BorderSubtle));
        const QString traffic = MaintenancePane::tr("runs an hour");
        const QString hint = MaintenancePane::tr("Drag to create, drag an edge to extend, Enter edits");
        const qreal rest = width() - 16 - (x + 18);
        painter.drawText(QRectF(x + 18, 0, rest, height()), Qt::AlignVCenter, traffic);
        const qreal taken = painter.fontMetrics().horizontalAdvance(traffic + hint) + 40;
        if (taken < rest)
            painter.drawText(QRectF(x + 18, 0, rest, height()), Qt::AlignVCenter | Qt::AlignRight, hint);
    }

private:
    const Look &m_look;
};

QList<ColumnPlan> columnPlans()
{
    using enum CellPainter;
    return {
        {.column = Model::Name, .style = {GlyphText, Emphasis::Primary}},
        {.column = Model::Effect, .width = 120, .leaves = 2, .style = {Text}},
        {.column = Model::When, .width = 170, .style = {Text}},
        {.column = Model::Recurring, .width = 110, .leaves = 3, .style = {Text}},
        {.column = Model::Scope, .width = 180, .least = 100, .leaves = 1, .style = {Text}},
        {.column = Model::Hits, .width = 60, .leaves = 1, .style = {Number}},
    };
}

} // namespace

MaintenancePane::MaintenancePane(const Context &context, QWidget *parent)
    : Pane(parent),
      m_context(context),
      m_model(context.store, context.clock),
      m_verbs(new WindowVerbs(context, this)),
      m_header(new PaneHeader(context.look)),
      m_spanText(new ElidedLabel(context.look, {TypeRole::Body, Colour::TextPrimary})),
      m_views(new Segments(context.look)),
      m_banner(new Banner(context.look, Banner::Form::Wide)),
      m_stack(new QStackedWidget),
      m_calendar(new CalendarView(context.look, context.clock)),
      m_table(new TableView(context.look)),
      m_list(new PaneBody(context.look, m_table)),
      m_legend(new Legend(context.look)),
      m_inspector(new WindowInspector(context, *m_verbs, this))
{
    setObjectName(u"maintenancePane"_s);
    m_inspector->hide();
    m_banner->hide();
    buildHeader();
    buildList();
    m_stack->addWidget(m_calendar);
    m_stack->addWidget(m_list);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_banner);
    column->addWidget(m_stack, 1);
    column->addWidget(m_legend);
    connectAll();
    showSpan();
}

void MaintenancePane::buildHeader()
{
    m_header->setTitle(title());
    const auto arrow = [this](const char *name, const QString &text, const QString &icon, int by) {
        auto *button = new QToolButton;
        button->setObjectName(QString::fromLatin1(name));
        button->setIcon(m_context.look.icons().icon(icon));
        button->setToolTip(text);
        button->setAccessibleName(text);
        connect(button, &QToolButton::clicked, this, [this, by] { step(by); });
        return button;
    };
    m_header->addWidget(arrow("calendarBack", tr("Earlier"), u"chevron-left"_s, -1));
    auto *today = new QPushButton(tr("Today"));
    today->setObjectName(u"calendarToday"_s);
    connect(today, &QPushButton::clicked, this,
            [this] { m_calendar->setDay(models::localTime(m_context.clock.now()).date()); });
    m_header->addWidget(today);
    m_header->addWidget(arrow("calendarForth", tr("Later"), u"chevron-right"_s, 1));
    m_spanText->setObjectName(u"calendarSpan"_s);
    m_spanText->setMinimumWidth(120);
    m_header->addWidget(m_spanText);
    m_views->setObjectName(u"calendarViews"_s);
    m_views->setAccessibleName(tr("View"));
    m_views->add(int(View::Day), tr("Day"));
    m_views->add(int(View::Week), tr("Week"));
    m_views->add(int(View::Month), tr("Month"));
    m_views->add(int(View::List), tr("List"));
    m_views->choose(int(m_view));
    m_header->addWidget(m_views);
    bindButton(m_header->setPrimary(m_verbs->add->icon(), tr("New window")), m_verbs->add);
    for (QAction *verb : m_verbs->all())
        m_header->more().addAction(verb);
}

void MaintenancePane::buildList()
{
    m_table->setObjectName(u"windowsTable"_s);
    m_table->setAccessibleName(tr("Maintenance windows"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSortingEnabled(false);
    m_table->setModel(&m_windows);
    m_table->horizontalHeader()->setSectionsClickable(false);
    new TableColumns(*m_table, columnPlans(), m_table);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->addActions(m_verbs->all());
    m_calendar->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_calendar->addActions(m_verbs->all());
}

void MaintenancePane::connectAll()
{
    m_model.setSight(m_context.seat.sight());
    connect(m_views, &Segments::chosen, this, [this](int view) { setView(View(view)); });
    connect(m_calendar, &CalendarView::spanChanged, this, &MaintenancePane::showSpan);
    connect(m_calendar, &CalendarView::blockChosen, this, &MaintenancePane::followChoice);
    connect(m_calendar, &CalendarView::opened, m_verbs->edit, &QAction::trigger);
    connect(m_calendar, &CalendarView::removeWanted, m_verbs->remove, &QAction::trigger);
    connect(m_calendar, &CalendarView::drawn, m_verbs, &WindowVerbs::makeNew);
    connect(m_calendar, &CalendarView::moved, this, [this](int block, const domain::WindowSpan &span) {
        const models::CalendarBlock &moved = m_model.data().blocks.at(block);
        if (!moved.home.isEmpty()) {
            m_calendar->setData(m_model.data());
            Q_EMIT said(whyFixed(moved.home), {});
            return;
        }
        if (const domain::MaintenanceWindow *window = m_model.data().window(moved.window))
            m_verbs->move(*window, moved, span);
    });
    connect(m_table, &TableView::opened, m_verbs->edit, &QAction::trigger);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &MaintenancePane::followChoice);
    connect(&m_model, &models::CalendarModel::answered, this, &MaintenancePane::takeAnswer);
    connect(&m_model, &models::CalendarModel::failed, this, &MaintenancePane::takeFailure);
    connect(m_list, &PaneBody::retryWanted, &m_model, &models::CalendarModel::reload);
    connect(m_banner, &Banner::linkActivated, &m_model, &models::CalendarModel::reload);
    connect(m_verbs, &WindowVerbs::said, this, &Pane::said);
    connect(m_verbs, &WindowVerbs::failed, this, &Pane::failed);
    connect(m_inspector, &WindowInspector::said, this, &Pane::said);
    connect(m_inspector, &WindowInspector::failed, this, &Pane::failed);
}

QWidget *MaintenancePane::inspector()
{
    return m_inspector;
}

void MaintenancePane::fillMenu(QMenu *menu)
{
    menu->addActions(m_verbs->all());
}

void MaintenancePane::focusFilter()
{
    m_stack->currentWidget()->setFocus(Qt::ShortcutFocusReason);
}

void MaintenancePane::saveState()
{
    m_context.desk.setValue(u"maintenance/view"_s, int(m_view));
}

void MaintenancePane::restoreState()
{
    const int view = m_context.desk.value(u"maintenance/view"_s, int(m_view)).toInt();
    setView(View(qBound(int(View::Day), view, int(View::List))));
}

void MaintenancePane::setView(View view)
{
    m_view = view;
    m_views->choose(int(view));
    const bool list = view == View::List;
    if (!list)
        m_calendar->setMode(CalendarMode(int(view)));
    m_stack->setCurrentWidget(list ? static_cast<QWidget *>(m_list) : m_calendar);
    m_legend->setVisible(!list);
    showSpan();
    followChoice();
}

void MaintenancePane::step(int steps)
{
    const QDate day = m_calendar->day();
    const int days = m_calendar->calendar().days();
    m_calendar->setDay(m_view == View::Month ? QDate(day.year(), day.month(), 1).addMonths(steps)
                                             : day.addDays(qint64(steps) * days));
}

void MaintenancePane::showSpan()
{
    const CalendarLayout &layout = m_calendar->calendar();
    m_model.setSpan(layout.span());
    const QDate first = layout.first();
    const QDate last = layout.dayAt(layout.days() - 1);
    QString text = first == last ? QLocale().toString(first, QLocale::LongFormat)
                                 : tr("%1 – %2").arg(models::dayText(first), models::dayYearText(last));
    if (m_view == View::Month)
        text = QLocale().toString(m_calendar->day(), u"MMMM yyyy"_s);
    else if (m_view == View::Week && layout.days() == 7)
        text = tr("%1, week %2").arg(text).arg(first.weekNumber());
    m_spanText->setText(m_view == View::List ? QString() : text);
}

void MaintenancePane::takeAnswer()
{
    const QString before = chosenWindow();
    QList<domain::WindowSpan> busy;
    for (const models::CalendarBlock &block : m_model.data().blocks) {
        if (block.home.isEmpty())
            busy.append(block.span);
    }
    m_verbs->setBusy(busy);
    m_banner->hide();
    m_list->setTrouble({}, std::nullopt);
    m_calendar->setData(m_model.data());
    m_windows.show(m_model.data());
    const int row = m_windows.rowOf(before);
    if (row >= 0 && m_view == View::List)
        chooseRow(*m_table, row);
    m_header->setCount(models::numberText(m_windows.rowCount()));
    showList();
    followChoice();
}

void MaintenancePane::takeFailure(const base::Error &error)
{
    const QString what = tr("The maintenance windows could not be read.");
    m_banner->setContent({Family::Bad, u"run.failed"_s, what, {}, errorText(error), {{u"retry"_s, tr("Try again")}}});
    m_banner->setVisible(m_view != View::List);
    m_model.isSettled() ? m_list->setTrouble(what, error) : m_list->showFailure(what, error);
}

void MaintenancePane::showList()
{
    if (m_windows.rowCount() > 0) {
        m_list->showRows();
        return;
    }
    m_list->showInstead({u"nav-maintenance"_s,
                         tr("No maintenance windows"),
                         tr("A window keeps runs from starting while something else is done, once or again and again."),
                         tr("New window"),
                         {},
                         {}},
                        [this] { m_verbs->add->trigger(); });
}

QString MaintenancePane::chosenWindow() const
{
    if (m_view == View::List) {
        const QModelIndexList rows = m_table->selectionModel()->selectedRows();
        return rows.size() == 1 ? m_windows.window(rows.first().row()).id : QString();
    }
    const models::CalendarBlock *block = m_calendar->chosenBlock();
    return block ? block->window : QString();
}

void MaintenancePane::followChoice()
{
    const models::CalendarData &shown = m_model.data();
    const QString id = chosenWindow();
    const domain::MaintenanceWindow *window = shown.window(id);
    const models::CalendarBlock *block = m_view == View::List ? nullptr : m_calendar->chosenBlock();
    // The list has no span: what is open counts wherever the calendar stands.
    for (const QList<models::CalendarBlock> *blocks : {&shown.open, &shown.blocks}) {
        for (const models::CalendarBlock &one : *blocks) {
            if (!block && one.window == id && one.span.to > shown.now)
                block = &one;
        }
    }
    m_verbs->setChosen(window, window ? block : nullptr, m_context.clock.now(), shown.homes.value(id));
    m_inspector->setChosen(window, block, shown);
}

void MaintenancePane::showEvent(QShowEvent *event)
{
    m_model.setWatched(models::CalendarModel::Watched::Yes);
    Pane::showEvent(event);
}

void MaintenancePane::hideEvent(QHideEvent *event)
{
    m_model.setWatched(models::CalendarModel::Watched::No);
    Pane::hideEvent(event);
}

} // namespace ui
