// SPDX-License-Identifier: Apache-2.0
#include "ui/log/runwords.h"

#include "models/parts/words.h"
#include "models/times.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct RunWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::RunWords)
};

QString stoppingText(const Stopping &stopping, base::Instant now)
{
    const qint64 passed = std::chrono::floor<base::Seconds>(now - stopping.since).count();
    const qint64 left = stopping.killAfterSeconds - std::max<qint64>(passed, 0);
    return left > 0 ? RunWords::tr("Stopping: TERM sent, KILL in %1 s").arg(left) : RunWords::tr("Stopping: KILL sent");
}

} // namespace

QString runHeadline(const domain::Run &run, const std::optional<Stopping> &stopping, base::Instant now)
{
    if (!domain::isFinal(run.status)) {
        if (stopping && run.status == domain::RunStatus::Running)
            return stoppingText(*stopping, now);
        const QString word = models::statusText(run);
        return run.status == domain::RunStatus::Running && run.startedAt
                   ? u"%1 %2"_s.arg(word, models::durationCounter(now - *run.startedAt))
                   : word;
    }
    QString text = models::statusText(run);
    if (run.startedAt && run.finishedAt)
        text = RunWords::tr("%1 after %2").arg(text, models::durationExact(*run.finishedAt - *run.startedAt));
    if (run.signal)
        return RunWords::tr("%1, signal %2").arg(text).arg(*run.signal);
    if (run.exitCode && *run.exitCode != 0)
        return RunWords::tr("%1, exit code %2").arg(text).arg(*run.exitCode);
    return text;
}

QString runFigures(const domain::Run &run, const store::LogInfo &log, base::Instant now)
{
    QStringList parts{RunWords::tr("attempt %1").arg(run.attempt)};
    if (run.plannedFor)
        parts.append(RunWords::tr("slot %1").arg(models::pastShort(*run.plannedFor, now)));
    parts.append(RunWords::tr("version %1").arg(run.automationVersion));
    if (log.lines > 0) {
        parts.append(RunWords::tr("%Ln lines", nullptr, int(log.lines)));
        parts.append(models::sizeText(log.bytes));
    }
    return parts.join(u", "_s);
}

QString shortId(const base::RunId &id)
{
    return id.text().left(10);
}

} // namespace ui
