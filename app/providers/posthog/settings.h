// SPDX-License-Identifier: Apache-2.0
// What a connection to PostHog is told: the project, and which of its tasks are of interest. Pure.
#pragma once

#include "app/base/result.h"
#include "app/domain/input/fieldspec.h"

#include <QJsonObject>
#include <QUrlQuery>

namespace providers::posthog {

struct Settings
{
    QString project = QStringLiteral("@current");
    QUrlQuery filters; ///< Of the list of tasks, in their words.
};

QList<domain::FieldSpec> settingFields();
/// What tasks can be filtered by, as the fields of a form.
QList<domain::FieldSpec> filterFields();

/// Invalid names the field (`settings.created_by`).
base::Result<Settings> settingsOf(const QJsonObject &settings);

} // namespace providers::posthog
