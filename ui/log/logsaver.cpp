// SPDX-License-Identifier: Apache-2.0
#include "ui/log/logsaver.h"

#include "app/base/answer.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr qint64 pageLines = 65536;

qint64 lineCount(const store::LogChunk &chunk)
{
    qint64 lines = 0;
    for (const store::LogSpan &span : chunk.spans)
        lines += span.lines;
    return lines;
}

} // namespace

QByteArray writtenBytes(const store::LogChunk &chunk)
{
    if (std::none_of(chunk.spans.cbegin(), chunk.spans.cend(), [](const store::LogSpan &span) { return span.open; }))
        return chunk.bytes;
    QByteArray written;
    written.reserve(chunk.bytes.size());
    qsizetype from = 0;
    for (const store::LogSpan &span : chunk.spans) {
        qsizetype to = from;
        for (qint64 line = 0; line < span.lines; ++line) {
            const qsizetype end = chunk.bytes.indexOf('\n', to);
            to = end < 0 ? chunk.bytes.size() : end + 1;
        }
        written.append(chunk.bytes.constData() + from, to - from - (span.open ? 1 : 0));
        from = to;
    }
    return written;
}

LogSaver::LogSaver(store::Logs &logs, const base::RunId &run, const QString &path, QObject *parent)
    : QObject(parent), m_logs(logs), m_run(run), m_file(path)
{
}

void LogSaver::start()
{
    if (!m_file.open(QIODevice::WriteOnly)) {
        fail(base::unavailable(m_file.fileName(), m_file.errorString()));
        return;
    }
    base::onAnswer(this, m_logs.info(m_run), [this](const base::Result<store::LogInfo> &info) {
        if (m_over)
            return;
        if (!info) {
            fail(info.error());
            return;
        }
        m_end = info->lines;
        readOn();
    });
}

void LogSaver::readOn()
{
    Q_EMIT progressed(m_next, m_end);
    if (m_over)
        return;
    if (m_next >= m_end) {
        finish();
        return;
    }
    base::onAnswer(this, m_logs.read(m_run, m_next, std::min(pageLines, m_end - m_next)),
                   [this](const base::Result<store::LogChunk> &chunk) {
                       if (!m_over)
                           take(chunk);
                   });
}

void LogSaver::take(const base::Result<store::LogChunk> &chunk)
{
    if (!chunk) {
        fail(chunk.error());
        return;
    }
    const qint64 lines = lineCount(*chunk);
    if (lines == 0) {
        fail(base::notFound(u"the rest of the log of %1"_s.arg(m_run.text())));
        return;
    }
    const QByteArray written = writtenBytes(*chunk);
    if (m_file.write(written) != written.size()) {
        fail(base::unavailable(m_file.fileName(), m_file.errorString()));
        return;
    }
    m_bytes += written.size();
    m_next += lines;
    readOn();
}

void LogSaver::finish()
{
    if (!m_file.commit()) {
        fail(base::unavailable(m_file.fileName(), m_file.errorString()));
        return;
    }
    m_over = true;
    Q_EMIT saved(m_bytes);
}

void LogSaver::fail(const base::Error &error)
{
    m_over = true;
    m_file.cancelWriting();
    Q_EMIT failed(error);
}

void LogSaver::cancel()
{
    if (m_over)
        return;
    m_over = true;
    m_file.cancelWriting();
    Q_EMIT cancelled();
}

} // namespace ui
