// SPDX-License-Identifier: Apache-2.0
#include "models/rundetail.h"

#include "app/base/answer.h"
#include "models/connections/connectionwords.h"

namespace models {

namespace {

constexpr int historyLength = 20;
constexpr std::chrono::milliseconds tickEvery{1000};

} // namespace

RunDetail::RunDetail(store::Store &store, const base::Clock &clock, QObject *parent)
    : QObject(parent), m_store(store), m_clock(clock), m_homes(store), m_changes(store)
{
    connect(&m_changes, &ChangeBatch::ready, this, [this](const Batch &batch) {
        if (batch.allRuns || batch.runs.contains(m_id)) {
            read();
        }
    });
    connect(&m_homes, &ConnectionBook::changed, this, &RunDetail::changed);
    m_tick.setInterval(tickEvery);
    connect(&m_tick, &QTimer::timeout, this, &RunDetail::changed);
}

void RunDetail::setRun(const base::RunId &id)
{
    if (m_id == id) {
        return;
    }
    ++m_generation;
    m_id = id;
    m_run.reset();
    m_history.clear();
    m_rulesKnown = false;
    m_around = {};
    m_parent.reset();
    m_tick.stop();
    Q_EMIT changed();
    read();
}

void RunDetail::read()
{
    if (m_id.isEmpty()) {
        return;
    }
    base::onAnswer(this, m_store.runs().get(m_id),
                   [this, generation = m_generation](const base::Result<domain::Run> &answer) {
                       if (generation != m_generation) {
                           return;
                       }
                       if (!answer) {
                           Q_EMIT failed(answer.error());
                           return;
                       }
                       m_run = *answer;
                       startOrStopTick();
                       Q_EMIT changed();
                       readHistory();
                       readRules();
                       readParent();
                   });
}

void RunDetail::readHistory()
{
    const base::AutomationId automation = m_run->automationId;
    const auto reading = m_store.runs().histories({automation}, historyLength);
    base::onAnswer(this, reading,
                   [this, automation, generation = m_generation](const base::Result<store::Histories> &answer) {
                       // Without it the run is still told, only its neighbours are not.
                       if (generation == m_generation && answer && m_history != answer->value(automation)) {
                           m_history = answer->value(automation);
                           Q_EMIT changed();
                       }
                   });
}

void RunDetail::readRules()
{
    if (m_rulesKnown || m_run->automationVersion == 0) {
        return;
    }
    const auto reading = m_store.automations().version(m_run->automationId, m_run->automationVersion);
    base::onAnswer(this, reading, [this, generation = m_generation](const base::Result<domain::Automation> &answer) {
        // Without them nobody knows of how many attempts this is one.
        if (generation == m_generation && answer) {
            m_rulesKnown = true;
            m_around.attempts = answer->retry ? std::optional(answer->retry->attempts) : std::nullopt;
            m_around.runAs = answer->runAs;
            m_around.savedBy = answer->updatedBy;
            Q_EMIT changed();
        }
    });
}

void RunDetail::readParent()
{
    if (m_parent || m_run->parentRunId.isEmpty()) {
        return;
    }
    base::onAnswer(this, m_store.runs().some({m_run->parentRunId}),
                   [this, generation = m_generation](const base::Result<QList<domain::Run>> &answer) {
                       if (generation == m_generation && answer && !answer->isEmpty()) {
                           m_parent = answer->first();
                           Q_EMIT changed();
                       }
                   });
}

void RunDetail::startOrStopTick()
{
    const bool counts = m_run->status == domain::RunStatus::Running || m_run->status == domain::RunStatus::Held;
    if (counts != m_tick.isActive()) {
        counts ? m_tick.start() : m_tick.stop();
    }
}

QList<domain::Run> RunDetail::earlier() const
{
    QList<domain::Run> before = m_history;
    before.removeIf([this](const domain::Run &other) { return other.id == m_id || other.queuedAt > m_run->queuedAt; });
    return before;
}

QList<Fact> RunDetail::facts() const
{
    if (!m_run) {
        return {};
    }
    RunSurroundings around = m_around;
    around.usual = usualTime(earlier());
    around.home = m_homes.nameOf(m_run->connectionId);
    if (const domain::Connection *home = m_homes.find(m_run->connectionId)) {
        around.homeLog = remoteLogText(home->account.capabilities.log);
    }
    return runFacts(*m_run, around, m_clock.now());
}

std::optional<Banner> RunDetail::banner() const
{
    return m_run ? bannerOf(*m_run, earlier(), m_clock.now()) : std::nullopt;
}

} // namespace models
