// SPDX-License-Identifier: Apache-2.0
// Names and values as HTML forms and queries write them: `a=1&b=x+y`. Pure functions.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <utility>

namespace domain {

using FormItems = QList<std::pair<QString, QString>>;

/// In order, decoded; `+` is a space. Never fails: what is no escape stays as it is.
FormItems formItems(const QByteArray &encoded);

/// One text for each name; a list for a name that ends with `[]`, which is taken off, or stands more than once.
QJsonObject formObject(const FormItems &items);

} // namespace domain
