// SPDX-License-Identifier: Apache-2.0
// What was read of automations, and how the table takes it: in portions, because a window stands still meanwhile.
#pragma once

#include "app/store/store.h"

#include <functional>
#include <optional>

namespace models {

struct AutomationNews
{
    bool everything = false;               ///< `automations` are all there are.
    QList<domain::Automation> automations; ///< Read again, or new.
    QSet<base::AutomationId> removed;
    store::Histories histories; ///< To take the place of what is shown.
    QList<domain::Run> runs;    ///< To take the place of themselves where shown.
    QSet<base::RunId> goneRuns;
};

class PortionedNews
{
public:
    using RowOf = std::function<int(const base::AutomationId &)>;

    explicit PortionedNews(AutomationNews news) : m_news(std::move(news)) {}

    /// Where the automations are all there are, and once: those of `shown` that are not among them are removed.
    void removeOthers(const QList<base::AutomationId> &shown);
    bool isOfEverything() const { return m_news.everything; }
    bool isOver() const { return m_over; }
    /// Some rows, so few that it takes some milliseconds. Those that are shown come in the order of `rowOf`, so that
    /// neighbours are painted together. Runs come last: they take the place of what histories hold.
    AutomationNews next(const RowOf &rowOf);

private:
    void addAutomations(AutomationNews &some);
    void addHistories(AutomationNews &some, const RowOf &rowOf);

    AutomationNews m_news;
    qsizetype m_shown = 0;               // of the automations
    QList<base::AutomationId> m_ordered; // whose histories are left, the next one last
    bool m_over = false;
};

} // namespace models
