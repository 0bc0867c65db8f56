// SPDX-License-Identifier: Apache-2.0
#include "models/times.h"
#include "tests/support/registry.h"
#include "ui/maintenance/calendarlayout.h"

#include <QTest>

using namespace Qt::StringLiterals;
using ui::CalendarLayout;
using ui::CalendarMode;
using ui::CalendarPiece;

namespace {

const QDate thursday(2026, 10, 22);

base::Instant at(QDate day, int hour, int minute = 0)
{
    return base::fromMillis(QDateTime(day, QTime(hour, minute)).toMSecsSinceEpoch());
}

models::CalendarBlock block(base::Instant from, base::Instant to)
{
    return {.window = u"w"_s, .name = u"w"_s, .start = from, .span = {from, to}, .scope = {}};
}

class CalendarLayoutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWeekHasSevenDaysAndANarrowOneThree()
    {
        const CalendarLayout week(CalendarMode::Week, thursday, {1000, 900});
        QCOMPARE(week.days(), 7);
        QVERIFY(week.first() <= thursday && thursday < week.first().addDays(7));
        QCOMPARE(CalendarLayout(CalendarMode::Week, thursday, {600, 900}).days(), 3);
        QCOMPARE(CalendarLayout(CalendarMode::Month, thursday, {1000, 900}).days(), 42);
        QCOMPARE(CalendarLayout(CalendarMode::Day, thursday, {1000, 900}).span().from, ui::startOf(thursday));
    }

    void placesAndTimesAgree()
    {
        const CalendarLayout week(CalendarMode::Week, thursday, {1000, 700});
        for (int day = 0; day < 7; ++day) {
            for (const int hour : {0, 5, 12, 23}) {
                const QRectF cell = week.hourRect(day, hour, 100);
                const base::Instant expected = at(week.dayAt(day), hour);
                QCOMPARE(week.timeAt(cell.topLeft() + QPointF(5, 1), 100), expected);
                QCOMPARE(week.yOf(expected, 100), cell.top());
            }
        }
        QVERIFY(!week.timeAt({10, 300}, 0)); // the names of the hours
    }

    void aBlockOverMidnightIsInTwoDays()
    {
        const CalendarLayout week(CalendarMode::Week, thursday, {1000, 900});
        const QDate second = week.dayAt(1);
        const QList<CalendarPiece> pieces = week.pieces({block(at(second, 22), at(second.addDays(1), 2))}, 0);
        QCOMPARE(pieces.size(), 2);
        QVERIFY(pieces[0].begins && !pieces[0].ends && !pieces[1].begins && pieces[1].ends);
        QCOMPARE(pieces[0].rect.bottom(), week.dayRect(1).bottom());
        QCOMPARE(pieces[1].rect.top(), week.dayRect(2).top());
        QCOMPARE(pieces[1].rect.height(), 2 * week.hourHeight());
    }

    void whatOverlapsIsIndentedAndLongOnesAreAbove()
    {
        const CalendarLayout week(CalendarMode::Week, thursday, {1000, 900});
        const QDate day = week.dayAt(2);
        const QList<CalendarPiece> pieces =
            week.pieces({block(at(day, 8), at(day, 12)), block(at(day, 10), at(day, 11)),
                         block(at(day, 13), at(day.addDays(2), 14))},
                        0);
        QCOMPARE(pieces.size(), 3);
        QVERIFY(pieces[1].rect.left() > pieces[0].rect.left() + 10);
        QVERIFY(pieces[2].rect.bottom() <= week.top());
        QVERIFY(pieces[2].rect.width() > week.dayRect(0).width());
    }

    void aFullDayOfAMonthSaysHowManyMore()
    {
        const CalendarLayout month(CalendarMode::Month, thursday, {1000, 700});
        QList<models::CalendarBlock> blocks;
        for (int hour = 0; hour < 12; ++hour)
            blocks.append(block(at(thursday, hour), at(thursday, hour + 1)));
        const QList<CalendarPiece> pieces = month.pieces(blocks, 0);
        QCOMPARE(pieces.last().block, -1);
        QCOMPARE(pieces.last().more, 12 - int(pieces.size()) + 1);
        const QRectF cell = month.dayRect(int(month.first().daysTo(thursday)));
        for (const CalendarPiece &piece : pieces)
            QVERIFY(cell.contains(piece.rect));
        QCOMPARE(month.timeAt(cell.center(), 0), ui::startOf(thursday));
    }

    void aRuleIsShiftedWhereItCanBe()
    {
        domain::MaintenanceWindow window;
        window.start = domain::LocalTime(std::chrono::days(20000) + std::chrono::hours(9));
        window.end = window.start + std::chrono::hours(1);
        const domain::Zone zone = domain::Zone::utc();
        const base::Instant from{window.start.time_since_epoch()};
        const domain::WindowSpan was{from, from + std::chrono::hours(1)};
        const domain::WindowSpan later{from + std::chrono::hours(3), from + std::chrono::hours(6)};
        const domain::WindowSpan tomorrow{from + std::chrono::hours(24), from + std::chrono::hours(25)};
        QCOMPARE(models::shiftedRule(window, was, later, zone)->value("end"_L1).toString().mid(11, 5), u"15:00"_s);
        window.recurring = u"0 9 * * 4"_s;
        const QJsonObject shifted = models::shiftedRule(window, was, later, zone).value();
        QCOMPARE(shifted.value("recurring"_L1).toString(), u"0 12 * * 4"_s);
        QVERIFY(!models::shiftedRule(window, was, tomorrow, zone)); // another day of the week
        window.recurring = u"0 9 * * *"_s;
        QVERIFY(models::shiftedRule(window, was, tomorrow, zone));
        window.recurring = u"*/30 9 * * *"_s;
        QVERIFY(!models::shiftedRule(window, was, later, zone));
    }
};

REGISTER_TEST(CalendarLayoutTest);

} // namespace

#include "test_calendarlayout.moc"
