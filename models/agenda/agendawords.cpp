// SPDX-License-Identifier: Apache-2.0
#include "models/agenda/agendawords.h"

#include "models/times.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace models {

namespace {

using domain::Decision;
using domain::ForecastReason;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(models::AgendaModel)
};

QString reasonText(const AgendaRow &row)
{
    switch (row.slot.reason) {
    case ForecastReason::None:
    case ForecastReason::Replaces:
        return {};
    case ForecastReason::AutomationPaused:
        return Words::tr("paused");
    case ForecastReason::EverythingPaused:
        return Words::tr("everything is paused");
    case ForecastReason::Window:
        return row.window;
    case ForecastReason::Overlap:
        return Words::tr("the run before it is not over");
    case ForecastReason::QueueFull:
        return Words::tr("enough runs wait already");
    case ForecastReason::EarlierRun:
        return Words::tr("the run before it");
    case ForecastReason::ParallelLimit:
        return Words::tr("its runs at the same time");
    case ForecastReason::MachineLimit:
        return Words::tr("other runs on this machine");
    }
    Q_UNREACHABLE();
}

QString runText(const AgendaRow &row)
{
    if (row.slot.reason == ForecastReason::Replaces) {
        return Words::tr("Runs, ends the run before it");
    }
    if (row.slot.replaced) {
        return Words::tr("Runs until the next one replaces it");
    }
    return row.window.isEmpty() ? Words::tr("Runs") : Words::tr("Runs, %1 tells you").arg(row.window);
}

/// The worst first.
constexpr std::array byWeight{Decision::Approval, Decision::Skip, Decision::Wait, Decision::Run};

int countOf(const AgendaRow &fold, Decision decision)
{
    return static_cast<int>(
        std::count_if(fold.folded.cbegin(), fold.folded.cend(),
                      [decision](const domain::ForecastSlot &slot) { return slot.decision == decision; }));
}

Decision decisionOf(const AgendaRow &row)
{
    if (!row.isFold()) {
        return row.slot.decision;
    }
    return *std::find_if(byWeight.begin(), byWeight.end(),
                         [&row](Decision decision) { return countOf(row, decision) > 0; });
}

QString countText(Decision decision, int count)
{
    switch (decision) {
    case Decision::Run:
        return Words::tr("%n run", nullptr, count);
    case Decision::Wait:
        return Words::tr("%n will wait", nullptr, count);
    case Decision::Skip:
        return Words::tr("%n will be skipped", nullptr, count);
    case Decision::Approval:
        return Words::tr("%n ask first", nullptr, count);
    }
    Q_UNREACHABLE();
}

/// What becomes of all of them, where that is one thing; nothing where they just run.
QString sharedFate(const AgendaRow &fold)
{
    const bool same = std::all_of(fold.folded.cbegin(), fold.folded.cend(), [&fold](const auto &slot) {
        return slot.decision == fold.slot.decision && slot.reason == fold.slot.reason &&
               slot.window == fold.slot.window && slot.replaced == fold.slot.replaced;
    });
    const bool waits = fold.slot.decision == Decision::Wait; // Each for another time.
    if (!same || waits) {
        return agendaCounts(fold).join(u", "_s);
    }
    const bool justRuns = fold.slot.decision == Decision::Run && fold.slot.reason == ForecastReason::None &&
                          !fold.slot.replaced && fold.window.isEmpty();
    AgendaRow one = fold;
    one.folded.clear();
    return justRuns ? QString() : agendaDecisionText(one);
}

} // namespace

QString agendaStatusKey(const AgendaRow &row)
{
    switch (decisionOf(row)) {
    case Decision::Run:
        return u"run.queued"_s;
    case Decision::Wait:
        return u"run.held"_s;
    case Decision::Skip:
        return u"run.skipped"_s;
    case Decision::Approval:
        return u"run.awaiting_approval"_s;
    }
    Q_UNREACHABLE();
}

QString agendaDecisionText(const AgendaRow &row)
{
    if (row.isFold()) {
        QStringList parts{agendaRhythmText(row), Words::tr("%n times", nullptr, static_cast<int>(row.folded.size())),
                          sharedFate(row)};
        parts.removeAll(QString());
        return parts.join(u" · "_s);
    }
    const QString reason = reasonText(row);
    switch (row.slot.decision) {
    case Decision::Run:
        return runText(row);
    case Decision::Wait: {
        const QString howLong = durationWords(row.slot.start - row.slot.due());
        return reason.isEmpty() ? Words::tr("Will wait %1").arg(howLong)
                                : Words::tr("Will wait %1 for %2").arg(howLong, reason);
    }
    case Decision::Skip:
        return reason.isEmpty() ? Words::tr("Will be skipped") : Words::tr("Will be skipped: %1").arg(reason);
    case Decision::Approval:
        return reason.isEmpty() ? Words::tr("Asks first") : Words::tr("Asks first: %1").arg(reason);
    }
    Q_UNREACHABLE();
}

QString agendaRhythmText(const AgendaRow &fold)
{
    const base::Millis step = fold.folded.value(1).slot - fold.slot.slot;
    for (qsizetype i = 1; i < fold.folded.size(); ++i) {
        if (fold.folded[i].slot - fold.folded[i - 1].slot != step) {
            return {};
        }
    }
    return step == base::Seconds(60)  ? Words::tr("Every minute")
           : step == base::Seconds(1) ? Words::tr("Every second")
                                      : Words::tr("Every %1").arg(durationWords(step));
}

QStringList agendaCounts(const AgendaRow &fold)
{
    QStringList counts;
    for (auto decision = byWeight.rbegin(); decision != byWeight.rend(); ++decision) {
        if (const int count = countOf(fold, *decision); count > 0) {
            counts.append(countText(*decision, count));
        }
    }
    return counts;
}

QString agendaDayText(QDate day, base::Instant now)
{
    const QDate today = localTime(now).date();
    //: The heading of a day, as QLocale::toString() takes it.
    const QString date =
        QLocale().toString(day, day.year() == today.year() ? Words::tr("dddd d MMMM") : Words::tr("dddd d MMMM yyyy"));
    if (day == today) {
        return Words::tr("Today, %1").arg(date);
    }
    return day == today.addDays(1) ? Words::tr("Tomorrow, %1").arg(date) : date;
}

QString agendaTimeText(base::Instant at)
{
    const QTime time = localTime(at).time();
    return time.toString(time.second() == 0 && time.msec() == 0 ? u"HH:mm"_s : u"HH:mm:ss"_s);
}

QString agendaDueText(const AgendaRow &row)
{
    return row.isFold() ? u"%1–%2"_s.arg(agendaTimeText(row.slot.due()), agendaTimeText(row.folded.last().due()))
                        : agendaTimeText(row.slot.due());
}

QString agendaDurationText(const AgendaRow &row)
{
    const bool runs = row.isFold() ? countOf(row, Decision::Run) + countOf(row, Decision::Wait) > 0
                                   : row.slot.decision == Decision::Run || row.slot.decision == Decision::Wait;
    return runs && row.took.learned ? Words::tr("≈ %1").arg(durationShort(row.took.duration)) : u"–"_s;
}

} // namespace models
