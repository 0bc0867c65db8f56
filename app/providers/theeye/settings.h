// SPDX-License-Identifier: Apache-2.0
// What a connection to TheEye is told of: the organisation, its second address, and which form is spoken. Pure.
#pragma once

#include "app/base/result.h"
#include "app/domain/connections/connection.h"
#include "app/domain/input/fieldspec.h"

namespace providers::theeye {

/// Its servers are not what their documentation describes.
enum class Dialect { Actual, Documented };

struct Settings
{
    QString organisation; ///< Its name; part of nearly every path.
    QUrl gateway;         ///< Where people log in; the other address is the supervisor's, which has the tasks.
    QUrl results;         ///< Where runs are answered with what came of them; empty where the supervisor is asked.
    Dialect dialect = Dialect::Actual;
    QString bot; ///< The host on which scripts that are published from here run; may be empty.
};

QList<domain::FieldSpec> settingFields();

/// Invalid names the setting, `settings.gateway_url`.
base::Result<Settings> settingsOf(const domain::Connection &connection);

} // namespace providers::theeye
