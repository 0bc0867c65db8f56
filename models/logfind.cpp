// SPDX-License-Identifier: Apache-2.0
#include "models/logfind.h"

#include "app/base/answer.h"

namespace models {

namespace {

constexpr std::chrono::milliseconds pause(33);

} // namespace

LogFind::LogFind(store::Store &store, LogModel &model, QObject *parent)
    : QObject(parent), m_store(store), m_model(model)
{
    m_tell.setSingleShot(true);
    m_tell.setInterval(pause);
    connect(&m_tell, &QTimer::timeout, this, &LogFind::changed);
    connect(&m_watcher, &QFutureWatcherBase::resultsReadyAt, this, &LogFind::take);
    connect(&model, &LogModel::lineCountChanged, this, [this] {
        if (m_matcher && !isSearching()) {
            searchOn();
        }
    });
}

LogFind::~LogFind()
{
    stop();
}

base::Status LogFind::look(const search::Query &query)
{
    clear();
    base::Result<search::Matcher> matcher = search::Matcher::compile(query);
    if (!matcher) {
        return matcher.error();
    }
    m_matcher = std::make_shared<const search::Matcher>(std::move(*matcher));
    searchOn();
    return {};
}

void LogFind::clear()
{
    stop();
    m_matcher.reset();
    m_lines.clear();
    m_searched = 0;
    tellSoon();
}

void LogFind::stop()
{
    ++m_generation;
    m_end.cancel();
    m_end = {};
    m_watcher.setFuture({});
    m_steps.reset();
}

void LogFind::searchOn()
{
    if (m_searched >= m_model.lineCount()) {
        return;
    }
    m_steps = std::make_shared<Steps>();
    m_steps->start();
    m_taken = 0;
    m_watcher.setFuture(m_steps->future());
    // The sink has its own hold on the promise: it may still be called after all this has gone.
    const auto sink = [steps = m_steps](const store::FoundPart &part) {
        Step step{.end = part.end, .lines = {}};
        for (const store::FoundLine &found : part.found) {
            step.lines.append(found.line);
        }
        steps->addResult(std::move(step));
        return store::FindOn::Continue;
    };
    const store::FindRequest request{.matcher = m_matcher, .first = m_searched};
    m_end = m_store.logs().find(m_model.runId(), request, sink);
    base::onAnswer(this, m_end, [this, generation = m_generation](const base::Result<qint64> &end) {
        if (generation == m_generation) {
            finish(end);
        }
    });
}

void LogFind::take()
{
    if (!m_steps) {
        return;
    }
    const QFuture<Step> steps = m_steps->future();
    for (; m_taken < steps.resultCount(); ++m_taken) {
        const Step step = steps.resultAt(m_taken);
        m_lines.append(step.lines);
        m_searched = step.end;
    }
    tellSoon();
}

void LogFind::finish(const base::Result<qint64> &end)
{
    take();
    const bool moved = m_taken > 0;
    m_watcher.setFuture({});
    m_steps.reset();
    if (!end) {
        m_matcher.reset();
        Q_EMIT failed(end.error());
        return;
    }
    tellSoon();
    if (moved) {
        searchOn(); // What came meanwhile.
    }
}

void LogFind::tellSoon()
{
    if (!m_tell.isActive()) {
        m_tell.start();
    }
}

} // namespace models
