// SPDX-License-Identifier: Apache-2.0
// What files are is told by what is in them, whatever they are called; and what they are not is said plainly.
#include "app/bundles/transfer/gathering.h"
#include "app/bundles/transfer/shelltext.h"
#include "app/bundles/transfer/transfers.h"
#include "app/store/backup/backup.h"
#include "tests/support/fakeclock.h"
#include "tests/support/registry.h"
#include "tests/unit/transfer/wrongthings.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QByteArray ours = "[{\"name\":\"a\",\"type\":\"script\",\"params\":{\"command\":\"true\"}}]";
const QByteArray timer = "[Unit]\nDescription=Nightly\n[Timer]\nOnCalendar=*-*-* 03:00\nUnit=job.service\n";
const QByteArray service = "[Service]\nExecStart=/bin/true\n";

} // namespace

class GatheringTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theContentDecides_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("format");
        QTest::newRow("ours") << ours << u"json"_s;
        QTest::newRow("with a byte order mark") << "\xef\xbb\xbf" + ours << u"json"_s;
        QTest::newRow("crontab") << QByteArray("0 3 * * * true\n") << u"crontab"_s;
        QTest::newRow("yaml") << QByteArray("automations:\n- name: a\n  type: script\n  config: {command: x}\n")
                              << u"noba"_s;
        QTest::newRow("timer and service")
            << QByteArray(timer).replace("Unit=job.service\n", "") + service << u"systemd"_s;
        QTest::newRow("recipe") << QByteArray(
                                       "{\"name\":\"r\",\"_type\":\"ScriptTask\",\"script_runas\":\"sh "
                                       "%script%\",\"script\":{\"data\":\"data:text/plain;base64,ZWNobyBoaQo=\"}}")
                                << u"theeye"_s;
    }
    void theContentDecides()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, format);
        for (const QString &name : {u"a.json"_s, u"a.yaml"_s, u"a.zip"_s, u"a.timer"_s, u"a.txt"_s, u"a"_s}) {
            const auto plan = planOf({write(name, bytes)});
            QVERIFY2(plan, plan ? "" : qPrintable(name + u": "_s + plan.error().message()));
            QCOMPARE(plan->format, format);
        }
    }

    void whatAnExportQuotedIsTakenApartAgain()
    {
        const QStringList words{u"plain"_s, u""_s,          u"it's"_s,   u"'"_s,
                                u"a\\'b"_s, u"two words"_s, u"back\\"_s, u"$(x) `y` \"z\""_s};
        QCOMPARE(bundles::wordsOf(bundles::quotedAll(words)), words);
        for (const QString &more :
             {u"a | b"_s, u"a;b"_s, u"$x"_s, u"a > b"_s, u"'open"_s, u"a\\ b"_s, u"a\tb"_s, u"~"_s, u"*"_s}) {
            QCOMPARE(bundles::wordsOf(more), QStringList());
        }
    }

    void whatItIsNotIsSaid_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("words");
        using B = QByteArray;
        QTest::newRow("nothing") << B(" \n") << u"an empty file"_s;
        QTest::newRow("picture") << B("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) << u"a PNG picture"_s;
        QTest::newRow("document") << B("%PDF-1.7\n%\xe2\xe3") << u"a PDF document"_s;
        QTest::newRow("gzip") << B("\x1f\x8b\x08\0\0", 5) << u"compressed by gzip"_s;
        QTest::newRow("program") << B("\x7f\x45LF\x02\x01\x01\0", 8) << u"a program"_s;
        QTest::newRow("script") << B("#!/bin/sh\necho hi\n") << u"a script"_s;
        QTest::newRow("page") << B("<!DOCTYPE html><html></html>") << u"a web page"_s;
        QTest::newRow("xml") << B("<?xml version=\"1.0\"?><a/>") << u"XML"_s;
        QTest::newRow("UTF-16") << B("\xff\xfe[\0]\0", 6) << u"UTF-16"_s;
        QTest::newRow("service alone") << service << u"without its timer"_s;
        QTest::newRow("prose") << B("Dear all,\nplease find attached\n") << u"no JSON, no YAML"_s;
        QTest::newRow("other JSON") << B("{\"dependencies\":{}}") << u"this is JSON, but neither automations"_s;
        QTest::newRow("an array of numbers") << B("[1,2]") << u"this is JSON, but neither automations"_s;
        QTest::newRow("broken JSON") << B("[{\"name\":\"a\",]") << u"line 1"_s;
    }
    void whatItIsNotIsSaid()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, words);
        for (const QString &name : {u"a.json"_s, u"a.yaml"_s, u"a"_s}) {
            const auto plan = planOf({write(name, bytes)});
            QVERIFY(!plan);
            QCOMPARE(plan.error().code, base::ErrorCode::Invalid);
            QVERIFY2(plan.error().detail.startsWith(name + u": "_s), qPrintable(plan.error().detail));
            QVERIFY2(plan.error().detail.contains(words), qPrintable(plan.error().detail));
        }
    }
    void aBackupIsRestoredNotImported()
    {
        test::TempStore workspace;
        const QString file = m_folder.filePath(u"kept.json"_s);
        QVERIFY(store::writeBackup(workspace.directory(), file, store::BackupLogs::Left, workspace.clock));
        const auto plan = planOf({file});
        QVERIFY(!plan);
        QVERIFY2(plan.error().detail.contains(u"a backup of a workspace; it is restored"_s),
                 qPrintable(plan.error().detail));
    }
    void anEmptyFolderIsSaid()
    {
        const QTemporaryDir folder;
        const auto plan = planOf({folder.path()});
        QVERIFY(!plan);
        QVERIFY2(plan.error().detail.contains(u"the folder holds neither"_s), qPrintable(plan.error().detail));
    }

    void aTimerAndItsServiceFindEachOther()
    {
        for (const QStringList &paths : {QStringList{write(u"job.service"_s, service), write(u"night.timer"_s, timer)},
                                         QStringList{write(u"night.txt"_s, timer), write(u"job.txt"_s, service)}}) {
            const auto plan = planOf(paths);
            QVERIFY2(plan, plan ? "" : qPrintable(plan.error().message()));
            QCOMPARE(plan->items.size(), 1);
            QCOMPARE(plan->left.size(), 0);
            QCOMPARE(plan->format, u"systemd"_s);
            QFile::remove(m_folder.filePath(u"job.service"_s));
        }
        // Others that are given with them stay what they are.
        const auto both =
            planOf({write(u"night.txt"_s, timer), write(u"job.txt"_s, service), write(u"more"_s, "0 3 * * * true\n")});
        QVERIFY2(both, both ? "" : qPrintable(both.error().message()));
        QCOMPARE(both->items.size(), 2);
    }
    void codeBesideAnAutotaskIsNoneOfItsOwn()
    {
        const bundles::Source task{
            .name = u"/d/task.json"_s, .bytes = "{\"autotaskId\":\"x\"}", .beside = {{u"task.zip"_s, "PK\x03\x04"}}};
        const bundles::Source code{.name = u"/d/task.zip"_s, .bytes = "PK\x03\x04", .beside = {}};
        const bundles::Source other{.name = u"/e/task.zip"_s, .bytes = "PK\x03\x04", .beside = {}};
        QStringList names;
        for (const bundles::Source &one : bundles::gathered({task, code, other})) {
            names.append(one.name);
        }
        QCOMPARE(names, (QStringList{task.name, other.name}));
    }

private:
    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }
    static base::Result<bundles::ImportPlan> planOf(const QStringList &paths)
    {
        const test::FakeClock clock(test::tempStoreStart);
        const bundles::Transfers transfers({}, clock);
        return test::await(transfers.plan(paths, u"auto"_s));
    }

    QTemporaryDir m_folder;
};

REGISTER_TEST(GatheringTest);
#include "test_gathering.moc"
