// SPDX-License-Identifier: Apache-2.0
// One account at one remote system, and how it stands with it. A value; the credential itself is in the keychain.
#pragma once

#include "app/base/clock.h"
#include "app/base/ids.h"
#include "app/base/result.h"

#include <QJsonObject>
#include <QUrl>

#include <optional>

namespace domain {

enum class ConnectionState {
    Untried,    ///< Not asked yet.
    Online,     ///< The last exchange worked.
    Offline,    ///< It can't be reached; edits wait.
    NeedsLogin, ///< The credential is missing, expired or refused; edits wait.
    Paused,     ///< A person switched it off.
};
QString connectionStateWord(ConnectionState state);
std::optional<ConnectionState> connectionStateFromWord(const QString &word);

struct Connection
{
    base::ConnectionId id;
    QString name;     ///< Of this account, unique.
    QString provider; ///< `noba` …
    QUrl baseUrl;
    QJsonObject settings; ///< The provider's own fields, without secrets.
    bool paused = false;

    ConnectionState state = ConnectionState::Untried;
    QString detail; ///< Why it is so, one line.
    std::optional<base::Instant> syncedAt;
    std::optional<base::Instant> nextSyncAt;

    qint64 version = 0; ///< 0 is not stored yet.
    base::Instant createdAt;
    base::Instant updatedAt;

    friend bool operator==(const Connection &, const Connection &) = default;
};

/// The name under which the keychain has a field of its credential.
QString credentialName(const base::ConnectionId &connection, const QString &field);

QJsonObject toJson(const Connection &connection);
/// A new one; unknown fields are Invalid with their name, read-only ones are ignored.
base::Result<Connection> connectionFromJson(const QJsonObject &object);

} // namespace domain
