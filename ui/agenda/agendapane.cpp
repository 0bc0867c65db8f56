// SPDX-License-Identifier: Apache-2.0
#include "ui/agenda/agendapane.h"

#include "models/times.h"
#include "ui/agenda/agendainspector.h"
#include "ui/agenda/foldsteering.h"
#include "ui/panes/panebody.h"
#include "ui/panes/viewkeeper.h"
#include "ui/seat/seat.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/paneheader.h"
#include "ui/widgets/segments.h"

#include <QHeaderView>
#include <QMenu>
#include <QVBoxLayout>

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

} // namespace

AgendaPane::AgendaPane(const Context &context, QWidget *parent)
    : TablePane(context, plan(), parent),
      m_model(context.store, context.catalog, context.clock),
      m_showAutomation(makeVerb("showAutomation", tr("Show the a&utomation"), u"nav-automations"_s)),
      m_edit(makeVerb("editAutomation", tr("&Edit the automation…"), u"edit"_s)),
      m_span(new Segments(context.look)),
      m_limits(new TextLabel(context.look, {TypeRole::Caption, Colour::TextSecondary})),
      m_inspector(new AgendaInspector(context.look, {m_edit, m_showAutomation}, this))
{
    setInspector(m_inspector);
    m_limits->setObjectName(u"agendaLimits"_s);
    m_limits->setContentsMargins(16, 6, 16, 6);
    m_limits->setWordWrap(true);
    column().insertWidget(column().indexOf(&body()), m_limits);
    buildTable();
    buildHeader();
    connectModel();
    context.seat.guard(domain::Right::Edit, {m_edit}, this);
    m_model.setSight(context.seat.sight());
    followSelection();
    showState();
}

TablePane::Plan AgendaPane::plan()
{
    return {.key = u"agenda"_s,
            .title = tr("Agenda"),
            .icon = u"clock"_s,
            .scope = models::FilterScope::Agenda,
            .states = {{u"run"_s, u"run.queued"_s, tr("Runs")},
                       {u"wait"_s, u"run.held"_s, tr("Will wait")},
                       {u"skip"_s, u"run.skipped"_s, tr("Will be skipped")},
                       {u"approval"_s, u"run.awaiting_approval"_s, tr("Asks first")}},
            .filterHint = tr("Filter: words, status:skip, zone:tokyo")};
}

QAction *AgendaPane::makeVerb(const char *name, const QString &text, const QString &icon)
{
    auto *verb = new QAction(context().look.icons().icon(icon), text, this);
    verb->setObjectName(QString::fromLatin1(name));
    connect(verb, &QAction::triggered, this, [this, verb] {
        if (const models::AgendaRow *row = chosen())
            verb == m_edit ? Q_EMIT editWanted(row->automation) : Q_EMIT automationWanted(row->automation);
    });
    return verb;
}

void AgendaPane::buildTable()
{
    table().setSortingEnabled(false);
    table().setSelectionMode(QAbstractItemView::SingleSelection);
    setModel(m_model, columnPlans());
    table().horizontalHeader()->setSectionsClickable(false);
    m_folds = new FoldSteering(context().look, table(), m_model);
}

void AgendaPane::buildHeader()
{
    m_span->setObjectName(u"span"_s);
    m_span->setAccessibleName(tr("How far ahead"));
    m_span->add(1, tr("Day"));
    m_span->add(7, tr("Week"));
    m_span->add(30, tr("Month"));
    m_span->choose(int(m_model.span().count()));
    connect(m_span, &Segments::chosen, this, &AgendaPane::setSpan);
    header().addWidget(m_span);
    QMenu &more = header().more();
    more.addActions(rowVerbs());
    more.addSeparator();
    addColumnsVerb(more);
    addExportVerb(more);
}

void AgendaPane::connectModel()
{
    connect(&m_model, &Model::answered, this, &AgendaPane::takeAnswer);
    connect(&m_model, &Model::failed, this, [this](const base::Error &error) {
        setError(error);
        showState();
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &AgendaPane::followSelection);
}

QList<QAction *> AgendaPane::rowVerbs() const
{
    return {m_showAutomation, m_edit, m_folds->verb()};
}

const models::AgendaRow *AgendaPane::chosen() const
{
    const QList<int> rows = chosenRows();
    return rows.size() == 1 ? &m_model.row(rows.constFirst()) : nullptr;
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

void AgendaPane::open(int row)
{
    if (!m_folds->toggle(row))
        m_showAutomation->trigger();
}

void AgendaPane::applyFilter()
{
    m_model.setFilter(filter().filter());
    showState();
}

void AgendaPane::retry()
{
    setError(std::nullopt);
    m_model.reload();
    showState();
}

void AgendaPane::takeAnswer()
{
    setError(std::nullopt);
    keeper().settle();
    if (keeper().selectedKeys().isEmpty() && m_model.rowCount() > 1)
        chooseRow(table(), 1); // The first row is the caption of its day.
    followSelection();
    showState();
}

void AgendaPane::showCount()
{
    const models::AgendaAnswer &answer = m_model.answer();
    const QString listed = models::numberText(answer.listed);
    const bool known = m_model.rowCount() > 0 || (m_model.isSettled() && !hasError());
    header().setCount(!known ? QString() : answer.cut ? tr("%1+").arg(listed) : listed);
}

void AgendaPane::showLimits()
{
    const models::AgendaAnswer &answer = m_model.answer();
    QStringList limits;
    if (answer.cut)
        limits.append(tr("Only the first %1 times are listed: all before %2.")
                          .arg(models::numberText(answer.listed), models::futureLong(answer.until, m_model.now())));
    if (!answer.unreadable.isEmpty())
        limits.append(tr("Not listed, because their time zone is not known here: %1.")
                          .arg(answer.unreadable.mid(0, 5).join(u", "_s)));
    m_limits->setText(limits.join(u' '));
    m_limits->setVisible(!limits.isEmpty());
}

void AgendaPane::showState()
{
    showCount();
    showLimits();
    showContent({.failure = tr("What is planned could not be worked out."),
                 .any = m_model.rowCount() > 0,
                 .loading = !m_model.isSettled()});
}

void AgendaPane::showEmpty()
{
    const int days = int(m_model.span().count());
    if (!filter().filter().isEmpty() && m_model.answer().planned > 0)
        body().showInstead(
            filteredContent(
                tr("No time matches"),
                tr("%Ln times are hidden by %1.", nullptr, int(m_model.answer().planned)).arg(filter().inWords())),
            [this] { filter().clear(); });
    else if (days < 30)
        body().showInstead(
            {u"clock"_s,
             tr("Nothing is planned"),
             days == 1 ? tr("No schedule is due in the next 24 hours.") : tr("No schedule is due in the next 7 days."),
             tr("Look 30 days ahead"),
             {},
             {}},
            [this] { setSpan(30); });
    else
        body().showInstead({u"clock"_s,
                            tr("Nothing is planned"),
                            tr("Once automations have schedules, everything to come is listed here."),
                            tr("New automation"),
                            {},
                            {}},
                           [this] { Q_EMIT editWanted({}); });
}

QString AgendaPane::exportedText(int rows) const
{
    return tr("%n rows exported", nullptr, rows);
}

void AgendaPane::setSpan(int days)
{
    m_span->choose(days);
    m_model.setSpan(std::chrono::days(days));
    showState();
}

void AgendaPane::saveState()
{
    TablePane::saveState();
    context().desk.setValue(key() + u"/days"_s, int(m_model.span().count()));
}

void AgendaPane::restoreState()
{
    TablePane::restoreState();
    const int days = context().desk.value(key() + u"/days"_s).toInt();
    if (days == 1 || days == 7 || days == 30)
        setSpan(days);
}

void AgendaPane::showEvent(QShowEvent *event)
{
    m_model.setWatched(Model::Watched::Yes);
    TablePane::showEvent(event);
}

void AgendaPane::hideEvent(QHideEvent *event)
{
    m_model.setWatched(Model::Watched::No);
    TablePane::hideEvent(event);
}

} // namespace ui
