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

/// What somebody does with a notice where it stands.
enum class NoticeVerb { Open, Approve, Reject };

/// What the buttons of a notice are called; empty ones are not there.
struct NoticeLabels
{
    QString open;
    QString approve; ///< Of a notice of one run that waits for approval.
    QString reject;
};

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

    /// Without labels a click on a notice does nothing.
    void setLabels(const NoticeLabels &labels) { m_labels = labels; }
    /// Shows it, with a sound where that is among its ways; one that is there for its sound only is shown for a moment,
    /// and not at all by a service that has none. Answers within 10 s.
    void show(const domain::Notice &notice, const Take &take);

Q_SIGNALS:
    /// Somebody clicked on the notice of this run, or on one of its buttons; empty where it was of several.
    void invoked(notices::NoticeVerb verb, const base::RunId &run);

private Q_SLOTS:
    void onActionInvoked(uint id, const QString &action);
    void onNotificationClosed(uint id, uint reason);

private:
    base::Result<QDBusConnection> connection();
    void listen(QDBusConnection &bus);
    void send(const domain::Notice &notice, const QStringList &abilities, const Take &take);
    QStringList actionsOf(const domain::Notice &notice, const QStringList &abilities) const;
    QVariantList argumentsOf(const domain::Notice &notice, const QStringList &abilities) const;

    QHash<QString, uint> m_shown;    ///< By group, what the service calls the last one.
    QHash<uint, base::RunId> m_runs; ///< Of those that are shown.
    NoticeLabels m_labels;
    bool m_connected = false;
};

} // namespace notices
