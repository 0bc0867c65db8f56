// SPDX-License-Identifier: Apache-2.0
// The formats in which automations come in and go out: the table of contents. Each has a folder here.
#pragma once

#include "app/bundles/transfer/plan.h"
#include "app/bundles/transfer/source.h"

namespace bundles {

/// What an export wrote, and what it could not.
struct Exported
{
    QByteArray bytes;
    QList<LeftOut> left; ///< `origin` is the automation's id, `what` its name.
};

/// For what is written.
struct ExportAround
{
    base::Instant now;
    QString zone; ///< Of wall times that name none; empty is the system's.
};

struct Format
{
    QString name;                             ///< As the command line calls it.
    bool (*recognises)(const Source &source); ///< Whether it looks like one; cheap.
    base::Result<ImportPlan> (*read)(const Source &source, const Surroundings &around);
    /// Null where nothing is written in it.
    Exported (*write)(const QList<domain::Automation> &automations, const ExportAround &around) = nullptr;
};

/// In the order in which they are tried.
const QList<Format> &formats();
const Format *findFormat(const QString &name);

/// What would come of it. `format` is a name of the table, or `auto`. Invalid names line or field; never half of it.
base::Result<ImportPlan> planImport(const Source &source, const QString &format, const Surroundings &around);
/// Invalid where there is no such format, or nothing is written in it.
base::Result<Exported> exported(const QList<domain::Automation> &automations, const QString &format,
                                const ExportAround &around);

} // namespace bundles
