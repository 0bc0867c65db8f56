// SPDX-License-Identifier: Apache-2.0
#include "models/agenda/agendawords.h"

#include "models/times.h"

#include <QCoreApplication>
#include <QLocale>

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

} // namespace

QString agendaStatusKey(const AgendaRow &row)
{
    switch (row.slot.decision) {
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

QString agendaDayText(QDate day, base::Instant now)
{
    const QDate today = localTime(now).date();
    const QString date = QLocale().toString(day, day.year() == today.year() ? u"dddd d MMMM"_s : u"dddd d MMMM yyyy"_s);
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

QString agendaDurationText(const AgendaRow &row)
{
    const bool runs = row.slot.decision == Decision::Run || row.slot.decision == Decision::Wait;
    return runs && row.took.learned ? Words::tr("≈ %1").arg(durationShort(row.took.duration)) : u"–"_s;
}

} // namespace models
