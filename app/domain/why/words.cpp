// SPDX-License-Identifier: Apache-2.0
#include "app/domain/why/words.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

/// A step that is being told. The sentences are marked by QT_TRANSLATE_NOOP and looked up by the voice.
class Teller
{
public:
    Teller(const WhyStep &step, const WhyVoice &voice) : m_step(step), m_facts(step.facts), m_voice(voice) {}

    QString cause() const;
    QString clocks() const;
    QString looking() const;
    QString rule() const;
    QString waiting() const;
    QString run() const;
    QString end() const;

private:
    QString say(const char *text) const { return m_voice.say(text); }
    QString time(const std::optional<base::Instant> &instant) const
    {
        return instant ? m_voice.time(*instant) : QString();
    }
    QString at() const { return time(m_step.at); }
    QString length() const { return m_voice.duration(m_facts.length.value_or(base::Millis(0))); }
    QString seconds() const { return m_voice.duration(base::Seconds(m_facts.number.value_or(0))); }
    QString number() const { return QString::number(m_facts.number.value_or(0)); }
    QString count() const { return QString::number(m_facts.count.value_or(0)); }
    QString wall(qsizetype index) const { return m_facts.walls.value(index); }
    QString zone() const { return m_facts.zone; }
    QString runs() const
    {
        QStringList ids;
        for (const base::RunId &id : m_facts.runs.mid(0, 3))
            ids.append(id.text());
        return ids.join(u", "_s) + (m_facts.runs.size() > 3 ? u" …"_s : QString());
    }
    QString schedule() const;
    QString planned() const;
    QString paused() const;
    QString waited() const;
    QString cancelled() const;
    QString overlapping() const;

    const WhyStep &m_step;
    const WhyFacts &m_facts;
    const WhyVoice &m_voice;
};

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

QString Teller::cause() const
{
    switch (m_step.kind) {
    case WhyStepKind::Requested:
        return m_facts.who.isEmpty() ? say(QT_TRANSLATE_NOOP("Why", "It was asked for by hand at %1.")).arg(at())
                                     : say(QT_TRANSLATE_NOOP("Why", "%1 asked for it at %2.")).arg(m_facts.who, at());
    case WhyStepKind::Triggered:
        return say(QT_TRANSLATE_NOOP("Why", "Its trigger %1 asked for it at %2.")).arg(m_facts.text, at());
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

QString Teller::waited() const
{
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
        return say(QT_TRANSLATE_NOOP("Why", "It was interrupted at %1: %2.")).arg(at(), m_facts.text);
    case WhyStepKind::Rejected:
        return say(QT_TRANSLATE_NOOP("Why", "Its approval was refused, or ran out, at %1.")).arg(at());
    default:
        return {};
    }
}

/// `2026-10-22 03:00:00 +02:00`
QString plainTime(base::Instant instant)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(base::toMillis(instant));
    const QString iso = local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODate);
    return u"%1 %2 %3"_s.arg(iso.left(10), iso.mid(11, 8), iso.mid(19));
}

QString plainDuration(base::Millis length)
{
    if (length < base::Seconds(10)) {
        return u"%1 s"_s.arg(double(length.count()) / 1000.0, 0, 'f', 1);
    }
    const qint64 seconds = (length.count() + 500) / 1000;
    if (seconds < 60) {
        return u"%1 s"_s.arg(seconds);
    }
    if (seconds < 3600) {
        return u"%1 min %2 s"_s.arg(seconds / 60).arg(seconds % 60);
    }
    return seconds < 86400 ? u"%1 h %2 min"_s.arg(seconds / 3600).arg(seconds / 60 % 60)
                           : u"%1 d %2 h"_s.arg(seconds / 86400).arg(seconds / 3600 % 24);
}

QString withoutEnd(QString text)
{
    return text.endsWith(u'.') ? text.chopped(1) : text;
}

} // namespace

WhyVoice plainVoice()
{
    return {
        .say = [](const char *text) { return QString::fromUtf8(text); }, .time = plainTime, .duration = plainDuration};
}

QString inWords(const WhyStep &step, const WhyVoice &voice)
{
    WhyStep told = step;
    told.facts.text = withoutEnd(step.facts.text);
    const Teller teller(told, voice);
    for (const auto part :
         {&Teller::cause, &Teller::clocks, &Teller::looking, &Teller::rule, &Teller::waiting, &Teller::end}) {
        const QString sentence = (teller.*part)();
        if (!sentence.isEmpty()) {
            return sentence;
        }
    }
    return teller.run();
}

QString inWords(WhyVerdict verdict, const WhyVoice &voice)
{
    switch (verdict) {
    case WhyVerdict::Ran:
        return voice.say(QT_TRANSLATE_NOOP("Why", "It ran."));
    case WhyVerdict::Running:
        return voice.say(QT_TRANSLATE_NOOP("Why", "It is running."));
    case WhyVerdict::Waiting:
        return voice.say(QT_TRANSLATE_NOOP("Why", "It is waiting."));
    case WhyVerdict::Skipped:
        return voice.say(QT_TRANSLATE_NOOP("Why", "It was skipped."));
    case WhyVerdict::Cancelled:
        return voice.say(QT_TRANSLATE_NOOP("Why", "It did not start."));
    case WhyVerdict::WillRun:
        return voice.say(QT_TRANSLATE_NOOP("Why", "It will run."));
    case WhyVerdict::WillBeSkipped:
        return voice.say(QT_TRANSLATE_NOOP("Why", "It will be skipped."));
    case WhyVerdict::NoSlot:
        return voice.say(QT_TRANSLATE_NOOP("Why", "It was not due at that time."));
    case WhyVerdict::Unknown:
        return voice.say(QT_TRANSLATE_NOOP("Why", "Nothing is known about that time."));
    }
    Q_UNREACHABLE();
}

} // namespace domain
