// SPDX-License-Identifier: Apache-2.0
#include "app/domain/schedule.h"
#include "tests/support/registry.h"

#include <QJsonDocument>
#include <QTest>

#include <set>

using namespace Qt::StringLiterals;
using domain::Schedule;
using domain::SlotFinder;

namespace {

base::Instant utc(const QString &text)
{
    return base::parseIso(text).value();
}

QJsonObject object(const QString &text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8(), &error);
    Q_ASSERT(error.error == QJsonParseError::NoError);
    return document.object();
}

const base::Instant created = utc(u"2026-01-01T00:00:00.500Z"_s);

SlotFinder finder(const QString &json)
{
    return SlotFinder::make(domain::scheduleFromJson(object(json)).value(), created).value();
}

QString nextText(const SlotFinder &slotFinder, const QString &after)
{
    const auto slot = slotFinder.next(utc(after));
    return slot ? base::isoUtc(*slot) : u"never"_s;
}

} // namespace

class TestSchedule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jsonRoundTrips_data();
    void jsonRoundTrips();
    void wrongFieldsAreNamed_data();
    void wrongFieldsAreNamed();
    void cronErrorsCarryThePosition();
    void localTimesBelongToTheZone();
    void whatIsStoredNeedsNoZone();
    void slotsFollowTheSchedule_data();
    void slotsFollowTheSchedule();
    void intervalsFollowElapsedTime();
    void jitterIsStableAndKeepsTheOrder();
};

void TestSchedule::jsonRoundTrips_data()
{
    QTest::addColumn<QString>("json");
    for (
        const char *json :
        {R"({"cron":"30 2 * * *"})", R"({"cron":"@daily","timezone":"Europe/Berlin","jitter_s":30})",
         R"({"every_minutes":15})", R"({"every_seconds":90,"anchor":"2026-01-01T00:00:00.000Z"})",
         R"({"at":"2026-10-22T12:32:08.004Z"})",
         R"({"cron":"0 * * * *","dst":{"gap":"skip","overlap":"both"},"not_after":"2027-01-01T00:00:00.000Z","not_before":"2026-01-01T00:00:00.000Z"})",
         R"({"cron":"0 * * * *","dst":{"gap":"auto","overlap":"second"}})"}) {
        QTest::addRow("%s", json) << QString::fromLatin1(json);
    }
}

void TestSchedule::jsonRoundTrips()
{
    QFETCH(QString, json);
    const auto schedule = domain::scheduleFromJson(object(json));
    QVERIFY2(schedule.has_value(), schedule ? "" : qPrintable(schedule.error().message()));
    QCOMPARE(domain::toJson(*schedule), object(json));
    QCOMPARE(domain::scheduleFromJson(domain::toJson(*schedule)).value(), *schedule);
}

void TestSchedule::wrongFieldsAreNamed_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *json, const char *field) {
        QTest::addRow("%s", json) << QString::fromLatin1(json) << QString::fromLatin1(field);
    };
    row("{}", "cron");
    row(R"({"cron":null})", "cron");
    row(R"({"cron":""})", "cron");
    row(R"({"cron":5})", "cron");
    row(R"({"cron":"@reboot"})", "cron");
    row(R"({"cron":"0 0 * * *","every_minutes":5})", "cron");
    row(R"({"every_minutes":5,"at":"2026-01-01T00:00:00Z"})", "at");
    row(R"({"every_minutes":5,"every_seconds":5})", "every_seconds");
    row(R"({"every_minutes":0})", "every_minutes");
    row(R"({"every_minutes":-1})", "every_minutes");
    row(R"({"every_minutes":1.5})", "every_minutes");
    row(R"({"every_minutes":"5"})", "every_minutes");
    row(R"({"every_minutes":1e300})", "every_minutes");
    row(R"({"every_seconds":99999999999})", "every_seconds");
    row(R"({"at":"tomorrow"})", "at");
    row(R"({"at":1767225600})", "at");
    row(R"({"cron":"0 0 * * *","anchor":"2026-01-01T00:00:00Z"})", "anchor");
    row(R"({"cron":"0 0 * * *","timezone":"Mars/Olympus"})", "timezone");
    row(R"({"cron":"0 0 * * *","timezone":"/etc/localtime"})", "timezone");
    row(R"({"cron":"0 0 * * *","timezone":1})", "timezone");
    row(R"({"cron":"0 0 * * *","jitter_s":-1})", "jitter_s");
    row(R"({"cron":"0 0 * * *","jitter_s":86401})", "jitter_s");
    row(R"({"cron":"0 0 * * *","jitter_s":"5"})", "jitter_s");
    row(R"({"cron":"0 0 * * *","dst":"never"})", "dst");
    row(R"({"cron":"0 0 * * *","dst":{"gap":"first"}})", "dst.gap");
    row(R"({"cron":"0 0 * * *","dst":{"overlap":1}})", "dst.overlap");
    row(R"({"cron":"0 0 * * *","dst":{"both":1}})", "dst.both");
    row(R"({"cron":"0 0 * * *","minutes":5})", "minutes");
    row(R"({"cron":"0 0 * * *","not_before":"2027-01-01T00:00:00Z","not_after":"2026-01-01T00:00:00Z"})", "not_after");
}

void TestSchedule::wrongFieldsAreNamed()
{
    QFETCH(QString, json);
    QFETCH(QString, field);
    const auto schedule = domain::scheduleFromJson(object(json));
    QVERIFY(!schedule);
    QCOMPARE(schedule.error().code, base::ErrorCode::Invalid);
    QCOMPARE(schedule.error().field, field);
    QVERIFY(!schedule.error().detail.isEmpty());
}

void TestSchedule::cronErrorsCarryThePosition()
{
    const auto schedule = domain::scheduleFromJson(object(uR"({"cron":"0 24 * * *"})"_s));
    QVERIFY(!schedule);
    QCOMPARE(schedule.error().field, u"cron"_s);
    QCOMPARE(schedule.error().position, 2);
    QVERIFY(schedule.error().detail.contains(u"hour"));
}

void TestSchedule::localTimesBelongToTheZone()
{
    const auto at = [](const QString &time) {
        const QJsonObject json{{u"at"_s, time}, {u"timezone"_s, u"Europe/Berlin"_s}};
        return base::isoUtc(domain::scheduleFromJson(json).value().at.value());
    };
    QCOMPARE(at(u"2026-07-01T14:00:00"_s), u"2026-07-01T12:00:00.000Z"_s);
    QCOMPARE(at(u"2026-07-01T14:00:00+05:00"_s), u"2026-07-01T09:00:00.000Z"_s);
    QCOMPARE(at(u"2025-03-30T02:30:00"_s), u"2025-03-30T01:00:00.000Z"_s);
    QCOMPARE(at(u"2025-10-26T02:30:00"_s), u"2025-10-26T00:30:00.000Z"_s);
}

void TestSchedule::whatIsStoredNeedsNoZone()
{
    const QJsonObject lost = object(uR"({"cron":"0 99 * * *","timezone":"Europe/Atlantis","jitter_s":5})"_s);
    QCOMPARE(domain::scheduleFromJson(lost).error().field, u"cron"_s);
    const auto read = domain::scheduleFromJson(lost, domain::Provenance::Store);
    QVERIFY(read);
    QCOMPARE(domain::toJson(*read), lost);
    QVERIFY(!SlotFinder::make(*read, created));
    const QJsonObject instant = object(uR"({"at":"2026-01-01T00:00:00.000Z","timezone":"Europe/Atlantis"})"_s);
    QCOMPARE(domain::toJson(domain::scheduleFromJson(instant, domain::Provenance::Store).value()), instant);
    QVERIFY(!domain::scheduleFromJson(object(uR"({"crom":"0 0 * * *"})"_s), domain::Provenance::Store));
}

void TestSchedule::slotsFollowTheSchedule_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *json, const char *after, const char *expected) {
        QTest::addRow("%s after %s", json, after)
            << QString::fromLatin1(json) << QString::fromLatin1(after) << QString::fromLatin1(expected);
    };
    row(R"({"cron":"30 2 * * *","timezone":"Europe/Berlin"})", "2026-07-01T00:00:00Z", "2026-07-01T00:30:00.000Z");
    row(R"({"cron":"30 2 * * *","timezone":"Europe/Berlin","dst":{"gap":"skip"}})", "2025-03-29T12:00:00Z",
        "2025-03-31T00:30:00.000Z");
    row(R"({"cron":"0 0 31 2 *"})", "2026-07-01T00:00:00Z", "never");
    row(R"({"cron":"0 0 * * *","timezone":"UTC","not_before":"2026-08-01T00:00:00Z"})", "2026-07-01T00:00:00Z",
        "2026-08-01T00:00:00.000Z");
    row(R"({"cron":"0 0 * * *","timezone":"UTC","not_after":"2026-08-01T00:00:00Z"})", "2026-07-31T00:00:00Z",
        "2026-08-01T00:00:00.000Z");
    row(R"({"cron":"0 0 * * *","timezone":"UTC","not_after":"2026-08-01T00:00:00Z"})", "2026-08-01T00:00:00Z", "never");
    row(R"({"at":"2026-08-01T00:00:00Z"})", "2026-07-31T23:59:59.999Z", "2026-08-01T00:00:00.000Z");
    row(R"({"at":"2026-08-01T00:00:00Z"})", "2026-08-01T00:00:00Z", "never");
    row(R"({"every_minutes":15})", "2026-01-01T00:00:00.500Z", "2026-01-01T00:15:00.500Z");
    row(R"({"every_minutes":15})", "2026-01-01T00:15:00.499Z", "2026-01-01T00:15:00.500Z");
    row(R"({"every_seconds":7,"anchor":"2026-01-01T00:00:00Z"})", "2026-01-01T00:00:20Z", "2026-01-01T00:00:21.000Z");
    row(R"({"every_seconds":7,"anchor":"2027-01-01T00:00:00Z"})", "2026-01-01T00:00:20Z", "2027-01-01T00:00:00.000Z");
}

void TestSchedule::slotsFollowTheSchedule()
{
    QFETCH(QString, json);
    QFETCH(QString, after);
    QFETCH(QString, expected);
    QCOMPARE(nextText(finder(json), after), expected);
}

void TestSchedule::intervalsFollowElapsedTime()
{
    const SlotFinder hourly =
        finder(uR"({"every_minutes":60,"anchor":"2025-03-29T23:00:00Z","timezone":"Europe/Berlin"})"_s);
    base::Instant at = utc(u"2025-03-29T23:00:00Z"_s);
    for (int i = 0; i < 10; ++i) {
        const base::Instant next = hourly.next(at).value();
        QCOMPARE((next - at).count(), 3'600'000);
        at = next;
    }
}

void TestSchedule::jitterIsStableAndKeepsTheOrder()
{
    const SlotFinder minutely = finder(uR"({"cron":"* * * * *","jitter_s":300})"_s);
    const base::AutomationId first(u"auto_000000000001"_s);
    const base::AutomationId second(u"auto_000000000002"_s);
    // Pinned: the same in every version.
    QCOMPARE(domain::Jitter(minutely.schedule(), first).of(utc(u"2026-01-01T00:00:00Z"_s)).count(), 146'719);
    std::set<qint64> seen;
    int same = 0;
    base::Instant at = created;
    base::Instant due = created;
    for (int i = 0; i < 1000; ++i) {
        at = minutely.next(at).value();
        const base::Millis jitter = domain::Jitter(minutely.schedule(), first).of(at);
        QCOMPARE(domain::Jitter(minutely.schedule(), first).of(at), jitter);
        QVERIFY(jitter.count() >= 0 && jitter.count() <= 300'000);
        QVERIFY(minutely.dueAt(at, first) >= at);
        QVERIFY(minutely.dueAt(at, first) > due);
        due = minutely.dueAt(at, first);
        seen.insert(jitter.count() / 1000);
        same += jitter == domain::Jitter(minutely.schedule(), second).of(at) ? 1 : 0;
    }
    QVERIFY(seen.size() > 200);
    QVERIFY(same < 10);
}

REGISTER_TEST(TestSchedule);
#include "test_schedule.moc"
