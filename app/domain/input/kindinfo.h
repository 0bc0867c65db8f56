// SPDX-License-Identifier: Apache-2.0
// A kind of automation as data: what it is called and which fields its params have. Forms and checks are made from it.
#pragma once

#include "app/base/result.h"
#include "app/domain/input/fieldspec.h"

#include <QJsonObject>

namespace domain {

struct KindInfo
{
    QString type;           ///< `script` …
    const char *label = ""; ///< English source text, as for fields.
    QString icon;           ///< Key of the bundled icon.
    QList<FieldSpec> fields;
    bool onlyWaits = false; ///< Its runs wait for others or for time: they take no place on the machine.
    QStringList oneOf;      ///< Exactly one of these fields must be given; empty = no such rule.
    /// What the fields alone can't tell. Pure; an error names its field as `params` do.
    base::Status (*check)(const QJsonObject &params) = nullptr;
};

} // namespace domain
