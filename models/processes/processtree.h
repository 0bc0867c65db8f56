// SPDX-License-Identifier: Apache-2.0
// The processes of a run as a tree, read from the kernel: who carries the run's id in its environment, and everyone
// below. One that has left its parents and its environment behind is not found.
#pragma once

#include "app/base/clock.h"
#include "app/base/ids.h"

#include <QList>
#include <QString>

namespace models {

struct ProcessRow
{
    qint64 pid = 0;
    int depth = 0; ///< Below how many others of the run.
    QString name;  ///< The kernel's short one.
    qint64 residentBytes = 0;
    base::Millis cpu{0};

    friend bool operator==(const ProcessRow &, const ProcessRow &) = default;
};

/// Parents before their children, siblings by number; empty where none is found. Takes some milliseconds for hundreds
/// of processes: not for the main thread. `proc` is where the kernel tells of them.
QList<ProcessRow> processesOf(const base::RunId &run, const QString &proc = QStringLiteral("/proc"));

} // namespace models
