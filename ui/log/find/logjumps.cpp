// SPDX-License-Identifier: Apache-2.0
#include "ui/log/find/logjumps.h"

#include "app/base/answer.h"
#include "app/store/store.h"
#include "ui/widgets/prompts.h"

#include <QDateTime>
#include <QLocale>
#include <QPointer>

#include <atomic>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// Words with which programs call something wrong.
std::shared_ptr<const search::Matcher> problemMatcher()
{
    const QString words = u"errors?|fatal|panic|exception|traceback|failed|warn(?:ing)?s?"_s;
    const base::Result<search::Matcher> matcher =
        search::Matcher::compile({.terms = {{.text = words,
                                             .syntax = search::Syntax::Regex,
                                             .letters = search::Case::Insensitive,
                                             .words = search::Words::Whole}}});
    return matcher ? std::make_shared<const search::Matcher>(*matcher) : nullptr;
}

} // namespace

std::optional<LogTarget> logTarget(const QString &text)
{
    for (const QString &form : {u"H:mm"_s, u"H:mm:ss"_s, u"H:mm:ss.z"_s}) {
        if (const QTime time = QTime::fromString(text.trimmed(), form); time.isValid())
            return time;
    }
    bool ok = false;
    const qint64 line = QLocale().toLongLong(text.trimmed(), &ok);
    return ok && line >= 1 ? std::optional<LogTarget>(line - 1) : std::nullopt;
}

LogJumps::LogJumps(const Context &context, models::LogModel &model, LogSearch &search, QObject *parent)
    : QObject(parent), m_context(context), m_model(model), m_search(search)
{
}

void LogJumps::ask(QWidget *parent)
{
    const TextQuestion question{.title = tr("Go to a line or a time"),
                                .text = tr("The number of a line, or a time of day such as 14:05 or 14:05:39."),
                                .label = tr("Line or time"),
                                .value = {},
                                .verb = tr("Go")};
    m_context.prompts.askText(parent, question, [self = QPointer(this)](const QString &text) {
        if (!self)
            return;
        if (const std::optional<LogTarget> target = logTarget(text))
            self->goTo(*target);
        else
            Q_EMIT self->said(tr("\u201c%1\u201d is neither a line nor a time").arg(text), {});
    });
}

void LogJumps::goTo(const LogTarget &target)
{
    ++m_generation;
    if (const auto *time = std::get_if<QTime>(&target))
        seekOnDay(*time);
    else if (m_model.lineCount() > 0)
        m_search.jumpTo(std::min(std::get<qint64>(target), m_model.lineCount() - 1));
}

/// A time of day means its first one since the log began.
void LogJumps::seekOnDay(const QTime &time)
{
    base::onAnswer(this, m_context.store.logs().read(m_model.runId(), 0, 1),
                   [this, time, generation = m_generation](const base::Result<store::LogChunk> &chunk) {
                       if (!chunk)
                           Q_EMIT failed(chunk.error());
                       if (!chunk || chunk->spans.isEmpty() || generation != m_generation)
                           return;
                       const base::Instant start = chunk->spans.first().at;
                       QDateTime wanted = QDateTime::fromMSecsSinceEpoch(base::toMillis(start));
                       // Up to a minute before the first line still means the start.
                       const bool tomorrow = wanted.time().secsTo(time) < -60;
                       wanted.setTime(time);
                       if (tomorrow)
                           wanted = wanted.addDays(1);
                       seek(base::fromMillis(wanted.toMSecsSinceEpoch()), {0, m_model.lineCount()});
                   });
}

/// Halves the range with every line that is read, until the first line at that time or later is left.
void LogJumps::seek(base::Instant time, Range range)
{
    if (range.first >= range.end) {
        m_search.jumpTo(std::min(range.first, m_model.lineCount() - 1));
        return;
    }
    const qint64 middle = range.first + (range.end - range.first) / 2;
    base::onAnswer(this, m_context.store.logs().read(m_model.runId(), middle, 1),
                   [this, time, range, middle, generation = m_generation](const base::Result<store::LogChunk> &chunk) {
                       if (!chunk)
                           Q_EMIT failed(chunk.error());
                       if (!chunk || chunk->spans.isEmpty() || generation != m_generation)
                           return;
                       const bool early = chunk->spans.first().at < time;
                       seek(time, early ? Range{middle + 1, range.end} : Range{range.first, middle});
                   });
}

void LogJumps::toProblem(Way way)
{
    const bool forward = way == Way::Forward;
    const qint64 here = m_search.placeToGoOnFrom();
    store::FindRequest request{.matcher = problemMatcher()};
    request.first = forward ? here + 1 : 0;
    request.end = forward ? request.end : std::max<qint64>(here, 0);
    const auto place = std::make_shared<std::atomic<qint64>>(-1);
    const auto sink = [place, forward](const store::FoundPart &part) {
        if (part.found.isEmpty())
            return store::FindOn::Continue;
        *place = forward ? part.found.first().line : part.found.last().line;
        return forward ? store::FindOn::Stop : store::FindOn::Continue;
    };
    base::onAnswer(this, m_context.store.logs().find(m_model.runId(), request, sink),
                   [this, place, forward, generation = ++m_generation](const base::Result<qint64> &end) {
                       if (generation != m_generation)
                           return;
                       if (!end)
                           Q_EMIT failed(end.error());
                       else if (*place >= 0)
                           m_search.jumpTo(*place);
                       else
                           Q_EMIT said(forward ? tr("No error or warning below") : tr("No error or warning above"), {});
                   });
}

} // namespace ui
