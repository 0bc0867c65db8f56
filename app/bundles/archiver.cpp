// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/archiver.h"

#include "app/archiver/limits.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>

#include <csignal>
#include <sys/prctl.h>
#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace bundles {

namespace {

constexpr std::chrono::seconds longest{60};
constexpr int lookEveryMillis = 50;

void limit(__rlimit_resource resource, std::int64_t most)
{
    const rlimit both{rlim_t(most), rlim_t(most)};
    setrlimit(resource, &both);
}

/// In the child, between fork and exec: only calls that are safe there.
void confine()
{
    limit(RLIMIT_AS, archiver::addressSpace);
    limit(RLIMIT_FSIZE, archiver::fileSize);
    limit(RLIMIT_CPU, archiver::cpuSeconds);
    limit(RLIMIT_CORE, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
}

Listing listingFrom(const QJsonObject &answer)
{
    Listing listing;
    listing.size = answer.value("size"_L1).toInteger();
    for (const QJsonValue value : answer.value("files"_L1).toArray()) {
        const QJsonObject file = value.toObject();
        listing.files.append({file.value("name"_L1).toString(), file.value("size"_L1).toInteger(),
                              file.value("packed"_L1).toInteger(), file.value("crc"_L1).toString()});
    }
    return listing;
}

/// Failures of this machine, which say nothing about the archive.
bool isOurs(const QString &reason)
{
    return reason == "unwritable"_L1 || reason == "folder"_L1;
}

base::Result<Verdict> verdictFrom(const QByteArray &output, int status)
{
    const QJsonObject answer = QJsonDocument::fromJson(output).object();
    const QJsonObject error = answer.value("error"_L1).toObject();
    if (status == 0 && answer.contains("files"_L1)) {
        return Verdict{.refused = std::nullopt, .listing = listingFrom(answer)};
    }
    const Refused refused{error.value("reason"_L1).toString(), error.value("entry"_L1).toString(),
                          error.value("detail"_L1).toString()};
    if (status != 1 || refused.reason.isEmpty()) {
        return base::unavailable(u"looking into a bundle"_s, u"the archiver ended with status %1"_s.arg(status));
    }
    if (isOurs(refused.reason)) {
        return base::unavailable(u"working on a bundle"_s, refused.text());
    }
    return Verdict{.refused = refused, .listing = {}};
}

base::Error beyondLimits()
{
    return base::invalid({}, u"the archive takes more time or memory to read than a bundle may"_s);
}

} // namespace

QString Refused::text() const
{
    return entry.isEmpty() ? detail : u"%1: %2"_s.arg(entry, detail);
}

QString Archiver::locate()
{
    if (const QString told = qEnvironmentVariable("SIGNALBOX_ARCHIVER"); !told.isEmpty()) {
        return told;
    }
    const QDir here(QCoreApplication::applicationDirPath());
    const QString beside = here.filePath(u"signalbox-archiver"_s);
    return QFileInfo::exists(beside) ? beside
                                     : QDir::cleanPath(here.filePath(u"../libexec/signalbox/signalbox-archiver"_s));
}

base::Result<Verdict> Archiver::list(const QString &zip) const
{
    return run({u"list"_s, QFileInfo(zip).absoluteFilePath()});
}

base::Result<Verdict> Archiver::extract(const QString &zip, const QString &folder) const
{
    return run({u"extract"_s, QFileInfo(zip).absoluteFilePath(), QFileInfo(folder).absoluteFilePath()});
}

base::Result<Verdict> Archiver::pack(const QString &folder, const QString &zip) const
{
    return run({u"pack"_s, QFileInfo(folder).absoluteFilePath(), QFileInfo(zip).absoluteFilePath()});
}

base::Result<Verdict> Archiver::keep(const QString &folder, const QString &zip) const
{
    return run({u"keep"_s, QFileInfo(folder).absoluteFilePath(), QFileInfo(zip).absoluteFilePath()});
}

base::Result<Verdict> Archiver::run(const QStringList &arguments) const
{
    QProcess process;
    QProcessEnvironment environment;
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    process.setProcessEnvironment(environment);
    process.setChildProcessModifier(confine);
    process.setStandardErrorFile(QProcess::nullDevice());
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(m_program, arguments);
    if (!process.waitForStarted()) {
        return base::unavailable(u"starting %1"_s.arg(m_program), process.errorString());
    }
    const QDeadlineTimer deadline(longest);
    while (!process.waitForFinished(lookEveryMillis) && process.state() != QProcess::NotRunning) {
        const bool cancelled = m_cancelled && *m_cancelled;
        if (cancelled || deadline.hasExpired()) {
            process.kill();
            process.waitForFinished();
            return cancelled ? base::Error{.code = base::ErrorCode::Cancelled, .detail = u"it was given up"_s}
                             : beyondLimits();
        }
    }
    if (process.exitStatus() == QProcess::CrashExit) {
        return beyondLimits();
    }
    return verdictFrom(process.readAllStandardOutput(), process.exitCode());
}

base::Result<Listing> accepted(const base::Result<Verdict> &verdict)
{
    if (!verdict) {
        return verdict.error();
    }
    if (verdict->refused) {
        return base::invalid({}, u"the bundle is refused: "_s + verdict->refused->text());
    }
    return verdict->listing;
}

} // namespace bundles
