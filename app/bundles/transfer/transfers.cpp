// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/transfer/transfers.h"

#include "app/bundles/archiver.h"
#include "app/bundles/transfer/gathering.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QPromise>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace bundles {

namespace {

constexpr int patienceMs = 5000;

template <typename Work> auto later(QThreadPool &pool, Work work)
{
    using Answer = std::invoke_result_t<Work>;
    const auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    pool.start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
    return promise->future();
}

void add(ImportPlan &all, const ImportPlan &plan, const QString &from)
{
    const auto placed = [&from](const QString &origin) {
        return from.isEmpty() ? origin : origin.isEmpty() ? from : from + u", "_s + origin;
    };
    for (PlannedAutomation item : plan.items) {
        item.origin = placed(item.origin);
        all.items.append(item);
    }
    for (LeftOut left : plan.left) {
        left.origin = placed(left.origin);
        all.left.append(left);
    }
    all.format = all.format.isEmpty() || all.format == plan.format ? plan.format : u"auto"_s;
}

base::Result<ImportPlan> planOf(const QStringList &paths, const QString &format, const Surroundings &around)
{
    QList<Source> given;
    for (const QString &path : paths) {
        TRY(const Source source, readSource(path));
        given.append(source);
    }
    ImportPlan all;
    const QList<Source> sources = gathered(given);
    for (const Source &source : sources) {
        const QString name = QFileInfo(source.name).fileName();
        const base::Result<ImportPlan> plan = planImport(source, format, around);
        if (!plan) {
            base::Error error = plan.error();
            error.detail = u"%1: %2"_s.arg(name, error.detail);
            return error;
        }
        add(all, *plan, sources.size() > 1 ? name : QString());
    }
    return all;
}

/// What `crontab -l` prints; nothing where there is no such program or no crontab.
QByteArray ownCrontab()
{
    const QString program = QStandardPaths::findExecutable(u"crontab"_s);
    if (program.isEmpty()) {
        return {};
    }
    QProcess process;
    process.start(program, {u"-l"_s});
    if (!process.waitForFinished(patienceMs) || process.exitCode() != 0) {
        process.kill();
        process.waitForFinished(patienceMs);
        return {};
    }
    return process.readAllStandardOutput();
}

base::Result<ImportPlan> machinePlan(const Surroundings &around)
{
    ImportPlan all;
    if (const QByteArray crontab = ownCrontab(); !crontab.trimmed().isEmpty()) {
        if (const auto plan = planImport({.name = {}, .bytes = crontab, .beside = {}}, u"crontab"_s, around)) {
            add(all, *plan, u"crontab"_s);
        }
    }
    const QString units = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/systemd/user"_s;
    if (!QDir(units).entryList({u"*.timer"_s}, QDir::Files).isEmpty()) {
        TRY(const Source source, readSource(units));
        if (const auto plan = planImport(source, u"systemd"_s, around)) {
            add(all, *plan, {});
        }
    }
    return all;
}

} // namespace

Transfers::~Transfers()
{
    m_cancelled = true;
    m_pool.waitForDone();
}

QFuture<base::Result<ImportPlan>> Transfers::plan(const QStringList &paths, const QString &format) const
{
    return later(m_pool, [this, paths, format] {
        const Archiver archiver(m_program, &m_cancelled);
        return planOf(paths, format, here(&archiver));
    });
}

QFuture<base::Result<ImportPlan>> Transfers::planMachine() const
{
    return later(m_pool, [this] { return machinePlan(here(nullptr)); });
}

QFuture<base::Result<Exported>> Transfers::write(const QList<domain::Automation> &automations, const QString &format,
                                                 const QString &path) const
{
    return later(m_pool, [this, automations, format, path]() -> base::Result<Exported> {
        TRY(const Exported result, exported(automations, format, {m_clock.now(), {}}));
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(result.bytes) != result.bytes.size() || !file.commit()) {
            return base::unavailable(u"writing %1"_s.arg(path), file.errorString());
        }
        return result;
    });
}

Surroundings Transfers::here(const Archiver *archiver) const
{
    Surroundings around = surroundingsHere(archiver, m_clock);
    around.cancelled = &m_cancelled;
    return around;
}

store::BackupProgress Transfers::orCancelled(store::BackupProgress progress) const
{
    return [this, progress](int percent) { return !m_cancelled && (!progress || progress(percent)); };
}

QFuture<base::Result<store::BackupInfo>> Transfers::backup(const QString &directory, const QString &file,
                                                           store::BackupLogs logs, store::BackupProgress progress) const
{
    return later(m_pool, [this, directory, file, logs, progress = orCancelled(progress)] {
        return store::writeBackup(directory, file, logs, m_clock, progress);
    });
}

QFuture<base::Result<store::BackupInfo>> Transfers::check(const QString &file, store::BackupProgress progress) const
{
    return later(m_pool, [file, progress = orCancelled(progress)] { return store::checkBackup(file, progress); });
}

QFuture<base::Result<store::Restored>> Transfers::restore(const QString &file, const QString &directory,
                                                          store::BackupProgress progress) const
{
    return later(m_pool, [file, directory, progress = orCancelled(progress)] {
        return store::restoreBackup(file, directory, progress);
    });
}

} // namespace bundles
