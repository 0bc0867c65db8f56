// SPDX-License-Identifier: Apache-2.0
#include "ui/agenda/agendapane.h"

#include "models/times.h"
#include "ui/agenda/agendainspector.h"
#include "ui/agenda/foldsteering.h"
#include "ui/panes/filtercontrol.h"
#include "ui/panes/panebody.h"
#include "ui/panes/panestate.h"
#include "ui/panes/tablecolumns.h"
#include "ui/panes/tableexport.h"
#include "ui/panes/viewkeeper.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/paneheader.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/table/tableview.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

namespace ui {

using namespace Qt::StringLiterals;
using Model = models::AgendaModel;

namespace {

QList<ColumnPlan> columnPlans()
{
    using enum CellPainter;
    return {
        {.column = Model::Due, .width = 124, .style = {FoldText, Emphasis::Primary}},
        {.column = Model::Distance, .width = 104, .leaves = 2, .style = {Text, Emphasis::Tertiary}},
        {.column = Model::Automation, .style = {IconText, Emphasis::Primary}},
        {.column = Model::Zone, .width = 156, .least = 116, .leaves = 3, .style = {Text}},
        {.column = Model::What, .width = 264, .least = 180, .style = {StatusText}},
        {.column = Model::Duration, .width = 76, .leaves = 1, .style = {Number}},
    };
}

QList<FilterState> filterStates()
{
    return {{u"run"_s, u"run.queued"_s, AgendaPane::tr("Runs")},
            {u"wait"_s, u"run.held"_s, AgendaPane::tr("Will wait")},
            {u"skip"_s, u"run.skipped"_s, AgendaPane::tr("Will be skipped")},
            {u"approval"_s, u"run.awaiting_approval"_s, AgendaPane::tr("Asks first")}};
}

} // namespace

AgendaPane::AgendaPane(const Context &context, QWidget *parent)
    : Pane(parent),
      m_context(context),
      m_model(context.store, context.catalog, context.clock),
      m_showAutomation(makeVerb("showAutomation", tr("Show the a&utomation"), u"nav-automations"_s)),
      m_edit(makeVerb("editAutomation", tr("&Edit the automation…"), u"edit"_s)),
      m_header(new PaneHeader(context.look, this)),
      m_span(new Segments(context.look)),
      m_note(new FilterNote(context.look, this)),
      m_limits(new TextLabel(context.look, {TypeRole::Caption, Colour::TextSecondary})),
      m_table(new TableView(context.look, this)),
      m_body(new PaneBody(context.look, m_table, this)),
      m_filter(new FilterControl({m_header->filter(), *m_note, context.look}, models::FilterScope::Agenda,
                                 filterStates(), this)),
      m_inspector(new AgendaInspector(context.look, {m_edit, m_showAutomation}, this))
{
    setObjectName(u"agendaPane"_s);
    setAccessibleName(title());
    m_inspector->hide();
    m_limits->setObjectName(u"agendaLimits"_s);
    m_limits->setContentsMargins(16, 6, 16, 6);
    m_limits->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_note);
    column->addWidget(m_limits);
    column->addWidget(m_body, 1);
    buildTable();
    buildHeader();
    connectModel();
    followSelection();
    showState();
}

QAction *AgendaPane::makeVerb(const char *name, const QString &text, const QString &icon)
{
    auto *verb = new QAction(m_context.look.icons().icon(icon), text, this);
    verb->setObjectName(QString::fromLatin1(name));
    connect(verb, &QAction::triggered, this, [this, verb] {
        if (const models::AgendaRow *row = chosen())
            verb == m_edit ? Q_EMIT editWanted(row->automation) : Q_EMIT automationWanted(row->automation);
    });
    return verb;
}

void AgendaPane::buildTable()
{
    m_table->setObjectName(u"agendaTable"_s);
    m_table->setAccessibleName(title());
    m_table->setSortingEnabled(false);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_keeper = new ViewKeeper(*m_table, m_model, this);
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->installEventFilter(this);
    m_columns = new TableColumns(*m_table, columnPlans(), this);
    m_folds = new FoldSteering(m_context.look, *m_table, m_model);
    connect(m_table, &TableView::opened, this, &AgendaPane::open);
    connect(m_table, &QWidget::customContextMenuRequested, this, &AgendaPane::openContextMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &AgendaPane::followSelection);
}

void AgendaPane::buildHeader()
{
    m_header->setTitle(title());
    m_header->filter().setShortcutHint(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText));
    m_span->setObjectName(u"span"_s);
    m_span->setAccessibleName(tr("How far ahead"));
    m_span->add(1, tr("Day"));
    m_span->add(7, tr("Week"));
    m_span->add(30, tr("Month"));
    m_span->choose(int(m_model.span().count()));
    connect(m_span, &Segments::chosen, this, &AgendaPane::setSpan);
    m_header->addWidget(m_span);
    QMenu &more = m_header->more();
    more.addActions(rowVerbs());
    more.addSeparator();
    m_columns->fillMenu(more.addMenu(m_context.look.icons().icon(u"columns"_s), tr("&Columns")));
    QAction *csv =
        more.addAction(m_context.look.icons().icon(u"export"_s), tr("&Export as CSV…"), this, &AgendaPane::exportRows);
    csv->setObjectName(u"exportCsv"_s);
}

void AgendaPane::connectModel()
{
    connect(&m_model, &Model::answered, this, &AgendaPane::takeAnswer);
    connect(&m_model, &Model::failed, this, [this](const base::Error &error) {
        m_error = error;
        showState();
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &AgendaPane::followSelection);
    connect(m_filter, &FilterControl::changed, this, [this] {
        m_model.setFilter(m_filter->filter());
        showState();
    });
    connect(&m_header->filter(), &FilterBar::submitted, m_table, [this] { m_table->setFocus(Qt::TabFocusReason); });
    connect(m_body, &PaneBody::retryWanted, this, [this] {
        m_error.reset();
        m_model.reload();
        showState();
    });
}

QString AgendaPane::key() const
{
    return u"agenda"_s;
}

QString AgendaPane::title() const
{
    return tr("Agenda");
}

QString AgendaPane::iconName() const
{
    return u"clock"_s;
}

QWidget *AgendaPane::inspector()
{
    return m_inspector;
}

void AgendaPane::fillMenu(QMenu *menu)
{
    menu->addActions(rowVerbs());
}

QList<QAction *> AgendaPane::rowVerbs() const
{
    return {m_showAutomation, m_edit, m_folds->verb()};
}

void AgendaPane::focusFilter()
{
    m_header->filter().setFocus(Qt::ShortcutFocusReason);
}

const models::AgendaRow *AgendaPane::chosen() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.size() == 1 ? &m_model.row(rows.constFirst().row()) : nullptr;
}

void AgendaPane::followSelection()
{
    const models::AgendaRow *row = chosen();
    for (QAction *verb : {m_showAutomation, m_edit}) {
        verb->setEnabled(row);
        verb->setToolTip(row ? verb->text().remove(u'&') : tr("Choose a time first"));
    }
    m_inspector->setChosen(row, m_model.now());
}

void AgendaPane::takeAnswer()
{
    m_error.reset();
    m_keeper->settle();
    if (m_keeper->selectedKeys().isEmpty() && m_model.rowCount() > 1)
        chooseRow(*m_table, 1); // The first row is the caption of its day.
    followSelection();
    showState();
}

void AgendaPane::showCount()
{
    const models::AgendaAnswer &answer = m_model.answer();
    const QString listed = models::numberText(answer.listed);
    const bool known = m_model.rowCount() > 0 || (m_model.isSettled() && !m_error);
    m_header->setCount(!known ? QString() : answer.cut ? tr("%1+").arg(listed) : listed);
    QStringList limits;
    if (answer.cut)
        limits.append(tr("Only the first %1 times are listed: all before %2.")
                          .arg(listed, models::futureLong(answer.until, m_model.now())));
    if (!answer.unreadable.isEmpty())
        limits.append(tr("Not listed, because their time zone is not known here: %1.")
                          .arg(answer.unreadable.mid(0, 5).join(u", "_s)));
    m_limits->setText(limits.join(u' '));
    m_limits->setVisible(!limits.isEmpty());
}

void AgendaPane::showState()
{
    showCount();
    const QString failure = tr("What is planned could not be worked out.");
    const bool any = m_model.rowCount() > 0;
    m_body->setTrouble(failure, any ? m_error : std::nullopt);
    if (m_error && !any)
        m_body->showFailure(failure, *m_error);
    else if (any)
        m_body->showRows();
    else if (!m_model.isSettled())
        m_body->showLoading();
    else
        showEmpty();
}

void AgendaPane::showEmpty()
{
    const int days = int(m_model.span().count());
    if (!m_filter->filter().isEmpty() && m_model.answer().planned > 0)
        m_body->showInstead(
            filteredContent(tr("No time matches"),
                            tr("%1 times are hidden by %2.")
                                .arg(models::numberText(m_model.answer().planned), m_filter->inWords())),
            [this] { m_filter->clear(); });
    else if (days < 30)
        m_body->showInstead(
            {u"clock"_s,
             tr("Nothing is planned"),
             days == 1 ? tr("No schedule is due in the next 24 hours.") : tr("No schedule is due in the next 7 days."),
             tr("Look 30 days ahead"),
             {},
             {}},
            [this] { setSpan(30); });
    else
        m_body->showInstead({u"clock"_s,
                             tr("Nothing is planned"),
                             tr("Once automations have schedules, everything to come is listed here."),
                             tr("New automation"),
                             {},
                             {}},
                            [this] { Q_EMIT editWanted({}); });
}

void AgendaPane::openContextMenu(const QPoint &place)
{
    if (!chosen() || !m_table->indexAt(place).isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"rowMenu"_s);
    menu->addActions(rowVerbs());
    menu->popup(m_table->viewport()->mapToGlobal(place));
}

void AgendaPane::open(const QModelIndex &index)
{
    if (!m_folds->toggle(index.row()))
        m_showAutomation->trigger();
}

void AgendaPane::exportRows()
{
    exportCsv({this, m_model, m_context.prompts}, key(), [this](const base::Result<Export> &answer) {
        if (answer)
            Q_EMIT said(tr("%n rows exported", nullptr, answer->rows), {});
        else
            Q_EMIT failed(answer.error());
    });
}

void AgendaPane::setFilter(const QString &text)
{
    m_filter->set(text, {});
}

void AgendaPane::setSpan(int days)
{
    m_span->choose(days);
    m_model.setSpan(std::chrono::days(days));
    showState();
}

void AgendaPane::saveState()
{
    savePaneState(m_context.desk, key(), {*m_table, *m_columns, *m_keeper, *m_filter});
    m_context.desk.setValue(key() + u"/days"_s, int(m_model.span().count()));
}

void AgendaPane::restoreState()
{
    restorePaneState(m_context.desk, key(), {*m_table, *m_columns, *m_keeper, *m_filter});
    const int days = m_context.desk.value(key() + u"/days"_s).toInt();
    if (days == 1 || days == 7 || days == 30)
        setSpan(days);
}

void AgendaPane::showEvent(QShowEvent *event)
{
    m_model.setWatched(Model::Watched::Yes);
    Pane::showEvent(event);
}

void AgendaPane::hideEvent(QHideEvent *event)
{
    m_model.setWatched(Model::Watched::No);
    Pane::hideEvent(event);
}

void AgendaPane::resizeEvent(QResizeEvent *event)
{
    const int width = window()->width();
    m_header->setButtonTexts(width >= windowNormal ? PaneHeader::ButtonTexts::Shown : PaneHeader::ButtonTexts::Hidden);
    m_header->filter().setPlaceholder(width >= windowCompact ? tr("Filter: words, status:skip, zone:tokyo")
                                                             : tr("Filter"));
    m_table->setDensity(width >= windowCompact ? Density::Comfortable : Density::Compact);
    Pane::resizeEvent(event);
}

bool AgendaPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape &&
        !m_filter->isEmpty()) {
        m_filter->clear();
        return true;
    }
    return Pane::eventFilter(watched, event);
}

} // namespace ui
