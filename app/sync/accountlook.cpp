// SPDX-License-Identifier: Apache-2.0
#include "app/sync/accountlook.h"

#include "app/store/connections/connections.h"

namespace syncing {

void AccountLook::start()
{
    after(m_session.account->facts(), [this](const AccountFacts &facts) {
        m_session.capabilities = facts.capabilities;
        after(m_session.store.connections().setFacts(m_session.id(), facts), [this] {
            m_session.factsKnown = true;
            finish();
        });
    });
}

} // namespace syncing
