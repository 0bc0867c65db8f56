// SPDX-License-Identifier: Apache-2.0
// What can run: a kind with its own document, when it is due, and the rules it runs by. A value; every save is a new
// version. JSON is the one written form (export files, command line, API, store).
#pragma once

#include "app/base/ids.h"
#include "app/domain/approvals/policy.h"
#include "app/domain/firing.h"
#include "app/domain/input/arguments.h"
#include "app/domain/limits.h"
#include "app/domain/notices/noticerule.h"
#include "app/domain/retention/retention.h"
#include "app/domain/retry.h"
#include "app/domain/trigger.h"

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QStringList>

namespace domain {

/// What happens to a new run while an earlier one of the same automation is still open.
enum class Overlap { Parallel, Queue, Skip, Replace };

struct Automation
{
    base::AutomationId id;
    QString name;
    QString description;
    QString icon; ///< A Font Awesome name such as `fa-database`, kept verbatim; unknown means the kind's icon.
    QStringList tags;
    QString type;       ///< The kind, `script` …
    QJsonObject params; ///< The kind's own document, checked against its fields.
    QList<Trigger> triggers;
    QList<Argument> arguments;    ///< What a run is asked for, in the order in which a process gets it.
    QMap<QString, QString> env;   ///< A value may refer to secrets: `${secret:NAME}`.
    QString runAs;                ///< Command prefix, for instance `sudo -u deploy`.
    QString workingDirectory;     ///< Empty is the home folder.
    qint64 timeoutSeconds = 600;  ///< TERM after this; 0 is no limit.
    qint64 killAfterSeconds = 10; ///< KILL this long after TERM.
    Overlap overlap = Overlap::Queue;
    std::optional<qint64> maxParallel; ///< Only the global limit where not given.
    qint64 maxQueued = 100;            ///< Slots beyond are skipped.
    Misfire misfire = Misfire::Once;
    qint64 maxCatchUp = 10;
    qint64 catchUpSpacingSeconds = 0; ///< Missed slots made up for start at least this far apart.
    std::optional<qint64> startDeadlineSeconds;
    qint64 graceSeconds = 0;    ///< A triggered run is on hold for so long before it starts; 0 and -1 are not at all.
    std::optional<Retry> retry; ///< Not tried again where not given.
    QStringList resourceLocks;  ///< Two runs that share one of these names don't overlap.
    bool paused = false;
    QJsonObject resultSchema; ///< JSON Schema (draft 7) of what a run answers; empty asks for nothing.

    Limits limits;               ///< What the processes of a run may use together.
    bool survivesEngine = false; ///< Its runs go on without an engine, and the next one takes them over.

    Retention retention; ///< How long its runs are kept, and how much of a log.

    NoticeRule notify; ///< Of which ends of its runs somebody is told.

    std::optional<ApprovalPolicy> approval; ///< Nobody is asked before a run where not given.
    QStringList acl; ///< Operators, or `role:NAME`, who may see it and its runs; empty is everyone.

    base::ConnectionId connectionId; ///< Where it lives; empty is here.
    QString remoteId;                ///< What it is called there.
    QJsonObject remote;              ///< What other systems keep of it and this one has no field for, verbatim.

    qint64 version = 0; ///< 0 is not stored yet.
    base::Instant createdAt;
    base::Instant updatedAt;
    QString updatedBy;

    friend bool operator==(const Automation &, const Automation &) = default;
};

/// Everything, read-only fields included.
QJsonObject toJson(const Automation &automation);

/// A new automation. Fields not given have their defaults; read-only ones (`id`, `version` …) and those that answers
/// add (`next_run` …) are ignored; anything else unknown is Invalid with its name.
base::Result<Automation> automationFromJson(const QJsonObject &object, Provenance provenance = Provenance::Outside);

/// `current` with the given top-level fields replaced. A `version` in `changes` other than the current one is Conflict.
base::Result<Automation> edited(const Automation &current, const QJsonObject &changes);

} // namespace domain
