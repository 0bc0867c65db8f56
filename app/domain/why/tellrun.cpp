// SPDX-License-Identifier: Apache-2.0
// What a run waited for, how it went, how it ended.
#include "app/domain/why/teller.h"

using namespace Qt::StringLiterals;

namespace domain {

QString Teller::waited() const
{
    if (m_facts.field == u"catch_up_spacing_s") {
        return say(QT_TRANSLATE_NOOP("Why", "It waited %1: missed slots are made up for at least %2 apart."))
            .arg(length(), seconds());
    }
    if (m_facts.field == u"max_parallel") {
        return say(QT_TRANSLATE_NOOP("Why", "It waited %1 for %2 to end: at most %3 runs of it may go on at once."))
            .arg(length(), runs(), m_facts.value);
    }
    if (!m_facts.text.isEmpty()) {
        return say(QT_TRANSLATE_NOOP("Why", "It waited %1 for its turn.")).arg(length());
    }
    if (m_facts.runs.isEmpty()) {
        return say(QT_TRANSLATE_NOOP("Why", "It waited %1 for a free place on this machine.")).arg(length());
    }
    return m_facts.count.value_or(0) > 1
               ? say(QT_TRANSLATE_NOOP("Why", "It waited %1 behind %2 runs, the last of them %3: overlap is %4."))
                     .arg(length(), count(), runs(), m_facts.value)
               : say(QT_TRANSLATE_NOOP("Why", "It waited %1 for %2 to end: overlap is %3."))
                     .arg(length(), runs(), m_facts.value);
}

QString Teller::waiting() const
{
    switch (m_step.kind) {
    case WhyStepKind::Waited:
        return waited();
    case WhyStepKind::WaitedForDecision:
        return say(QT_TRANSLATE_NOOP("Why", "It was missed and waited %1 for somebody to decide: misfire is ask."))
            .arg(length());
    case WhyStepKind::Released:
        return say(QT_TRANSLATE_NOOP("Why", "It was missed, and %1 decided that it runs: misfire is ask."))
            .arg(m_facts.who);
    case WhyStepKind::WaitsUntil:
        if (m_facts.field.isEmpty()) {
            return say(QT_TRANSLATE_NOOP("Why", "It waits until %1: %2.")).arg(time(m_facts.until), m_facts.text);
        }
        return say(QT_TRANSLATE_NOOP("Why", "It waits until %1: missed slots are made up for at least %2 apart."))
            .arg(time(m_facts.until), seconds());
    case WhyStepKind::WaitsForRun:
        return m_facts.runs.isEmpty()
                   ? say(QT_TRANSLATE_NOOP("Why", "It has been waiting %1 for the run before it: overlap is %2."))
                         .arg(length(), m_facts.value)
                   : say(QT_TRANSLATE_NOOP("Why", "It has been waiting %1 for %2 to end: overlap is %3."))
                         .arg(length(), runs(), m_facts.value);
    case WhyStepKind::WaitsForPlace:
        return say(QT_TRANSLATE_NOOP("Why", "It has been waiting %1; at most %2 runs of it may go on at once."))
            .arg(length(), number());
    case WhyStepKind::WaitsForMachine:
        return say(QT_TRANSLATE_NOOP("Why", "It has been waiting %1; at most %2 runs may go on at once here."))
            .arg(length(), number());
    case WhyStepKind::WaitsFor:
        return m_facts.text.isEmpty()
                   ? say(QT_TRANSLATE_NOOP("Why", "It has been waiting for its turn for %1.")).arg(length())
                   : say(QT_TRANSLATE_NOOP("Why", "It has been waiting %1: %2.")).arg(length(), m_facts.text);
    case WhyStepKind::Replaces:
        return say(QT_TRANSLATE_NOOP("Why", "It took the place of %1, which ended at %2.")).arg(runs(), at());
    default:
        return {};
    }
}

QString Teller::run() const
{
    if (m_step.kind == WhyStepKind::Started) {
        return m_facts.number.value_or(1) > 1
                   ? say(QT_TRANSLATE_NOOP("Why", "It started at %1, attempt %2.")).arg(at(), number())
                   : say(QT_TRANSLATE_NOOP("Why", "It started at %1.")).arg(at());
    }
    return m_facts.until
               ? say(QT_TRANSLATE_NOOP("Why", "It has been running for %1; its timeout ends it at %2."))
                     .arg(length(), time(m_facts.until))
               : say(QT_TRANSLATE_NOOP("Why", "It has been running for %1, without a timeout.")).arg(length());
}

QString Teller::cancelled() const
{
    if (m_facts.who.isEmpty()) {
        return say(QT_TRANSLATE_NOOP("Why", "It was cancelled at %1: %2.")).arg(at(), m_facts.text);
    }
    return m_facts.length
               ? say(QT_TRANSLATE_NOOP("Why", "%1 cancelled it at %2, after %3.")).arg(m_facts.who, at(), length())
               : say(QT_TRANSLATE_NOOP("Why", "%1 cancelled it at %2, before it started.")).arg(m_facts.who, at());
}

QString Teller::interrupted() const
{
    if (m_facts.value == u"stopped") {
        return say(QT_TRANSLATE_NOOP("Why", "It was interrupted at %1: the engine was stopped.")).arg(at());
    }
    return m_facts.value == u"died"
               ? say(QT_TRANSLATE_NOOP("Why", "It was interrupted at %1: the engine ended while it ran.")).arg(at())
               : say(QT_TRANSLATE_NOOP("Why", "It was interrupted at %1: %2.")).arg(at(), m_facts.text);
}

QString Teller::end() const
{
    switch (m_step.kind) {
    case WhyStepKind::Ended:
        return say(QT_TRANSLATE_NOOP("Why", "It ended well at %1, after %2.")).arg(at(), length());
    case WhyStepKind::ExitCode:
        return say(QT_TRANSLATE_NOOP("Why", "It failed at %1, after %2, with exit code %3."))
            .arg(at(), length(), number());
    case WhyStepKind::Signal:
        return say(QT_TRANSLATE_NOOP("Why", "It failed at %1, after %2, ended by signal %3."))
            .arg(at(), length(), number());
    case WhyStepKind::Failed:
        return say(QT_TRANSLATE_NOOP("Why", "It failed at %1, after %2: %3.")).arg(at(), length(), m_facts.text);
    case WhyStepKind::NotStarted:
        return say(QT_TRANSLATE_NOOP("Why", "It could not start: %1.")).arg(m_facts.text);
    case WhyStepKind::TimedOut:
        return say(QT_TRANSLATE_NOOP("Why", "It was ended at %1, after %2: its timeout is %3."))
            .arg(at(), length(), seconds());
    case WhyStepKind::CancelledBy:
        return cancelled();
    case WhyStepKind::ReplacedBy:
        return say(QT_TRANSLATE_NOOP("Why", "It was ended at %1 because %2 took its place: overlap is %3."))
            .arg(at(), runs(), m_facts.value);
    case WhyStepKind::Deleted:
        return say(QT_TRANSLATE_NOOP("Why", "It was cancelled at %1 because its automation was deleted.")).arg(at());
    case WhyStepKind::Interrupted:
        return interrupted();
    case WhyStepKind::Rejected:
        return say(QT_TRANSLATE_NOOP("Why", "Its approval was refused, or ran out, at %1.")).arg(at());
    default:
        return {};
    }
}

} // namespace domain
