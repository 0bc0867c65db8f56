// SPDX-License-Identifier: Apache-2.0
#include "models/parts/automationnews.h"

#include <algorithm>
#include <utility>

namespace models {

namespace {

constexpr qsizetype portion = 200;

} // namespace

void PortionedNews::removeOthers(const QList<base::AutomationId> &shown)
{
    m_news.everything = false;
    m_news.removed += QSet<base::AutomationId>(shown.cbegin(), shown.cend());
    for (const domain::Automation &automation : std::as_const(m_news.automations)) {
        m_news.removed.remove(automation.id);
    }
}

AutomationNews PortionedNews::next(const RowOf &rowOf)
{
    AutomationNews some;
    some.removed = std::exchange(m_news.removed, {});
    if (m_shown < m_news.automations.size()) {
        addAutomations(some);
    } else {
        addHistories(some, rowOf);
    }
    m_over = m_shown == m_news.automations.size() && m_news.histories.isEmpty();
    if (m_over) {
        some.runs = std::exchange(m_news.runs, {});
        some.goneRuns = std::exchange(m_news.goneRuns, {});
    }
    return some;
}

void PortionedNews::addAutomations(AutomationNews &some)
{
    some.automations = m_news.automations.mid(m_shown, portion);
    m_shown += some.automations.size();
    for (const domain::Automation &automation : std::as_const(some.automations)) {
        if (const auto history = m_news.histories.constFind(automation.id); history != m_news.histories.cend()) {
            some.histories.insert(automation.id, *history);
            m_news.histories.erase(history);
        }
    }
}

void PortionedNews::addHistories(AutomationNews &some, const RowOf &rowOf)
{
    if (m_ordered.isEmpty()) {
        m_ordered = m_news.histories.keys();
        std::vector<std::pair<int, base::AutomationId>> byRow;
        for (const base::AutomationId &id : std::as_const(m_ordered)) {
            byRow.emplace_back(rowOf(id), id);
        }
        std::sort(byRow.begin(), byRow.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
        std::transform(byRow.cbegin(), byRow.cend(), m_ordered.begin(), [](const auto &one) { return one.second; });
    }
    while (!m_ordered.isEmpty() && some.histories.size() < portion) {
        const base::AutomationId id = m_ordered.takeLast();
        some.histories.insert(id, m_news.histories.take(id));
    }
}

} // namespace models
