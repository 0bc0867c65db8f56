// SPDX-License-Identifier: Apache-2.0
// A message bus of the test's own, with a notification service that takes notes. D-Bus remembers the first bus it was
// told of, so there is one for each program.
#pragma once

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QVariantMap>

namespace test {

/// What a desktop has.
class FakeService final : public QDBusVirtualObject
{
public:
    struct Shown
    {
        uint id = 0;
        uint replaces = 0;
        QString title;
        QString text;
        QStringList actions;
        QVariantMap hints;
    };
    static QString path() { return QStringLiteral("/org/freedesktop/Notifications"); }
    static QString interface() { return QStringLiteral("org.freedesktop.Notifications"); }

    QList<Shown> shown;
    QStringList abilities{QStringLiteral("body"), QStringLiteral("body-markup"), QStringLiteral("sound"),
                          QStringLiteral("actions")};

    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override
    {
        if (message.member() == QStringLiteral("GetCapabilities")) {
            return connection.send(message.createReply(abilities));
        }
        return message.member() == QStringLiteral("Notify") &&
               connection.send(message.createReply(show(message.arguments())));
    }

private:
    /// Program, which one it replaces, icon, title, text, actions, hints, timeout.
    uint show(const QVariantList &given)
    {
        const uint replaces = given.at(1).toUInt();
        const uint id = replaces > 0 ? replaces : ++m_last;
        shown.append({id, replaces, given.at(3).toString(), given.at(4).toString(), given.at(5).toStringList(),
                      qdbus_cast<QVariantMap>(given.at(6))});
        return id;
    }

    uint m_last = 0;
};

class PrivateBus
{
public:
    /// False where this machine has no dbus-daemon.
    static bool isPossible() { return !program().isEmpty(); }
    static const PrivateBus &ofThisProgram()
    {
        static const PrivateBus bus;
        return bus;
    }
    ~PrivateBus()
    {
        m_daemon.terminate();
        m_daemon.waitForFinished(5000);
    }
    Q_DISABLE_COPY_MOVE(PrivateBus)

    const QByteArray &address() const { return m_address; }

private:
    PrivateBus()
    {
        m_daemon.start(program(), {QStringLiteral("--config-file=") + configuration(), QStringLiteral("--nofork"),
                                   QStringLiteral("--nopidfile"), QStringLiteral("--print-address")});
        while (!m_daemon.canReadLine() && m_daemon.waitForReadyRead(10000)) {
        }
        m_address = m_daemon.readLine().trimmed();
        if (m_address.isEmpty()) {
            qFatal("dbus-daemon does not start");
        }
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_address);
    }
    /// Nothing is started on demand: what this machine has installed is no part of a test.
    QString configuration() const
    {
        QFile file(m_folder.filePath(QStringLiteral("bus.conf")));
        if (!file.open(QIODevice::WriteOnly)) {
            qFatal("the bus of the test can't be configured");
        }
        file.write("<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN\""
                   " \"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\">\n"
                   "<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><policy context=\"default\">"
                   "<allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/><allow own=\"*\"/>"
                   "</policy></busconfig>\n");
        return file.fileName();
    }
    static QString program() { return QStandardPaths::findExecutable(QStringLiteral("dbus-daemon")); }

    QTemporaryDir m_folder;
    QProcess m_daemon;
    QByteArray m_address;
};

/// The service is there while this lives.
class Registration
{
public:
    explicit Registration(FakeService &service)
    {
        const QString address = QString::fromLatin1(PrivateBus::ofThisProgram().address());
        QDBusConnection connection = QDBusConnection::connectToBus(address, m_name);
        if (!connection.registerVirtualObject(FakeService::path(), &service) ||
            !connection.registerService(FakeService::interface())) {
            qFatal("the notification service of the test can't be registered");
        }
    }
    ~Registration() { QDBusConnection::disconnectFromBus(m_name); }
    Q_DISABLE_COPY_MOVE(Registration)

    /// The service says something to everybody.
    void tell(const QString &signal, const QVariantList &arguments) const
    {
        QDBusMessage message = QDBusMessage::createSignal(FakeService::path(), FakeService::interface(), signal);
        message.setArguments(arguments);
        QDBusConnection(m_name).send(message);
    }

private:
    const QString m_name = QStringLiteral("the-desktop");
};

} // namespace test
