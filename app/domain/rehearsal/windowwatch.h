// SPDX-License-Identifier: Apache-2.0
// Which window decides about an automation, asked at times that never go back: strictestWindow() for many questions.
#pragma once

#include "app/domain/automation.h"
#include "app/domain/window.h"

#include <optional>
#include <vector>

namespace domain {

struct OpenWindow
{
    quint16 index = 0; ///< Among the windows.
    WindowEffect effect = WindowEffect::Execute;
    base::Instant to; ///< Its end; where its spans overlap, of the longest.
};

class WindowWatch
{
public:
    /// Both must outlive this.
    WindowWatch(const QList<Window> &windows, const QList<Automation> &automations);

    /// The strictest window open at `at` for an automation. `at` is never earlier than in the call before.
    std::optional<OpenWindow> strictest(base::Instant at, quint32 automation)
    {
        if (m_edge <= at) {
            moveTo(at);
        }
        return m_open.empty() ? std::nullopt : strictestOpen(automation);
    }

private:
    struct Span
    {
        base::Instant from;
        base::Instant to;
        quint16 index = 0;
    };

    void moveTo(base::Instant at);
    std::optional<OpenWindow> strictestOpen(quint32 automation);
    bool includes(quint16 index, quint32 automation);

    const QList<Window> &m_windows;
    const QList<Automation> &m_automations;
    std::vector<Span> m_coming;                  ///< The next one last.
    std::vector<OpenWindow> m_open;              ///< By index.
    std::vector<std::vector<bool>> m_includes;   ///< By window, then automation; empty where it was never open.
    base::Instant m_edge = base::Instant::min(); ///< When the open ones change next.
};

} // namespace domain
