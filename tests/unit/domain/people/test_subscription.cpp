// SPDX-License-Identifier: Apache-2.0
// Calendars that are read again and again: what they may say, when they are read, what their events become.
#include "app/domain/windows/subscription.h"
#include "tests/support/registry.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::CalendarSubscription;

namespace {

const QByteArray file =
    "BEGIN:VCALENDAR\r\n"
    "BEGIN:VEVENT\r\nSUMMARY:New Year\r\nDTSTART;VALUE=DATE:20270101\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nSUMMARY:Freeze\r\nDTSTART:20261220T000000Z\r\nDTEND:20261224T000000Z\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nSUMMARY:Freeze\r\nDTSTART:20261220T000000Z\r\nDTEND:20261224T000000Z\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nSUMMARY:Odd\r\nDTSTART:nonsense\r\nEND:VEVENT\r\n"
    "END:VCALENDAR\r\n";

CalendarSubscription some()
{
    CalendarSubscription made = *domain::subscriptionFromJson({{u"name"_s, u"Holidays"_s},
                                                               {u"source"_s, u"https://example.org/a.ics"_s},
                                                               {u"every_s"_s, 3600},
                                                               {u"scope"_s, QJsonArray{u"tag:prod"_s}},
                                                               {u"autonomy_override"_s, u"approve"_s}});
    made.id = u"cal_1"_s;
    return made;
}

} // namespace

class SubscriptionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrongIsNamed_data();
    void whatIsWrongIsNamed();
    void itComesThroughJson();
    void itIsReadWhenItsTimeHasCome();
    void eventsBecomeWindows();
    void anEventKeepsItsId();
    void whatIsNoCalendarIsRefused();
};

void SubscriptionTest::whatIsWrongIsNamed_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("no name") << u"name"_s << QJsonValue(u"  "_s);
    QTest::newRow("another scheme") << u"source"_s << QJsonValue(u"ftp://example.org/a"_s);
    QTest::newRow("no host") << u"source"_s << QJsonValue(u"https:///a"_s);
    QTest::newRow("a path from nowhere") << u"source"_s << QJsonValue(u"a.ics"_s);
    QTest::newRow("too often") << u"every_s"_s << QJsonValue(5);
    QTest::newRow("no such effect") << u"autonomy_override"_s << QJsonValue(u"maybe"_s);
    QTest::newRow("unknown") << u"colour"_s << QJsonValue(1);
}

void SubscriptionTest::whatIsWrongIsNamed()
{
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    QJsonObject object = toJson(some());
    object.insert(field, value);
    const auto read = domain::subscriptionFromJson(object);
    QVERIFY(!read);
    QCOMPARE(read.error().field, field);
}

void SubscriptionTest::itComesThroughJson()
{
    CalendarSubscription read = *domain::subscriptionFromJson(toJson(some()));
    read.id = some().id;
    QCOMPARE(read, some());
    QCOMPARE(domain::edited(some(), {{u"every_s"_s, 900}})->everySeconds, 900);
    QCOMPARE(domain::edited(some(), {{u"every_s"_s, 900}})->fields, some().fields);
}

void SubscriptionTest::itIsReadWhenItsTimeHasCome()
{
    CalendarSubscription one = some();
    QCOMPARE(domain::nextReading(one), base::Instant());
    one.triedAt = base::fromMillis(1'000'000);
    QCOMPARE(domain::nextReading(one), *one.triedAt + 1h);
    one.error = u"away"_s;
    QCOMPARE(domain::nextReading(one), *one.triedAt + 15min);
    one.everySeconds = 300;
    QCOMPARE(domain::nextReading(one), *one.triedAt + 5min);
}

void SubscriptionTest::eventsBecomeWindows()
{
    const auto calendar = domain::windowsOf(some(), file);
    QVERIFY(calendar);
    QCOMPARE(calendar->windows.size(), 2); // what stands there twice is one window
    QCOMPARE(calendar->leftOut.size(), 1);
    const domain::MaintenanceWindow &window = calendar->windows.first();
    QCOMPARE(window.name, u"New Year"_s);
    QCOMPARE(window.scope, QStringList{u"tag:prod"_s});
    QCOMPARE(window.autonomyOverride, domain::AutonomyOverride::Approve);
    QCOMPARE(window.calendar, u"cal_1"_s);
    QVERIFY(window.id.startsWith(u"window_"_s));
}

void SubscriptionTest::anEventKeepsItsId()
{
    const auto first = domain::windowsOf(some(), file);
    const auto again = domain::windowsOf(some(), file);
    CalendarSubscription other = some();
    other.id = u"cal_2"_s;
    const auto elsewhere = domain::windowsOf(other, file);
    QCOMPARE(again->windows.first().id, first->windows.first().id);
    QVERIFY(elsewhere->windows.first().id != first->windows.first().id);
    QVERIFY(first->windows.at(0).id != first->windows.at(1).id);
}

void SubscriptionTest::whatIsNoCalendarIsRefused()
{
    QVERIFY(!domain::windowsOf(some(), "<html>sign in</html>"));
    QVERIFY(!domain::windowsOf(some(), {}));
}

REGISTER_TEST(SubscriptionTest);

#include "test_subscription.moc"
