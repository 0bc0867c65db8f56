// SPDX-License-Identifier: Apache-2.0
#include "models/parts/facts.h"

#include "models/parts/usualtimes.h"
#include "models/parts/words.h"
#include "models/times.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace models {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(models::Facts)
};

QString reasonOf(const domain::Run &run)
{
    if (!run.reason.isEmpty()) {
        return run.reason;
    }
    return run.errorMessage.isEmpty() ? Words::tr("no reason was given") : run.errorMessage;
}

QString badSentence(const domain::Run &run)
{
    return Words::tr("%1: %2.").arg(statusText(run.status), reasonOf(run));
}

/// How often in a row it ended with the same reason, and when it last went well.
QString badNote(const domain::Run &run, const QList<domain::Run> &earlier, base::Instant now)
{
    int same = 1;
    bool counting = true;
    QString success;
    for (const domain::Run &before : earlier) {
        if (before.status == domain::RunStatus::Done) {
            success = Words::tr("Last success %1.").arg(pastShort(before.finishedAt.value_or(before.queuedAt), now));
            break;
        }
        counting = counting && before.status == run.status && reasonOf(before) == reasonOf(run);
        same += counting ? 1 : 0;
    }
    QStringList sentences;
    if (same > 1) {
        sentences.append(Words::tr("Same reason %n times in a row.", nullptr, same));
    }
    if (!success.isEmpty()) {
        sentences.append(success);
    }
    return sentences.join(u' ');
}

std::optional<Banner> slowBanner(const domain::Run &run, const QList<domain::Run> &earlier, base::Instant now)
{
    const std::optional<UsualTime> usual = usualTime(earlier);
    const std::optional<base::Millis> ran = ranFor(run, now);
    if (!usual || !ran || *ran <= usual->high || *ran < base::Seconds(10)) {
        return std::nullopt;
    }
    return Banner{statusKey(run.status),
                  Words::tr("Slower than usual: it usually takes %1.").arg(durationWords(usual->median))};
}

} // namespace

std::optional<Banner> bannerOf(const domain::Run &run, const QList<domain::Run> &earlier, base::Instant now)
{
    using enum domain::RunStatus;
    switch (run.status) {
    case Done:
        return std::nullopt;
    case Running:
        return slowBanner(run, earlier, now);
    case Queued:
        return run.reason.isEmpty()
                   ? std::nullopt
                   : std::optional(Banner{statusKey(run.status), Words::tr("Waiting: %1.").arg(run.reason)});
    case Held:
        return Banner{statusKey(run.status), Words::tr("Held: %1.").arg(reasonOf(run))};
    case AwaitingApproval:
        return Banner{statusKey(run.status), Words::tr("Waits for somebody to approve it.")};
    case Skipped:
        return Banner{statusKey(run.status),
                      Words::tr("Slot %1 was skipped: %2.")
                          .arg(pastShort(run.plannedFor.value_or(run.queuedAt), now), reasonOf(run))};
    case Cancelled:
    case Rejected:
        return Banner{statusKey(run.status), badSentence(run)};
    case Failed:
    case TimedOut:
    case Interrupted:
        return Banner{statusKey(run.status), badSentence(run), badNote(run, earlier, now)};
    }
    Q_UNREACHABLE();
}

} // namespace models
