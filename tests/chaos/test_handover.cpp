// SPDX-License-Identifier: Apache-2.0
// A window that closes gives its schedules to a process without one: the real program takes the engine over. Only
// systemd is a fake, a script of its name that is found first.
#include "app/handover.h"
#include "app/store/endpoint.h"
#include "app/store/storefile.h"
#include "tests/support/registry.h"
#include "tests/support/service.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

const QString program = QStringLiteral(SIGNALBOX_PROGRAM);

/// The processes that keep this workspace, or wait for it.
QList<pid_t> keepersOf(const QString &store)
{
    QList<pid_t> keepers;
    for (const QString &entry : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        QFile line(u"/proc/%1/cmdline"_s.arg(entry));
        if (entry.toInt() <= 0 || !line.open(QIODevice::ReadOnly)) {
            continue;
        }
        const QByteArrayList words = line.readAll().split('\0');
        if (words.first() == program.toUtf8() && words.contains(store.toUtf8())) {
            keepers.append(entry.toInt());
        }
    }
    return keepers;
}

pid_t engineOf(const QString &store)
{
    const auto endpoint = store::readEndpoint(store::runtimeFolder(store));
    return endpoint ? pid_t(endpoint->pid) : 0;
}

} // namespace

class HandoverTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = m_folder->filePath(u"store"_s);
        m_path = qgetenv("PATH");
    }

    void cleanup()
    {
        qputenv("PATH", m_path);
        for (const pid_t keeper : keepersOf(m_store)) {
            ::kill(keeper, SIGKILL);
        }
        QTRY_VERIFY(keepersOf(m_store).isEmpty());
    }

    void aProcessOfItsOwnTakesTheEngineOver()
    {
        test::Service window(program, m_store);
        QVERIFY(window.start());
        const pid_t before = engineOf(m_store);
        Handover handover(program, m_store, u"/elsewhere"_s);
        QSignalSpy started(&handover, &Handover::started);
        handover.start();
        QCOMPARE(started.size(), 1);
        QTRY_COMPARE(keepersOf(m_store).size(), 2);
        QCOMPARE(engineOf(m_store), before);
        QCOMPARE(window.terminate(), 0);
        QTRY_VERIFY_WITH_TIMEOUT(engineOf(m_store) > 0 && engineOf(m_store) != before, 20000);
        handover.start();
        QCOMPARE(started.size(), 2);
        // A process that is about to become another program has its command line for a moment.
        QTRY_COMPARE(keepersOf(m_store), QList<pid_t>{engineOf(m_store)});
    }

    void oneThatHasEndedIsStartedAnew()
    {
        Handover handover(program, m_store, u"/elsewhere"_s);
        handover.start();
        QTRY_VERIFY_WITH_TIMEOUT(engineOf(m_store) > 0, 20000);
        const pid_t first = engineOf(m_store);
        ::kill(first, SIGKILL);
        QTRY_VERIFY(keepersOf(m_store).isEmpty());
        // The kernel shows a process as gone a moment before it says so.
        QTRY_VERIFY_WITH_TIMEOUT((handover.start(), engineOf(m_store) > 0 && engineOf(m_store) != first), 20000);
    }

    void theServiceIsPreferred()
    {
        QVERIFY(QDir().mkpath(m_store));
        fakeSystemctl("echo \"$@\" >\"$(dirname \"$0\")/said\"");
        Handover handover(program, m_store, m_store);
        QSignalSpy started(&handover, &Handover::started);
        handover.start();
        QTRY_COMPARE(started.size(), 1);
        QFile said(m_folder->filePath(u"said"_s));
        QVERIFY(said.open(QIODevice::ReadOnly));
        QCOMPARE(said.readAll(), QByteArray("--user start --no-block signalbox.service\n"));
        QVERIFY(keepersOf(m_store).isEmpty());
    }

    void withoutTheServiceItGoesWithout()
    {
        QVERIFY(QDir().mkpath(m_store));
        fakeSystemctl("exit 5");
        Handover handover(program, m_store, m_store);
        handover.start();
        QTRY_VERIFY_WITH_TIMEOUT(engineOf(m_store) > 0, 20000);
    }

    void whatCannotStartIsSaid()
    {
        Handover handover(m_folder->filePath(u"nothing"_s), m_store, u"/elsewhere"_s);
        QSignalSpy failed(&handover, &Handover::failed);
        QSignalSpy started(&handover, &Handover::started);
        handover.start();
        QCOMPARE(failed.size(), 1);
        QVERIFY(started.isEmpty());
        QVERIFY(failed.first().first().value<base::Error>().message().contains(u"keeping the schedules"_s));
    }

private:
    void fakeSystemctl(const QByteArray &script)
    {
        QFile file(m_folder->filePath(u"systemctl"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\n" + script + "\n");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        qputenv("PATH", m_folder->path().toLocal8Bit() + ':' + m_path);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_store;
    QByteArray m_path;
};

REGISTER_TEST(HandoverTest);

#include "test_handover.moc"
