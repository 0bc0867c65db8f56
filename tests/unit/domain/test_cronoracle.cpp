// SPDX-License-Identifier: Apache-2.0
#include "app/domain/cron.h"
#include "app/domain/zone.h"
#include "tests/support/registry.h"

#include <QDate>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <set>
#include <vector>

using namespace Qt::StringLiterals;
using domain::Cron;
using domain::GapRule;
using domain::OverlapRule;
using domain::Zone;

namespace {

/// Numbers of one field, read the slow and obvious way.
std::set<int> numbers(const QString &field, int minimum, int maximum)
{
    std::set<int> result;
    for (const QString &part : field.split(u',')) {
        const QStringList stepped = part.split(u'/');
        const QStringList ends = stepped[0] == u"*" ? QStringList{QString::number(minimum), QString::number(maximum)}
                                                    : stepped[0].split(u'-');
        for (int i = ends.first().toInt(); i <= ends.last().toInt(); i += stepped.value(1, u"1"_s).toInt()) {
            result.insert(i);
        }
    }
    return result;
}

/// Decides minute by minute whether a wall clock's time matches, with QDate for the calendar.
class Oracle
{
public:
    explicit Oracle(const QString &expression) : m_fields(expression.split(u' ')) {}

    bool starred() const { return m_fields[1].startsWith(u'*'); }

    bool matches(qint64 wallMinute)
    {
        const qint64 day = wallMinute / 1440;
        const int minute = int(wallMinute % 1440);
        return m_hours.count(minute / 60) != 0 && m_minutes.count(minute % 60) != 0 && dateMatches(day);
    }

private:
    bool dateMatches(qint64 day)
    {
        if (day != m_day) {
            const QDate date = QDate(1970, 1, 1).addDays(day);
            const bool byDay = m_days.count(date.day()) != 0;
            const bool byWeekday =
                m_weekdays.count(date.dayOfWeek() % 7) != 0 || m_weekdays.count(date.dayOfWeek()) != 0;
            const bool any = m_fields[2] == u"*" || m_fields[4] == u"*";
            m_day = day;
            m_matches = m_months.count(date.month()) != 0 && (any ? byDay && byWeekday : byDay || byWeekday);
        }
        return m_matches;
    }

    QStringList m_fields;
    std::set<int> m_minutes = numbers(m_fields[0], 0, 59);
    std::set<int> m_hours = numbers(m_fields[1], 0, 23);
    std::set<int> m_days = numbers(m_fields[2], 1, 31);
    std::set<int> m_months = numbers(m_fields[3], 1, 12);
    std::set<int> m_weekdays = numbers(m_fields[4], 0, 7);
    qint64 m_day = -1;
    bool m_matches = false;
};

/// What the wall clock shows at every minute of a year and a bit.
struct Wall
{
    static constexpr qint64 length = 370 * 1440;
    qint64 from;
    std::vector<qint64> shown; ///< One more in front, two hours more at the end.

    Wall(const Zone &zone, qint64 begin) : from(begin)
    {
        for (qint64 minute = from - 1; minute < from + length + 120; ++minute) {
            shown.push_back(minute + zone.offsetAt(base::fromMillis(minute * 60'000)).count() / 60);
        }
    }
    qint64 at(qint64 minute) const { return shown[size_t(minute - from + 1)]; }
    bool comesAgain(qint64 minute) const
    {
        if (at(minute + 120) == at(minute) + 120) {
            return false;
        }
        const auto here = shown.begin() + (minute - from + 1);
        return std::find(here + 1, here + 121, *here) != here + 121;
    }
};

/// All due minutes, found by walking along the wall clock.
std::set<qint64> walk(Oracle &oracle, const Wall &wall, GapRule gap, OverlapRule overlap)
{
    std::set<qint64> due;
    qint64 latest = wall.at(wall.from - 1);
    for (qint64 minute = wall.from; minute < wall.from + Wall::length; ++minute) {
        const qint64 shown = wall.at(minute);
        for (qint64 left = latest + 1; left < shown && gap != GapRule::Skip; ++left) {
            if (oracle.matches(left)) {
                due.insert(gap == GapRule::End ? minute : minute + (left - latest - 1));
            }
        }
        const bool counts = overlap == OverlapRule::Both || (overlap == OverlapRule::First && shown > latest) ||
                            (overlap == OverlapRule::Second && !wall.comesAgain(minute));
        if (counts && oracle.matches(shown)) {
            due.insert(minute);
        }
        latest = std::max(latest, shown);
    }
    return due;
}

QString randomField(QRandomGenerator &random, int minimum, int maximum)
{
    const int first = random.bounded(minimum, maximum + 1);
    switch (random.bounded(6)) {
    case 0:
        return u"%1"_s.arg(first);
    case 1:
        return u"*/%1"_s.arg(random.bounded(1, 20));
    case 2:
        return u"%1-%2"_s.arg(first).arg(random.bounded(first, maximum + 1));
    case 3:
        return u"%1,%2"_s.arg(first).arg(random.bounded(minimum, maximum + 1));
    case 4:
        return u"%1-%2/%3"_s.arg(first).arg(random.bounded(first, maximum + 1)).arg(random.bounded(1, 5));
    default:
        return u"*"_s;
    }
}

} // namespace

class TestCronOracle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithWalkingEveryMinute_data();
    void agreesWithWalkingEveryMinute();
};

void TestCronOracle::agreesWithWalkingEveryMinute_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("start");
    for (const char *zone :
         {"America/New_York", "Europe/Dublin", "Australia/Lord_Howe", "America/Santiago", "Africa/Casablanca"}) {
        QTest::addRow("%s", zone) << QString::fromLatin1(zone) << u"2025-06-01T00:00:00Z"_s;
        // The long tier walks every minute of six decades.
        for (int year = 2000; year < 2060 && !qEnvironmentVariableIsEmpty("SIGNALBOX_LONG"); ++year) {
            QTest::addRow("%s %d", zone, year) << QString::fromLatin1(zone) << u"%1-01-01T00:00:00Z"_s.arg(year);
        }
    }
    QTest::addRow("Pacific/Apia") << u"Pacific/Apia"_s << u"2011-06-01T00:00:00Z"_s;
}

void TestCronOracle::agreesWithWalkingEveryMinute()
{
    QFETCH(QString, zone);
    QFETCH(QString, start);
    const Zone loaded = Zone::load(zone).value();
    const qint64 from = base::toMillis(base::parseIso(start).value()) / 60'000;
    const qint64 until = from + Wall::length;
    const Wall wall(loaded, from);
    QRandomGenerator random(quint32(qHash(zone, 1)));
    for (int round = 0; round < 8; ++round) {
        const QString expression = u"%1 %2 %3 %4 %5"_s.arg(randomField(random, 0, 59), randomField(random, 0, 4),
                                                           round % 2 == 0 ? u"*"_s : randomField(random, 1, 31), u"*"_s,
                                                           round % 3 == 0 ? u"*"_s : randomField(random, 0, 7));
        const auto gap = GapRule(round % 4);
        const auto overlap = OverlapRule(round * 7 / 2 % 4);
        const Cron cron = Cron::parse(expression).value();
        Oracle oracle(expression);
        const GapRule gapMeant = gap == GapRule::Auto ? (oracle.starred() ? GapRule::Skip : GapRule::End) : gap;
        const OverlapRule overlapMeant =
            overlap == OverlapRule::Auto ? (oracle.starred() ? OverlapRule::Both : OverlapRule::First) : overlap;
        std::set<qint64> found;
        auto at = cron.next(base::fromMillis(from * 60'000 - 1), loaded, gap, overlap);
        while (at && base::toMillis(*at) < until * 60'000) {
            found.insert(base::toMillis(*at) / 60'000);
            const auto next = cron.next(*at, loaded, gap, overlap);
            QVERIFY(!next || *next > *at);
            at = next;
        }
        const std::set<qint64> expected = walk(oracle, wall, gapMeant, overlapMeant);
        QVERIFY2(found == expected, qPrintable(u"%1 gap %2 overlap %3: %4 found, %5 expected"_s.arg(expression)
                                                   .arg(int(gap))
                                                   .arg(int(overlap))
                                                   .arg(found.size())
                                                   .arg(expected.size())));
    }
}

REGISTER_TEST(TestCronOracle);
#include "test_cronoracle.moc"
