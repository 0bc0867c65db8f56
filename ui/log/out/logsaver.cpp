// SPDX-License-Identifier: Apache-2.0
#include "ui/log/out/logsaver.h"

#include "app/base/answer.h"
#include "models/parts/pool.h"

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

LogSaver::LogSaver(store::Logs &logs, SaveRequest request, QObject *parent)
    : QObject(parent), m_logs(logs), m_request(std::move(request)), m_file(m_request.path)
{
}

void LogSaver::start()
{
    if (!m_file.open(QIODevice::WriteOnly)) {
        fail(base::unavailable(m_file.fileName(), m_file.errorString()));
        return;
    }
    base::onAnswer(this, m_logs.info(m_request.run), [this](const base::Result<store::LogInfo> &info) {
        if (m_over)
            return;
        if (!info) {
            fail(info.error());
            return;
        }
        m_end = info->lines;
        if (write(m_request.format.head))
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
    base::onAnswer(this, m_logs.read(m_request.run, m_next, std::min(pageLines, m_end - m_next)),
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
        fail(base::notFound(u"the rest of the log of %1"_s.arg(m_request.run.text())));
        return;
    }
    base::onAnswer(this,
                   models::inPool<QByteArray>([body = m_request.format.body, chunk = *chunk] { return body(chunk); }),
                   [this, lines](const base::Result<QByteArray> &written) {
                       if (m_over || !write(written.value_or(QByteArray())))
                           return;
                       m_next += lines;
                       readOn();
                   });
}

bool LogSaver::write(const QByteArray &bytes)
{
    if (m_file.write(bytes) != bytes.size()) {
        fail(base::unavailable(m_file.fileName(), m_file.errorString()));
        return false;
    }
    m_bytes += bytes.size();
    return true;
}

void LogSaver::finish()
{
    if (!write(m_request.format.tail))
        return;
    if (!m_file.commit()) {
        fail(base::unavailable(m_file.fileName(), m_file.errorString()));
        return;
    }
    if (!m_request.then) {
        m_over = true;
        Q_EMIT saved(m_bytes);
        return;
    }
    const auto work = [then = m_request.then] {
        const base::Status done = then();
        return done ? std::optional<base::Error>() : std::optional(done.error());
    };
    using Problem = std::optional<base::Error>;
    base::onAnswer(this, models::inPool<Problem>(work), [this](const base::Result<Problem> &problem) {
        if (m_over)
            return;
        m_over = true;
        if (problem && !*problem)
            Q_EMIT saved(m_bytes);
        else
            Q_EMIT failed(problem ? **problem : problem.error());
    });
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
    *m_request.cancelled = true;
    m_file.cancelWriting();
    Q_EMIT cancelled();
}

} // namespace ui
