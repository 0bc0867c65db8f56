// SPDX-License-Identifier: Apache-2.0
#include "app/notices/desktop.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFile>

using namespace Qt::StringLiterals;
using domain::NoticeWay;

namespace notices {

namespace {

const QString service = u"org.freedesktop.Notifications"_s;
const QString path = u"/org/freedesktop/Notifications"_s;
const QString connectionName = u"signalbox-notices"_s;
const QString openAction = u"default"_s;
const QString approveAction = u"approve"_s;
const QString rejectAction = u"reject"_s;
constexpr int longestCall = 5000;

QDBusMessage call(const QString &method)
{
    return QDBusMessage::createMethodCall(service, path, service, method);
}

base::Error failureOf(const QDBusError &error)
{
    switch (error.type()) {
    case QDBusError::ServiceUnknown:
    case QDBusError::Disconnected:
    case QDBusError::NoServer:
        return base::unavailable({}, u"no notification service runs in this session"_s);
    case QDBusError::NoReply:
    case QDBusError::Timeout:
    case QDBusError::TimedOut:
        return {.code = base::ErrorCode::Timeout,
                .detail = u"the notification service does not answer; it may have shown it"_s};
    default:
        return {.code = base::ErrorCode::Unsupported,
                .detail = u"the notification service refuses it: %1"_s.arg(error.message())};
    }
}

QString soundOf(domain::NoticeLevel level)
{
    switch (level) {
    case domain::NoticeLevel::Info:
        return u"message-new-instant"_s;
    case domain::NoticeLevel::Warning:
        return u"dialog-warning"_s;
    case domain::NoticeLevel::Error:
        return u"dialog-error"_s;
    }
    Q_UNREACHABLE();
}

/// Where the bus of the session is expected; D-Bus itself would start one where there is none, for nobody to see.
bool hasSessionBus()
{
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") ||
           QFile::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/bus"_s);
}

QVariantMap hintsOf(const domain::Notice &notice)
{
    const bool sound = notice.ways.contains(NoticeWay::Sound);
    QVariantMap hints{{u"urgency"_s, QVariant::fromValue(uchar(notice.level == domain::NoticeLevel::Error ? 2 : 1))},
                      {u"desktop-entry"_s, u"signalbox"_s}};
    if (sound) {
        hints.insert(u"sound-name"_s, soundOf(notice.level));
    } else {
        hints.insert(u"suppress-sound"_s, true);
    }
    if (!notice.ways.contains(NoticeWay::Desktop)) {
        hints.insert(u"transient"_s, true); // it is there for its sound
    }
    return hints;
}

} // namespace

Desktop::Desktop(QObject *parent) : QObject(parent) {}

Desktop::~Desktop()
{
    if (m_connected) {
        QDBusConnection::disconnectFromBus(connectionName);
    }
}

base::Result<QDBusConnection> Desktop::connection()
{
    if (!hasSessionBus()) {
        return base::unavailable({}, u"there is no desktop session here (no session bus)"_s);
    }
    if (m_connected && !QDBusConnection(connectionName).isConnected()) {
        QDBusConnection::disconnectFromBus(connectionName); // of a session that is over
        m_connected = false;
    }
    if (m_connected) {
        return QDBusConnection(connectionName);
    }
    QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, connectionName);
    m_connected = true;
    if (!bus.isConnected()) {
        return base::unavailable({}, u"the session bus can't be reached: %1"_s.arg(bus.lastError().message()));
    }
    listen(bus);
    return bus;
}

void Desktop::listen(QDBusConnection &bus)
{
    m_shown.clear();
    m_runs.clear();
    bus.connect(service, path, service, u"ActionInvoked"_s, this, SLOT(onActionInvoked(uint, QString)));
    bus.connect(service, path, service, u"NotificationClosed"_s, this, SLOT(onNotificationClosed(uint, uint)));
}

void Desktop::show(const domain::Notice &notice, const Take &take)
{
    auto bus = connection();
    if (!bus) {
        take({.shown = bus.error()});
        return;
    }
    auto *watcher = new QDBusPendingCallWatcher(bus->asyncCall(call(u"GetCapabilities"_s), longestCall), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, notice, take] {
        watcher->deleteLater();
        const QDBusPendingReply<QStringList> reply = *watcher;
        if (reply.isError()) {
            base::Error failure = failureOf(reply.error());
            failure.code = base::ErrorCode::Unavailable; // nothing was asked to be shown yet
            take({.shown = failure});
            return;
        }
        send(notice, reply.value(), take);
    });
}

QStringList Desktop::actionsOf(const domain::Notice &notice, const QStringList &abilities) const
{
    if (!abilities.contains(u"actions"_s)) {
        return {};
    }
    QStringList actions;
    const auto add = [&actions](const QString &action, const QString &label) {
        if (!label.isEmpty()) {
            actions.append({action, label});
        }
    };
    add(openAction, m_labels.open);
    if (notice.cause == domain::NoticeCause::Approval && notice.runs.size() == 1) {
        add(approveAction, m_labels.approve);
        add(rejectAction, m_labels.reject);
    }
    return actions;
}

QVariantList Desktop::argumentsOf(const domain::Notice &notice, const QStringList &abilities) const
{
    QString title = notice.title;
    QString text = notice.text;
    if (!abilities.contains(u"body"_s) && !text.isEmpty()) {
        title += u": "_s + text;
        text.clear();
    } else if (abilities.contains(u"body-markup"_s)) {
        text = text.toHtmlEscaped();
    }
    return {u"Signalbox"_s, m_shown.value(notice.group),  u"signalbox"_s,  title,
            text,           actionsOf(notice, abilities), hintsOf(notice), -1};
}

void Desktop::send(const domain::Notice &notice, const QStringList &abilities, const Take &take)
{
    const bool sounds = notice.ways.contains(NoticeWay::Sound) && abilities.contains(u"sound"_s);
    if (!sounds && !notice.ways.contains(NoticeWay::Desktop)) {
        take({.shown = {}, .sounded = false});
        return;
    }
    QDBusMessage message = call(u"Notify"_s);
    message.setArguments(argumentsOf(notice, abilities));
    const QDBusPendingCall sent = QDBusConnection(connectionName).asyncCall(message, longestCall);
    auto *watcher = new QDBusPendingCallWatcher(sent, this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, notice, sounds, take] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        if (reply.isError()) {
            take({.shown = failureOf(reply.error())});
            return;
        }
        m_shown.insert(notice.group, reply.value());
        m_runs.insert(reply.value(), notice.runs.size() == 1 ? notice.runs.first().id : base::RunId());
        take({.shown = {}, .sounded = sounds});
    });
}

void Desktop::onActionInvoked(uint id, const QString &action)
{
    static const QHash<QString, NoticeVerb> verbs{
        {openAction, NoticeVerb::Open}, {approveAction, NoticeVerb::Approve}, {rejectAction, NoticeVerb::Reject}};
    if (verbs.contains(action) && m_runs.contains(id)) {
        Q_EMIT invoked(verbs.value(action), m_runs.value(id));
    }
}

void Desktop::onNotificationClosed(uint id, uint)
{
    m_runs.remove(id);
    m_shown.removeIf([id](QHash<QString, uint>::iterator shown) { return shown.value() == id; });
}

} // namespace notices
