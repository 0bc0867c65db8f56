// SPDX-License-Identifier: Apache-2.0
#include "app/cli/transfer/backups.h"

#include "app/store/backup/backup.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

void tell(const Invocation &asked, Output &output, const QString &what, const store::BackupInfo &info)
{
    if (asked.json) {
        output.json(QJsonObject{{u"made_at"_s, base::isoUtc(info.madeAt)},
                                {u"schema"_s, info.schema},
                                {u"automations"_s, info.automations},
                                {u"runs"_s, info.runs},
                                {u"logs"_s, info.withLogs},
                                {u"bytes"_s, info.bytes}});
        return;
    }
    output.line(u"%1: %2 automations, %3 runs, %4, %5 bytes, made %6"_s.arg(what)
                    .arg(info.automations)
                    .arg(info.runs)
                    .arg(info.withLogs ? u"with logs"_s : u"without logs"_s)
                    .arg(info.bytes)
                    .arg(base::isoLocal(info.madeAt)));
}

base::Result<Exit> restore(const Invocation &asked, Output &output, const QString &file)
{
    TRY(const store::BackupInfo info, store::checkBackup(file));
    if (asked.has("check"_L1)) {
        tell(asked, output, u"good"_s, info);
        return Exit::Ok;
    }
    TRY(const store::Restored restored, store::restoreBackup(file, asked.store));
    tell(asked, output, restored == store::Restored::Done ? u"restored"_s : u"lies ready to be restored"_s, info);
    if (restored == store::Restored::AtNextStart) {
        output.message(u"somebody works on the store: it is exchanged when they have closed it, at the next start"_s);
    }
    return Exit::Ok;
}

} // namespace

base::Result<Exit> runBackup(const Invocation &asked, const base::Clock &clock, Output &output)
{
    const QString file = QFileInfo(asked.arguments.first()).absoluteFilePath();
    if (asked.command == "restore-backup"_L1) {
        return restore(asked, output, file);
    }
    const auto logs = asked.has("no-logs"_L1) ? store::BackupLogs::Left : store::BackupLogs::Kept;
    TRY(const store::BackupInfo info, store::writeBackup(asked.store, file, logs, clock));
    tell(asked, output, u"kept and looked through"_s, info);
    return Exit::Ok;
}

} // namespace cli
