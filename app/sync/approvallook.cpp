// SPDX-License-Identifier: Apache-2.0
#include "app/sync/approvallook.h"

#include "app/store/mirrors/mirrors.h"

namespace syncing {

void ApprovalLook::start()
{
    after(m_session.account->approvals(), [this](const QList<RemoteApproval> &pending) {
        after(m_session.store.mirrors().seeApprovals(m_session.id(), pending), [this] { finish(); });
    });
}

} // namespace syncing
