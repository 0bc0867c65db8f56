// SPDX-License-Identifier: Apache-2.0
#include "app/domain/connections/connection.h"

#include "app/base/jsonreader.h"
#include "app/base/wordtable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

constexpr base::WordTable<ConnectionState, ConnectionState::Paused> stateWords({{
    {ConnectionState::Untried, u"untried"},
    {ConnectionState::Online, u"online"},
    {ConnectionState::Offline, u"offline"},
    {ConnectionState::NeedsLogin, u"needs_login"},
    {ConnectionState::Paused, u"paused"},
}});

constexpr qsizetype longestName = 100;
constexpr qint64 leastPoll = 5;
constexpr qint64 mostPoll = 86'400;
constexpr QLatin1StringView credentialPrefix("connection/");

void readUrl(base::JsonReader &reader, QUrl &into)
{
    QString text = into.toString(QUrl::FullyEncoded);
    reader.text("base_url"_L1, text);
    into = QUrl(text, QUrl::StrictMode);
    const bool web = into.scheme() == "http"_L1 || into.scheme() == "https"_L1;
    if (text.isEmpty()) {
        return; // some systems have one address only; the provider says whether it wants one
    }
    if (!into.isValid() || !web || into.host().isEmpty() || into.hasQuery() || into.hasFragment()) {
        reader.fail(base::invalid(
            u"base_url"_s, u"base_url must be an address such as https://automations.example.org, without ? and #"_s));
    } else if (!into.userInfo().isEmpty()) {
        reader.fail(base::invalid(u"base_url"_s, u"base_url must not hold a name or password: they are credentials"_s));
    }
}

base::Status checkName(const QString &name)
{
    const bool plain = std::all_of(name.begin(), name.end(), [](QChar c) { return c.isPrint(); });
    if (!plain || name.isEmpty() || name.size() > longestName || name.trimmed() != name) {
        return base::invalid(
            u"name"_s,
            u"name must have 1 to %1 characters, without line ends or spaces at its ends"_s.arg(longestName));
    }
    return {};
}

base::Result<Connection> readInto(Connection connection, const QJsonObject &object)
{
    base::JsonReader reader(object);
    reader.ignore({u"id"_s, u"state"_s, u"detail"_s, u"who"_s, u"role"_s, u"remote_version"_s, u"capabilities"_s,
                   u"synced_at"_s, u"next_sync_at"_s, u"version"_s, u"created_at"_s, u"updated_at"_s});
    reader.text("name"_L1, connection.name);
    reader.text("provider"_L1, connection.provider);
    readUrl(reader, connection.baseUrl);
    reader.object("settings"_L1, connection.settings);
    reader.flag("paused"_L1, connection.paused);
    reader.integer("poll_s"_L1, connection.pollSeconds, leastPoll, mostPoll);
    CHECK(reader.finish());
    CHECK(checkName(connection.name));
    if (connection.provider.isEmpty()) {
        return base::invalid(u"provider"_s, u"provider must name a remote system such as noba"_s);
    }
    return connection;
}

QJsonValue timeOrNull(const std::optional<base::Instant> &time)
{
    return time ? QJsonValue(base::isoUtc(*time)) : QJsonValue(QJsonValue::Null);
}

} // namespace

QString connectionStateWord(ConnectionState state)
{
    return stateWords.of(state);
}

std::optional<ConnectionState> connectionStateFromWord(const QString &word)
{
    return stateWords.find(word);
}

// A slash stands in no name that a person can give a secret.
QString credentialName(const base::ConnectionId &connection, const QString &field)
{
    return credentialPrefix + connection.text() + u'/' + field;
}

bool isCredentialName(const QString &secret)
{
    return secret.startsWith(credentialPrefix);
}

QString actorName(const Connection &connection)
{
    return u"connection:"_s + connection.name;
}

QJsonObject toJson(const Connection &connection)
{
    return {
        {u"id"_s, connection.id.text()},
        {u"name"_s, connection.name},
        {u"provider"_s, connection.provider},
        {u"base_url"_s, connection.baseUrl.toString(QUrl::FullyEncoded)},
        {u"settings"_s, connection.settings},
        {u"paused"_s, connection.paused},
        {u"poll_s"_s, connection.pollSeconds},
        {u"who"_s, connection.account.who},
        {u"role"_s, connection.account.role},
        {u"remote_version"_s, connection.account.version},
        {u"capabilities"_s, toJson(connection.account.capabilities)},
        {u"state"_s, connectionStateWord(connection.state)},
        {u"detail"_s, connection.detail},
        {u"synced_at"_s, timeOrNull(connection.syncedAt)},
        {u"next_sync_at"_s, timeOrNull(connection.nextSyncAt)},
        {u"version"_s, connection.version},
        {u"created_at"_s, base::isoUtc(connection.createdAt)},
        {u"updated_at"_s, base::isoUtc(connection.updatedAt)},
    };
}

base::Result<Connection> connectionFromJson(const QJsonObject &object)
{
    return readInto(Connection{}, object);
}

base::Result<Connection> edited(const Connection &current, const QJsonObject &changes)
{
    const QJsonValue version = changes.value("version"_L1);
    if (!version.isUndefined() && version.toInteger(-1) != current.version) {
        return base::Error{.code = base::ErrorCode::Conflict,
                           .context = {},
                           .detail = u"the connection is at version %1 now; read it again and repeat the change"_s.arg(
                               current.version),
                           .field = u"version"_s};
    }
    const QJsonValue provider = changes.value("provider"_L1);
    if (!provider.isUndefined() && provider.toString() != current.provider) {
        return base::invalid(u"provider"_s, u"a connection stays with its system; add another one instead"_s);
    }
    return readInto(current, changes);
}

} // namespace domain
