// SPDX-License-Identifier: Apache-2.0
// One recipe: a task of TheEye told as an automation. Pure.
#pragma once

#include "app/base/result.h"

#include <QJsonObject>
#include <QStringList>

namespace bundles {

struct Recipe
{
    QJsonObject automation;
    QString reason; ///< Why there is nothing like it here; empty where there is.
    QStringList notCarried;
    QStringList notes;
};

/// A task, or `{task, file}`. Invalid names the field of what is malformed.
base::Result<Recipe> recipeOf(const QJsonValue &value);

} // namespace bundles
