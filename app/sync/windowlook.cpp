// SPDX-License-Identifier: Apache-2.0
#include "app/sync/windowlook.h"

#include "app/base/logging.h"
#include "app/store/mirrors/mirrors.h"
#include "app/store/mirrors/windowsthere.h"

namespace syncing {

void WindowLook::start()
{
    either(m_session.account->windows(), [this](const base::Result<QList<RemoteWindow>> &windows) {
        if (windows || isNotOurs(windows.error())) {
            keep(windows.value_or(QList<RemoteWindow>()));
        } else {
            finish(windows.error());
        }
    });
}

void WindowLook::keep(const QList<RemoteWindow> &windows)
{
    QList<store::WindowThere> seen;
    for (const RemoteWindow &remote : windows) {
        seen.append({.connection = m_session.id(),
                     .remoteId = remote.remoteId,
                     .window = remote.window,
                     .open = remote.active});
    }
    after(m_session.store.mirrors().seeWindows(m_session.id(), seen), [this](const QStringList &unsound) {
        for (const QString &window : unsound) {
            qCWarning(base::logBase, "%s holds a maintenance window that can't be shown: %s",
                      qUtf8Printable(m_session.connection.name), qUtf8Printable(window));
        }
        finish();
    });
}

} // namespace syncing
