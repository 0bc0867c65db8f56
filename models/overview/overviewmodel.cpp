// SPDX-License-Identifier: Apache-2.0
#include "models/overview/overviewmodel.h"

#include "app/base/answer.h"
#include "models/sight.h"

#include <QPromise>

namespace models {

using namespace std::chrono_literals;

namespace {

constexpr auto leastPause = 1000ms;
constexpr auto longestAsOf = 15s;
constexpr base::Millis usualAhead = 24h;
/// A screen has no room for more.
constexpr qsizetype mostSlots = 50'000;

} // namespace

OverviewModel::OverviewModel(store::Store &store, const base::Clock &clock, QObject *parent)
    : QObject(parent), m_store(store), m_clock(clock), m_ahead(usualAhead)
{
    m_pool.setMaxThreadCount(1);
    m_soon.setSingleShot(true);
    m_tick.setInterval(longestAsOf);
    connect(&m_soon, &QTimer::timeout, this, &OverviewModel::ask);
    connect(&m_tick, &QTimer::timeout, this, &OverviewModel::want);
    connect(&m_store, &store::Store::changed, this, &OverviewModel::want, Qt::QueuedConnection);
}

OverviewModel::~OverviewModel()
{
    ++m_generation; // what is under way stops
}

void OverviewModel::setWatched(Watched watched)
{
    m_watched = watched == Watched::Yes;
    if (!m_watched) {
        m_tick.stop();
        return;
    }
    m_tick.start();
    want();
}

void OverviewModel::setAhead(base::Millis ahead)
{
    if (m_ahead != ahead) {
        m_ahead = ahead;
        reload();
    }
}

void OverviewModel::reload()
{
    ++m_generation;
    m_busy = false;
    m_soon.stop();
    m_pause = 0ms;
    want();
}

void OverviewModel::want()
{
    m_stale = true;
    if (m_watched && !m_busy && !m_soon.isActive()) {
        m_soon.start(m_pause);
    }
}

void OverviewModel::ask()
{
    if (!m_watched || m_busy) {
        return;
    }
    m_busy = true;
    m_stale = false;
    m_took.start();
    const int generation = ++m_generation;
    base::onAnswer(this, m_store.overviews().rows(overviewSince(m_clock.now())),
                   [this, generation](const base::Result<store::OverviewRows> &rows) {
                       if (goesOn(generation, rows)) {
                           askForecast(generation, *rows);
                       }
                   });
}

void OverviewModel::askForecast(int generation, const store::OverviewRows &rows)
{
    base::onAnswer(this, m_store.forecasts().input(),
                   [this, generation, rows](const base::Result<domain::ForecastInput> &input) {
                       if (goesOn(generation, input)) {
                           compute(generation, {.rows = rows, .forecast = *input});
                       }
                   });
}

void OverviewModel::setSight(const Sight &sight)
{
    m_sight = &sight;
    connect(&sight, &Sight::changed, this, &OverviewModel::reload);
}

template <typename T> bool OverviewModel::goesOn(int generation, const base::Result<T> &answer)
{
    if (generation != m_generation) {
        return false;
    }
    if (!answer) {
        m_busy = false;
        m_stale = true;
        Q_EMIT failed(answer.error());
    }
    return answer.has_value();
}

void OverviewModel::compute(int generation, OverviewQuestion question)
{
    if (m_sight) {
        const auto hidden = [this](const base::AutomationId &id) { return !m_sight->sees(id); };
        question.rows.marks.removeIf([&](const store::RunMark &mark) { return hidden(mark.automation); });
        question.rows.unnoted.removeIf([&](const domain::Run &run) { return hidden(run.automationId); });
        question.rows.waiting.removeIf([&](const domain::Run &run) { return hidden(run.automationId); });
        question.forecast.automations.removeIf([&](const domain::Automation &one) { return hidden(one.id); });
    }
    question.forecast.from = m_clock.now();
    question.forecast.to = question.forecast.from + m_ahead;
    question.forecast.mostSlots = mostSlots;
    question.forecast.isCancelled = [this, generation] { return generation != m_generation; };
    auto promise = std::make_shared<QPromise<base::Result<Overview>>>();
    const QFuture<base::Result<Overview>> answer = promise->future();
    promise->start();
    m_pool.start([question = std::move(question), promise]() mutable {
        domain::ForecastInput &forecast = question.forecast;
        forecast.windows = domain::plannedWindows(forecast.maintenance, overviewSince(forecast.from), forecast.to);
        promise->addResult(overviewOf(question));
        promise->finish();
    });
    base::onAnswer(this, answer, [this, generation](const base::Result<Overview> &overview) {
        if (goesOn(generation, overview) && !overview->cancelled) {
            take(*overview);
        }
    });
}

void OverviewModel::take(const Overview &overview)
{
    m_busy = false;
    m_answered = true;
    m_overview = overview;
    // Longer where answers take long, so that others have their turn.
    m_pause = std::max<std::chrono::milliseconds>(leastPause, 3 * std::chrono::milliseconds(m_took.elapsed()));
    Q_EMIT answered();
    if (m_stale) {
        want();
    }
}

} // namespace models
