// SPDX-License-Identifier: Apache-2.0
// The fields of an action as they are given: by a form in their types, by a command line as texts. Errors name them.
#pragma once

#include "app/base/result.h"

#include <QJsonObject>
#include <QStringList>

namespace providers::defender {

/// Empty where it is not given.
base::Result<QString> textField(const QJsonObject &fields, const QString &name);
/// Invalid where it is not given.
base::Result<QString> neededField(const QJsonObject &fields, const QString &name);
/// An object, or the JSON of one. Empty where it is not given.
base::Result<QJsonObject> objectField(const QJsonObject &fields, const QString &name);
/// The same, where all values are texts.
base::Result<QJsonObject> pairsField(const QJsonObject &fields, const QString &name);
/// A list of texts, or one text with commas.
base::Result<QStringList> textsField(const QJsonObject &fields, const QString &name);

} // namespace providers::defender
