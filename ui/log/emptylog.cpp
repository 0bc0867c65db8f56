// SPDX-License-Identifier: Apache-2.0
#include "ui/log/emptylog.h"

#include "app/domain/connections/connection.h"
#include "app/domain/run.h"
#include "models/parts/words.h"
#include "models/times.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct EmptyLog
{
    Q_DECLARE_TR_FUNCTIONS(ui::EmptyLog)
};

QString whyOf(const domain::Run &run)
{
    return run.errorMessage.isEmpty() ? run.reason : run.errorMessage;
}

EmptyContent content(const domain::Run &run, const QString &title, const QString &text)
{
    return {models::statusKey(run.status), title, text, {}, {}, {}};
}

EmptyContent whileItRuns(const domain::Run &run, const domain::Connection *home)
{
    const bool atEnd = home && home->account.capabilities.log == domain::RemoteLog::AtEnd;
    return content(run, EmptyLog::tr("No output yet"),
                   atEnd ? EmptyLog::tr("The log comes when the run is over; %1 shows none before.").arg(home->name)
                         : EmptyLog::tr("Lines appear here as the run writes them."));
}

EmptyContent onceItIsOver(const domain::Run &run, const domain::Connection *home, base::Instant now)
{
    const QString why = whyOf(run);
    if (run.log.removedAt)
        return content(run, EmptyLog::tr("This log was removed."),
                       EmptyLog::tr("It had %Ln lines, which made room for others (%1).", nullptr, int(run.log.lines))
                           .arg(models::pastExact(*run.log.removedAt, now)));
    if (home && !run.remoteId.isEmpty()) // other systems don't all tell when it began
        return content(run, EmptyLog::tr("No line of its log came from %1.").arg(home->name), why);
    if (!run.startedAt)
        return content(run, EmptyLog::tr("This run did not start."),
                       why.isEmpty() ? models::statusText(run.status) : why);
    return content(run, EmptyLog::tr("This run wrote nothing."), why);
}

} // namespace

EmptyContent contentWithoutLines(const domain::Run &run, const domain::Connection *home, base::Instant now)
{
    const QString why = whyOf(run);
    const bool isThere = home && !run.remoteId.isEmpty();
    // Of an account that never answered nothing is known.
    const bool known = isThere && home->account.capabilities != domain::Capabilities();
    if (known && home->account.capabilities.log == domain::RemoteLog::None)
        return content(run, EmptyLog::tr("%1 keeps no logs of runs.").arg(home->name), why);
    if (domain::isFinal(run.status))
        return onceItIsOver(run, home, now);
    if (run.status == domain::RunStatus::Running)
        return whileItRuns(run, home);
    return content(run, EmptyLog::tr("Not started yet"),
                   why.isEmpty() ? EmptyLog::tr("The run waits for its turn.") : why);
}

} // namespace ui
