// SPDX-License-Identifier: Apache-2.0
// Random windows against random schedules, judged by a second model that walks the wall clock minute by minute.
#include "app/domain/forecast.h"
#include "app/domain/windows/standing.h"
#include "tests/support/registry.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::Decision;
using domain::MaintenanceWindow;
using domain::WindowEffect;

namespace {

constexpr base::Millis minute = base::Seconds(60);
constexpr base::Millis day = base::Seconds(86400);

/// A window that happens once, or at one minute of one hour on some days of the week.
struct Case
{
    MaintenanceWindow window;
    int startMinute = 0; ///< Of the day.
    QList<int> weekdays; ///< 0 is Sunday; empty happens once.
};

struct Judge
{
    explicit Judge(Case of) : given(std::move(of)) {}

    bool begins(domain::LocalTime wall) const
    {
        if (given.weekdays.isEmpty()) {
            return wall == given.window.start;
        }
        const auto date = std::chrono::floor<std::chrono::days>(wall);
        const int weekday = int(std::chrono::weekday(std::chrono::sys_days(date.time_since_epoch())).c_encoding());
        return wall >= given.window.start && wall - date == given.startMinute * minute &&
               given.weekdays.contains(weekday);
    }

    /// The next minute, at which the wall clock shows `wall`.
    void step(domain::LocalTime wall)
    {
        ends.removeIf([wall](domain::LocalTime end) { return wall >= end; });
        bool begin = false;
        // What the clocks skip begins behind the gap; what they show a second time does not begin again.
        for (domain::LocalTime at = seen + minute; at <= wall; at += minute) {
            begin = begin || begins(at);
        }
        seen = std::max(seen, wall);
        if (begin) {
            ends.append(wall + given.window.length());
        }
    }

    bool isOpen() const { return !ends.isEmpty(); }

    Case given;
    domain::LocalTime seen;
    QList<domain::LocalTime> ends;
};

class Dice
{
public:
    explicit Dice(quint32 seed) : m_random(seed) {}
    int upTo(int most) { return int(m_random.bounded(most + 1)); }

private:
    QRandomGenerator m_random;
};

Case someCase(Dice &dice, domain::LocalTime around)
{
    static const QList<domain::AutonomyOverride> all{
        domain::AutonomyOverride::Disabled, domain::AutonomyOverride::Disabled, domain::AutonomyOverride::Approve,
        domain::AutonomyOverride::Notify, domain::AutonomyOverride::Execute};
    Case made;
    made.window.name = u"w"_s;
    made.window.timezone = u"Europe/Berlin"_s;
    made.window.autonomyOverride = all.at(dice.upTo(4));
    made.window.blockedSlots = dice.upTo(1) ? domain::BlockedSlots::OnceAfter : domain::BlockedSlots::Skip;
    made.startMinute = dice.upTo(1) ? 120 + dice.upTo(60) : dice.upTo(1439);
    const auto date = std::chrono::floor<std::chrono::days>(around) + std::chrono::days(dice.upTo(8) - 3);
    made.window.start = date + made.startMinute * minute;
    made.window.end = made.window.start + (1 + dice.upTo(dice.upTo(1) ? 120 : 2000)) * minute;
    if (dice.upTo(2) > 0) {
        QStringList days;
        for (int weekday = 0; weekday < 7; ++weekday) {
            if (dice.upTo(1)) {
                made.weekdays.append(weekday);
                days.append(QString::number(weekday));
            }
        }
        made.weekdays = made.weekdays.isEmpty() ? QList<int>{0} : made.weekdays;
        made.window.recurring = u"%1 %2 * * %3"_s.arg(made.startMinute % 60)
                                    .arg(made.startMinute / 60)
                                    .arg(days.isEmpty() ? u"0"_s : days.join(u','));
    }
    return made;
}

struct Told
{
    Decision decision = Decision::Run;
    base::Instant start;
};

/// What becomes of the slots of one automation, as somebody would find out who looks each minute.
class Walk
{
public:
    Walk(const QList<Case> &cases, base::Millis period, base::Instant from) : m_period(period), m_from(from)
    {
        for (const Case &one : cases) {
            m_judges.append(Judge(one));
        }
    }

    QMap<base::Instant, Told> walk(const domain::Zone &zone, base::Instant to,
                                   const std::function<void(base::Instant, std::optional<WindowEffect>)> &each)
    {
        const base::Instant begin = m_from - 14 * day;
        for (Judge &judge : m_judges) {
            judge.seen = zone.toLocal(begin) - minute;
        }
        for (base::Instant at = begin; at < to; at += minute) {
            const domain::LocalTime wall = zone.toLocal(at);
            for (Judge &judge : m_judges) {
                judge.step(wall);
            }
            if (at < m_from) {
                continue;
            }
            each(at, effect());
            if (m_held && !m_judges.at(m_heldFor).isOpen()) {
                const base::Instant slot = *std::exchange(m_held, std::nullopt);
                consider(slot, at);
            }
            if ((at - m_from) % m_period == base::Millis(0)) {
                consider(at, at);
            }
        }
        return m_told;
    }

private:
    std::optional<WindowEffect> effect() const
    {
        std::optional<WindowEffect> strictest;
        for (const Judge &judge : m_judges) {
            if (judge.isOpen() && (!strictest || judge.given.window.effect() > *strictest)) {
                strictest = judge.given.window.effect();
            }
        }
        return strictest;
    }

    void consider(base::Instant slot, base::Instant at)
    {
        const WindowEffect says = effect().value_or(WindowEffect::Execute);
        const bool holds = says == WindowEffect::OnceAfter && !m_held;
        if (holds) {
            m_held = slot;
            m_heldFor = 0;
            while (!m_judges.at(m_heldFor).isOpen() || m_judges.at(m_heldFor).given.window.effect() != says) {
                ++m_heldFor;
            }
            m_told[slot] = {Decision::Wait, at};
        } else if (domain::isBlocking(says)) {
            m_told[slot] = {Decision::Skip, at};
        } else if (says == WindowEffect::Approve) {
            m_told[slot] = {Decision::Approval, at};
        } else {
            m_told[slot] = {at == slot ? Decision::Run : Decision::Wait, at};
        }
    }

    base::Millis m_period;
    base::Instant m_from;
    QList<Judge> m_judges;
    std::optional<base::Instant> m_held;
    qsizetype m_heldFor = 0;
    QMap<base::Instant, Told> m_told;
};

domain::ForecastInput input(const QList<MaintenanceWindow> &windows, base::Millis period, base::Instant from,
                            base::Instant to)
{
    domain::Schedule schedule;
    schedule.everySeconds = std::chrono::duration_cast<base::Seconds>(period).count();
    schedule.anchor = from;
    schedule.timezone = u"UTC"_s;
    domain::Automation automation;
    automation.id = base::AutomationId(u"auto_1"_s);
    automation.overlap = domain::Overlap::Parallel;
    automation.triggers = {schedule};
    domain::ForecastInput asked;
    asked.automations = {automation};
    asked.durations = {{automation.id, base::Millis(1)}};
    asked.globalLimit = 1000;
    asked.maintenance = windows;
    asked.plan(from, to);
    return asked;
}

} // namespace

class WindowsPlainlyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void windowsAndSlotsAreAsTheJudgeSays_data()
    {
        QTest::addColumn<QString>("around");
        QTest::newRow("clocks go forward") << u"2026-03-28T00:00:00Z"_s;
        QTest::newRow("clocks go back") << u"2026-10-24T00:00:00Z"_s;
        QTest::newRow("a leap day") << u"2028-02-27T00:00:00Z"_s;
    }

    void windowsAndSlotsAreAsTheJudgeSays()
    {
        QFETCH(QString, around);
        const base::Instant from = *base::parseIso(around);
        const base::Instant to = from + 4 * day;
        const domain::Zone zone = domain::Zone::load(u"Europe/Berlin"_s).value();
        for (quint32 seed = 0; seed < 120; ++seed) {
            Dice dice(seed);
            QList<Case> cases;
            QList<MaintenanceWindow> windows;
            for (int i = dice.upTo(4); i >= 0; --i) {
                cases.append(someCase(dice, zone.toLocal(from)));
                windows.append(cases.last().window);
            }
            compare(cases, windows, (1 + dice.upTo(90)) * minute, {from, to}, zone);
            if (QTest::currentTestFailed()) {
                qWarning("seed %u", seed);
                return;
            }
        }
    }

private:
    static void compare(const QList<Case> &cases, const QList<MaintenanceWindow> &windows, base::Millis period,
                        const domain::WindowSpan &span, const domain::Zone &zone)
    {
        const domain::ForecastInput asked = input(windows, period, span.from, span.to);
        const domain::WindowStanding standing(windows);
        const domain::Automation &automation = asked.automations.first();
        const auto each = [&](base::Instant at, std::optional<WindowEffect> expected) {
            const auto open = standing.strictest(automation, at);
            const auto planned = domain::strictestWindow(asked.windows, automation, at);
            const auto found = open ? std::optional(standing.window(open->window).effect()) : std::nullopt;
            const auto foundPlanned = planned ? std::optional(asked.windows.at(*planned).effect) : std::nullopt;
            if (found != expected || foundPlanned != expected) {
                QFAIL(qPrintable(u"another effect at "_s + base::isoUtc(at)));
            }
        };
        const QMap<base::Instant, Told> told = Walk(cases, period, span.from).walk(zone, span.to, each);
        const domain::Forecast forecast = domain::forecast(asked);
        QCOMPARE(forecast.slots.size(), told.size());
        for (const domain::ForecastSlot &slot : forecast.slots) {
            const Told expected = told.value(slot.slot);
            // What is held beyond the end of the walk was not seen to its end.
            const bool beyond = slot.decision != Decision::Run && slot.start >= span.to;
            if (!beyond && (slot.decision != expected.decision || slot.start != expected.start)) {
                QFAIL(qPrintable(u"slot %1: %2 at %3, not %4 at %5"_s.arg(
                    base::isoUtc(slot.slot), domain::decisionWord(slot.decision), base::isoUtc(slot.start),
                    domain::decisionWord(expected.decision), base::isoUtc(expected.start))));
            }
        }
    }
};

REGISTER_TEST(WindowsPlainlyTest);
#include "test_windowsplainly.moc"
