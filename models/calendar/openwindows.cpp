// SPDX-License-Identifier: Apache-2.0
#include "models/calendar/openwindows.h"

#include "app/base/answer.h"
#include "app/store/store.h"

#include <algorithm>

namespace models {

namespace {

/// The clock may be set under a timer.
constexpr base::Millis lookAtLeast = base::Seconds(60);

} // namespace

OpenWindows::OpenWindows(store::Store &store, const base::Clock &clock, QObject *parent)
    : QObject(parent), m_store(store), m_clock(clock)
{
    m_edge.setSingleShot(true);
    connect(&m_edge, &QTimer::timeout, this, &OpenWindows::look);
    connect(&m_store, &store::Store::changed, this, &OpenWindows::onChanges, Qt::QueuedConnection);
    read();
}

void OpenWindows::onChanges(const store::Changes &changes)
{
    const bool ours = std::any_of(changes.begin(), changes.end(),
                                  [](const store::Change &change) { return change.table == store::Table::Windows; });
    if (ours) {
        read();
    }
}

void OpenWindows::read()
{
    base::onAnswer(this, m_store.windows().list(),
                   [this](const base::Result<QList<domain::MaintenanceWindow>> &windows) {
                       if (windows) {
                           m_standing = domain::WindowStanding(*windows);
                           look();
                           Q_EMIT reread();
                       }
                   });
}

QString OpenWindows::at(base::Instant then, const domain::Automation &automation) const
{
    const std::optional<domain::OpenSpan> open = m_standing.strictest(automation, then);
    return open ? m_standing.window(open->window).name : QString();
}

void OpenWindows::look()
{
    const base::Instant now = m_clock.now();
    QList<OpenWindow> open;
    for (const domain::OpenSpan &one : m_standing.openAt(now)) {
        open.append({m_standing.window(one.window).name, one.span.to});
    }
    std::sort(open.begin(), open.end(), [](const OpenWindow &a, const OpenWindow &b) {
        return std::pair(a.until, a.name) < std::pair(b.until, b.name);
    });
    if (const std::optional<base::Instant> edge = m_standing.nextEdge(now)) {
        m_edge.start(std::clamp<base::Millis>(*edge - now, base::Millis(1), lookAtLeast));
    } else {
        m_edge.stop();
    }
    if (open != m_open) {
        m_open = open;
        Q_EMIT changed();
    }
}

} // namespace models
