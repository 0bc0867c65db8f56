// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/noticedecisions.h"

#include "app/base/answer.h"
#include "app/store/store.h"
#include "ui/approvals/approvalspane.h"
#include "ui/seat/seat.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/panes.h"

namespace ui {

using namespace Qt::StringLiterals;

NoticeDecisions::NoticeDecisions(const Context &context, MainWindow &window)
    : QObject(&window), m_context(context), m_window(window)
{
}

void NoticeDecisions::find(const base::RunId &run, const std::function<void(const domain::Approval &)> &then)
{
    const store::ApprovalQuery query{.status = domain::ApprovalStatus::Pending, .run = run, .limit = 1};
    base::onAnswer(this, m_context.store.approvals().page(query),
                   [this, then](const base::Result<QList<domain::Approval>> &found) {
                       if (!found)
                           refuse(found.error());
                       else if (found->isEmpty())
                           refuse(base::conflict(tr("This request has been decided already.")));
                       else
                           then(found->constFirst());
                   });
}

void NoticeDecisions::approve(const base::RunId &run)
{
    find(run, [this](const domain::Approval &request) {
        base::onAnswer(
            this,
            m_context.store.approvals().decide({request.id}, {domain::Judgement::Approve, {}}, m_context.seat.by()),
            [this, id = request.id](const base::Result<QList<domain::Approval>> &decided) {
                if (decided) {
                    m_window.say(tr("“%1” approved").arg(decided->constFirst().title));
                    return;
                }
                refuse(decided.error());
                lead(id, false);
            });
    });
}

void NoticeDecisions::reject(const base::RunId &run)
{
    find(run, [this](const domain::Approval &request) {
        m_window.raiseNow();
        lead(request.id, true);
    });
}

void NoticeDecisions::lead(const domain::ApprovalId &request, bool toReject)
{
    m_window.choosePane(u"approvals"_s);
    ApprovalsPane &pane = m_window.panes()->approvals();
    if (toReject)
        pane.askToReject(request);
    else
        pane.select(request);
}

void NoticeDecisions::refuse(const base::Error &error)
{
    m_window.raiseNow();
    m_window.sayError(error);
}

} // namespace ui
