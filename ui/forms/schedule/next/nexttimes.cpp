// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/schedule/next/nexttimes.h"

#include "models/times.h"
#include "ui/forms/schedule/next/walltext.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::NextTimes)
};

QString offsetText(base::Seconds offset)
{
    const qint64 minutes = std::abs(offset.count()) / 60;
    return u"%1%2:%3"_s.arg(offset.count() < 0 ? u"-"_s : u"+"_s)
        .arg(minutes / 60, 2, 10, QChar(u'0'))
        .arg(minutes % 60, 2, 10, QChar(u'0'));
}

QString timeText(qint64 wallSeconds)
{
    return wallTime(QDateTime::fromSecsSinceEpoch(wallSeconds, Qt::UTC));
}

bool isSlot(const domain::SlotFinder &finder, base::Instant at)
{
    return finder.next(at - base::Millis(1)) == at;
}

/// Speaks of one slot after another; what lies between two of them counts too.
class Teller
{
public:
    explicit Teller(const NextQuestion &question)
        : m_question(question), m_finder(question.finder), m_zone(question.finder.zone())
    {
        if (const base::Result<domain::Cron> cron = domain::Cron::parse(m_finder.schedule().cron))
            m_cron = *cron;
    }

    NextTime tell(base::Instant at, base::Instant before) const
    {
        const QDateTime wall = wallClock(at, m_zone);
        const bool thisYear = wall.date().year() == wallClock(m_question.now, m_zone).date().year();
        return {.day = QLocale().toString(wall.date(), u"ddd "_s) +
                       (thisYear ? models::dayText(wall.date()) : models::dayYearText(wall.date())),
                .time = wallTime(wall),
                .offset = offsetText(m_zone.offsetAt(at)),
                .here = hereText(at, wall),
                .distance = models::distance(at, m_question.now),
                .mark = markOf(at, before),
                .duplicate = duplicateOf(at),
                .window = windowOf(at)};
    }

private:
    QString hereText(base::Instant at, const QDateTime &wall) const
    {
        const QDateTime here = wallClock(at, m_question.here);
        if (here == wall)
            return {};
        const QString time = wallTime(here);
        return here.date() == wall.date()
                   ? Words::tr("%1 here").arg(time)
                   : Words::tr("%1 %2 here").arg(QLocale().toString(here.date(), u"ddd"_s), time);
    }

    QString markOf(base::Instant at, base::Instant before) const
    {
        const QString moved = movedMark(at);
        if (!moved.isEmpty())
            return moved;
        const domain::WallMatch match = m_zone.fromLocal(m_zone.toLocal(at));
        if (match.kind == domain::WallMatch::Kind::Twice)
            return twiceMark(at, match);
        return changeMark(at, before);
    }

    /// The slot stands for a time that the clocks leave out.
    QString movedMark(base::Instant at) const
    {
        const domain::Zone::Segment &here = m_zone.segment(m_zone.segmentAt(secondsOf(at)));
        if (!m_cron || here.shift <= 0 || secondsOf(at) - here.start >= here.shift ||
            m_cron->next(at - base::Millis(1), m_zone, domain::GapRule::Skip, domain::OverlapRule::Both) == at)
            return {};
        const std::optional<qint64> missing = inGap(here);
        if (!missing)
            return {};
        const qint64 shown =
            m_finder.schedule().gap == domain::GapRule::Shift ? secondsOf(at) + here.offset - here.shift : *missing;
        return Words::tr("clocks go forward: %1 becomes %2").arg(timeText(shown), wallTime(wallClock(at, m_zone)));
    }

    QString twiceMark(base::Instant at, const domain::WallMatch &match) const
    {
        const QString time = wallTime(wallClock(at, m_zone));
        const bool first = at == match.first;
        if (isSlot(m_finder, first ? match.second : match.first))
            return (first ? Words::tr("first of two %1") : Words::tr("second of two %1")).arg(time);
        if (!m_cron)
            return (first ? Words::tr("the first %1, which comes twice")
                          : Words::tr("the second %1, which comes twice"))
                .arg(time);
        return (first ? Words::tr("runs once though %1 comes twice") : Words::tr("runs at the second of two %1"))
            .arg(time);
    }

    /// The clocks have changed since the slot before.
    QString changeMark(base::Instant at, base::Instant before) const
    {
        const domain::Zone::Segment &now = m_zone.segment(m_zone.segmentAt(secondsOf(at)));
        const bool skips = m_finder.schedule().gap == domain::GapRule::Skip && now.shift > 0;
        const std::optional<qint64> missing = skips && secondsOf(before) < now.start ? inGap(now) : std::nullopt;
        if (missing)
            return Words::tr("clocks went forward: %1 was left out").arg(timeText(*missing));
        const base::Seconds by = m_zone.offsetAt(at) - m_zone.offsetAt(before);
        const QString howFar = models::durationWords(std::chrono::abs(base::Millis(by)));
        return by.count() == 0  ? QString()
               : by.count() < 0 ? Words::tr("clocks went back %1").arg(howFar)
                                : Words::tr("clocks went forward %1").arg(howFar);
    }

    /// The first wall time in a gap that the expression names; seconds.
    std::optional<qint64> inGap(const domain::Zone::Segment &behind) const
    {
        const qint64 end = behind.start + behind.offset;
        const base::Instant begin(base::Seconds(end - behind.shift));
        const std::optional<base::Instant> wall =
            m_cron ? m_cron->next(begin - base::Millis(1), domain::Zone::utc()) : std::nullopt;
        return wall && secondsOf(*wall) < end ? std::optional(secondsOf(*wall)) : std::nullopt;
    }

    QString windowOf(base::Instant at) const
    {
        const bool asked = m_question.windows && m_question.automation;
        const auto open = asked ? m_question.windows->strictest(*m_question.automation, at) : std::nullopt;
        if (!open)
            return {};
        const domain::MaintenanceWindow &window = m_question.windows->window(open->window);
        switch (window.effect()) {
        case domain::WindowEffect::Skip:
            return Words::tr("skipped by the window “%1”").arg(window.name);
        case domain::WindowEffect::OnceAfter:
            return Words::tr("waits for the end of the window “%1”").arg(window.name);
        case domain::WindowEffect::Approve:
            return Words::tr("the window “%1” asks first").arg(window.name);
        case domain::WindowEffect::Notify:
        case domain::WindowEffect::Execute:
            return Words::tr("in the window “%1”").arg(window.name);
        }
        Q_UNREACHABLE();
    }

    QString duplicateOf(base::Instant at) const
    {
        for (const OtherSchedule &other : m_question.others)
            if (isSlot(other.finder, at))
                return Words::tr("also in schedule %1").arg(other.number);
        return {};
    }

    static qint64 secondsOf(base::Instant at)
    {
        return std::chrono::floor<base::Seconds>(at).time_since_epoch().count();
    }

    const NextQuestion &m_question;
    const domain::SlotFinder &m_finder;
    const domain::Zone &m_zone;
    std::optional<domain::Cron> m_cron;
};

} // namespace

QList<NextTime> nextTimes(const NextQuestion &question)
{
    const Teller teller(question);
    QList<NextTime> times;
    base::Instant before = question.now;
    for (int i = 0; i < question.count; ++i) {
        const std::optional<base::Instant> at = question.finder.next(before);
        if (!at)
            break;
        times.append(teller.tell(*at, before));
        before = *at;
    }
    return times;
}

} // namespace ui
