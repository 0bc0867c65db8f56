// SPDX-License-Identifier: Apache-2.0
// What a connection with Brahma Console is set up with. Values.
#pragma once

#include "app/domain/catalog.h"
#include "app/domain/connections/connection.h"
#include "app/providers/brahma/amounts.h"
#include "app/providers/brahma/messages.h"
#include "app/providers/brahma/reading.h"

namespace providers::brahma {

struct Settings
{
    QString executor;  ///< Lower case; empty is the key's own account.
    Plugin plugin;     ///< Which contract, and on which chain everything happens.
    QString safeOwner; ///< Who signs where the executor is a Safe; empty is that it is none.
    QString webhook;   ///< Where the service tells how an execution goes; empty is nowhere.
    AsksFirst asksFirst = AsksFirst::Anyone;
    base::Seconds statusPause{20}; ///< Between two looks at one task.
    Tokens tokens;
};

QList<domain::FieldSpec> settingFields();
/// Invalid names the field (`settings.plugin`).
base::Result<Settings> settingsOf(const domain::Connection &connection);

/// Whether the service can be told to call there. Invalid, named `field`.
base::Status checkWebhook(const QString &text, const QString &field);

} // namespace providers::brahma
