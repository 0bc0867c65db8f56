// SPDX-License-Identifier: Apache-2.0
#include "models/several/logsweep.h"

#include "app/base/answer.h"
#include "app/search/seentext.h"
#include "models/roles.h"
#include "models/times.h"

#include <atomic>

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr qint64 runsAtOnce = 200;
constexpr qsizetype shownBytes = 400;

QString seenLine(const store::LogChunk &chunk)
{
    QByteArray buffer;
    const QByteArrayView seen = search::seenText(chunk.bytes, buffer);
    return QString::fromUtf8(seen.first(std::min(seen.size(), shownBytes))).simplified();
}

} // namespace

LogSweep::LogSweep(store::Store &store, const base::Clock &clock, QObject *parent)
    : QAbstractTableModel(parent), m_store(store), m_clock(clock)
{
    connect(&m_watcher, &QFutureWatcherBase::resultsReadyAt, this, &LogSweep::take);
}

LogSweep::~LogSweep()
{
    stop();
}

base::Status LogSweep::begin(const search::Query &query)
{
    stop();
    beginResetModel();
    m_hits.clear();
    endResetModel();
    m_searched = 0;
    TRY(search::Matcher matcher, search::Matcher::compile(query));
    m_matcher = std::make_shared<const search::Matcher>(std::move(matcher));
    m_searching = true;
    return {};
}

base::Status LogSweep::look(const search::Query &query, const QList<domain::Run> &runs)
{
    CHECK(begin(query));
    m_automation.reset();
    m_runs = runs;
    next();
    return {};
}

base::Status LogSweep::lookInAll(const search::Query &query, const base::AutomationId &automation)
{
    CHECK(begin(query));
    m_automation = automation;
    m_runs.clear();
    m_run = {};
    readPage();
    return {};
}

void LogSweep::stop()
{
    ++m_generation;
    m_search.cancel();
    m_search = {};
    m_watcher.setFuture({});
    m_parts.reset();
    m_runs.clear();
    m_automation.reset();
    m_searching = false;
}

void LogSweep::readPage()
{
    store::RunQuery query;
    query.automation = m_automation;
    query.limit = runsAtOnce;
    if (!m_run.id.isEmpty()) {
        query.before = m_run.id;
    }
    base::onAnswer(this, m_store.runs().page(query),
                   [this, generation = m_generation](const base::Result<QList<domain::Run>> &runs) {
                       if (generation != m_generation) {
                           return;
                       }
                       if (!runs) {
                           end();
                           Q_EMIT failed(runs.error());
                           return;
                       }
                       m_runs = *runs;
                       if (runs->size() < runsAtOnce) {
                           m_automation.reset();
                       }
                       next();
                   });
}

void LogSweep::next()
{
    Q_EMIT progressed();
    if (isFull()) {
        end();
    } else if (!m_runs.isEmpty()) {
        searchRun(m_runs.takeFirst());
    } else if (m_automation) {
        readPage();
    } else {
        end();
    }
}

void LogSweep::end()
{
    stop();
    Q_EMIT progressed();
}

void LogSweep::searchRun(const domain::Run &run)
{
    m_run = run;
    m_taken = 0;
    m_parts = std::make_shared<QPromise<Part>>();
    m_parts->start();
    m_watcher.setFuture(m_parts->future());
    const auto left = std::make_shared<std::atomic<qint64>>(std::min(mostOfRun, mostHits - m_hits.size()));
    // The sink has its own hold on all it uses: it may still be called after this has gone.
    const auto sink = [parts = m_parts, left](const store::FoundPart &part) {
        Part found;
        for (qsizetype i = 0; i < part.found.size() && i < part.lines.size() && *left > 0; ++i, --*left) {
            found.append({part.found[i].line, seenLine(part.lines[i])});
        }
        if (!found.isEmpty()) {
            parts->addResult(std::move(found));
        }
        return *left > 0 ? store::FindOn::Continue : store::FindOn::Stop;
    };
    store::FindRequest request{.matcher = m_matcher};
    request.detail = store::FindRequest::Detail::Lines;
    m_search = m_store.logs().find(run.id, request, sink);
    base::onAnswer(this, m_search, [this, generation = m_generation](const base::Result<qint64> &searched) {
        if (generation != m_generation) {
            return;
        }
        take();
        m_watcher.setFuture({});
        m_parts.reset();
        ++m_searched;
        if (!searched && searched.error().code != base::ErrorCode::NotFound) {
            end();
            Q_EMIT failed(searched.error());
            return;
        }
        next(); // A run that wrote nothing has no log.
    });
}

void LogSweep::take()
{
    if (!m_parts) {
        return;
    }
    const QFuture<Part> parts = m_parts->future();
    QList<Hit> fresh;
    for (; m_taken < parts.resultCount(); ++m_taken) {
        for (const Found &found : parts.resultAt(m_taken)) {
            fresh.append({m_run, found.line, found.text});
        }
    }
    if (fresh.isEmpty()) {
        return;
    }
    const int first = int(m_hits.size());
    beginInsertRows({}, first, first + int(fresh.size()) - 1);
    m_hits.append(fresh);
    endInsertRows();
}

int LogSweep::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_hits.size());
}

int LogSweep::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant LogSweep::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_hits.size()) {
        return {};
    }
    const Hit &hit = m_hits.at(index.row());
    if (role == KeyRole) {
        return u"%1:%2"_s.arg(hit.run.id.text()).arg(hit.line);
    }
    if (role != Qt::DisplayRole && role != RawRole) {
        return {};
    }
    switch (index.column()) {
    case WhenColumn:
        return pastExact(store::timeOf(hit.run), m_clock.now());
    case RunColumn:
        return hit.run.id.text();
    case LineColumn:
        return role == RawRole ? QVariant(hit.line) : QVariant(numberText(hit.line + 1));
    case TextColumn:
        return hit.text;
    default:
        return {};
    }
}

QVariant LogSweep::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case WhenColumn:
        return tr("When");
    case RunColumn:
        return tr("Run");
    case LineColumn:
        return tr("Line");
    case TextColumn:
        return tr("Text");
    default:
        return {};
    }
}

} // namespace models
