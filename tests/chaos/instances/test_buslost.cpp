// SPDX-License-Identifier: Apache-2.0
// A service whose session bus, and with it the keyring, goes away while it works: people log out, daemons crash.
#include "tests/support/registry.h"
#include "tests/support/service.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using test::Service;

class BusLostTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void workGoesOnWithoutTheSessionBus()
    {
        const QTemporaryDir folder;
        QVERIFY(QDir().mkpath(folder.filePath(u"run"_s)));
        QVERIFY(
            QFile::setPermissions(folder.filePath(u"run"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QProcessEnvironment session = QProcessEnvironment::systemEnvironment();
        session.insert(u"HOME"_s, folder.path());
        session.insert(u"XDG_DATA_HOME"_s, folder.filePath(u"data"_s));
        session.insert(u"XDG_RUNTIME_DIR"_s, folder.filePath(u"run"_s));
        QProcess bus;
        const QByteArray address = startBus(bus, session);
        QVERIFY(!address.isEmpty());
        session.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, QString::fromLatin1(address));
        QVERIFY(unlockKeyring(session));

        Service service(QStringLiteral(SIGNALBOX_PROGRAM), folder.filePath(u"workspace"_s));
        for (const QString &name : session.keys()) {
            service.setEnvironment(name, session.value(name));
        }
        QVERIFY(service.start());
        const test::Answer kept =
            service.put(u"/api/secrets/api"_s, QJsonDocument(QJsonObject{{u"value"_s, u"a long secret"_s}}));
        QVERIFY2(kept.status == 200, kept.body.toJson() + kept.error.toUtf8());
        bus.kill();
        QVERIFY(bus.waitForFinished());
        QTRY_VERIFY2_WITH_TIMEOUT(service.told().contains(u"the session bus went away"_s), qPrintable(service.told()),
                                  20000);
        QCOMPARE(service.get(u"/api/automations"_s).status, 200);
        QCOMPARE(service.terminate(), 0);
    }

private:
    static QByteArray startBus(QProcess &bus, const QProcessEnvironment &session)
    {
        bus.setProcessEnvironment(session);
        bus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address=1"_s});
        while (!bus.canReadLine() && bus.waitForReadyRead()) {
        }
        return bus.readLine().trimmed();
    }
    /// It goes on in the background, until its bus goes away.
    static bool unlockKeyring(const QProcessEnvironment &session)
    {
        QProcess keyring;
        keyring.setProcessEnvironment(session);
        keyring.setStandardOutputFile(QProcess::nullDevice());
        keyring.setStandardErrorFile(QProcess::nullDevice());
        keyring.start(u"gnome-keyring-daemon"_s, {u"--unlock"_s, u"--components=secrets"_s});
        keyring.write("right");
        keyring.closeWriteChannel();
        return keyring.waitForFinished() && keyring.exitCode() == 0;
    }
};

REGISTER_TEST(BusLostTest);
#include "test_buslost.moc"
