// SPDX-License-Identifier: Apache-2.0
#include "app/domain/time/tzfile.h"
#include "app/domain/time/tzrule.h"
#include "app/domain/zone.h"
#include "tests/support/registry.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::WallMatch;
using domain::Zone;

namespace {

base::Instant utc(const QString &text)
{
    return base::parseIso(text + u'Z').value();
}
domain::LocalTime wall(const QString &text)
{
    return domain::LocalTime(utc(text).time_since_epoch());
}

} // namespace

class TestZone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offsetsAreThoseOfTheZone_data();
    void offsetsAreThoseOfTheZone();
    void wallTimesAreOnceNeverOrTwice_data();
    void wallTimesAreOnceNeverOrTwice();
    void unknownNamesFailVisibly_data();
    void unknownNamesFailVisibly();
    void emptyNameIsTheSystemZone();
    void folderCanBeReplaced();
    void zonesAreLoadedOnce();
    void damagedFilesAreRefused();
    void wallTimesComeBack();
    void rulesAreRead();
};

void TestZone::offsetsAreThoseOfTheZone_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("instant");
    QTest::addColumn<int>("offset");
    const auto row = [](const char *zone, const char *instant, int offset) {
        QTest::addRow("%s %s", zone, instant) << QString::fromLatin1(zone) << QString::fromLatin1(instant) << offset;
    };
    row("UTC", "2026-07-01T00:00:00", 0);
    row("Etc/UTC", "2026-07-01T00:00:00", 0);
    row("America/New_York", "2026-03-08T06:59:59", -18000);
    row("America/New_York", "2026-03-08T07:00:00", -14400);
    row("America/New_York", "2026-11-01T05:59:59", -14400);
    row("America/New_York", "2026-11-01T06:00:00", -18000);
    row("America/New_York", "1974-01-06T07:00:00", -14400);
    row("America/New_York", "2199-07-01T00:00:00", -14400);
    row("America/New_York", "2199-12-31T00:00:00", -18000);
    row("Europe/Berlin", "1975-07-01T00:00:00", 3600);
    row("Europe/Berlin", "2026-03-29T01:00:00", 7200);
    row("Europe/Berlin", "2126-07-01T00:00:00", 7200);
    row("Australia/Lord_Howe", "2026-01-01T00:00:00", 39600);
    row("Australia/Lord_Howe", "2026-06-01T00:00:00", 37800);
    row("Australia/Lord_Howe", "2150-06-01T00:00:00", 37800);
    row("Pacific/Apia", "2011-12-30T09:59:59", -36000);
    row("Pacific/Apia", "2011-12-30T10:00:00", 50400);
    row("America/Santiago", "2026-09-06T03:59:59", -14400);
    row("America/Santiago", "2026-09-06T04:00:00", -10800);
    row("Europe/Dublin", "2026-01-01T00:00:00", 0);
    row("Europe/Dublin", "2026-07-01T00:00:00", 3600);
    row("Europe/Dublin", "2180-07-01T00:00:00", 3600);
    row("Europe/Dublin", "2180-01-01T00:00:00", 0);
    row("Africa/Casablanca", "2026-03-01T00:00:00", 0);
    row("Africa/Casablanca", "2026-06-01T00:00:00", 3600);
    row("Asia/Kathmandu", "1985-12-31T00:00:00", 19800);
    row("Asia/Kathmandu", "1986-01-02T00:00:00", 20700);
    row("America/Panama", "1970-01-01T00:00:00", -18000);
    row("Australia/Sydney", "2100-01-01T00:00:00", 39600);
}

void TestZone::offsetsAreThoseOfTheZone()
{
    QFETCH(QString, zone);
    QFETCH(QString, instant);
    QFETCH(int, offset);
    const auto loaded = Zone::load(zone);
    QVERIFY2(loaded.has_value(), "zone files are missing");
    QCOMPARE(loaded->name(), zone);
    QCOMPARE(loaded->offsetAt(utc(instant)).count(), offset);
}

void TestZone::wallTimesAreOnceNeverOrTwice_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("local");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    const auto row = [](const char *zone, const char *local, WallMatch::Kind kind, const char *first,
                        const char *second) {
        QTest::addRow("%s %s", zone, local) << QString::fromLatin1(zone) << QString::fromLatin1(local) << int(kind)
                                            << QString::fromLatin1(first) << QString::fromLatin1(second);
    };
    using enum WallMatch::Kind;
    // For Never, the second column of instants is the end of the gap.
    row("Europe/Berlin", "2025-03-30T01:59:59", Once, "2025-03-30T00:59:59", "2025-03-30T00:59:59");
    row("Europe/Berlin", "2025-03-30T02:30:00", Never, "2025-03-30T01:30:00", "2025-03-30T01:00:00");
    row("Europe/Berlin", "2025-03-30T03:00:00", Once, "2025-03-30T01:00:00", "2025-03-30T01:00:00");
    row("Europe/Berlin", "2025-10-26T02:30:00", Twice, "2025-10-26T00:30:00", "2025-10-26T01:30:00");
    row("Europe/Berlin", "2025-10-26T03:00:00", Once, "2025-10-26T02:00:00", "2025-10-26T02:00:00");
    row("Australia/Lord_Howe", "2026-10-04T02:15:00", Never, "2026-10-03T15:45:00", "2026-10-03T15:30:00");
    row("Australia/Lord_Howe", "2026-04-05T01:45:00", Twice, "2026-04-04T14:45:00", "2026-04-04T15:15:00");
    row("Pacific/Apia", "2011-12-30T12:00:00", Never, "2011-12-30T22:00:00", "2011-12-30T10:00:00");
    row("Pacific/Apia", "2011-12-31T00:00:00", Once, "2011-12-30T10:00:00", "2011-12-30T10:00:00");
    row("America/Santiago", "2026-09-06T00:00:00", Never, "2026-09-06T04:00:00", "2026-09-06T04:00:00");
    row("America/Santiago", "2026-04-04T23:30:00", Twice, "2026-04-05T02:30:00", "2026-04-05T03:30:00");
    row("Europe/Dublin", "2026-03-29T01:30:00", Never, "2026-03-29T01:30:00", "2026-03-29T01:00:00");
}

void TestZone::wallTimesAreOnceNeverOrTwice()
{
    QFETCH(QString, zone);
    QFETCH(QString, local);
    QFETCH(int, kind);
    QFETCH(QString, first);
    QFETCH(QString, second);
    const WallMatch match = Zone::load(zone).value().fromLocal(wall(local));
    QCOMPARE(int(match.kind), kind);
    QCOMPARE(base::isoUtc(match.first), base::isoUtc(utc(first)));
    const bool never = match.kind == WallMatch::Kind::Never;
    QCOMPARE(base::isoUtc(never ? match.change : match.second), base::isoUtc(utc(second)));
}

void TestZone::unknownNamesFailVisibly_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name :
         {"Europe/Atlantis", "/etc/localtime", "/usr/share/zoneinfo/Europe/Berlin", "../../../etc/passwd",
          "Europe/../Europe/Berlin", "posix/Europe/Berlin", "right/Europe/Berlin", "Europe", "Europe/", "europe/berlin",
          "tzdata.zi", "localtime", " Europe/Berlin", "EST5EDT,M3.2.0,M11.1.0"}) {
        QTest::addRow("%s", name) << QString::fromLatin1(name);
    }
    QTest::addRow("NUL") << u"Europe/Berlin"_s + QChar(0);
    QTest::addRow("long") << QString(100'000, u'A');
}

void TestZone::unknownNamesFailVisibly()
{
    QFETCH(QString, name);
    const auto zone = Zone::load(name);
    QVERIFY(!zone);
    QCOMPARE(zone.error().code, base::ErrorCode::Invalid);
    QCOMPARE(zone.error().field, u"timezone"_s);
    QVERIFY(zone.error().detail.contains(u"Europe/Berlin"));
}

void TestZone::emptyNameIsTheSystemZone()
{
    qputenv("TZ", "Asia/Tokyo");
    const auto zone = Zone::load({});
    qunsetenv("TZ");
    QVERIFY(zone.has_value());
    QCOMPARE(zone->name(), u"Asia/Tokyo"_s);
    QCOMPARE(zone->offsetAt(utc(u"2026-01-01T00:00:00"_s)).count(), 32400);
}

void TestZone::folderCanBeReplaced()
{
    QTemporaryDir folder;
    QVERIFY(QFile::copy(u"/usr/share/zoneinfo/Asia/Tokyo"_s, folder.filePath(u"Mars"_s)));
    QCOMPARE(Zone::load(u"Mars"_s, folder.path()).value().offsetAt(utc(u"2026-01-01T00:00:00"_s)).count(), 32400);
    QVERIFY(!Zone::load(u"Europe/Berlin"_s, folder.path()));
    qputenv("TZDIR", folder.path().toUtf8());
    const bool found = Zone::load(u"Mars"_s).has_value();
    qunsetenv("TZDIR");
    QVERIFY(found);
    QVERIFY(!Zone::load(u"Mars"_s));
}

void TestZone::zonesAreLoadedOnce()
{
    domain::Zones zones;
    qputenv("TZ", "Asia/Tokyo");
    QCOMPARE(zones.of({}).value().name(), u"Asia/Tokyo"_s);
    qputenv("TZ", "Europe/Berlin");
    QCOMPARE(zones.of({}).value().name(), u"Asia/Tokyo"_s);
    QCOMPARE(domain::Zones().of({}).value().name(), u"Europe/Berlin"_s);
    qunsetenv("TZ");
    QCOMPARE(zones.of(u"Europe/Berlin"_s).value().name(), u"Europe/Berlin"_s);
    QVERIFY(!zones.of(u"Europe/Atlantis"_s));
    QVERIFY(!zones.of(u"Europe/Atlantis"_s));
}

void TestZone::damagedFilesAreRefused()
{
    QFile file(u"/usr/share/zoneinfo/Europe/Berlin"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    QVERIFY(domain::readTzFile(whole).has_value());
    const qsizetype footer = whole.lastIndexOf('\n', -2);
    for (qsizetype size = 0; size <= footer; ++size) {
        QVERIFY(!domain::readTzFile(whole.first(size)));
    }
    for (qsizetype at = 0; at < whole.size(); ++at) {
        QByteArray damaged = whole;
        damaged[at] = char(damaged[at] ^ 0xff);
        if (const auto changes = domain::readTzFile(damaged)) {
            QVERIFY(!changes->empty());
            for (size_t i = 1; i < changes->size(); ++i) {
                QVERIFY((*changes)[i - 1].at < (*changes)[i].at);
            }
        }
    }
}

void TestZone::wallTimesComeBack()
{
    for (const char *name :
         {"America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Casablanca", "Africa/Cairo"}) {
        const Zone zone = Zone::load(QString::fromLatin1(name)).value();
        for (qint64 seconds = 0; seconds < 7'258'118'400; seconds += 1'234'567) {
            const base::Instant instant = base::fromMillis(seconds * 1000);
            const WallMatch match = zone.fromLocal(zone.toLocal(instant));
            QVERIFY2(match.kind != WallMatch::Kind::Never && (match.first == instant || match.second == instant), name);
        }
    }
}

void TestZone::rulesAreRead()
{
    const auto rule = domain::readTzRule("IST-1GMT0,M10.5.0,M3.5.0/1").value();
    QCOMPARE(rule.standardOffset, 3600);
    QCOMPARE(rule.summerOffset, 0);
    QCOMPARE(rule.start.time, 7200);
    QCOMPARE(domain::readTzRule("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0").value().standardOffset, 37800);
    QCOMPARE(domain::readTzRule("<-02>2<-01>,M3.5.0/-1,M10.5.0/0").value().start.time, -3600);
    QCOMPARE(domain::readTzRule("AAA3BBB,J60/1,J365/23").value().start.inYear(1972),
             60LL * 86400 + 2 * 365 * 86400 + 3600);
    for (const char *text : {"", "EST", "5", "EST5EDT", "EST5EDT,", "EST5EDT,M3.2.0", "EST5EDT,M13.2.0,M11.1.0",
                             "EST5EDT,M3.6.0,M11.1.0", "EST5EDT,M3.2.7,M11.1.0", "EST999", "<+01-1", "EST5EDT,J0,J365",
                             "EST5EDT,M3.2.0,M11.1.0x", "EST5EDT,M3.2.0/168,M11.1.0"}) {
        QVERIFY2(!domain::readTzRule(text), text);
    }
}

REGISTER_TEST(TestZone);
#include "test_zone.moc"
