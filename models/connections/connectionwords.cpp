// SPDX-License-Identifier: Apache-2.0
#include "models/connections/connectionwords.h"

#include "models/times.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

using domain::Capability;
using domain::ConnectionState;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(models::ConnectionWords)
};

QString waitingText(const ConnectionRow &row)
{
    return Words::tr("%n changes wait", nullptr, static_cast<int>(row.entries.size()));
}

QString againText(const domain::Connection &connection, base::Instant now)
{
    return connection.nextSyncAt ? Words::tr("tried again at %1").arg(futureShort(*connection.nextSyncAt, now))
                                 : QString();
}

QString joined(const QStringList &parts)
{
    QStringList said = parts;
    said.removeAll(QString());
    return said.join(", "_L1);
}

/// What a system that works says.
QString onlineText(const ConnectionRow &row, base::Instant now)
{
    if (!row.entries.isEmpty()) {
        return joined({Words::tr("Sending"), waitingText(row)});
    }
    const std::optional<base::Instant> &at = row.connection.syncedAt;
    return at ? Words::tr("In sync, %1").arg(distance(*at, now)) : Words::tr("Reached, not read yet");
}

Fact fact(const QString &key, const QString &label, const QString &text, const QString &quiet = {})
{
    return {.key = key, .label = label, .text = text, .quiet = quiet};
}

} // namespace

int ConnectionRow::refused() const
{
    return static_cast<int>(std::count_if(entries.begin(), entries.end(), [](const store::OutboxEntry &entry) {
        return entry.state == store::TaskState::Refused;
    }));
}

QString connectionStatusKey(const ConnectionRow &row)
{
    const ConnectionState state = row.connection.state;
    if (state == ConnectionState::Paused) {
        return u"connection.paused"_s;
    }
    if (state == ConnectionState::NeedsLogin) {
        return u"connection.sign_in_needed"_s;
    }
    if (!row.conflicts.isEmpty()) {
        return u"connection.conflict"_s;
    }
    if (row.refused() > 0) {
        return u"connection.error"_s;
    }
    if (state == ConnectionState::Online) {
        return row.entries.isEmpty() ? u"connection.in_sync"_s : u"connection.syncing"_s;
    }
    return state == ConnectionState::Offline ? u"connection.offline"_s : u"connection.untried"_s;
}

QString connectionStateText(const ConnectionRow &row, base::Instant now)
{
    const QString waiting = row.entries.isEmpty() ? QString() : waitingText(row);
    const domain::Connection &connection = row.connection;
    if (connection.state == ConnectionState::Paused) {
        return joined({Words::tr("Paused"), waiting});
    }
    if (connection.state == ConnectionState::NeedsLogin) {
        return joined({Words::tr("Sign-in needed"), waiting});
    }
    if (!row.conflicts.isEmpty()) {
        return joined({Words::tr("%n conflicts", nullptr, static_cast<int>(row.conflicts.size())), waiting});
    }
    if (const int refused = row.refused(); refused > 0) {
        return Words::tr("%n changes were refused", nullptr, refused);
    }
    if (connection.state == ConnectionState::Offline) {
        return joined({Words::tr("Offline"), againText(connection, now), waiting});
    }
    return connection.state == ConnectionState::Online ? onlineText(row, now)
                                                       : joined({Words::tr("Not tried yet"), waiting});
}

QString connectionCountText(const ConnectionRow &row, base::Instant now)
{
    const QString count = Words::tr("%n automations", nullptr, row.automations);
    const bool works = row.connection.state == ConnectionState::Online;
    return works || !row.connection.syncedAt
               ? count
               : joined({count, Words::tr("last sync %1").arg(pastShort(*row.connection.syncedAt, now))});
}

QStringList connectionHeadTexts(const ConnectionRow &row, base::Instant now)
{
    const domain::Connection &connection = row.connection;
    const domain::AccountFacts &account = connection.account;
    QStringList texts{connection.syncedAt ? Words::tr("Last sync %1").arg(pastExact(*connection.syncedAt, now))
                                          : Words::tr("Never in sync yet"),
                      Words::tr("%n automations", nullptr, row.automations)};
    if (!account.who.isEmpty()) {
        texts.append(account.role.isEmpty() ? account.who : Words::tr("%1 (%2)").arg(account.who, account.role));
    }
    if (!account.version.isEmpty()) {
        texts.append(account.version);
    }
    return texts;
}

std::optional<Banner> connectionBanner(const ConnectionRow &row, base::Instant now)
{
    const domain::Connection &connection = row.connection;
    Banner banner{.statusKey = connectionStatusKey(row), .sentence = {}, .note = connection.detail};
    switch (connection.state) {
    case ConnectionState::Online:
        return std::nullopt;
    case ConnectionState::Untried:
        banner.sentence = Words::tr("It was not asked yet.");
        break;
    case ConnectionState::Paused:
        banner.sentence = Words::tr("It is paused: nothing is looked at and nothing is sent.");
        break;
    case ConnectionState::NeedsLogin:
        banner.sentence = Words::tr("The sign-in is missing, over or refused. Changes are kept and sent afterwards.");
        break;
    case ConnectionState::Offline:
        banner.sentence = connection.nextSyncAt ? Words::tr("It can't be reached and is tried again at %1, %2.")
                                                      .arg(futureShort(*connection.nextSyncAt, now),
                                                           distance(*connection.nextSyncAt, now))
                                                : Words::tr("It can't be reached.");
        break;
    }
    return banner;
}

QString capabilityText(Capability capability)
{
    switch (capability) {
    case Capability::List:
        return Words::tr("List automations");
    case Capability::Create:
        return Words::tr("Create automations");
    case Capability::Update:
        return Words::tr("Change automations");
    case Capability::Delete:
        return Words::tr("Delete automations");
    case Capability::Run:
        return Words::tr("Run automations");
    case Capability::Cancel:
        return Words::tr("Cancel runs");
    case Capability::Runs:
        return Words::tr("Runs that others started");
    case Capability::Code:
        return Words::tr("Code");
    case Capability::Approvals:
        return Words::tr("Approvals");
    case Capability::Windows:
        return Words::tr("Maintenance windows");
    case Capability::Templates:
        return Words::tr("Templates");
    case Capability::Export:
        return Words::tr("Export");
    case Capability::Subscriptions:
        return Words::tr("Webhooks");
    case Capability::Artifacts:
        return Words::tr("Artifacts");
    case Capability::Secrets:
        return Words::tr("Secrets");
    case Capability::Quota:
        return Words::tr("Quota");
    }
    Q_UNREACHABLE();
}

QString remoteLogText(domain::RemoteLog log)
{
    switch (log) {
    case domain::RemoteLog::None:
        return Words::tr("none");
    case domain::RemoteLog::AtEnd:
        return Words::tr("at the end only");
    case domain::RemoteLog::Poll:
        return Words::tr("while it runs, by asking again");
    case domain::RemoteLog::Stream:
        return Words::tr("while it runs, as it comes");
    }
    Q_UNREACHABLE();
}

QList<Fact> capabilityFacts(const domain::Connection &connection, const domain::ProviderInfo *info)
{
    const domain::Capabilities &account = connection.account.capabilities;
    QList<Fact> facts;
    for (const Capability one : domain::allCapabilities()) {
        const bool system = info && info->capabilities.has(one);
        const QString why = system ? Words::tr("this account may not") : Words::tr("the system does not have it");
        facts.append(account.has(one) ? fact(domain::capabilityWord(one), capabilityText(one), Words::tr("Yes"))
                                      : fact(domain::capabilityWord(one), capabilityText(one), Words::tr("No"),
                                             info ? why : QString()));
    }
    facts.append(fact(u"log"_s, Words::tr("Logs of runs"), remoteLogText(account.log)));
    QStringList fields;
    for (const QString &field : account.carries) {
        fields.append(fieldWords(field));
    }
    if (!fields.isEmpty()) {
        facts.append(fact(u"carries"_s, Words::tr("Keeps"), fields.join(", "_L1)));
    }
    return facts;
}

QString cannotText(const domain::Connection &connection, Capability wanted)
{
    // Nothing is known of one that never answered, and what is asked of it waits.
    const domain::Capabilities &can = connection.account.capabilities;
    if (can == domain::Capabilities() || can.has(wanted)) {
        return {};
    }
    return Words::tr("%1 can't do this: %2").arg(connection.name, capabilityText(wanted));
}

QString cannotPauseText(const domain::Connection &connection)
{
    const domain::Capabilities &can = connection.account.capabilities;
    const QString noEdit = cannotText(connection, Capability::Update);
    const bool keeps = can == domain::Capabilities() || can.carries.contains(u"paused"_s);
    return noEdit.isEmpty() && !keeps ? Words::tr("%1 can't pause its automations").arg(connection.name) : noEdit;
}

QString fieldWords(const QString &field)
{
    static const QHash<QString, const char *> words{
        {u"name"_s, QT_TRANSLATE_NOOP("models::ConnectionWords", "name")},
        {u"description"_s, QT_TRANSLATE_NOOP("models::ConnectionWords", "description")},
        {u"icon"_s, QT_TRANSLATE_NOOP("models::ConnectionWords", "icon")},
        {u"tags"_s, QT_TRANSLATE_NOOP("models::ConnectionWords", "tags")},
        {u"type"_s, QT_TRANSLATE_NOOP("models::ConnectionWords", "kind")},
        {u"params"_s, QT_TRANSLATE_NOOP("models::ConnectionWords", "what it runs")},
        {u"triggers"_s, QT_TRANSLATE_NOOP("models::ConnectionWords", "triggers")},
        {u"arguments"_s, QT_TRANSLATE_NOOP("models::ConnectionWords", "arguments")},
        {u"env"_s, QT_TRANSLATE_NOOP("models::ConnectionWords", "variables")},
        {u"run_as"_s, QT_TRANSLATE_NOOP("models::ConnectionWords", "runs as")},
        {u"working_directory"_s, QT_TRANSLATE_NOOP("models::ConnectionWords", "folder")},
        {u"timeout_s"_s, QT_TRANSLATE_NOOP("models::ConnectionWords", "time limit")},
        {u"kill_after_s"_s, QT_TRANSLATE_NOOP("models::ConnectionWords", "time between TERM and KILL")},
        {u"overlap"_s, QT_TRANSLATE_NOOP("models::ConnectionWords", "overlap")},
        {u"grace_s"_s, QT_TRANSLATE_NOOP("models::ConnectionWords", "grace")},
        {u"retry"_s, QT_TRANSLATE_NOOP("models::ConnectionWords", "retries")},
        {u"misfire"_s, QT_TRANSLATE_NOOP("models::ConnectionWords", "missed slots")},
        {u"approval"_s, QT_TRANSLATE_NOOP("models::ConnectionWords", "approval")},
        {u"acl"_s, QT_TRANSLATE_NOOP("models::ConnectionWords", "who may see it")},
        {u"paused"_s, QT_TRANSLATE_NOOP("models::ConnectionWords", "paused")},
        {u"retention"_s, QT_TRANSLATE_NOOP("models::ConnectionWords", "retention")},
        {u"notify"_s, QT_TRANSLATE_NOOP("models::ConnectionWords", "notices")},
        {u"resource_locks"_s, QT_TRANSLATE_NOOP("models::ConnectionWords", "locks")},
    };
    const char *found = words.value(field);
    return found ? Words::tr(found) : field;
}

} // namespace models
