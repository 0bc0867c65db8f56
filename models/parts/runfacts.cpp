// SPDX-License-Identifier: Apache-2.0
#include "models/rundetail.h"

#include "models/parts/words.h"
#include "models/times.h"

#include <QCoreApplication>

#include <cstring>

using namespace Qt::StringLiterals;

namespace models {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(models::RunFacts)
};

void add(QList<Fact> &facts, Fact fact)
{
    if (!fact.text.isEmpty()) {
        facts.append(std::move(fact));
    }
}

/// `KILL (9)`
QString signalText(int number)
{
    const char *name = sigabbrev_np(number);
    return name ? u"%1 (%2)"_s.arg(QString::fromLatin1(name)).arg(number) : QString::number(number);
}

QString lateText(base::Millis late)
{
    if (late < base::Seconds(1)) {
        return Words::tr("started %1 ms later").arg(late.count());
    }
    return Words::tr("started %1 later").arg(late < base::Seconds(10) ? durationShort(late) : durationWords(late));
}

QString plannedText(const domain::Run &run, base::Instant now)
{
    if (!run.plannedFor) {
        return {};
    }
    const QString planned = pastExact(*run.plannedFor, now);
    if (!run.startedAt || *run.startedAt < *run.plannedFor) {
        return planned;
    }
    return planned + ", "_L1 + lateText(*run.startedAt - *run.plannedFor);
}

QString askedText(const domain::Run &run, base::Instant now)
{
    if (run.plannedFor) {
        return {};
    }
    const QString when = pastExact(run.queuedAt, now);
    return run.requestedBy.isEmpty() ? when : Words::tr("%1 by %2").arg(when, run.requestedBy);
}

QString victim(const QJsonValue &value)
{
    const QJsonObject entry = value.toObject();
    const QJsonValue signal = entry.value("signal"_L1);
    const QString how = signal.isString() ? signal.toString() : signalText(signal.toInt());
    const QString who =
        u"%1 %2"_s.arg(entry.value("name"_L1).toString()).arg(entry.value("pid"_L1).toInteger()).trimmed();
    if (entry.value("denied"_L1).toBool()) {
        return Words::tr("%1: %2 was denied").arg(who, how);
    }
    const base::Millis after(entry.value("at_ms"_L1).toInteger());
    return after.count() > 0 ? Words::tr("%1: %2 after %3").arg(who, how, durationShort(after))
                             : u"%1: %2"_s.arg(who, how);
}

QString receiptText(const QJsonArray &receipt)
{
    constexpr qsizetype mostLines = 10;
    QStringList lines;
    for (qsizetype i = 0; i < std::min<qsizetype>(receipt.size(), mostLines); ++i) {
        lines.append(victim(receipt.at(i)));
    }
    if (receipt.size() > mostLines) {
        lines.append(Words::tr("and %n more", nullptr, static_cast<int>(receipt.size() - mostLines)));
    }
    return lines.join(u'\n');
}

void addCosts(QList<Fact> &facts, const domain::Run &run)
{
    if (run.usage) {
        add(facts, {u"cpu"_s, Words::tr("CPU"), durationShort(base::Millis(run.usage->cpuMicros / 1000))});
        add(facts, {u"memory"_s, Words::tr("Peak memory"), sizeText(run.usage->peakKib * 1024),
                    Words::tr("of its largest process")});
        if (run.usage->readBytes > 0 || run.usage->writtenBytes > 0) {
            add(facts, {u"disk"_s, Words::tr("Disk"),
                        Words::tr("%1 read, %2 written")
                            .arg(sizeText(run.usage->readBytes), sizeText(run.usage->writtenBytes))});
        }
    }
    if (run.log.lines > 0) {
        const QString lines = Words::tr("%n lines", nullptr, static_cast<int>(run.log.lines));
        add(facts, {u"log"_s, Words::tr("Log"), u"%1, %2"_s.arg(lines, sizeText(run.log.bytes)),
                    run.log.removedAt   ? Words::tr("its lines were removed since")
                    : run.log.truncated ? Words::tr("cut off at its limit")
                                        : QString()});
    }
}

void addEnd(QList<Fact> &facts, const domain::Run &run)
{
    if (run.exitCode) {
        add(facts, {u"exit"_s, Words::tr("Exit code"), QString::number(*run.exitCode)});
    }
    if (run.signal) {
        add(facts, {u"signal"_s, Words::tr("Signal"), signalText(*run.signal)});
    }
    if (run.errorMessage != run.reason) {
        add(facts, {u"error"_s, Words::tr("Error"), run.errorMessage});
    }
}

void addAttempt(QList<Fact> &facts, const domain::Run &run, const std::optional<qint64> &attempts)
{
    if (attempts && *attempts > 1) {
        add(facts, {u"attempt"_s, Words::tr("Attempt"), Words::tr("%1 of %2").arg(run.attempt).arg(*attempts)});
    } else if (run.attempt > 1) {
        add(facts, {u"attempt"_s, Words::tr("Attempt"), QString::number(run.attempt)});
    }
}

/// When a held run starts, or is tried again.
void addHold(QList<Fact> &facts, const domain::Run &run, base::Instant now)
{
    if (run.status == domain::RunStatus::Held && run.heldUntil) {
        const QString label = domain::isBetweenAttempts(run) ? Words::tr("Next attempt") : Words::tr("Starts");
        add(facts, {u"held_until"_s, label, pastExact(*run.heldUntil, now), distance(*run.heldUntil, now)});
    }
}

void addNoted(QList<Fact> &facts, const domain::Run &run, base::Instant now)
{
    if (run.acknowledged) {
        const QString when = pastExact(run.acknowledged->at, now);
        add(facts, {u"noted"_s, Words::tr("Noted"), Words::tr("%1 by %2").arg(when, run.acknowledged->by),
                    run.acknowledged->note});
    }
}

} // namespace

QList<Fact> runFacts(const domain::Run &run, const RunSurroundings &around, base::Instant now)
{
    QList<Fact> facts;
    add(facts, {u"planned"_s, Words::tr("Planned"), plannedText(run, now)});
    add(facts, {u"asked"_s, Words::tr("Asked for"), askedText(run, now)});
    if (const std::optional<base::Millis> took = ranFor(run, now)) {
        const QString text = run.finishedAt ? durationWords(*took) : durationCounter(*took);
        add(facts, {u"took"_s, run.finishedAt ? Words::tr("Took") : Words::tr("Running for"),
                    *took < base::Seconds(10) && run.finishedAt ? durationShort(*took) : text,
                    around.usual ? Words::tr("usually %1").arg(durationShort(around.usual->median)) : QString()});
    }
    add(facts, {u"home"_s, Words::tr("Runs at"), around.home,
                around.homeLog.isEmpty() ? QString() : Words::tr("log: %1").arg(around.homeLog)});
    const QString version = QString::number(run.automationVersion);
    add(facts, {u"version"_s, Words::tr("Version"),
                around.savedBy.isEmpty() ? version : Words::tr("%1, saved by %2").arg(version, around.savedBy)});
    add(facts, {u"run_as"_s, Words::tr("Ran as"), around.runAs, {}, FactFont::Fixed});
    addAttempt(facts, run, around.attempts);
    addHold(facts, run, now);
    if (run.missedCount > 0) {
        add(facts, {u"missed"_s, Words::tr("Stands for"),
                    Words::tr("%n more slots", nullptr, static_cast<int>(run.missedCount))});
    }
    addEnd(facts, run);
    addNoted(facts, run, now);
    addCosts(facts, run);
    add(facts, {u"receipt"_s, Words::tr("Ended by stop"), receiptText(run.killReceipt), {}, FactFont::Fixed});
    return facts;
}

} // namespace models
