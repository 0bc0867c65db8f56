// SPDX-License-Identifier: Apache-2.0
#include "models/whydetail.h"

#include "app/store/evidence.h"
#include "models/parts/words.h"
#include "models/times.h"

#include "app/base/answer.h"
#include "app/domain/why/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace models {

namespace {

/// What is told grows old by itself ("in 3 min"), and rows that change come in bursts.
constexpr base::Millis againAfter{30'000};
constexpr base::Millis soon{500};

/// The wall clock shows the same time again within hours: only with the zone's short name it is clear.
bool isAmbiguous(const QDateTime &local)
{
    constexpr qint64 hours = 3 * 3600;
    return local.addSecs(-hours).offsetFromUtc() != local.addSecs(hours).offsetFromUtc();
}

QString preciseTime(base::Instant when, base::Instant now)
{
    const QDateTime local = localTime(when);
    QString text = local.toString(local.time().second() == 0 ? u"HH:mm"_s : u"HH:mm:ss"_s);
    if (isAmbiguous(local)) {
        text += u' ' + local.timeZoneAbbreviation();
    }
    if (local.date() == localTime(now).date()) {
        return text;
    }
    const bool thisYear = local.date().year() == localTime(now).date().year();
    return (thisYear ? dayText(local.date()) : dayYearText(local.date())) + u' ' + text;
}

domain::WhyVoice voice(base::Instant now)
{
    return {.say = [](const char *text) { return QCoreApplication::translate("Why", text); },
            .time = [now](base::Instant when) { return preciseTime(when, now); },
            .duration =
                [](base::Millis length) {
                    const bool fine = length < base::Seconds(10) && length.count() % 1000 != 0;
                    return fine ? durationShort(length) : durationWords(length);
                }};
}

QString endKey(domain::WhyStepKind kind)
{
    using enum domain::WhyStepKind;
    switch (kind) {
    case ExitCode:
    case Signal:
    case Failed:
    case NotStarted:
        return statusKey(domain::RunStatus::Failed);
    case TimedOut:
        return statusKey(domain::RunStatus::TimedOut);
    case CancelledBy:
    case ReplacedBy:
    case Deleted:
        return statusKey(domain::RunStatus::Cancelled);
    case Interrupted:
        return statusKey(domain::RunStatus::Interrupted);
    case Rejected:
        return statusKey(domain::RunStatus::Rejected);
    case StillRuns:
        return statusKey(domain::RunStatus::Running);
    case WaitsForRun:
    case WaitsForPlace:
    case WaitsForMachine:
    case WaitsFor:
        return statusKey(domain::RunStatus::Queued);
    default:
        return {};
    }
}

bool byClock(domain::WhyStepKind kind)
{
    using enum domain::WhyStepKind;
    return kind == ClockGap || kind == GapSkipped || kind == ClockOverlap || kind == PassNotCounted ||
           kind == NoSuchTime;
}

} // namespace

WhyDetail::WhyDetail(store::Store &store, const base::Clock &clock, QObject *parent)
    : QObject(parent), m_store(store), m_clock(clock), m_changes(store), m_again(this)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &WhyDetail::read);
    connect(&m_changes, &ChangeBatch::ready, this, [this](const Batch &) {
        if (m_watched && (!m_again.isActive() || m_again.remainingTimeAsDuration() > soon)) {
            m_again.start(soon);
        }
    });
}

void WhyDetail::setWatched(bool watched)
{
    m_watched = watched;
    if (!watched) {
        m_again.stop();
        m_due = true;
    } else if (m_due) {
        read();
    }
}

void WhyDetail::setAutomation(const base::AutomationId &id)
{
    if (m_automation != id) {
        m_automation = id;
        forget();
    }
}

void WhyDetail::setRun(const base::RunId &id)
{
    if (m_run != id) {
        m_run = id;
        forget();
    }
}

void WhyDetail::forget()
{
    m_asked.reset();
    m_why.reset();
    m_error.reset();
    Q_EMIT changed();
    read();
}

base::Status WhyDetail::ask(const QString &time)
{
    TRY(const domain::Zone zone, domain::Zone::load({}));
    TRY(m_asked, domain::readAskedTime(time, zone, u"at"_s));
    read();
    return {};
}

void WhyDetail::askAbout(const std::optional<base::Instant> &slot)
{
    if (slot) {
        m_asked = domain::AskedTime::exactly(*slot);
        read();
    }
}

void WhyDetail::askPrevious()
{
    askAbout(m_why ? m_why->previousSlot : std::nullopt);
}

void WhyDetail::askNext()
{
    askAbout(m_why ? m_why->nextSlot : std::nullopt);
}

void WhyDetail::askLast()
{
    m_asked.reset();
    read();
}

void WhyDetail::read()
{
    ++m_generation;
    m_due = !m_watched;
    if (!m_watched || (m_automation.isEmpty() && m_run.isEmpty())) {
        return;
    }
    const auto reading =
        m_run.isEmpty() ? m_store.evidence().about(m_automation, m_asked) : m_store.evidence().about(m_run);
    base::onAnswer(this, reading, [this, generation = m_generation](const base::Result<domain::WhyInput> &input) {
        if (generation == m_generation) {
            take(input);
        }
    });
}

void WhyDetail::take(const base::Result<domain::WhyInput> &input)
{
    m_why.reset();
    m_error.reset();
    if (input) {
        m_why = domain::why(*input);
        m_status = input->run ? std::optional(input->run->status) : std::nullopt;
    } else {
        m_error = input.error();
    }
    if (m_watched) { // else it was asked before nobody looked any more
        m_again.start(againAfter);
    }
    Q_EMIT changed();
}

QString WhyDetail::headline() const
{
    return m_why ? domain::inWords(m_why->verdict, voice(m_clock.now())) : QString();
}

QString WhyDetail::statusKey() const
{
    using enum domain::WhyVerdict;
    if (!m_why || m_why->verdict == NoSlot || m_why->verdict == Unknown) {
        return {};
    }
    if (m_status) {
        return models::statusKey(*m_status);
    }
    const bool skipped = m_why->verdict == Skipped || m_why->verdict == WillBeSkipped;
    return models::statusKey(skipped ? domain::RunStatus::Skipped : domain::RunStatus::Queued);
}

QList<WhyDetail::Line> WhyDetail::lines() const
{
    QList<Line> lines;
    if (m_why) {
        const domain::WhyVoice speaking = voice(m_clock.now());
        for (const domain::WhyStep &step : m_why->steps) {
            lines.append({step.outcome, byClock(step.kind), endKey(step.kind), domain::inWords(step, speaking)});
        }
    }
    return lines;
}

QString WhyDetail::askedText() const
{
    if (!m_why) {
        return {};
    }
    const QDateTime local = localTime(m_why->at);
    return local.toString(local.time().second() == 0 ? u"yyyy-MM-dd HH:mm"_s : u"yyyy-MM-dd HH:mm:ss"_s);
}

} // namespace models
