// SPDX-License-Identifier: Apache-2.0
// What a commit changed, as values. Whoever cares reads the rows again; a change carries only which they are.
#pragma once

#include <QList>
#include <QMetaType>
#include <QString>

namespace store {

enum class Table {
    Automations,
    Runs,
    Schedules,
    Settings,
    Engine,
    Pauses,
    Secrets,
    Views,
    Notices,
    Approvals,
    Operators,
    Windows,
    CancelRequests, ///< Runs at work that somebody wants ended; the id is the run's.
    Webhooks,       ///< Tokens and deliveries; the id is the automation's.
    Templates,
    Connections, ///< What they are and how they stand.
    Outbox,      ///< What waits to be sent to remote systems; the id is the connection's.
    Conflicts,   ///< What was changed here and there; the id is the automation's.
};
constexpr Table lastTable = Table::Conflicts;
enum class ChangeKind { Inserted, Updated, Deleted };

struct Change
{
    Table table = Table::Runs;
    ChangeKind kind = ChangeKind::Updated;
    QString id; ///< Id of the row; empty where the table has one row only, or where many changed and all must be read
                ///< again.

    friend bool operator==(const Change &, const Change &) = default;
};

using Changes = QList<Change>;

} // namespace store

Q_DECLARE_METATYPE(store::Changes)
