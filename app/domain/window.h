// SPDX-License-Identifier: Apache-2.0
// A maintenance window: from when to when, for which automations, and what becomes of slots that fall into it. Where
// several are open at once the strictest wins. A value.
#pragma once

#include "app/base/clock.h"
#include "app/base/ids.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace domain {

struct Automation;

/// What scheduled and triggered runs do inside a window; each is stricter than the ones before it.
enum class WindowEffect {
    Execute,   ///< They run as usual.
    Notify,    ///< They run, and the operator is told.
    Approve,   ///< They run only after approval.
    OnceAfter, ///< Blocked: one run is made up for at the end of the window, the other slots are skipped.
    Skip,      ///< Blocked: all slots are skipped.
};

inline bool isBlocking(WindowEffect effect)
{
    return effect >= WindowEffect::OnceAfter;
}

/// Half open: `to` is outside. A span that ends where it begins, or before, is empty.
struct WindowSpan
{
    base::Instant from;
    base::Instant to;

    bool contains(base::Instant at) const { return from <= at && at < to; }
    friend bool operator==(const WindowSpan &, const WindowSpan &) = default;
};

/// Whom a window concerns: who fits any of them and is not spared.
struct WindowScope
{
    bool everything = false;
    QList<base::AutomationId> automations;
    QStringList tags; ///< Compared as they are written.
    QList<base::ConnectionId> connections = {};
    QList<base::AutomationId> spared = {};

    bool includes(const Automation &automation) const;
    friend bool operator==(const WindowScope &, const WindowScope &) = default;
};

struct Window
{
    QString name;
    QList<WindowSpan> spans; ///< In any order; they may overlap.
    WindowScope scope;
    WindowEffect effect = WindowEffect::Skip;

    bool isOpenAt(base::Instant at) const;
    friend bool operator==(const Window &, const Window &) = default;
};

/// Index of the window that decides about an automation at an instant: the strictest open one whose scope includes it,
/// the first of equals. Empty where none is open for it.
std::optional<qsizetype> strictestWindow(const QList<Window> &windows, const Automation &automation, base::Instant at);

} // namespace domain
