// SPDX-License-Identifier: Apache-2.0
#include "app/domain/rehearsal/windowwatch.h"

#include <algorithm>

namespace domain {

WindowWatch::WindowWatch(const QList<Window> &windows, const QList<Automation> &automations)
    : m_windows(windows), m_automations(automations), m_includes(size_t(windows.size()))
{
    for (qsizetype i = 0; i < windows.size(); ++i) {
        for (const WindowSpan &span : windows.at(i).spans) {
            if (span.from < span.to) {
                m_coming.push_back({span.from, span.to, quint16(i)});
            }
        }
    }
    std::sort(m_coming.begin(), m_coming.end(), [](const Span &a, const Span &b) { return a.from > b.from; });
}

void WindowWatch::moveTo(base::Instant at)
{
    for (; !m_coming.empty() && m_coming.back().from <= at; m_coming.pop_back()) {
        const Span &span = m_coming.back();
        const auto place = std::lower_bound(m_open.begin(), m_open.end(), span.index,
                                            [](const OpenWindow &open, quint16 index) { return open.index < index; });
        if (place != m_open.end() && place->index == span.index) {
            place->to = std::max(place->to, span.to);
        } else {
            m_open.insert(place, {span.index, m_windows.at(span.index).effect, span.to});
        }
    }
    std::erase_if(m_open, [at](const OpenWindow &open) { return open.to <= at; });
    m_edge = m_coming.empty() ? base::Instant::max() : m_coming.back().from;
    for (const OpenWindow &open : m_open) {
        m_edge = std::min(m_edge, open.to);
    }
}

bool WindowWatch::includes(quint16 index, quint32 automation)
{
    std::vector<bool> &known = m_includes[index];
    if (known.empty()) {
        known.reserve(size_t(m_automations.size()));
        for (const Automation &each : m_automations) {
            // What lives elsewhere is started there, and knows no window of this workspace.
            known.push_back(each.connectionId.isEmpty() && m_windows.at(index).scope.includes(each));
        }
    }
    return known[automation];
}

std::optional<OpenWindow> WindowWatch::strictestOpen(quint32 automation)
{
    std::optional<OpenWindow> strictest;
    for (const OpenWindow &open : m_open) {
        if ((!strictest || open.effect > strictest->effect) && includes(open.index, automation)) {
            strictest = open;
        }
    }
    return strictest;
}

} // namespace domain
