// SPDX-License-Identifier: Apache-2.0
// What a connection to PostHog is told: the project, and which of its tasks are of interest; what a task has. Pure.
#pragma once

#include "app/base/result.h"
#include "app/domain/input/kindinfo.h"

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

/// Its tasks, as the one kind that only it has.
QList<domain::KindInfo> kinds();

/// Invalid names the field (`settings.created_by`).
base::Result<Settings> settingsOf(const QJsonObject &settings);

} // namespace providers::posthog
