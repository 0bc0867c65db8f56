// SPDX-License-Identifier: Apache-2.0
// What a person writes in the cells of a step: `build; test on failure; clean always`, and `name=value; other=value`.
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace ui {

/// The edges of a step; a step alone is after its success.
QString afterText(const QJsonArray &after);
QJsonArray afterFromText(const QString &text);

/// The arguments of a step. A `;` or `\` in a value is written with a `\` before it.
QString argumentsText(const QJsonObject &arguments);
QJsonObject argumentsFromText(const QString &text);

} // namespace ui
