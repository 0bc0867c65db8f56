// SPDX-License-Identifier: Apache-2.0
// What scripts answer and leave behind, from the process to the stored run.
#include "tests/support/enginehouse.h"
#include "tests/support/registry.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class ScriptResultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLastLineIsTheResult_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("status");
        QTest::addColumn<QJsonValue>("result");
        const QJsonValue none(QJsonValue::Undefined);
        QTest::newRow("data") << uR"(echo working; echo '{"state":"success","data":["42"]}')"_s << u"done"_s
                              << QJsonValue(QJsonArray{u"42"_s});
        QTest::newRow("failure") << uR"(echo '{"state":"failure","data":7}')"_s << u"failed"_s << QJsonValue(7);
        QTest::newRow("plain text") << u"echo done"_s << u"done"_s << none;
        QTest::newRow("on the other stream") << uR"(echo '{"a":1}' >&2)"_s << u"done"_s << none;
        QTest::newRow("exit code wins") << uR"(echo '{"state":"success","data":1}'; exit 3)"_s << u"failed"_s
                                        << QJsonValue(1);
        QTest::newRow("no output") << u"true"_s << u"done"_s << none;
    }
    void theLastLineIsTheResult()
    {
        QFETCH(const QString, command);
        QFETCH(const QString, status);
        QFETCH(const QJsonValue, result);
        test::EngineHouse house;
        const domain::Run run = runWith(house, {{u"command"_s, command}, {u"result_from"_s, u"last_line_json"_s}});
        QCOMPARE(domain::statusWord(run.status), status);
        QCOMPARE(run.result, result);
    }
    void otherwiseTheLastLineIsOnlyText()
    {
        test::EngineHouse house;
        const domain::Run run = runWith(house, {{u"command"_s, uR"(echo '{"state":"failure"}')"_s}});
        QCOMPARE(domain::statusWord(run.status), u"done"_s);
        QVERIFY(run.result.isUndefined());
    }

    void aSchemaJudgesTheResult_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("reason");
        QTest::newRow("fits") << uR"(echo '{"data":{"n":1}}')"_s << u"done"_s << QString();
        QTest::newRow("does not fit") << uR"(echo '{"data":{"n":"x"}}')"_s << u"failed"_s << u"/n: "_s;
        QTest::newRow("nothing") << u"true"_s << u"failed"_s << u"the run gave no result"_s;
        QTest::newRow("failed before") << u"exit 3"_s << u"failed"_s << u"exit code 3"_s;
    }
    void aSchemaJudgesTheResult()
    {
        QFETCH(const QString, command);
        QFETCH(const QString, status);
        QFETCH(const QString, reason);
        test::EngineHouse house;
        const auto withSchema = [](domain::Automation &automation) {
            automation.resultSchema = {{u"properties"_s, QJsonObject{{u"n"_s, QJsonObject{{u"type"_s, u"number"_s}}}}}};
        };
        const domain::Run run =
            runWith(house, {{u"command"_s, command}, {u"result_from"_s, u"last_line_json"_s}}, withSchema);
        QCOMPARE(domain::statusWord(run.status), status);
        QVERIFY2(run.reason.contains(reason), qPrintable(run.reason));
    }

    void artifactsAreKept()
    {
        test::EngineHouse house;
        const QTemporaryDir folder;
        const domain::Run run =
            runWith(house,
                    {{u"command"_s, u"mkdir out; echo report > out/r.txt; exit 1"_s},
                     {u"artifacts"_s, QJsonArray{u"out/*.txt"_s}}},
                    [&](domain::Automation &automation) { automation.workingDirectory = folder.path(); });
        QCOMPARE(domain::statusWord(run.status), u"failed"_s);
        QCOMPARE(run.artifacts.size(), 1);
        QCOMPARE(run.artifacts.first().toObject().value(u"name"_s).toString(), u"out/r.txt"_s);
        QCOMPARE(run.artifacts.first().toObject().value(u"preview"_s).toString(), u"report\n"_s);
    }

private:
    domain::Run runWith(test::EngineHouse &house, const QJsonObject &params,
                        const std::function<void(domain::Automation &)> &change = {})
    {
        house.start();
        const domain::Automation automation = house.add({}, [&](domain::Automation &a) {
            a.params = params;
            if (change) {
                change(a);
            }
        });
        const auto requested = test::await(house.store->runs().request(automation.id, u"tester"_s));
        domain::Run run;
        const bool ended = QTest::qWaitFor(
            [&] {
                run = test::await(house.store->runs().get(requested->id)).value_or(domain::Run());
                return domain::isFinal(run.status);
            },
            20000);
        return ended ? run : domain::Run();
    }
};

REGISTER_TEST(ScriptResultsTest);
#include "test_scriptresults.moc"
