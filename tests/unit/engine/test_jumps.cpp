// SPDX-License-Identifier: Apache-2.0
// A clock that jumps by a second up to a year, to and fro, under ten thousand schedules. What the scheduler plans is
// judged by arithmetic of the test's own: it knows each schedule as an offset and a period and never asks for its
// slots.
#include "app/engine/scheduler.h"
#include "app/store/store.h"
#include "tests/support/fakealarm.h"
#include "tests/support/registry.h"
#include "tests/support/tempstore.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using domain::Misfire;

namespace {

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
constexpr qint64 week = 7 * day;
constexpr qint64 year = 365 * day;
constexpr qint64 thursday = 4; // 1970-01-01, where weeks of milliseconds begin

qint64 floorDiv(qint64 a, qint64 b)
{
    return a / b - (a % b < 0 ? 1 : 0);
}

/// What is to happen to one schedule. Slots are at offset + n × period, all in UTC milliseconds.
struct Judge
{
    qint64 period = hour;
    qint64 offset = 0;
    qint64 notBefore = std::numeric_limits<qint64>::min();
    qint64 notAfter = std::numeric_limits<qint64>::max();
    domain::Automation rules = {};
    qint64 until = 0; // accounted for up to here

    qint64 lastUntil(qint64 time) const { return offset + floorDiv(time - offset, period) * period; }
    qint64 countIn(qint64 from, qint64 to) const
    {
        return std::max<qint64>(0, floorDiv(to - offset, period) - floorDiv(from - 1 - offset, period));
    }
    /// From where on slots are still to be accounted for.
    qint64 open() const { return std::max(until + 1, notBefore); }
    std::optional<qint64> next() const
    {
        const qint64 slot = lastUntil(open() - 1) + period;
        return slot <= notAfter ? std::optional(slot) : std::nullopt;
    }
};

struct Expected
{
    qint64 due = 0;
    QList<qint64> runs; // slots, in order
    QList<qint64> asked;
};

/// What the rules say about the slots that have come due by `now`; accounts for them.
Expected judge(Judge &j, qint64 now)
{
    const qint64 end = std::min(now, j.notAfter);
    Expected expected;
    expected.due = j.countIn(j.open(), end);
    if (expected.due == 0) {
        return expected;
    }
    const qint64 last = j.lastUntil(end);
    const qint64 inTime = j.countIn(std::max(j.open(), now - minute), end);
    const qint64 missed = expected.due - inTime;
    qint64 allowed = 0;
    if (j.rules.misfire == Misfire::Once) {
        allowed = inTime > 0 ? 0 : 1;
    } else if (j.rules.misfire != Misfire::Skip) {
        allowed = j.rules.maxCatchUp;
    }
    const qint64 kept = std::min(missed, allowed);
    for (qint64 back = inTime + kept - 1; back >= 0 && !j.rules.paused; --back) {
        const qint64 slot = last - back * j.period;
        if (j.rules.startDeadlineSeconds && now - slot > *j.rules.startDeadlineSeconds * second) {
            continue;
        }
        const bool asked = back >= inTime && j.rules.misfire == Misfire::Ask;
        (asked ? expected.asked : expected.runs).append(slot);
    }
    j.until = last;
    return expected;
}

struct Rng
{
    QRandomGenerator random;
    qint64 below(qint64 limit) { return qint64(random.generate64() % quint64(limit)); }
    bool oneIn(int n) { return random.bounded(n) == 0; }
    /// As many jumps of seconds as of months, either way; from far behind the latest time so far mostly forward, for
    /// nothing happens there.
    qint64 jump(qint64 behind)
    {
        const double exponent = random.generateDouble() * std::log(double(year) / second);
        const qint64 size = std::clamp<qint64>(qint64(std::exp(exponent) * second), second, year);
        const int forward = behind > day ? 80 : 50;
        return random.bounded(100) < forward ? size : -size;
    }
};

/// Few that are due often: a year of minutes costs as much as a year of ten thousand yearly ones.
qint64 periodOf(int index)
{
    return index < 12 ? minute : index < 60 ? hour : index < 600 ? day : week;
}

QString cronOf(const Judge &j)
{
    const qint64 m = j.offset / minute % 60;
    const qint64 h = j.offset / hour % 24;
    if (j.period == minute) {
        return u"* * * * *"_s;
    }
    if (j.period == hour) {
        return u"%1 * * * *"_s.arg(m);
    }
    if (j.period == day) {
        return u"%1 %2 * * *"_s.arg(m).arg(h);
    }
    return u"%1 %2 * * %3"_s.arg(m).arg(h).arg((thursday + j.offset / day) % 7);
}

Judge makeJudge(int index, qint64 start, Rng &rng)
{
    Judge j{.period = periodOf(index)};
    j.until = start;
    domain::Schedule schedule;
    schedule.timezone = u"UTC"_s;
    if (index % 3 == 2) {
        // An interval of any length up to twice as long, from any second on.
        j.period = j.period + rng.below(j.period / second) * second;
        j.offset = start - rng.below(j.period / second) * second;
        schedule.everySeconds = j.period / second;
        schedule.anchor = base::fromMillis(j.offset);
        j.notBefore = j.offset; // an interval has no slot before its anchor
    } else {
        j.offset = rng.below(j.period / minute) * minute;
        schedule.cron = cronOf(j);
    }
    if (rng.oneIn(10)) {
        j.notBefore = start + rng.below(2 * year);
        schedule.notBefore = base::fromMillis(j.notBefore);
    }
    if (rng.oneIn(10)) {
        j.notAfter = std::max(j.notBefore, start) + rng.below(4 * year);
        schedule.notAfter = base::fromMillis(j.notAfter);
    }
    j.rules = test::someAutomation(QString::number(index));
    j.rules.triggers = {schedule};
    j.rules.misfire = Misfire(rng.below(4));
    j.rules.maxCatchUp = 1 + rng.below(20);
    j.rules.catchUpSpacingSeconds = rng.oneIn(4) ? 60 : 0;
    j.rules.paused = rng.oneIn(20);
    if (rng.oneIn(4)) {
        j.rules.startDeadlineSeconds = 1 + rng.below(3 * day / second);
    }
    return j;
}

/// What was planned for one automation by one jump.
struct Planned
{
    QList<qint64> runs;
    QList<qint64> asked;
    qint64 skipped = 0;
};

class JumpsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachSlotIsPlannedAsItsRuleSaysOnce();

private:
    void makeWorkspace(test::TempStore &store, int schedules, Rng &rng);
    void startScheduler(const engine::Book &book, const base::Clock &clock);
    void take(const engine::Plan &plan);
    QString look(qint64 now);
    QString compare(Judge &j, qint64 now) const;

    std::vector<Judge> m_judges;
    QHash<base::AutomationId, Planned> m_planned;
    QHash<std::pair<base::AutomationId, QString>, base::Instant> m_positions;
    std::unique_ptr<engine::Scheduler> m_scheduler;
    test::FakeAlarm *m_alarm = nullptr;
    qint64 m_runs = 0;
};

void JumpsTest::makeWorkspace(test::TempStore &store, int schedules, Rng &rng)
{
    QList<domain::Automation> automations;
    for (int i = 0; i < schedules; ++i) {
        m_judges.push_back(makeJudge(i, base::toMillis(store.clock.now()), rng));
        automations.append(m_judges.back().rules);
    }
    const auto stored = test::await(store->automations().create(automations, u"tester"_s), base::Millis(60000));
    QVERIFY(stored);
    for (int i = 0; i < schedules; ++i) {
        m_judges.at(size_t(i)).rules.id = stored->at(i).id;
    }
}

void JumpsTest::startScheduler(const engine::Book &book, const base::Clock &clock)
{
    auto alarm = std::make_unique<test::FakeAlarm>(clock);
    m_alarm = alarm.get();
    m_scheduler = std::make_unique<engine::Scheduler>(book, clock, std::move(alarm));
    connect(m_scheduler.get(), &engine::Scheduler::planned, this, &JumpsTest::take);
    QList<store::SchedulePosition> positions;
    for (auto it = m_positions.constBegin(); it != m_positions.constEnd(); ++it) {
        positions.append({it.key().first, it.key().second, it.value()});
    }
    m_scheduler->start(positions);
}

void JumpsTest::take(const engine::Plan &plan)
{
    for (const domain::Run &run : plan.runs) {
        Planned &planned = m_planned[run.automationId];
        const qint64 slot = base::toMillis(*run.plannedFor);
        if (run.status == domain::RunStatus::Skipped) {
            planned.skipped += run.missedCount;
        } else {
            (domain::waitsForDecision(run) ? planned.asked : planned.runs).append(slot);
            ++m_runs;
        }
    }
    for (const store::SchedulePosition &position : plan.positions) {
        m_positions.insert({position.automation, position.key}, position.plannedUntil);
    }
}

/// Empty where everything is as it should be.
QString JumpsTest::compare(Judge &j, qint64 now) const
{
    const Planned planned = m_planned.value(j.rules.id);
    const Expected expected = judge(j, now);
    const qint64 rest = expected.due - expected.runs.size() - expected.asked.size();
    // Of more than it counts, the scheduler says how many there were at least.
    const bool counted = expected.due <= domain::countedSlots
                             ? planned.skipped == rest
                             : planned.skipped <= rest && planned.skipped >= domain::countedSlots / 2;
    if (planned.runs == expected.runs && planned.asked == expected.asked && counted) {
        return {};
    }
    return u"automation %1, period %2 ms, now %3, due %4: %5 runs (expected %6), %7 asked (%8), %9 skipped"_s
        .arg(j.rules.name)
        .arg(j.period)
        .arg(now)
        .arg(expected.due)
        .arg(planned.runs.size())
        .arg(expected.runs.size())
        .arg(planned.asked.size())
        .arg(expected.asked.size())
        .arg(planned.skipped);
}

QString JumpsTest::look(qint64 now)
{
    std::optional<qint64> earliest;
    for (Judge &j : m_judges) {
        if (const QString wrong = compare(j, now); !wrong.isEmpty()) {
            return wrong;
        }
        m_planned.remove(j.rules.id);
        const std::optional<qint64> next = j.next();
        earliest = next && (!earliest || *next < *earliest) ? next : earliest;
    }
    if (!m_planned.isEmpty()) {
        return u"an automation nobody made has runs"_s;
    }
    const std::optional<base::Instant> due = m_scheduler->nextDue();
    return due == (earliest ? std::optional(base::fromMillis(*earliest)) : std::nullopt)
               ? QString()
               : u"the alarm is not at the next slot"_s;
}

void JumpsTest::eachSlotIsPlannedAsItsRuleSaysOnce()
{
    constexpr int schedules = 10'000;
    constexpr int jumps = 1'000;
    const quint32 seed = qEnvironmentVariableIsSet("SIGNALBOX_SEED")
                             ? quint32(qEnvironmentVariableIntValue("SIGNALBOX_SEED"))
                             : QRandomGenerator::global()->generate() >> 1;
    qInfo("seed %u; SIGNALBOX_SEED repeats it", seed);
    Rng rng{QRandomGenerator(seed)};
    test::TempStore store;
    makeWorkspace(store, schedules, rng);
    engine::Book book(store.store());
    QSignalSpy loaded(&book, &engine::Book::loaded);
    book.load();
    QVERIFY(loaded.wait(60000));
    startScheduler(book, store.clock);
    base::Instant latest = store.clock.now();
    for (int i = 0; i < jumps; ++i) {
        store.clock.jump(base::Millis(rng.jump((latest - store.clock.now()).count())));
        latest = std::max(latest, store.clock.now());
        if (rng.oneIn(100)) {
            startScheduler(book, store.clock);
        } else {
            m_alarm->step();
        }
        const QString wrong = look(base::toMillis(store.clock.now()));
        QVERIFY2(wrong.isEmpty(), qPrintable(u"seed %1, jump %2: %3"_s.arg(seed).arg(i).arg(wrong)));
    }
    QVERIFY(m_runs > schedules);
}

} // namespace

REGISTER_TEST(JumpsTest);

#include "test_jumps.moc"
