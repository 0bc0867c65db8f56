// SPDX-License-Identifier: Apache-2.0
// Who did what, in order. A row is written in the transaction of the change it tells of; none is ever changed or
// removed.
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"

#include <QFuture>
#include <QList>
#include <QString>

#include <optional>

namespace store {

class Desk;

struct AuditEntry
{
    qint64 seq = 0; ///< Given by the store.
    base::Instant at = {};
    QString by;
    QString action;      ///< `create`, `edit`, `delete`, `pause`, `resume`, `release`, `dismiss`,
                         ///< `acknowledge`, `unacknowledge`, `clear_queue`, `restore`, `notice_lost`, `break_glass`,
                         ///< `create_window`, `edit_window`, `delete_window`, `activate`, `deactivate`, `extend`.
    QString subject;     ///< The id of what it was done to; `*` is everything.
    QString detail = {}; ///< One line, such as its name.

    friend bool operator==(const AuditEntry &, const AuditEntry &) = default;
};

struct AuditQuery
{
    std::optional<base::Instant> since = {}; ///< Only entries from then on.
    std::optional<qint64> before = {};       ///< Only entries before this `seq`.
    qint64 limit = 100;                      ///< 0 is no limit.
};

/// Verbs may be called from any thread; their futures are finished on a thread of the store.
class Audit
{
public:
    explicit Audit(Desk &desk) : m_desk(desk) {}

    /// Newest first.
    QFuture<base::Result<QList<AuditEntry>>> page(const AuditQuery &query) const;

private:
    Desk &m_desk;
};

} // namespace store
