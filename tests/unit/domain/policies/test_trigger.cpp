// SPDX-License-Identifier: Apache-2.0
// Triggers as values: their JSON, which ends count, and who would start whom without end.
#include "app/domain/followers.h"
#include "tests/support/registry.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using base::AutomationId;
using domain::AfterOn;
using domain::RunStatus;

namespace {

class TriggerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackFromItsJson_data()
    {
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<QByteArray>("written");
        const QByteArray startup = R"({"type":"startup"})";
        QTest::newRow("startup") << startup << startup;
        QTest::newRow("after") << R"({"type":"after","automation_id":"auto_a"})"_ba
                               << R"({"automation_id":"auto_a","on":"success","type":"after"})"_ba;
        QTest::newRow("after failure") << R"({"type":"after","automation_id":"auto_a","on":"failure"})"_ba
                                       << R"({"automation_id":"auto_a","on":"failure","type":"after"})"_ba;
        QTest::newRow("file") << R"({"type":"file","path":"/srv/in"})"_ba
                              << R"({"path":"/srv/in","settle_ms":1000,"type":"file"})"_ba;
        QTest::newRow("home") << R"({"type":"file","path":"~/in","settle_ms":50})"_ba
                              << R"({"path":"~/in","settle_ms":50,"type":"file"})"_ba;
    }
    void comesBackFromItsJson()
    {
        QFETCH(QByteArray, given);
        QFETCH(QByteArray, written);
        const auto read = domain::triggerFromJson(QJsonDocument::fromJson(given).object(), domain::Provenance::Outside);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().message()));
        QCOMPARE(QJsonDocument(domain::toJson(*read)).toJson(QJsonDocument::Compact), written);
    }

    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<QString>("field");
        QTest::newRow("type") << R"({"type":"moon"})"_ba << u"type"_s;
        QTest::newRow("no type") << R"({"cron":"* * * * *"})"_ba << u"type"_s;
        QTest::newRow("nobody") << R"({"type":"after"})"_ba << u"automation_id"_s;
        QTest::newRow("on") << R"({"type":"after","automation_id":"a","on":"skipped"})"_ba << u"on"_s;
        QTest::newRow("unknown") << R"({"type":"after","automation_id":"a","grace":1})"_ba << u"grace"_s;
        QTest::newRow("no path") << R"({"type":"file"})"_ba << u"path"_s;
        QTest::newRow("relative") << R"({"type":"file","path":"in"})"_ba << u"path"_s;
        QTest::newRow("settle") << R"({"type":"file","path":"/in","settle_ms":10})"_ba << u"settle_ms"_s;
        QTest::newRow("startup") << R"({"type":"startup","path":"/in"})"_ba << u"path"_s;
    }
    void whatIsWrongIsNamed()
    {
        QFETCH(QByteArray, given);
        QFETCH(QString, field);
        const auto read = domain::triggerFromJson(QJsonDocument::fromJson(given).object(), domain::Provenance::Outside);
        QVERIFY(!read);
        QCOMPARE(read.error().field, field);
    }

    void endsCountAsTheTriggerSays()
    {
        QStringList success;
        QStringList failure;
        QStringList any;
        for (const RunStatus status : domain::allStatuses()) {
            domain::Run run;
            run.status = status;
            QVERIFY(!domain::countsFor(AfterOn::Any, run)); // never started
            run.startedAt = base::Instant();
            for (auto &[on, words] : {std::pair(AfterOn::Success, &success), std::pair(AfterOn::Failure, &failure),
                                      std::pair(AfterOn::Any, &any)}) {
                if (domain::countsFor(on, run)) {
                    words->append(domain::statusWord(status));
                }
            }
        }
        QCOMPARE(success, QStringList{u"done"_s});
        QCOMPARE(failure, (QStringList{u"failed"_s, u"timed_out"_s, u"interrupted"_s}));
        QCOMPARE(any.size(), 7);
    }

    void cyclesAreFoundFromWhoeverIsOnThem()
    {
        const auto id = [](const char *name) { return AutomationId(QString::fromLatin1(name)); };
        domain::Following following{
            {id("b"), {id("a")}}, {id("c"), {id("b"), id("x")}}, {id("d"), {id("c"), id("b")}}, {id("x"), {}}};
        for (const char *name : {"a", "b", "c", "d", "x"}) {
            QVERIFY(domain::cycleThrough(following, id(name)).isEmpty());
        }
        following.insert(id("a"), {id("d")});
        // The shortest way round, in the order in which they would start.
        QCOMPARE(domain::cycleThrough(following, id("a")), (QList<AutomationId>{id("a"), id("b"), id("d"), id("a")}));
        QCOMPARE(domain::cycleThrough(following, id("c")),
                 (QList<AutomationId>{id("c"), id("d"), id("a"), id("b"), id("c")}));
        QVERIFY(domain::cycleThrough(following, id("x")).isEmpty());
        QCOMPARE(domain::cycleThrough({{id("a"), {id("a")}}}, id("a")), (QList<AutomationId>{id("a"), id("a")}));
    }

    void locksAndGraceAreChecked_data()
    {
        QTest::addColumn<QJsonObject>("fields");
        QTest::addColumn<QString>("field");
        QTest::newRow("empty name") << QJsonObject{{u"resource_locks"_s, QJsonArray{u" "_s}}} << u"resource_locks"_s;
        QTest::newRow("no text") << QJsonObject{{u"resource_locks"_s, QJsonArray{1}}} << u"resource_locks[0]"_s;
        QTest::newRow("grace") << QJsonObject{{u"grace_s"_s, -2}} << u"grace_s"_s;
    }
    void locksAndGraceAreChecked()
    {
        QFETCH(QJsonObject, fields);
        QFETCH(QString, field);
        fields.insert(u"name"_s, u"x"_s);
        fields.insert(u"type"_s, u"script"_s);
        const auto read = domain::automationFromJson(fields);
        QVERIFY(!read);
        QCOMPARE(read.error().field, field);
    }

    void locksAreNamesOnceEach()
    {
        const auto read =
            domain::automationFromJson({{u"name"_s, u"x"_s},
                                        {u"type"_s, u"script"_s},
                                        {u"grace_s"_s, -1},
                                        {u"resource_locks"_s, QJsonArray{u" db "_s, u"disk"_s, u"db"_s}}});
        QVERIFY(read);
        QCOMPARE(read->resourceLocks, (QStringList{u"db"_s, u"disk"_s}));
        QCOMPARE(domain::toJson(*read).value("resource_locks"_L1).toArray(), (QJsonArray{u"db"_s, u"disk"_s}));
        QCOMPARE(domain::toJson(*read).value("grace_s"_L1).toInt(), -1);
    }
};

} // namespace

REGISTER_TEST(TriggerTest);

#include "test_trigger.moc"
