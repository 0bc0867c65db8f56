// SPDX-License-Identifier: Apache-2.0
// The deeds about tasks, about runs, and about what runs write and leave. Pure.
#pragma once

#include "app/providers/posthog/deeds.h"
#include "app/sync/fields.h"

namespace providers::posthog {

QList<Deed> taskDeeds();
/// Those about what makes runs by a schedule of the server.
QList<Deed> automationDeeds();
QList<Deed> runDeeds();
QList<Deed> logDeeds();
QList<Deed> agentDeeds();

using syncing::needed;

/// Short ways to say a field.
domain::FieldSpec plainField(const QString &name, const char *label, const char *help = "");
domain::FieldSpec typed(domain::FieldSpec field, domain::FieldType type);
domain::FieldSpec chosen(domain::FieldSpec field, const QStringList &choices);
/// What a field between yes and no can be; empty leaves it to the server.
QStringList yesOrNo();
domain::FieldSpec numberField(const QString &name, const char *label, const char *help = "");
/// `TASK/RUN`.
domain::FieldSpec runField();
domain::FieldSpec taskField();

} // namespace providers::posthog
