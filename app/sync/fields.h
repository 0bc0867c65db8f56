// SPDX-License-Identifier: Apache-2.0
// What an account or an action of a remote system is given: fields said in a line, and their values as they come, from
// a form in their types, from a command line as texts. Pure. Errors are Invalid and name the field.
#pragma once

#include "app/domain/catalog.h"
#include "app/domain/input/fieldforms.h"

namespace syncing {

using domain::field;
using domain::helped;
using domain::needed;

/// What is given, each as its type has it: texts trimmed, lists also from one text with commas, scripts as the document
/// that they are the JSON of. Nothing that is empty; what has no spec is left out.
base::Result<QJsonObject> givenFields(const QList<domain::FieldSpec> &specs, const QJsonObject &fields);

/// A setting of a connection, trimmed; empty where it is not given. The error names `settings.x`.
base::Result<QString> textSetting(const QJsonObject &settings, const QString &name);

} // namespace syncing
