// SPDX-License-Identifier: Apache-2.0
#include "ui/log/out/logdrag.h"

#include "models/parts/pool.h"

#include <QDeadlineTimer>
#include <QUrl>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 pageLines = 65536;
constexpr std::chrono::seconds patience(10);
constexpr qsizetype longestTitle = 80;
constexpr auto addresses = "text/uri-list"_L1;

template <typename Value> base::Result<Value> waitedFor(QFuture<base::Result<Value>> future)
{
    future.waitForFinished();
    return future.resultCount() > 0 ? future.result() : base::Result<Value>(base::unavailable({}, u"closed"_s));
}

qint64 lineCount(const store::LogChunk &chunk)
{
    qint64 lines = 0;
    for (const store::LogSpan &span : chunk.spans)
        lines += span.lines;
    return lines;
}

/// In the pool.
base::Status writeFile(const store::Logs &logs, const SaveRequest &request)
{
    QSaveFile file(request.path);
    const auto put = [&file](const QByteArray &bytes) -> base::Status {
        return file.write(bytes) == bytes.size() ? base::Status()
                                                 : base::unavailable(file.fileName(), file.errorString());
    };
    if (!file.open(QIODevice::WriteOnly))
        return base::unavailable(file.fileName(), file.errorString());
    TRY(const store::LogInfo info, waitedFor(logs.info(request.run)));
    CHECK(put(request.format.head));
    for (qint64 line = 0; line < info.lines;) {
        TRY(const store::LogChunk chunk,
            waitedFor(logs.read(request.run, line, std::min(pageLines, info.lines - line))));
        const qint64 lines = lineCount(chunk);
        if (lines == 0 || *request.cancelled)
            return base::unavailable(file.fileName(), u"given up"_s);
        CHECK(put(request.format.body(chunk)));
        line += lines;
    }
    CHECK(put(request.format.tail));
    if (!file.commit())
        return base::unavailable(file.fileName(), file.errorString());
    return request.then ? request.then() : base::Status();
}

} // namespace

LogDrag::LogDrag(store::Logs &logs, SaveRequest request, QString path)
    : m_logs(logs), m_request(std::move(request)), m_path(std::move(path))
{
}

LogDrag::~LogDrag()
{
    *m_request.cancelled = true;
    if (m_written)
        m_written->waitForFinished(); // A page at most: it must not outlive the store.
}

QStringList LogDrag::formats() const
{
    return {addresses};
}

void LogDrag::prepare() const
{
    if (!m_written)
        m_written = models::inPool<void>([&logs = m_logs, request = m_request] { return writeFile(logs, request); });
}

QVariant LogDrag::retrieveData(const QString &type, QMetaType as) const
{
    Q_UNUSED(as)
    if (type != addresses)
        return {};
    prepare();
    const QDeadlineTimer deadline(patience);
    while (!m_written->isFinished() && !deadline.hasExpired())
        QThread::msleep(1);
    if (!m_written->isFinished() || m_written->resultCount() == 0 || !m_written->result())
        return {};
    return QVariantList{QUrl::fromLocalFile(m_path)};
}

QString dragFileName(const QString &title, const base::RunId &run, LogForm form)
{
    QString name = title.left(longestTitle);
    for (QChar &c : name) {
        if (c == u'/' || !c.isPrint())
            c = u' ';
    }
    name = name.simplified();
    while (name.startsWith(u'.'))
        name.remove(0, 1);
    return u"%1 %2.%3"_s.arg(name, run.text(), suffixOf(form)).trimmed();
}

} // namespace ui
