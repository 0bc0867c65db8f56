// SPDX-License-Identifier: Apache-2.0
// Calendars are read when it is time, from files and from the web; what can't be read changes nothing.
#include "app/calendars/calendarreader.h"
#include "tests/kinds/webserver.h"
#include "tests/support/registry.h"
#include "tests/support/tempstore.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using calendars::CalendarReader;
using domain::CalendarSubscription;
using test::await;

namespace {

QByteArray calendar(const QByteArray &name)
{
    return "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:" + name +
           "\r\nDTSTART:20270101T000000Z\r\nDTEND:20270102T000000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
}

} // namespace

class CalendarReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileIsReadAgainWhenItsTimeHasCome();
    void anUrlIsAskedAndItsFaultsAreNoted();
    void whatIsGoneKeepsItsWindows();
    void aNewOneIsReadAtOnceAndOneThatIsGoneIsForgotten();
    void whatIsNoCalendarIsNoted();

private:
    CalendarSubscription subscribe(test::TempStore &store, const QString &source)
    {
        const auto made = domain::subscriptionFromJson({{u"name"_s, u"Days"_s}, {u"source"_s, source}});
        return made ? await(store->calendars().create(*made, u"ann"_s)).value_or(CalendarSubscription())
                    : CalendarSubscription();
    }
    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    static QStringList names(test::TempStore &store)
    {
        QStringList names;
        for (const domain::MaintenanceWindow &window : await(store->windows().list()).value_or({})) {
            names.append(window.name);
        }
        return names;
    }
    static CalendarSubscription now(test::TempStore &store, const QString &id)
    {
        return await(store->calendars().get(id)).value_or(CalendarSubscription());
    }
};

void CalendarReaderTest::aFileIsReadAgainWhenItsTimeHasCome()
{
    test::TempStore store;
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"days.ics"_s);
    write(path, calendar("New Year"));
    const CalendarSubscription one = subscribe(store, path);
    CalendarReader reader(store.store(), store.clock);
    QSignalSpy looked(&reader, &CalendarReader::looked);
    reader.start();
    QTRY_COMPARE(looked.size(), 1);
    QCOMPARE(names(store), QStringList{u"New Year"_s});
    QVERIFY(now(store, one.id).readAt);
    write(path, calendar("New Year's Day"));
    store.clock.advance(24h);
    QVERIFY(await(store->calendars().readAgain(one.id, u"ann"_s)));
    QTRY_COMPARE(looked.size(), 2);
    QCOMPARE(names(store), QStringList{u"New Year's Day"_s});
}

void CalendarReaderTest::anUrlIsAskedAndItsFaultsAreNoted()
{
    test::TempStore store;
    QByteArray status = "200 OK";
    test::WebServer server(
        [&status](const QByteArray &) { return test::WebServer::answer(status, calendar("Feast")); });
    const CalendarSubscription one = subscribe(store, server.url(u"/days.ics"_s));
    CalendarReader reader(store.store(), store.clock);
    QSignalSpy looked(&reader, &CalendarReader::looked);
    reader.start();
    QTRY_COMPARE(looked.size(), 1);
    QCOMPARE(names(store), QStringList{u"Feast"_s});
    QVERIFY(server.requests.first().toLower().contains("accept: text/calendar"));
    status = "503 Busy";
    QVERIFY(await(store->calendars().readAgain(one.id, u"ann"_s)));
    QTRY_COMPARE(looked.size(), 2);
    QCOMPARE(now(store, one.id).error, u"127.0.0.1 answered 503"_s);
    QCOMPARE(names(store), QStringList{u"Feast"_s}); // the last good copy
    status = "200 OK";
    QVERIFY(await(store->calendars().readAgain(one.id, u"ann"_s)));
    QTRY_COMPARE(looked.size(), 3);
    QVERIFY(now(store, one.id).error.isEmpty());
}

void CalendarReaderTest::whatIsGoneKeepsItsWindows()
{
    test::TempStore store;
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"days.ics"_s);
    write(path, calendar("New Year"));
    const CalendarSubscription one = subscribe(store, path);
    CalendarReader reader(store.store(), store.clock);
    QSignalSpy looked(&reader, &CalendarReader::looked);
    reader.start();
    QTRY_COMPARE(looked.size(), 1);
    QVERIFY(QFile::remove(path));
    QVERIFY(await(store->calendars().readAgain(one.id, u"ann"_s)));
    QTRY_COMPARE(looked.size(), 2);
    QVERIFY2(now(store, one.id).error.contains(path), qPrintable(now(store, one.id).error));
    QCOMPARE(names(store), QStringList{u"New Year"_s});
}

void CalendarReaderTest::aNewOneIsReadAtOnceAndOneThatIsGoneIsForgotten()
{
    test::TempStore store;
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"days.ics"_s);
    write(path, calendar("New Year"));
    CalendarReader reader(store.store(), store.clock);
    QSignalSpy looked(&reader, &CalendarReader::looked);
    reader.start();
    const CalendarSubscription one = subscribe(store, path);
    QTRY_COMPARE(looked.size(), 1);
    QVERIFY(await(store->calendars().remove(one.id, u"ann"_s)));
    QCOMPARE(names(store), QStringList());
}

void CalendarReaderTest::whatIsNoCalendarIsNoted()
{
    test::TempStore store;
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"days.ics"_s);
    write(path, "<html>sign in, please</html>");
    const CalendarSubscription one = subscribe(store, path);
    CalendarReader reader(store.store(), store.clock);
    QSignalSpy looked(&reader, &CalendarReader::looked);
    reader.start();
    QTRY_COMPARE(looked.size(), 1);
    QVERIFY(now(store, one.id).error.contains(u"BEGIN:VCALENDAR"_s));
    QCOMPARE(names(store), QStringList());
}

REGISTER_TEST(CalendarReaderTest);

#include "test_calendarreader.moc"
