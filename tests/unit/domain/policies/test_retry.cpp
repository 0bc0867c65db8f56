// SPDX-License-Identifier: Apache-2.0
// Retry as a value: its JSON, what it covers and how long it waits.
#include "app/domain/automation.h"
#include "tests/support/registry.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::RunEnd;
using domain::RunStatus;

namespace {

QJsonObject object(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

std::optional<domain::Retry> retry(const QByteArray &text)
{
    const auto read = domain::retryFromJson(object(text));
    return read ? std::optional(*read) : std::nullopt;
}

/// The delays before the second and every further attempt, in seconds.
QList<qint64> delays(const char *text)
{
    QList<qint64> all;
    const RunEnd end{.status = RunStatus::Failed, .exitCode = 1};
    while (const auto delay = domain::nextAttemptAfter(retry(text), int(all.size()) + 1, end)) {
        all.append(delay->count());
    }
    return all;
}

class RetryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackFromItsJson_data()
    {
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<QByteArray>("written");
        QTest::newRow("least") << R"({"attempts":2})"_ba
                               << R"({"attempts":2,"backoff":"fixed","delay_s":0,"max_delay_s":null,"on":["any"]})"_ba;
        QTest::newRow("everything")
            << R"({"attempts":5,"delay_s":30,"backoff":"exponential","max_delay_s":600,"on":["timeout",75,2,"interrupted",75]})"_ba
            << R"({"attempts":5,"backoff":"exponential","delay_s":30,"max_delay_s":600,"on":[2,75,"timeout","interrupted"]})"_ba;
    }
    void comesBackFromItsJson()
    {
        QFETCH(QByteArray, given);
        QFETCH(QByteArray, written);
        const auto read = domain::retryFromJson(object(given));
        QVERIFY2(read, qPrintable(read ? QString() : read.error().message()));
        QCOMPARE(QJsonDocument(domain::toJson(*read)).toJson(QJsonDocument::Compact), written);
        QCOMPARE(*domain::retryFromJson(domain::toJson(*read)), *read);
    }

    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<QString>("field");
        QTest::newRow("no attempts") << R"({"delay_s":1})"_ba << u"retry.attempts"_s;
        QTest::newRow("none") << R"({"attempts":0})"_ba << u"retry.attempts"_s;
        QTest::newRow("fraction") << R"({"attempts":1.5})"_ba << u"retry.attempts"_s;
        QTest::newRow("negative delay") << R"({"attempts":2,"delay_s":-1})"_ba << u"retry.delay_s"_s;
        QTest::newRow("backoff") << R"({"attempts":2,"backoff":"linear"})"_ba << u"retry.backoff"_s;
        QTest::newRow("cap below") << R"({"attempts":2,"delay_s":9,"max_delay_s":8})"_ba << u"retry.max_delay_s"_s;
        QTest::newRow("nothing covered") << R"({"attempts":2,"on":[]})"_ba << u"retry.on"_s;
        QTest::newRow("word") << R"({"attempts":2,"on":["sometimes"]})"_ba << u"retry.on[0]"_s;
        QTest::newRow("success") << R"({"attempts":2,"on":["any",0]})"_ba << u"retry.on[1]"_s;
        QTest::newRow("code") << R"({"attempts":2,"on":[256]})"_ba << u"retry.on[0]"_s;
        QTest::newRow("unknown field") << R"({"attempts":2,"jitter":1})"_ba << u"retry.jitter"_s;
        QTest::newRow("no object") << QByteArray() << u"retry"_s;
    }
    void whatIsWrongIsNamed()
    {
        QFETCH(QByteArray, given);
        QFETCH(QString, field);
        QJsonObject automation{{u"name"_s, u"x"_s}, {u"type"_s, u"script"_s}};
        automation.insert(u"retry"_s, given.isEmpty() ? QJsonValue(3) : QJsonValue(object(given)));
        const auto read = domain::automationFromJson(automation);
        QVERIFY(!read);
        QCOMPARE(read.error().field, field);
    }

    void nullTakesItAway()
    {
        domain::Automation automation;
        automation.name = u"x"_s;
        automation.type = u"script"_s;
        automation.retry = domain::Retry{};
        QCOMPARE(domain::edited(automation, {})->retry, automation.retry);
        QCOMPARE(domain::edited(automation, {{u"retry"_s, QJsonValue::Null}})->retry, std::nullopt);
    }

    void delaysFollowTheBackoff()
    {
        QCOMPARE(delays(R"({"attempts":1,"delay_s":5})"), QList<qint64>());
        QCOMPARE(delays(R"({"attempts":4,"delay_s":5})"), (QList<qint64>{5, 5, 5}));
        QCOMPARE(delays(R"({"attempts":6,"delay_s":5,"backoff":"exponential"})"), (QList<qint64>{5, 10, 20, 40, 80}));
        QCOMPARE(delays(R"({"attempts":6,"delay_s":5,"backoff":"exponential","max_delay_s":30})"),
                 (QList<qint64>{5, 10, 20, 30, 30}));
        QCOMPARE(delays(R"({"attempts":3,"delay_s":0,"backoff":"exponential"})"), (QList<qint64>{0, 0}));
        // A thousand doublings stay within a year.
        QCOMPARE(delays(R"({"attempts":1000,"delay_s":1,"backoff":"exponential"})").last(), 366 * 86400);
    }

    void onlyWhatIsCoveredIsTriedAgain_data()
    {
        QTest::addColumn<QByteArray>("on");
        QTest::addColumn<QString>("covered"); // in the order below
        QTest::newRow("any") << R"(["any"])"_ba << u"f2 f75 sig to"_s;
        QTest::newRow("code") << R"([75])"_ba << u"f75"_s;
        QTest::newRow("timeout") << R"(["timeout"])"_ba << u"to"_s;
        QTest::newRow("interrupted") << R"(["interrupted"])"_ba << u"int"_s;
        QTest::newRow("several") << R"([2,"timeout","interrupted"])"_ba << u"f2 to int"_s;
    }
    void onlyWhatIsCoveredIsTriedAgain()
    {
        QFETCH(QByteArray, on);
        QFETCH(QString, covered);
        const auto rule = retry(R"({"attempts":2,"on":)" + on + '}');
        QVERIFY(rule);
        const QList<std::pair<QString, RunEnd>> ends{
            {u"ok"_s, {.status = RunStatus::Done, .exitCode = 0}},
            {u"f2"_s, {.status = RunStatus::Failed, .exitCode = 2}},
            {u"f75"_s, {.status = RunStatus::Failed, .exitCode = 75}},
            {u"sig"_s, {.status = RunStatus::Failed, .signal = 11}},
            {u"to"_s, {.status = RunStatus::TimedOut}},
            {u"cancelled"_s, {.status = RunStatus::Cancelled}},
            {u"stopped"_s, {.status = RunStatus::Interrupted}},
        };
        QStringList found;
        for (const auto &[name, end] : ends) {
            if (domain::nextAttemptAfter(rule, 1, end)) {
                found.append(name);
            }
        }
        if (domain::againAfterInterruption(rule, 1)) {
            found.append(u"int"_s);
        }
        QCOMPARE(found.join(u' '), covered);
        QVERIFY(!domain::nextAttemptAfter(rule, 2, ends.at(2).second));
        QVERIFY(!domain::againAfterInterruption(rule, 2));
        QVERIFY(!domain::nextAttemptAfter(std::nullopt, 1, ends.at(2).second));
    }
};

} // namespace

REGISTER_TEST(RetryTest);

#include "test_retry.moc"
