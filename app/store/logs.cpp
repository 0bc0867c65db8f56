// SPDX-License-Identifier: Apache-2.0
#include "app/store/logs.h"

#include "app/store/logdesk/logfinder.h"
#include "app/store/logdesk/logreader.h"
#include "app/store/logdesk/logwriter.h"

namespace store {

class Logs::Private
{
public:
    Private(const QString &path, LogEvents events) : writer(path, std::move(events)), reader(path), finder(path) {}

    LogWriter writer;
    LogReader reader;
    LogFinder finder;
};

Logs::Logs(QString path, QObject *parent)
    : QObject(parent),
      d(std::make_unique<Private>(
          path, LogEvents{.grew = [this](const base::RunId &run, const LogInfo &info) { Q_EMIT grew(run, info); },
                          .troubled = [this](const std::optional<base::Error> &problem) { Q_EMIT troubled(problem); }}))
{
}

Logs::~Logs()
{
    close();
}

void Logs::keepAtMost(qint64 bytes)
{
    d->writer.keepAtMost(bytes);
}

QFuture<base::Result<void>> Logs::open()
{
    return d->writer.open();
}

void Logs::close()
{
    // The writer goes last: whoever closes last puts the write-ahead file away.
    d->finder.close();
    d->reader.close();
    d->writer.close();
}

QFuture<base::Result<LogInfo>> Logs::append(const base::RunId &run, LogChunk chunk, std::optional<qint64> most)
{
    return d->writer.append(run, std::move(chunk), most);
}

QFuture<base::Result<LogInfo>> Logs::seal(const base::RunId &run)
{
    return d->writer.seal(run);
}

QFuture<base::Result<LogInfo>> Logs::info(const base::RunId &run) const
{
    return d->reader.info(run);
}

QFuture<base::Result<LogChunk>> Logs::read(const base::RunId &run, qint64 first, qint64 count) const
{
    return d->reader.read(run, first, count);
}

QFuture<base::Result<qint64>> Logs::find(const base::RunId &run, const FindRequest &request, FindSink sink) const
{
    return d->finder.find(run, request, std::move(sink));
}

QFuture<base::Result<void>> Logs::remove(const QList<base::RunId> &runs)
{
    return d->writer.remove(runs);
}

QFuture<base::Result<LogUsage>> Logs::usage() const
{
    return d->writer.usage();
}

qint64 Logs::pendingBytes() const
{
    return d->writer.pendingBytes();
}

} // namespace store
