// SPDX-License-Identifier: Apache-2.0
// The credential of a connection: read from the keychain when an account is opened, kept there when it renews itself.
// It is in no row and no log.
#pragma once

#include "app/domain/connections/connection.h"
#include "app/domain/connections/providerinfo.h"
#include "app/secrets/secretstore.h"

#include <QObject>

namespace syncing {

using Credential = QHash<QString, QString>; // by field

/// Lives on the engine thread; asks one field after the other.
class Credentials : public QObject
{
    Q_OBJECT

public:
    /// `secrets` outlives it. Without any every connection has an empty credential.
    explicit Credentials(secrets::SecretStore *secrets, QObject *parent = nullptr);

    /// found() or missing() follows. Fields that need not be given may be missing.
    void read(const domain::Connection &connection, const QList<domain::FieldSpec> &fields);
    void keep(const domain::Connection &connection, const Credential &credential);

Q_SIGNALS:
    void found(const QHash<QString, QString> &credential);
    /// NotFound where it was never entered, Denied where the keyring is locked, Unavailable where there is none.
    void missing(const base::Error &error);
    /// Of keep(): it holds while the program runs, and not longer.
    void notKept(const base::Error &error);

private:
    void readNext();

    secrets::SecretStore *m_secrets;
    domain::Connection m_connection;
    QList<domain::FieldSpec> m_fields; // to be read
    Credential m_found;
    int m_reading = 0; // tells the answers of an earlier read
};

} // namespace syncing
