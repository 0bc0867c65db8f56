// SPDX-License-Identifier: Apache-2.0
#include "ui/log/out/logcopier.h"

#include "app/base/answer.h"
#include "models/parts/logpages.h"
#include "models/parts/pool.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 pageLines = 65536;

/// The lines of a chunk that are wanted, and what of the first and the last one.
struct Cut
{
    QList<qint32> picks; ///< From the first of the chunk; in order.
    int from = 0;
    int to = -1; ///< Of the last one; -1: all.
};

QStringList cutOut(const store::LogChunk &chunk, const Cut &cut)
{
    const QList<models::LogLine> lines = models::linesOf(chunk);
    QStringList texts;
    for (const qint32 pick : cut.picks) {
        if (pick >= lines.size())
            break;
        texts.append(showLine(lines[pick].text).text);
    }
    if (!texts.isEmpty() && cut.to >= 0)
        texts.last().truncate(cut.to);
    if (!texts.isEmpty())
        texts.first().remove(0, cut.from);
    return texts;
}

} // namespace

QString copiedText(const QStringList &lines, LogCopy form)
{
    return form == LogCopy::Quote ? u"> "_s + lines.join(u"\n> "_s) : lines.join(u'\n');
}

void LogCopier::start(const CopyRequest &request)
{
    ++m_generation;
    m_request = request;
    m_row = request.selection.first().line;
    m_text = request.form == LogCopy::Quote ? request.heading + u"\n\n"_s : QString();
    readOn();
}

void LogCopier::readOn()
{
    const qint64 last = m_request.selection.last().line;
    if (m_row > last || m_text.size() > mostText) {
        finish();
        return;
    }
    const qint64 line = lineOf(m_row);
    base::onAnswer(this, m_logs.read(m_request.run, line, std::min(pageLines, lineOf(last) - line + 1)),
                   [this, generation = m_generation](const base::Result<store::LogChunk> &chunk) {
                       if (generation != m_generation)
                           return;
                       if (chunk)
                           convert(*chunk);
                       else
                           Q_EMIT failed(chunk.error());
                   });
}

void LogCopier::convert(const store::LogChunk &chunk)
{
    const LogPlace first = m_request.selection.first(), last = m_request.selection.last();
    qint64 lines = 0;
    for (const store::LogSpan &span : chunk.spans)
        lines += span.lines;
    Cut cut{.picks = {}, .from = m_row == first.line ? first.column : 0, .to = -1};
    qint64 row = m_row;
    for (; row <= last.line && lineOf(row) < chunk.firstLine + lines; ++row)
        cut.picks.append(qint32(lineOf(row) - chunk.firstLine));
    if (cut.picks.isEmpty()) {
        finish(); // The log ends before the selection does.
        return;
    }
    if (row > last.line)
        cut.to = last.column;
    const auto work = [chunk, cut, form = m_request.form] { return copiedText(cutOut(chunk, cut), form); };
    base::onAnswer(this, models::inPool<QString>(work),
                   [this, row, generation = m_generation](const base::Result<QString> &text) {
                       if (generation != m_generation)
                           return;
                       if (m_row > m_request.selection.first().line)
                           m_text += u'\n';
                       m_text += text.value_or(QString());
                       m_row = row;
                       readOn();
                   });
}

void LogCopier::finish()
{
    QGuiApplication::clipboard()->setText(std::exchange(m_text, {}));
    Q_EMIT copied(m_row - m_request.selection.first().line, m_row > m_request.selection.last().line);
}

} // namespace ui
