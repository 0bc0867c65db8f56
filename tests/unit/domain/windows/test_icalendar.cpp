// SPDX-License-Identifier: Apache-2.0
#include "app/domain/windows/icalendar.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace Qt::StringLiterals;
using domain::MaintenanceWindow;

namespace {

QByteArray calendar(const QByteArrayList &events)
{
    QByteArray file = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n";
    for (const QByteArray &event : events) {
        file += "BEGIN:VEVENT\r\n" + event + "\r\nEND:VEVENT\r\n";
    }
    return file + "END:VCALENDAR\r\n";
}

QString told(const MaintenanceWindow &window)
{
    return u"%1|%2|%3|%4|%5"_s.arg(window.name, domain::wallText(window.start), domain::wallText(window.end),
                                   window.timezone, window.recurring);
}

class ICalendarTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eventsBecomeWindows_data()
    {
        QTest::addColumn<QByteArray>("event");
        QTest::addColumn<QString>("expected");
        QTest::newRow("a holiday") << "DTSTART;VALUE=DATE:20261225\r\nDTEND;VALUE=DATE:20261227\r\nSUMMARY:Christmas"_ba
                                   << u"Christmas|2026-12-25T00:00:00|2026-12-27T00:00:00||"_s;
        QTest::newRow("a day without an end") << "SUMMARY:New Year\r\nDTSTART;VALUE=DATE:20270101"_ba
                                              << u"New Year|2027-01-01T00:00:00|2027-01-02T00:00:00||"_s;
        QTest::newRow("each year") << "SUMMARY:Unity\r\nDTSTART;VALUE=DATE:20261003\r\nRRULE:FREQ=YEARLY"_ba
                                   << u"Unity|2026-10-03T00:00:00|2026-10-04T00:00:00||0 0 3 10 *"_s;
        QTest::newRow("each week in a zone")
            << "SUMMARY:Patch\\, reboot\r\nDTSTART;TZID=Europe/Berlin:20260322T033000\r\nDURATION:PT1H30M\r\n"
               "RRULE:FREQ=WEEKLY;BYDAY=SU,WE"_ba
            << u"Patch, reboot|2026-03-22T03:30:00|2026-03-22T05:00:00|Europe/Berlin|30 3 * * 0,3"_s;
        QTest::newRow("UTC, folded, with an alarm")
            << "SUMMARY:Long\r\n  name\r\nDTSTART:20260322T030000Z\r\nDTEND:20260322T040000Z\r\nBEGIN:VALARM\r\n"
               "DURATION:PT5M\r\nEND:VALARM"_ba
            << u"Long name|2026-03-22T03:00:00|2026-03-22T04:00:00|UTC|"_s;
    }

    void eventsBecomeWindows()
    {
        QFETCH(QByteArray, event);
        QFETCH(QString, expected);
        const auto read = domain::readCalendar(calendar({event}));
        QVERIFY(read);
        QCOMPARE(read->leftOut, QStringList());
        QCOMPARE(told(read->windows.first()), expected);
    }

    void whatIsNoWindowIsNamed()
    {
        const QByteArray fine = "SUMMARY:Fine\r\nDTSTART;VALUE=DATE:20270101";
        const auto read = domain::readCalendar(
            calendar({"SUMMARY:Third\r\nDTSTART;VALUE=DATE:20270101\r\nRRULE:FREQ=MONTHLY;BYDAY=3MO"_ba,
                      "SUMMARY:Ten times\r\nDTSTART;VALUE=DATE:20270101\r\nRRULE:FREQ=DAILY;COUNT=10"_ba,
                      "SUMMARY:Nowhere\r\nDTSTART;TZID=Middle/Earth:20270101T000000\r\nDURATION:PT1H"_ba,
                      "SUMMARY:Never\r\nDTSTART:20270231T000000"_ba, "SUMMARY:No time\r\nDTSTART:20270101T000000"_ba,
                      "SUMMARY:Without"_ba, fine}));
        QVERIFY(read);
        QCOMPARE(read->windows.size(), 1);
        QCOMPARE(read->leftOut.size(), 6);
        QVERIFY(read->leftOut.first().startsWith(u"Third: "_s));
    }

    void otherFilesAreRefused()
    {
        QVERIFY(!domain::readCalendar("{}"));
        QVERIFY(!domain::readCalendar(""));
        QVERIFY(!domain::readCalendar("BEGIN:VCALENDAR" + QByteArray(domain::largestCalendar, ' ') + "x"));
        QCOMPARE(domain::readCalendar("BEGIN:VCALENDAR\nBEGIN:VEVENT\n\n;;;:\nEND:VEVENT")->leftOut.size(), 1);
    }
};

REGISTER_TEST(ICalendarTest);

} // namespace

#include "test_icalendar.moc"
