// SPDX-License-Identifier: Apache-2.0
#include "tests/support/registry.h"
#include "tests/unit/cli/outcome.h"
#include "translations/words.h"

#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;

class CronTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nextPrintsTheZonesOffset()
    {
        const auto got = test::runHere({u"cron"_s, u"next"_s, u"30 2 * * *"_s, u"--tz"_s, u"Europe/Berlin"_s,
                                        u"--from"_s, u"2026-10-23T12:00:00+02:00"_s, u"--count"_s, u"3"_s});
        QCOMPARE(got.out,
                 QByteArray("2026-10-24T02:30:00+02:00\n2026-10-25T02:30:00+02:00\n2026-10-26T02:30:00+01:00\n"));
        QCOMPARE(got.status, 0);
    }

    void fromWithoutOffsetIsAWallTimeOfTheZone()
    {
        const auto got = test::runHere({u"cron"_s, u"next"_s, u"0 * * * *"_s, u"--tz"_s, u"Asia/Kolkata"_s, u"--from"_s,
                                        u"2026-01-01T09:10:00"_s});
        QCOMPARE(got.out, QByteArray("2026-01-01T10:00:00+05:30\n"));
    }

    void nextWithoutFromIsAfterNow()
    {
        const auto got = test::runHere({u"cron"_s, u"next"_s, u"* * * * *"_s, u"--tz"_s, u"UTC"_s, u"--json"_s});
        QCOMPARE(got.out, QByteArray("[\n\"2026-06-01T12:01:00+00:00\"\n]\n"));
    }

    void impossibleDatesAreNeverDue()
    {
        const auto got = test::runHere({u"cron"_s, u"next"_s, u"0 0 31 2 *"_s});
        QCOMPARE(got.status, 0);
        QVERIFY(got.out.isEmpty());
        QVERIFY(got.err.contains("never"));
        QCOMPARE(test::runHere({u"cron"_s, u"next"_s, u"0 0 31 2 *"_s, u"--json"_s}).out, QByteArray("[]\n"));
    }

    void badInputNamesTheField_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("expression") << QStringList{u"0 25 * * *"_s} << QByteArray("field hour, position 2");
        QTest::newRow("zone") << QStringList{u"@daily"_s, u"--tz"_s, u"Mars/Base"_s} << QByteArray("field tz");
        QTest::newRow("from") << QStringList{u"@daily"_s, u"--from"_s, u"soon"_s} << QByteArray("field from");
        QTest::newRow("count") << QStringList{u"@daily"_s, u"--count"_s, u"100001"_s} << QByteArray("field count");
        QTest::newRow("nothing") << QStringList{} << QByteArray("--batch");
        QTest::newRow("both") << QStringList{u"@daily"_s, u"--batch"_s, u"-"_s} << QByteArray("nothing beside it");
        QTest::newRow("no file") << QStringList{u"--batch"_s, u"/no/file"_s} << QByteArray("no file /no/file");
    }

    void badInputNamesTheField()
    {
        QFETCH(QStringList, words);
        QFETCH(QByteArray, says);
        const auto got = test::runHere(QStringList{u"cron"_s, u"next"_s} + words);
        QCOMPARE(got.status, 2);
        QVERIFY2(got.err.contains(says), got.err.constData());
        QVERIFY(got.out.isEmpty());
    }

    void batchAnswersEveryLineInOrder()
    {
        const QByteArray questions = R"({"expr":"0 3 * * *","tz":"UTC","from":"2026-01-01T00:00:00Z","count":2}
not json

{"expr":"0 0 30 2 *","tz":"UTC"}
{"expr":"0 25 * * *"}
{"expr":"@daily","tz":"Mars/Base"}
{"tz":"UTC"}
{"expr":"@daily","counts":2}
{"expr":"@daily","count":0}
[1]
)"
                                     "{\"expr\":\"" +
                                     QByteArray(70000, '*') + "\"}\n" +
                                     R"({"expr":"@hourly","tz":"America/New_York","from":"2026-01-01T00:30:00Z"})";
        const auto got = test::runHere({u"cron"_s, u"next"_s, u"--batch"_s, u"-"_s}, questions);
        QCOMPARE(got.status, 0);
        const QList<QByteArray> lines = got.out.split('\n');
        QCOMPARE(lines.size(), 13);
        QCOMPARE(lines.at(0), QByteArray(R"({"next":["2026-01-01T03:00:00+00:00","2026-01-02T03:00:00+00:00"]})"));
        const auto error = [&lines](int line) {
            return QJsonDocument::fromJson(lines.at(line)).object().value("error"_L1).toObject();
        };
        QVERIFY(error(1).value("message"_L1).toString().contains(u"JSON"_s));
        QVERIFY(error(1).value("position"_L1).isDouble());
        QVERIFY(error(2).contains("message"_L1));
        QCOMPARE(lines.at(3), QByteArray(R"({"next":[]})"));
        QCOMPARE(error(4).value("field"_L1).toString(), u"hour"_s);
        QCOMPARE(error(4).value("position"_L1).toInt(), 2);
        QCOMPARE(error(5).value("field"_L1).toString(), u"tz"_s);
        QCOMPARE(error(6).value("field"_L1).toString(), u"expr"_s);
        QCOMPARE(error(7).value("field"_L1).toString(), u"counts"_s);
        QCOMPARE(error(8).value("field"_L1).toString(), u"count"_s);
        QVERIFY(error(9).value("message"_L1).toString().contains(u"object"_s));
        QVERIFY(error(10).value("message"_L1).toString().contains(u"64 KiB"_s));
        QCOMPARE(lines.at(11), QByteArray(R"({"next":["2025-12-31T20:00:00-05:00"]})"));
        QVERIFY(lines.at(12).isEmpty());
    }

    void batchOfNothingAnswersNothing()
    {
        const auto got = test::runHere({u"cron"_s, u"next"_s, u"--batch"_s, u"-"_s});
        QCOMPARE(got.status, 0);
        QVERIFY(got.out.isEmpty());
    }

    void explainSpeaksEnglish()
    {
        const auto got = test::runHere({u"cron"_s, u"explain"_s, u"30 2 * * *"_s, u"--json"_s});
        QCOMPARE(got.status, 0);
        const QJsonObject object = QJsonDocument::fromJson(got.out).object();
        QVERIFY2(object.value("text"_L1).toString().contains(u"02:30"_s), got.out.constData());
        QCOMPARE(object.value("fields"_L1).toArray().size(), 5);
        QCOMPARE(test::runHere({u"cron"_s, u"explain"_s, u"61 * * * *"_s}).status, 2);
    }

    void explainSpeaksGerman_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("daily") << u"30 2 * * *"_s << QByteArray("Jeden Tag um 02:30");
        QTest::newRow("weekdays") << u"0 18 * * 1-5"_s << QByteArray("An Montag bis Freitag um 18:00");
        QTest::newRow("nth") << u"0 8 * * 1#1"_s << QByteArray("An dem ersten Montag des Monats um 08:00");
        QTest::newRow("steps") << u"*/15 9-17 * * *"_s << QByteArray("Alle 15 Minuten, Stunden 9 bis 17");
        QTest::newRow("last day") << u"0 3 L 1 *"_s << QByteArray("An dem letzten Tag des Monats im Januar um 03:00");
    }
    void explainSpeaksGerman()
    {
        QFETCH(QString, expression);
        QFETCH(QByteArray, sentence);
        const auto got = test::runHere({u"cron"_s, u"explain"_s, expression, u"--locale"_s, u"de"_s});
        QCOMPARE(got.status, 0);
        QCOMPARE(got.out.split('\n').first(), sentence);
        // And only for as long as it was asked to.
        QVERIFY(!test::runHere({u"cron"_s, u"explain"_s, expression}).out.contains(sentence));
    }

    void everyWordOfCronIsGerman()
    {
        QTranslator german;
        QVERIFY(translations::load(german, QLocale(QLocale::German)));
        for (const char *word : {"first", "every %1 days of the week", "the last working day of the month",
                                 "on %1 if it is also %2", "When the machine starts", ", %1 only"}) {
            QVERIFY2(!german.translate("CronInWords", word).isEmpty(), word);
        }
    }

    void anUnknownLanguageIsRefused()
    {
        for (const QString &locale : {u"xx"_s, u"fr"_s, u"not a locale"_s}) {
            const auto got = test::runHere({u"cron"_s, u"explain"_s, u"30 2 * * *"_s, u"--locale"_s, locale});
            QCOMPARE(got.status, 2);
            QVERIFY2(got.err.contains("locale") && got.err.contains("de"), got.err.constData());
        }
        QCOMPARE(test::runHere({u"cron"_s, u"explain"_s, u"30 2 * * *"_s, u"--locale"_s, u"en_GB"_s}).status, 0);
    }
};

REGISTER_TEST(CronTest);
#include "test_cron.moc"
