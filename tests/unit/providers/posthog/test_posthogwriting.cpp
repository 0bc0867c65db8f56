// SPDX-License-Identifier: Apache-2.0
#include "app/providers/posthog/entries.h"
#include "tests/support/registry.h"
#include "tests/unit/providers/outcome.h"
#include "tests/unit/providers/posthog/posthoghouse.h"

using namespace Qt::StringLiterals;
using base::ErrorCode;
using test::answerOf;
using test::PosthogDouble;
using test::PosthogHouse;

/// What is written to logs of runs.
class PosthogWritingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void trapOneWriterForEachLogAtATime()
    {
        PosthogHouse house;
        int underWay = 0;
        int most = 0;
        const QByteArray path = PosthogDouble::at("{}/runs/{}/append_log/");
        QList<QJsonArray> batches;
        house.remote.server.route("POST", path, [&](const test::Asked &asked) {
            most = std::max(most, ++underWay);
            batches.append(asked.json().value("entries"_L1).toArray());
            QTest::qWait(20); // others would come meanwhile
            --underWay;
            return test::told(house.remote.runOf(u"t1"_s, asked.parts.at(1)));
        });
        QList<syncing::Answer<QJsonValue>> answers;
        for (int i = 0; i < 5; ++i) {
            answers.append(
                house.box->act(u"append-log"_s, {{u"run"_s, u"t1/r5"_s}, {u"message"_s, QString::number(i)}}));
        }
        for (const auto &answer : answers) {
            QVERIFY(answerOf(answer));
        }
        QCOMPARE(most, 1);
        QCOMPARE(batches.size(), 2); // what came while the first was under way goes together
        QCOMPARE(batches.last().size(), 4);
        QCOMPARE(batches.last().at(3)["notification"_L1]["params"_L1]["message"_L1].toString(), u"4"_s);
    }

    void trapAWriteIsNotRepeatedBlindly()
    {
        PosthogHouse house;
        const QByteArray path = PosthogDouble::at("{}/runs/{}/append_log/");
        house.remote.server.fault("POST", path, test::Fault::Reset);
        const auto lost = answerOf(house.box->act(u"append-log"_s, {{u"run"_s, u"t1/r5"_s}, {u"message"_s, u"x"_s}}));
        QCOMPARE(lost.error().code, ErrorCode::Timeout); // a second time the line would stand there twice
        QCOMPARE(house.remote.server.count("POST", path), 1);
    }

    void whatIsWrittenIsAnEntryOfTheirs()
    {
        PosthogHouse house;
        QVERIFY(answerOf(house.box->act(u"append-log"_s,
                                        {{u"run"_s, u"t1/r5"_s}, {u"message"_s, u"done"_s}, {u"level"_s, u"warn"_s}})));
        const QJsonObject entry = house.remote.logs.value(u"r5"_s).last().toObject();
        QCOMPARE(entry.value("type"_L1).toString(), u"notification"_s);
        QCOMPARE(entry.value("notification"_L1)["method"_L1].toString(), u"_posthog/console"_s);
        QVERIFY(providers::posthog::linesOf(entry).endsWith("warn: done\n"));
        QVERIFY(base::parseIso(entry.value("timestamp"_L1).toString()));
        const auto both = answerOf(house.box->act(
            u"append-log"_s, {{u"run"_s, u"t1/r5"_s}, {u"message"_s, u"x"_s}, {u"entries"_s, u"[{}]"_s}}));
        QCOMPARE(both.error().field, u"message"_s);
        const auto gone = answerOf(house.box->act(u"append-log"_s, {{u"run"_s, u"t1/none"_s}, {u"message"_s, u"x"_s}}));
        QCOMPARE(gone.error().code, ErrorCode::NotFound);
        for (const QString &wrong : {u"[1]"_s, u"{}"_s, u"nothing"_s}) {
            const auto refused =
                answerOf(house.box->act(u"append-log"_s, {{u"run"_s, u"t1/r5"_s}, {u"entries"_s, wrong}}));
            QCOMPARE(refused.error().field, u"entries"_s);
        }
    }
};

REGISTER_TEST(PosthogWritingTest);
#include "test_posthogwriting.moc"
