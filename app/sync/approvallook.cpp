// SPDX-License-Identifier: Apache-2.0
#include "app/sync/approvallook.h"

#include "app/store/mirrors/mirrors.h"

namespace syncing {

void ApprovalLook::start()
{
    either(m_session.account->approvals(), [this](const base::Result<QList<RemoteApproval>> &pending) {
        if (pending) {
            after(m_session.store.mirrors().seeApprovals(m_session.id(), *pending), [this] { finish(); });
        } else {
            finish(isNotOurs(pending.error()) ? base::Status() : base::Status(pending.error()));
        }
    });
}

} // namespace syncing
