// SPDX-License-Identifier: Apache-2.0
// The settings a person may change, by section, as fields of a form; bounds and choices come from the store's table.
#pragma once

#include "ui/forms/fieldform.h"

namespace ui {

struct SettingsSection
{
    QString name; ///< Stable: `runs`.
    QString title;
    QString sentence;
    FieldForm::Plan plan; ///< Its fields are named by the keys of the settings.
};

QList<SettingsSection> settingsSections();

} // namespace ui
