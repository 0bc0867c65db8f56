// SPDX-License-Identifier: Apache-2.0
// The form of a connection, made from what the provider says of itself, and the connection that comes of it. Names of
// its fields say where they belong: `name`, `settings.verify`, `credential.password`.
#pragma once

#include "ui/connections/credentials.h"
#include "ui/forms/fieldform.h"

namespace ui {

enum class SignIn { Left, Asked };

/// Name, address, the system's own fields, and how often it is looked at; with SignIn::Asked the credential.
FieldForm::Plan connectionPlan(const domain::ProviderInfo &info, SignIn signIn);
/// Texts of the credential are not shown while they are written.
void hideCredential(const FieldForm &form, const domain::ProviderInfo &info);
/// What the form says of a connection that is there.
QJsonObject formValues(const domain::Connection &connection);
/// `name`, `base_url`, `poll_s`, `settings` of what the form says; `provider` and `paused` are not among them.
QJsonObject connectionValues(const QJsonObject &form);

struct ConnectionDraft
{
    domain::Connection connection; ///< Has an id, under which its credential is kept.
    Credential credential;
};
/// Invalid names the field as the form does.
base::Result<ConnectionDraft> draftOf(const Context &context, const domain::ProviderInfo &info,
                                      const QJsonObject &form);
/// What is wrong with a connection's own fields, by the system. Invalid as above.
base::Status checkConnection(const Context &context, const domain::Connection &connection);

} // namespace ui
