// SPDX-License-Identifier: Apache-2.0
#include "ui/approvals/approvalspane.h"

#include "app/base/answer.h"
#include "app/store/store.h"
#include "ui/approvals/approvaldelegate.h"
#include "ui/approvals/approvalinspector.h"
#include "ui/approvals/approvalpage.h"
#include "ui/approvals/approvalverbs.h"
#include "ui/approvals/decisionbar.h"
#include "ui/seat/seat.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messages/emptystate.h"
#include "ui/widgets/paneheader.h"
#include "ui/widgets/segments.h"

#include <QHBoxLayout>
#include <QListView>
#include <QMenu>
#include <QStackedWidget>

namespace ui {

using namespace Qt::StringLiterals;
using Model = models::ApprovalModel;

namespace {

constexpr int queueWidth = 330;

} // namespace

ApprovalsPane::ApprovalsPane(const Context &context, QWidget *parent)
    : Pane(parent),
      m_context(context),
      m_model(context.store, context.clock, context.seat.who()),
      m_verbs(new ApprovalVerbs(context.look, this)),
      m_header(new PaneHeader(context.look)),
      m_list(new QListView),
      m_page(new ApprovalPage(context.look, context.catalog)),
      m_bar(new DecisionBar(context.look, {m_verbs->approve, m_verbs->reject, m_verbs->later})),
      m_empty(new EmptyState(context.look)),
      m_content(new QStackedWidget),
      m_inspector(
          new ApprovalInspector(context.look, {m_verbs->approve, m_verbs->reject, m_verbs->showAutomation}, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_content, 1);
    m_content->addWidget(m_empty);
    m_content->addWidget(makeQueue());
    m_inspector->hide();
    buildHeader();
    buildList();
    connectVerbs();
    context.seat.guard(domain::Right::Edit, {m_verbs->approve, m_verbs->reject}, this);
    m_model.setSight(context.seat.sight());
    connect(&context.seat, &Seat::changed, this, [this] { m_model.setWho(m_context.seat.who()); });
    connect(&m_model, &Model::changed, this, &ApprovalsPane::showState);
    connect(&m_model, &Model::failed, this, &Pane::failed);
    showState();
}

QString ApprovalsPane::key() const
{
    return u"approvals"_s;
}

QString ApprovalsPane::title() const
{
    return tr("Approvals");
}

QString ApprovalsPane::iconName() const
{
    return u"nav-approvals"_s;
}

QWidget *ApprovalsPane::inspector()
{
    return m_inspector;
}

void ApprovalsPane::buildHeader()
{
    m_header->setTitle(title());
    m_show = new Segments(m_context.look);
    m_show->setObjectName(u"approvalsShow"_s);
    m_show->setAccessibleName(tr("Show"));
    m_show->add(int(Model::Show::Queue), tr("Queue"));
    m_show->add(int(Model::Show::Decided), tr("Decided"));
    m_header->addWidget(m_show);
    connect(m_show, &Segments::chosen, this, [this](int id) { m_model.setShow(Model::Show(id)); });
    FilterBar &filter = m_header->filter();
    filter.setPlaceholder(tr("Filter: words of a name, a run, who asked"));
    connect(&filter, &FilterBar::textChanged, this, [this](const QString &text) { m_model.setFilter(text); });
    connect(&filter, &FilterBar::cleared, this, [this] { m_model.setFilter({}); });
}

QWidget *ApprovalsPane::makeQueue()
{
    auto *queue = new QWidget;
    auto *row = new QHBoxLayout(queue);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_list);
    row->addWidget(new Hairline(m_context.look, Qt::Vertical));
    auto *detail = new QVBoxLayout;
    detail->setSpacing(0);
    detail->addWidget(m_page, 1);
    detail->addWidget(m_bar);
    row->addLayout(detail, 1);
    return queue;
}

void ApprovalsPane::buildList()
{
    m_list->setObjectName(u"approvalsList"_s);
    m_list->setAccessibleName(tr("Requests"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFixedWidth(queueWidth);
    m_list->setItemDelegate(new ApprovalDelegate(m_context.look, m_list));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMouseTracking(true);
    m_list->setModel(&m_model);
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, &ApprovalsPane::rememberChosen);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &ApprovalsPane::restoreChosen);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &ApprovalsPane::showChosen);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        m_bar->clear();
        showChosen();
    });
}

void ApprovalsPane::connectVerbs()
{
    connect(m_verbs->approve, &QAction::triggered, this, [this] { decide(domain::Judgement::Approve); });
    connect(m_verbs->reject, &QAction::triggered, this, [this] { decide(domain::Judgement::Reject); });
    connect(m_verbs->next, &QAction::triggered, this, [this] { step(1); });
    connect(m_verbs->previous, &QAction::triggered, this, [this] { step(-1); });
    connect(m_verbs->later, &QAction::triggered, this, [this] { step(1); });
    connect(m_verbs->showAutomation, &QAction::triggered, this, [this] {
        if (const domain::Approval *one = current())
            Q_EMIT automationWanted(one->automation);
    });
    connect(m_verbs->showLog, &QAction::triggered, this, [this] {
        if (const domain::Approval *one = current())
            Q_EMIT logWanted(one->run);
    });
}

void ApprovalsPane::fillMenu(QMenu *menu)
{
    menu->addActions(m_verbs->forMenu());
}

void ApprovalsPane::focusFilter()
{
    m_header->filter().setFocus(Qt::ShortcutFocusReason);
}

void ApprovalsPane::saveState()
{
    m_context.desk.setValue(u"approvals/show"_s, m_show->chosenId());
}

void ApprovalsPane::restoreState()
{
    const bool decided = m_context.desk.value(u"approvals/show"_s).toInt() == int(Model::Show::Decided);
    const Model::Show show = decided ? Model::Show::Decided : Model::Show::Queue;
    m_show->choose(int(show));
    m_model.setShow(show);
}

void ApprovalsPane::select(const domain::ApprovalId &id)
{
    m_chosenKeys = {id.text()};
    restoreChosen();
}

void ApprovalsPane::askToReject(const domain::ApprovalId &id)
{
    m_toReject = id;
    offerRejection();
}

void ApprovalsPane::offerRejection()
{
    const int row = m_toReject.isEmpty() ? -1 : m_model.rowOf(m_toReject);
    if (row < 0)
        return;
    m_toReject = {};
    m_list->setCurrentIndex(m_model.index(row));
    m_bar->wantComment();
}

QList<domain::Approval> ApprovalsPane::chosen() const
{
    QList<domain::Approval> all;
    const QModelIndexList rows = m_list->selectionModel()->selectedIndexes();
    for (const QModelIndex &row : rows) {
        if (const domain::Approval *one = m_model.approval(row.row()))
            all.append(*one);
    }
    return all;
}

const domain::Approval *ApprovalsPane::current() const
{
    return m_model.approval(m_list->currentIndex().row());
}

void ApprovalsPane::rememberChosen()
{
    m_chosenKeys.clear();
    const QList<domain::Approval> all = chosen();
    for (const domain::Approval &one : all)
        m_chosenKeys.append(one.id.text());
    m_lastRow = std::max(m_list->currentIndex().row(), 0);
}

/// What was decided has moved away: the one that stands in its place is next.
void ApprovalsPane::restoreChosen()
{
    QItemSelection selection;
    QModelIndex first;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const domain::Approval *one = m_model.approval(row);
        if (one && m_chosenKeys.contains(one->id.text())) {
            first = first.isValid() ? first : m_model.index(row);
            selection.select(m_model.index(row), m_model.index(row));
        }
    }
    if (first.isValid()) {
        m_list->selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
        m_list->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    } else {
        selectRow(m_model.approval(m_lastRow) ? m_lastRow : 1);
    }
    showChosen();
    offerRejection();
}

void ApprovalsPane::selectRow(int row)
{
    if (m_model.approval(row))
        m_list->setCurrentIndex(m_model.index(row));
}

void ApprovalsPane::step(int by)
{
    int row = m_list->currentIndex().row() + by;
    while (row >= 0 && row < m_model.rowCount() && !m_model.approval(row))
        row += by;
    selectRow(row);
}

void ApprovalsPane::showState()
{
    m_header->setCount(tr("%n waiting", nullptr, m_model.pendingCount()));
    const bool any = m_model.rowCount() > 0;
    const bool filtered = !m_header->filter().text().isEmpty();
    if (!any && filtered)
        m_empty->setContent(filteredContent(tr("No request matches"), tr("Requests are hidden by the filter.")));
    else if (!any)
        m_empty->setContent({u"nav-approvals"_s,
                             tr("Nothing waits for approval"),
                             tr("A run whose automation asks for approval will stand here until people decide."),
                             {},
                             {},
                             {}});
    m_content->setCurrentIndex(any ? 1 : 0);
    m_content->setVisible(any || !m_model.isLoading());
    showChosen();
}

void ApprovalsPane::showChosen()
{
    const base::Instant now = m_context.clock.now();
    m_verbs->follow(chosen(), m_context.seat.who(), now);
    const domain::Approval *one = current();
    m_page->setVisible(one);
    m_bar->setVisible(one && one->status == domain::ApprovalStatus::Pending);
    if (one) {
        m_page->setApproval(*one, now);
        showComparison(one->id);
        m_inspector->setApproval(*one, now);
    } else {
        m_inspector->setNothing();
    }
}

void ApprovalsPane::showComparison(const domain::ApprovalId &id)
{
    if (m_compared == id)
        return;
    m_compared = id;
    m_page->setComparison(std::nullopt);
    base::onAnswer(this, m_context.store.approvals().comparison(id),
                   [this, id](const base::Result<domain::ApprovalComparison> &comparison) {
                       if (comparison && m_compared == id)
                           m_page->setComparison(*comparison);
                   });
}

void ApprovalsPane::decide(domain::Judgement judgement)
{
    const QString comment = m_bar->comment();
    if (judgement == domain::Judgement::Reject && comment.isEmpty()) {
        m_bar->wantComment();
        return;
    }
    QList<domain::ApprovalId> ids;
    const QList<domain::Approval> all = chosen();
    for (const domain::Approval &one : all)
        ids.append(one.id);
    base::onAnswer(
        this, m_context.store.approvals().decide(ids, {judgement, comment}, m_context.seat.by()),
        [this, judgement](const base::Result<QList<domain::Approval>> &decided) { onDecided(decided, judgement); });
}

void ApprovalsPane::onDecided(const base::Result<QList<domain::Approval>> &decided, domain::Judgement judgement)
{
    if (!decided) {
        Q_EMIT failed(decided.error());
        return;
    }
    m_bar->clear();
    const bool approved = judgement == domain::Judgement::Approve;
    const int count = int(decided->size());
    const QString name = decided->isEmpty() ? QString() : decided->constFirst().title;
    const QString one = approved ? tr("“%1” approved").arg(name) : tr("“%1” rejected").arg(name);
    const QString many =
        approved ? tr("%n requests approved", nullptr, count) : tr("%n requests rejected", nullptr, count);
    Q_EMIT said(count == 1 ? one : many, {});
}

} // namespace ui
