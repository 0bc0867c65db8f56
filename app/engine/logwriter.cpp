// SPDX-License-Identifier: Apache-2.0
#include "app/engine/logwriter.h"

#include "app/base/answer.h"
#include "app/base/lines.h"

namespace engine {

namespace {

constexpr base::Millis batchEvery{50};
// What one full read of the pipe gave becomes one block and is not joined with the next.
constexpr qint64 batchBytes = 192 * 1024;
constexpr qint64 longestLine = 1 << 20; // a longer one is stored in parts that say they go on
constexpr qint64 holdAbove = 4 << 20;
constexpr qint64 releaseBelow = 2 << 20;
constexpr base::Millis retryAfter{1000};
constexpr std::array maskedStreams{store::Stream::Out, store::Stream::Err};
constexpr int triesAfterEnd = 10; // once the run is over, its log is given up after this many seconds without success

} // namespace

LogWriter::LogWriter(store::Logs &logs, const base::Clock &clock, base::RunId run, qint64 lines)
    : m_logs(logs), m_clock(clock), m_run(std::move(run)), m_lines(lines)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(batchEvery);
    connect(&m_timer, &QTimer::timeout, this, &LogWriter::flush);
    m_idle.setSingleShot(true);
    m_idle.setInterval(batchEvery);
    connect(&m_idle, &QTimer::timeout, this, &LogWriter::releaseMasked);
    m_retry.setSingleShot(true);
    m_retry.setInterval(retryAfter);
    connect(&m_retry, &QTimer::timeout, this, &LogWriter::retry);
}

void LogWriter::mask(const std::shared_ptr<const Matcher> &secrets)
{
    for (const store::Stream stream : maskedStreams) {
        m_masks[static_cast<size_t>(stream)].emplace(secrets);
    }
}

void LogWriter::write(store::Stream stream, const QByteArray &bytes)
{
    std::optional<MaskStream> &mask = m_masks[static_cast<size_t>(stream)];
    if (!mask) {
        take(stream, bytes);
        return;
    }
    const MaskStream::Released released = mask->feed(bytes);
    take(stream, released.before);
    // A view is enough where it ends within a line, for then take() keeps a copy of it anyway.
    const bool inLine = released.fed > 0 && bytes[released.fed - 1] != '\n';
    take(stream, released.fed == bytes.size() ? bytes
                 : inLine                     ? QByteArray::fromRawData(bytes.constData(), released.fed)
                                              : bytes.first(released.fed));
    if (mask->holdsLine()) {
        m_idle.start();
    }
}

void LogWriter::releaseMasked()
{
    for (const store::Stream stream : maskedStreams) {
        take(stream, m_masks[static_cast<size_t>(stream)]->releaseLines());
    }
}

void LogWriter::take(store::Stream stream, const QByteArray &bytes)
{
    QByteArray &partial = m_partial[static_cast<size_t>(stream)];
    const qsizetype newline = bytes.lastIndexOf('\n');
    const bool wholeLines = newline >= 0 && newline == bytes.size() - 1;
    if (partial.isEmpty() && wholeLines) {
        addLines(stream, bytes, base::countLines(bytes), false);
    } else if (newline >= 0) {
        const QByteArrayView whole = QByteArrayView(bytes).first(newline + 1);
        partial.append(whole);
        addLines(stream, partial, base::countLines(whole), false);
        partial.truncate(0);
    }
    partial.append(QByteArrayView(bytes).sliced(newline + 1));
    if (partial.size() >= longestLine) {
        addLines(stream, partial + '\n', 1, true);
        partial.truncate(0);
    }
    if (m_batch.bytes.size() >= batchBytes) {
        flush();
    }
}

void LogWriter::note(const QString &text)
{
    addLines(store::Stream::Note, text.toUtf8() + '\n', 1, false);
}

void LogWriter::addLines(store::Stream stream, const QByteArray &bytes, qint64 lines, bool open)
{
    if (m_batch.bytes.isEmpty()) {
        m_batch.bytes = bytes; // shared, so that a flood is not copied once more
        m_timer.start();
    } else {
        m_batch.bytes.append(bytes);
    }
    m_batch.spans.append({.lines = lines, .stream = stream, .at = m_clock.now(), .open = open});
}

void LogWriter::flush()
{
    m_timer.stop();
    if (m_batch.bytes.isEmpty()) {
        return;
    }
    store::LogChunk chunk = std::exchange(m_batch, {});
    chunk.firstLine = m_lines;
    for (const store::LogSpan &span : std::as_const(chunk.spans)) {
        m_lines += span.lines;
    }
    m_unstoredBytes += chunk.bytes.size();
    m_unstored.push_back(std::move(chunk));
    // While the store fails, retry() sends everything again, in order.
    if (m_failures == 0) {
        send(m_unstored.back());
    }
    holdBackAsNeeded();
}

void LogWriter::send(const store::LogChunk &chunk)
{
    ++m_requests;
    base::onAnswer(this, m_logs.append(m_run, chunk, m_most),
                   [this](const base::Result<store::LogInfo> &result) { onStored(result); });
}

void LogWriter::onStored(const base::Result<store::LogInfo> &result)
{
    --m_requests;
    if (result) {
        m_failures = 0;
        m_stored = *result;
        m_unstoredBytes -= m_unstored.front().bytes.size();
        const store::LogChunk chunk = std::move(m_unstored.front());
        m_unstored.pop_front();
        Q_EMIT stored(chunk);
    } else if (!m_problem) {
        m_problem = result.error();
    }
    if (m_problem && m_requests == 0) {
        ++m_failures;
        m_retry.start();
    }
    holdBackAsNeeded();
    sealWhenDone();
}

void LogWriter::retry()
{
    m_problem.reset();
    for (const store::LogChunk &chunk : m_unstored) {
        send(chunk);
    }
}

void LogWriter::holdBackAsNeeded()
{
    const bool hold = m_held ? m_unstoredBytes > releaseBelow : m_unstoredBytes > holdAbove;
    if (hold != m_held) {
        m_held = hold;
        Q_EMIT heldBack(hold);
    }
}

void LogWriter::close()
{
    m_idle.stop();
    for (const store::Stream stream : maskedStreams) {
        if (std::optional<MaskStream> &mask = m_masks[static_cast<size_t>(stream)]) {
            take(stream, mask->finish());
        }
        QByteArray &partial = m_partial[static_cast<size_t>(stream)];
        if (!partial.isEmpty()) {
            addLines(stream, partial + '\n', 1, true);
            partial.clear();
        }
    }
    finish();
}

void LogWriter::leave()
{
    m_idle.stop();
    m_leaving = true;
    finish();
}

void LogWriter::finish()
{
    flush();
    m_closing = true;
    m_failures = 0;
    sealWhenDone();
}

void LogWriter::sealWhenDone()
{
    const bool givenUp = m_problem && m_failures > triesAfterEnd;
    if (m_closing && m_requests == 0 && (m_unstored.empty() || givenUp)) {
        m_closing = false;
        m_retry.stop();
        seal();
    }
}

void LogWriter::seal()
{
    if (m_lines == 0 || m_problem || m_leaving) {
        Q_EMIT closed(m_stored, m_problem);
        return;
    }
    base::onAnswer(this, m_logs.seal(m_run), [this](const base::Result<store::LogInfo> &result) {
        if (result) {
            const qint64 omitted = std::max(m_stored.omitted, result->omitted);
            m_stored = *result;
            m_stored.omitted = omitted;
        } else {
            m_problem = result.error();
        }
        Q_EMIT closed(m_stored, m_problem);
    });
}

} // namespace engine
