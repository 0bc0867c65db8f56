// SPDX-License-Identifier: Apache-2.0
#include "models/parts/automationreader.h"

#include "app/base/answer.h"
#include "models/parts/automationrow.h"

#include <algorithm>

namespace models {

namespace {

/// From so many changed automations on, and from such a share of all, one list is cheaper than single reads.
constexpr qsizetype listFrom = 32;
constexpr qsizetype listShare = 2;

} // namespace

AutomationReader::AutomationReader(store::Store &store, QObject *parent)
    : QObject(parent), m_store(store), m_changes(store)
{
    connect(&m_changes, &ChangeBatch::ready, this, &AutomationReader::readBatch);
}

void AutomationReader::readAll()
{
    if (m_busy) {
        m_again = true;
        return;
    }
    Batch all;
    all.allAutomations = true;
    readBatch(all);
}

void AutomationReader::readBatch(const Batch &batch)
{
    m_busy = true;
    m_changes.hold();
    m_batch = batch;
    m_batch.allAutomations |= std::exchange(m_stale, false);
    m_news = {};
    m_error.reset();
    readAutomations();
}

void AutomationReader::readAutomations()
{
    // All histories belong to all automations, so both are read together.
    const bool many = m_batch.automations.size() >= std::max(listFrom, m_known / listShare);
    if (m_batch.allAutomations || m_batch.allRuns || many) {
        readEverything();
        return;
    }
    m_openAnswers = m_batch.automations.size();
    if (m_openAnswers == 0) {
        readRuns();
        return;
    }
    for (const base::AutomationId &id : std::as_const(m_batch.automations)) {
        readOne(id);
    }
}

/// Both are asked for at once, so that the store goes on reading while the rows are shown.
void AutomationReader::readEverything()
{
    base::onAnswer(this, m_store.automations().list(), [this](const base::Result<QList<domain::Automation>> &answer) {
        if (!answer) {
            m_error = answer.error();
            return;
        }
        AutomationNews rows;
        rows.everything = true;
        rows.automations = *answer;
        m_known = rows.automations.size();
        Q_EMIT read(rows);
        for (const domain::Automation &automation : rows.automations) {
            m_news.histories[automation.id]; // without runs, but read
        }
    });
    base::onAnswer(this, m_store.runs().allHistories(historyLength),
                   [this](const base::Result<store::Histories> &answer) { takeHistories(answer); });
}

void AutomationReader::takeHistories(const base::Result<store::Histories> &answer)
{
    if (m_error || !answer) {
        fail(m_error ? *m_error : answer.error());
        return;
    }
    m_news.histories.insert(*answer);
    deliver();
}

void AutomationReader::readOne(const base::AutomationId &id)
{
    base::onAnswer(this, m_store.automations().get(id),
                   [this, id](const base::Result<domain::Automation> &answer) { takeOne(id, answer); });
}

void AutomationReader::takeOne(const base::AutomationId &id, const base::Result<domain::Automation> &answer)
{
    if (answer) {
        m_news.automations.append(*answer);
    } else if (answer.error().code == base::ErrorCode::NotFound) {
        m_news.removed.insert(id);
    } else {
        m_error = answer.error();
    }
    if (--m_openAnswers == 0) {
        if (m_error) {
            fail(*m_error);
        } else {
            readRuns();
        }
    }
}

void AutomationReader::readRuns()
{
    if (m_batch.runs.isEmpty()) {
        readHistories();
        return;
    }
    base::onAnswer(this, m_store.runs().some(m_batch.runs), [this](const base::Result<QList<domain::Run>> &answer) {
        if (!answer) {
            fail(answer.error());
            return;
        }
        m_news.runs = *answer;
        m_news.goneRuns = QSet<base::RunId>(m_batch.runs.cbegin(), m_batch.runs.cend());
        for (const domain::Run &run : m_news.runs) {
            m_news.goneRuns.remove(run.id);
        }
        readHistories();
    });
}

void AutomationReader::readHistories()
{
    QSet<base::AutomationId> wanted;
    for (const domain::Automation &automation : std::as_const(m_news.automations)) {
        wanted.insert(automation.id);
    }
    for (const domain::Run &run : std::as_const(m_news.runs)) {
        if (m_batch.newRuns.contains(run.id)) {
            wanted.insert(run.automationId);
        }
    }
    if (wanted.isEmpty()) {
        deliver();
        return;
    }
    const QList<base::AutomationId> ids(wanted.cbegin(), wanted.cend());
    base::onAnswer(this, m_store.runs().histories(ids, historyLength),
                   [this, ids](const base::Result<store::Histories> &answer) {
                       if (!answer) {
                           fail(answer.error());
                           return;
                       }
                       m_news.histories = *answer;
                       for (const base::AutomationId &id : ids) {
                           m_news.histories[id]; // without runs, but read
                       }
                       deliver();
                   });
}

void AutomationReader::deliver()
{
    m_busy = false;
    const AutomationNews news = std::exchange(m_news, {});
    Q_EMIT read(news);
    if (std::exchange(m_again, false)) {
        readAll();
    } else {
        m_changes.resume();
    }
}

void AutomationReader::fail(const base::Error &error)
{
    m_busy = false;
    m_again = false;
    m_stale = true;
    m_changes.resume();
    Q_EMIT failed(error);
}

} // namespace models
