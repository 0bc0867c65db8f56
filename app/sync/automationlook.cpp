// SPDX-License-Identifier: Apache-2.0
#include "app/sync/automationlook.h"

#include "app/base/logging.h"
#include "app/store/mirrors/mirrors.h"

using namespace Qt::StringLiterals;

namespace syncing {

namespace {

/// So many are handed to the store at a time: others write between.
constexpr qsizetype keptAtATime = 200;

} // namespace

void AutomationLook::askPage(const QString &cursor)
{
    if (m_cursors.contains(cursor)) {
        finish(base::Error{.code = base::ErrorCode::Corrupt,
                           .context = u"looking at the automations"_s,
                           .detail = u"the list leads back to itself"_s,
                           .field = {}});
        return;
    }
    m_cursors.insert(cursor);
    after(m_session.account->automations(cursor), [this](const Page<RemoteAutomation> &page) { see(page); });
}

void AutomationLook::see(const Page<RemoteAutomation> &page)
{
    for (const RemoteAutomation &automation : page.items) {
        m_seen.insert(automation.remoteId);
    }
    m_page = page;
    m_kept = 0;
    keepNext();
}

/// Some systems tell of all they have in one part.
void AutomationLook::keepNext()
{
    const QList<RemoteAutomation> some = m_page.items.mid(m_kept, keptAtATime);
    m_kept += some.size();
    after(m_session.store.mirrors().see(m_session.id(), some), [this](const store::SeenAutomations &seen) {
        for (const QString &unsound : seen.unsound) {
            qCWarning(base::logBase, "%s holds an automation that can't be shown: %s",
                      qUtf8Printable(m_session.connection.name), qUtf8Printable(unsound));
        }
        if (m_kept < m_page.items.size()) {
            keepNext();
        } else if (m_page.next.isEmpty()) {
            lookForRest();
        } else {
            askPage(m_page.next);
        }
    });
}

void AutomationLook::lookForRest()
{
    after(m_session.store.mirrors().remoteIds(m_session.id()), [this](const QStringList &mirrored) {
        for (const QString &remoteId : mirrored) {
            if (!m_seen.contains(remoteId)) {
                m_missing.append(remoteId);
            }
        }
        askNext();
    });
}

void AutomationLook::askNext()
{
    if (m_missing.isEmpty()) {
        finish();
        return;
    }
    const QString remoteId = m_missing.takeFirst();
    either(m_session.account->automation(remoteId), [this, remoteId](const base::Result<RemoteAutomation> &found) {
        if (found) {
            after(m_session.store.mirrors().see(m_session.id(), {*found}),
                  [this](const store::SeenAutomations &) { askNext(); });
        } else if (found.error().code == base::ErrorCode::NotFound) {
            after(m_session.store.mirrors().gone(m_session.id(), remoteId), [this] { askNext(); });
        } else {
            finish(found.error());
        }
    });
}

} // namespace syncing
