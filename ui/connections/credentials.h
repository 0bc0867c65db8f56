// SPDX-License-Identifier: Apache-2.0
// The fields of a sign-in on their way to the keychain. They stand in no row and no file.
#pragma once

#include "app/domain/connections/connection.h"
#include "app/domain/connections/providerinfo.h"
#include "ui/shell/context.h"

#include <QHash>

namespace ui {

using Credential = QHash<QString, QString>; ///< By field.

/// Keeps those that are not empty, one after the other; `then` hears whether all are kept. Unavailable where this
/// window has no keychain.
void keepCredential(const Context &context, QObject *owner, const base::ConnectionId &id, const Credential &credential,
                    const std::function<void(const base::Status &)> &then);
/// Those that were never kept don't matter.
void forgetCredential(const Context &context, const base::ConnectionId &id, const QStringList &fields);

/// The fields of the sign-in at this system; none where this build does not know it.
QList<domain::FieldSpec> credentialFields(const domain::Catalog &catalog, const QString &provider);

} // namespace ui
