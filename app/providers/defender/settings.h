// SPDX-License-Identifier: Apache-2.0
// What a connection with Defender is set up with. Values.
#pragma once

#include "app/domain/catalog.h"
#include "app/domain/connections/connection.h"

namespace providers::defender {

/// The same service under its older and its newer names.
enum class Generation { Autotasks, Actions };
enum class LoginWay {
    Api,     ///< `auth/login` of the service itself.
    Cognito, ///< Amazon's, by SRP.
    Token,   ///< One that was got elsewhere; it can't be renewed.
};

struct Settings
{
    Generation generation = Generation::Actions;
    LoginWay login = LoginWay::Api;
    QUrl loginUrl; ///< Where `auth/login` is; that of the connection where it has none of its own.
    QUrl cognitoUrl;
    QString poolId;
    QString clientId;
};

/// `autotasks` or `actions`: how they are called in addresses.
QString placeWord(Generation generation);
/// `autotaskId` or `actionId`.
QString idName(Generation generation);

QList<domain::FieldSpec> settingFields();
/// Invalid names the field (`settings.pool_id`).
base::Result<Settings> settingsOf(const domain::Connection &connection);

} // namespace providers::defender
