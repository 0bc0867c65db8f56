// SPDX-License-Identifier: Apache-2.0
// Why there is a slot, what the clocks did to it, who looked, which rule decided.
#include "app/domain/why/teller.h"

using namespace Qt::StringLiterals;

namespace domain {

QString Teller::schedule() const
{
    if (m_facts.length) {
        return say(QT_TRANSLATE_NOOP("Why", "every %1")).arg(length());
    }
    return m_facts.from ? say(QT_TRANSLATE_NOOP("Why", "once")) : u"\"%1\""_s.arg(m_facts.text);
}

QString Teller::planned() const
{
    if (m_facts.field.isEmpty()) {
        return say(QT_TRANSLATE_NOOP("Why", "A schedule that it no longer has planned it for %1.")).arg(at());
    }
    if (zone().isEmpty()) {
        return say(QT_TRANSLATE_NOOP("Why", "Its schedule %1 planned it for %2.")).arg(schedule(), at());
    }
    return say(QT_TRANSLATE_NOOP("Why", "Its schedule %1 planned it for %2, which is %3 in %4."))
        .arg(schedule(), at(), wall(0), zone());
}

QString Teller::triggered() const
{
    if (!m_facts.runs.isEmpty()) {
        return m_facts.value.isEmpty()
                   ? say(QT_TRANSLATE_NOOP("Why", "The end of %1 asked for it at %2.")).arg(runs(), at())
                   : say(QT_TRANSLATE_NOOP("Why", "The workflow %1 asked for it at %2, as its step %3."))
                         .arg(runs(), at(), m_facts.value);
    }
    return m_facts.value.isEmpty()
               ? say(QT_TRANSLATE_NOOP("Why", "Its trigger %1 asked for it at %2.")).arg(m_facts.text, at())
               : say(QT_TRANSLATE_NOOP("Why", "A change of %1 asked for it at %2.")).arg(m_facts.value, at());
}

QString Teller::cause() const
{
    switch (m_step.kind) {
    case WhyStepKind::Requested:
        return m_facts.who.isEmpty() ? say(QT_TRANSLATE_NOOP("Why", "It was asked for by hand at %1.")).arg(at())
                                     : say(QT_TRANSLATE_NOOP("Why", "%1 asked for it at %2.")).arg(m_facts.who, at());
    case WhyStepKind::DoneAgain:
        return say(QT_TRANSLATE_NOOP("Why", "It is done again, because %1 was interrupted.")).arg(runs());
    case WhyStepKind::Triggered:
        return triggered();
    case WhyStepKind::Planned:
        return planned();
    case WhyStepKind::NoSchedule:
        return say(QT_TRANSLATE_NOOP("Why", "It had no schedule then; it runs only when somebody asks for it."));
    case WhyStepKind::NoSlot:
        return say(QT_TRANSLATE_NOOP("Why", "No schedule of it has a slot at %1.")).arg(at());
    case WhyStepKind::OpenThen:
        return m_facts.until
                   ? say(QT_TRANSLATE_NOOP("Why", "%1 was under way at that time, from %2 to %3."))
                         .arg(runs(), at(), time(m_facts.until))
                   : say(QT_TRANSLATE_NOOP("Why", "%1 was under way at that time, since %2.")).arg(runs(), at());
    case WhyStepKind::NotYetMade:
        return say(QT_TRANSLATE_NOOP("Why", "The automation was made only at %1.")).arg(at());
    case WhyStepKind::ScheduleLater:
        return say(QT_TRANSLATE_NOOP("Why", "The schedule that would have it was saved only at %1, as version %2."))
            .arg(at(), number());
    case WhyStepKind::VersionThen:
        return say(QT_TRANSLATE_NOOP("Why", "Version %1 counted then; today it is version %2.")).arg(number(), count());
    case WhyStepKind::NoRecord:
        return say(QT_TRANSLATE_NOOP("Why", "Nothing is recorded about this slot."));
    case WhyStepKind::WillStart:
        return say(QT_TRANSLATE_NOOP("Why", "It will start at %1, in %2, if an engine runs then.")).arg(at(), length());
    default:
        return {};
    }
}

QString Teller::clocks() const
{
    switch (m_step.kind) {
    case WhyStepKind::ClockGap:
        return say(QT_TRANSLATE_NOOP(
                       "Why", "%1 does not exist in %2 on that day, the clocks go from %3 to %4; it is due at %5."))
            .arg(wall(0), zone(), wall(1), wall(2), at());
    case WhyStepKind::NoSuchTime:
        return say(QT_TRANSLATE_NOOP("Why", "%1 does not exist in %2 on that day, the clocks go from %3 to %4."))
            .arg(wall(0), zone(), wall(1), wall(2));
    case WhyStepKind::GapSkipped:
        return say(QT_TRANSLATE_NOOP("Why",
                                     "%1 does not exist in %2 on that day, the clocks go from %3 to %4, and this "
                                     "schedule leaves such times out."))
            .arg(wall(0), zone(), wall(1), wall(2));
    case WhyStepKind::ClockOverlap: {
        const QString twice = m_facts.number == 0   ? say(QT_TRANSLATE_NOOP("Why", "it is due both times"))
                              : m_facts.number == 1 ? say(QT_TRANSLATE_NOOP("Why", "it is due the first time only"))
                                                    : say(QT_TRANSLATE_NOOP("Why", "it is due the second time only"));
        return say(QT_TRANSLATE_NOOP("Why", "%1 comes twice in %2 on that day, at %3 and at %4; %5."))
            .arg(wall(0), zone(), time(m_facts.from), time(m_facts.until), twice);
    }
    case WhyStepKind::PassNotCounted:
        return say(QT_TRANSLATE_NOOP("Why", "%1 comes twice in %2 on that day; it is due at %3 and not again at %4."))
            .arg(wall(0), zone(), time(m_facts.number == 1 ? m_facts.from : m_facts.until),
                 time(m_facts.number == 1 ? m_facts.until : m_facts.from));
    case WhyStepKind::Jitter:
        return say(QT_TRANSLATE_NOOP("Why", "Its jitter delays it by %1, to %2.")).arg(length(), at());
    default:
        return {};
    }
}

QString Teller::looking() const
{
    switch (m_step.kind) {
    case WhyStepKind::NoEngine:
        return say(QT_TRANSLATE_NOOP("Why",
                                     "No engine was running at that time; the next one started at %1, %2 later."))
            .arg(at(), length());
    case WhyStepKind::Asleep:
        return say(QT_TRANSLATE_NOOP(
                       "Why", "The engine looked only at %1, %2 later: the computer slept, or its clock was set."))
            .arg(at(), length());
    case WhyStepKind::NotLookedAt:
        return say(QT_TRANSLATE_NOOP("Why", "No engine has looked at it in the %1 since it was due.")).arg(length());
    case WhyStepKind::DueNow:
        return say(QT_TRANSLATE_NOOP("Why", "It has just come due."));
    case WhyStepKind::CaughtUp:
        return m_step.at
                   ? say(QT_TRANSLATE_NOOP("Why", "It was made up for at %1: misfire is %2.")).arg(at(), m_facts.value)
                   : say(QT_TRANSLATE_NOOP("Why", "The next engine makes up for it: misfire is %1."))
                         .arg(m_facts.value);
    case WhyStepKind::Covered:
        return say(QT_TRANSLATE_NOOP("Why", "%1 stands for %2 slots, the last of them at %3."))
            .arg(runs(), count(), time(m_facts.until));
    default:
        return {};
    }
}

QString Teller::paused() const
{
    if (!m_step.at) {
        return say(QT_TRANSLATE_NOOP("Why", "The automation was paused."));
    }
    return m_facts.who.isEmpty()
               ? say(QT_TRANSLATE_NOOP("Why", "The automation is paused since %1.")).arg(at())
               : say(QT_TRANSLATE_NOOP("Why", "%1 paused the automation at %2.")).arg(m_facts.who, at());
}

QString Teller::pausedSince() const
{
    const bool resumed = m_facts.value == u"resumed";
    if (!m_step.at) {
        return resumed ? say(QT_TRANSLATE_NOOP("Why", "It was missed before everything was resumed; such slots are not "
                                                      "made up for."))
                       : say(QT_TRANSLATE_NOOP("Why", "It was missed before everything was paused; such slots are not "
                                                      "made up for."));
    }
    return (resumed ? say(QT_TRANSLATE_NOOP("Why", "Everything was resumed at %1; slots missed before are not made up "
                                                   "for."))
                    : say(QT_TRANSLATE_NOOP("Why", "Everything was paused at %1; slots missed before are not made up "
                                                   "for.")))
        .arg(at());
}

QString Teller::overlapping() const
{
    return m_facts.runs.isEmpty()
               ? say(QT_TRANSLATE_NOOP("Why", "An earlier run was still open: overlap is %1.")).arg(m_facts.value)
               : say(QT_TRANSLATE_NOOP("Why", "%1 was still open: overlap is %2.")).arg(runs(), m_facts.value);
}

QString Teller::rule() const
{
    switch (m_step.kind) {
    case WhyStepKind::Misfire:
        if (m_facts.value == u"once") {
            return say(QT_TRANSLATE_NOOP("Why", "Of several missed slots only the latest runs: misfire is once."));
        }
        return m_facts.number
                   ? say(QT_TRANSLATE_NOOP("Why", "Only the latest %1 missed slots run: misfire is %2."))
                         .arg(number(), m_facts.value)
                   : say(QT_TRANSLATE_NOOP("Why", "It is not made up for: misfire is %1.")).arg(m_facts.value);
    case WhyStepKind::Ask:
        return say(QT_TRANSLATE_NOOP("Why", "It was missed and waits for somebody to decide: misfire is ask."));
    case WhyStepKind::ChangedSince:
        return say(QT_TRANSLATE_NOOP("Why", "The automation was saved at %1; slots missed before are not made up for."))
            .arg(at());
    case WhyStepKind::Dismissed:
        return say(QT_TRANSLATE_NOOP("Why", "It was missed, and %1 dismissed it %2 later: misfire is ask."))
            .arg(m_facts.who, length());
    case WhyStepKind::PausedSince:
        return pausedSince();
    case WhyStepKind::Paused:
        return paused();
    case WhyStepKind::AllPaused:
        return m_step.at ? say(QT_TRANSLATE_NOOP("Why", "%1 paused everything at %2.")).arg(m_facts.who, at())
                         : say(QT_TRANSLATE_NOOP("Why", "Everything was paused."));
    case WhyStepKind::Deadline:
        return say(QT_TRANSLATE_NOOP("Why", "It was %1 late; it may start at most %2 late.")).arg(length(), seconds());
    case WhyStepKind::Overlap:
        return overlapping();
    case WhyStepKind::QueueFull:
        return say(QT_TRANSLATE_NOOP("Why", "%1 runs were waiting already; at most %2 may."))
            .arg(count(), m_facts.value);
    case WhyStepKind::SkippedFor:
        return say(QT_TRANSLATE_NOOP("Why", "It was skipped: %1.")).arg(m_facts.text);
    default:
        return {};
    }
}

} // namespace domain
