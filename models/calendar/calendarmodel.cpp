// SPDX-License-Identifier: Apache-2.0
#include "models/calendar/calendarmodel.h"

#include "app/base/answer.h"
#include "app/store/mirrors/mirrors.h"
#include "app/store/mirrors/windowsthere.h"
#include "models/sight.h"

#include <QPromise>

#include <algorithm>

namespace models {

using namespace std::chrono_literals;

namespace {

constexpr auto gather = 50ms;
constexpr auto moveOn = 30s;
constexpr qint64 mostRuns = 20'000;

bool concerns(const store::Changes &changes)
{
    return std::any_of(changes.begin(), changes.end(), [](const store::Change &change) {
        return change.table == store::Table::Windows || change.table == store::Table::Automations ||
               change.table == store::Table::Runs || change.table == store::Table::Pauses ||
               change.table == store::Table::Connections;
    });
}

} // namespace

CalendarModel::CalendarModel(store::Store &store, const base::Clock &clock, QObject *parent)
    : QObject(parent), m_store(store), m_clock(clock), m_homes(store)
{
    m_pool.setMaxThreadCount(1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(gather);
    m_tick.setInterval(moveOn);
    connect(&m_soon, &QTimer::timeout, this, &CalendarModel::ask);
    connect(&m_tick, &QTimer::timeout, this, &CalendarModel::reload);
    connect(&m_homes, &ConnectionBook::changed, this, &CalendarModel::reload);
    connect(
        &m_store, &store::Store::changed, this,
        [this](const store::Changes &changes) {
            if (concerns(changes)) {
                reload();
            }
        },
        Qt::QueuedConnection);
}

CalendarModel::~CalendarModel()
{
    ++m_generation;
    m_pool.waitForDone();
}

void CalendarModel::setWatched(Watched watched)
{
    m_watched = watched == Watched::Yes;
    m_watched ? m_tick.start() : m_tick.stop();
    if (m_watched && m_stale) {
        m_soon.start();
    }
}

void CalendarModel::setSpan(const domain::WindowSpan &span)
{
    if (m_span != span) {
        m_span = span;
        ++m_generation;
        reload();
    }
}

void CalendarModel::reload()
{
    m_stale = true;
    if (m_watched && !m_soon.isActive()) {
        m_soon.start();
    }
}

void CalendarModel::ask()
{
    if (!m_watched || m_span.from >= m_span.to) {
        return;
    }
    m_stale = false;
    const int generation = ++m_generation;
    base::onAnswer(this, m_store.forecasts().input(),
                   [this, generation](const base::Result<domain::ForecastInput> &input) {
                       if (goesOn(generation, input)) {
                           readElsewhere(generation, {.input = *input});
                       }
                   });
}

void CalendarModel::setSight(const Sight &sight)
{
    m_sight = &sight;
    connect(&sight, &Sight::changed, this, &CalendarModel::reload);
}

template <typename T> bool CalendarModel::goesOn(int generation, const base::Result<T> &answer)
{
    if (generation != m_generation) {
        return false;
    }
    if (!answer) {
        m_stale = true;
        Q_EMIT failed(answer.error());
    }
    return answer.has_value();
}

void CalendarModel::readElsewhere(int generation, CalendarQuestion question)
{
    base::onAnswer(this, m_store.mirrors().windows(),
                   [this, generation, question](const base::Result<QList<store::WindowThere>> &windows) mutable {
                       if (goesOn(generation, windows)) {
                           for (const store::WindowThere &there : *windows) {
                               const QString home = m_homes.nameOf(there.connection);
                               question.elsewhere.append({there.window, there.connection, home});
                           }
                           readRuns(generation, question);
                       }
                   });
}

void CalendarModel::readRuns(int generation, CalendarQuestion question)
{
    store::RunQuery query;
    query.since = m_span.from;
    query.until = std::min(m_span.to, m_clock.now());
    query.limit = mostRuns;
    query.seenBy = m_sight ? std::optional(m_sight->who()) : std::nullopt;
    base::onAnswer(this, m_store.runs().page(query),
                   [this, generation, question](const base::Result<QList<domain::Run>> &runs) mutable {
                       if (goesOn(generation, runs)) {
                           for (const domain::Run &run : *runs) {
                               question.begins.append(store::timeOf(run));
                           }
                           compute(generation, question);
                       }
                   });
}

void CalendarModel::compute(int generation, CalendarQuestion question)
{
    question.input.automations.removeIf(
        [this](const domain::Automation &one) { return m_sight && !m_sight->sees(one.id); });
    question.input.isCancelled = [this, generation] { return generation != m_generation; };
    const auto promise = std::make_shared<QPromise<base::Result<CalendarData>>>();
    const QFuture<base::Result<CalendarData>> answer = promise->future();
    promise->start();
    m_pool.start([promise, question = std::move(question), span = m_span, now = m_clock.now()] {
        promise->addResult(calendarOf(question, span, now));
        promise->finish();
    });
    base::onAnswer(this, answer, [this, generation](const base::Result<CalendarData> &data) {
        if (goesOn(generation, data)) {
            m_data = *data;
            m_settled = true;
            Q_EMIT answered();
        }
    });
}

} // namespace models
