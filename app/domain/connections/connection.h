// SPDX-License-Identifier: Apache-2.0
// One account at one remote system, and how it stands with it. A value; the credential itself is in the keychain.
#pragma once

#include "app/base/clock.h"
#include "app/base/ids.h"
#include "app/base/result.h"
#include "app/domain/connections/capabilities.h"

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

/// Who we are there, and what this account can really do.
struct AccountFacts
{
    QString who;     ///< The account's name there.
    QString role;    ///< In their word; may be empty.
    QString version; ///< Of the system, or the dialect it speaks.
    Capabilities capabilities;

    friend bool operator==(const AccountFacts &, const AccountFacts &) = default;
};

struct Connection
{
    base::ConnectionId id;
    QString name;     ///< Of this account, unique.
    QString provider; ///< `noba` …
    QUrl baseUrl;
    QJsonObject settings; ///< The provider's own fields, without secrets.
    bool paused = false;
    qint64 pollSeconds = 60; ///< Between two looks while nothing runs there.

    AccountFacts account; ///< As last told; empty while it is untried.
    ConnectionState state = ConnectionState::Untried;
    QString detail;                          ///< Why it is so, one line.
    std::optional<base::Instant> syncedAt;   ///< When all of it was seen last, to a few minutes; empty is never.
    std::optional<base::Instant> nextSyncAt; ///< When it is tried again, where it is offline.

    qint64 version = 0; ///< 0 is not stored yet.
    base::Instant createdAt;
    base::Instant updatedAt;

    friend bool operator==(const Connection &, const Connection &) = default;
};

/// The name under which the keychain has a field of its credential.
QString credentialName(const base::ConnectionId &connection, const QString &field);
/// Whether a secret of this name is part of a credential, and so no automation's to refer to.
bool isCredentialName(const QString &secret);
/// Who changes what is mirrored: a name that no operator can have.
QString actorName(const Connection &connection);

/// Everything, read-only fields included. Never holds a credential.
QJsonObject toJson(const Connection &connection);
/// A new one: `name`, `provider`, `base_url`, `settings`, `paused`, `poll_s`. Unknown fields are Invalid with their
/// name, read-only ones are ignored.
base::Result<Connection> connectionFromJson(const QJsonObject &object);
/// `current` with the given top-level fields replaced; its provider stays (Invalid for another one). A `version` other
/// than the current one is Conflict.
base::Result<Connection> edited(const Connection &current, const QJsonObject &changes);

} // namespace domain
