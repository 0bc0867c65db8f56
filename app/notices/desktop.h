// SPDX-License-Identifier: Apache-2.0
// The notification service of the desktop session, over D-Bus.
#pragma once

#include "app/base/result.h"
#include "app/domain/notices/notice.h"

#include <QDBusConnection>
#include <QHash>
#include <QObject>

#include <functional>

namespace notices {

/// Lives on the thread of its sender and never waits.
class Desktop : public QObject
{
    Q_OBJECT

public:
    struct Answer
    {
        base::Status shown; ///< Unavailable where surely nothing was shown.
        bool sounded = false;
    };
    using Take = std::function<void(const Answer &)>;

    explicit Desktop(QObject *parent = nullptr);
    ~Desktop() override;

    /// What a click on a notice is called. Without it a click does nothing.
    void setOpenLabel(const QString &label) { m_openLabel = label; }
    /// Shows it, with a sound where that is among its ways; one that is there for its sound only is shown for a moment,
    /// and not at all by a service that has none. Answers within 10 s.
    void show(const domain::Notice &notice, const Take &take);

Q_SIGNALS:
    /// Somebody clicked on the notice of this run; empty where it was of several.
    void opened(const base::RunId &run);

private Q_SLOTS:
    void onActionInvoked(uint id, const QString &action);
    void onNotificationClosed(uint id, uint reason);

private:
    base::Result<QDBusConnection> connection();
    void listen(QDBusConnection &bus);
    void send(const domain::Notice &notice, const QStringList &abilities, const Take &take);
    QVariantList argumentsOf(const domain::Notice &notice, const QStringList &abilities) const;

    QHash<QString, uint> m_shown;    ///< By group, what the service calls the last one.
    QHash<uint, base::RunId> m_runs; ///< Of those that are shown.
    QString m_openLabel;
    bool m_connected = false;
};

} // namespace notices
