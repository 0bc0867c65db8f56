// SPDX-License-Identifier: Apache-2.0
// What an import would do, before it does anything: which automations it makes, what of them could not be carried over,
// what it leaves out, and at which times the copy would fire when the original does not. A value.
#pragma once

#include "app/bundles/transfer/firecheck.h"
#include "app/domain/automation.h"

#include <QSet>

namespace bundles {

struct PlannedAutomation
{
    QString origin;                      ///< Where it stands in what was read: `line 12`, `[3]`, `backup.timer`.
    domain::Automation automation;       ///< With an id of its own, paused.
    QStringList notCarried;              ///< What has no counterpart, and why; a sentence each.
    QStringList notes;                   ///< What is the same in another way.
    QJsonObject facts = {};              ///< What a format says of it besides, for the JSON form.
    std::optional<FireCheck> fires = {}; ///< Where the original has times of its own.
};

/// Something that is not made at all.
struct LeftOut
{
    QString origin;
    QString what; ///< As it stands there.
    QString reason;
};

struct ImportPlan
{
    QString format;
    QList<PlannedAutomation> items;
    QList<LeftOut> left;

    QList<domain::Automation> automations() const;
};

/// `{format, automations: [{origin, id, name, type, paused, triggers, not_carried, notes, fires}], left}`.
QJsonObject toJson(const ImportPlan &plan);

/// The longest text that is quoted of what was read.
QString shortened(const QString &text);

/// An automation as `create` takes it becomes one of a plan: paused, with a new id. Invalid names the field.
base::Result<PlannedAutomation> planned(const QString &origin, QJsonObject automation);

/// References to automations that are neither in the plan nor among `known` are taken out and told; a workflow that
/// loses a step is left out. Afterwards everything in the plan can be made.
void settleReferences(ImportPlan &plan, const QSet<QString> &known);

} // namespace bundles
