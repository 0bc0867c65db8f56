// SPDX-License-Identifier: Apache-2.0
// What a connection says to people: how it stands and why, what its system can do, what is lost there. Pure functions
// of their arguments and the default locale.
#pragma once

#include "app/domain/connections/connection.h"
#include "app/domain/connections/providerinfo.h"
#include "app/store/mirrors/mirrors.h"
#include "app/store/mirrors/outbox.h"
#include "models/parts/facts.h"

namespace models {

/// A connection with what there is to decide and to send.
struct ConnectionRow
{
    domain::Connection connection;
    QList<store::Conflict> conflicts;
    QList<store::OutboxEntry> entries; ///< Oldest first.
    int automations = 0;               ///< Mirrored ones that may be seen.

    int refused() const;
};

/// `connection.in_sync` …: what is most urgent of it.
QString connectionStatusKey(const ConnectionRow &row);
/// `1 conflict, 2 changes wait`, `In sync, 12 s ago`, `Offline, tried again at 14:41`.
QString connectionStateText(const ConnectionRow &row, base::Instant now);
/// `14 automations`, and when it was seen last where it does not work now.
QString connectionCountText(const ConnectionRow &row, base::Instant now);
/// The line below the name: last sync, automations, who we are there, what speaks there.
QStringList connectionHeadTexts(const ConnectionRow &row, base::Instant now);
/// Why it waits and until when; nothing while it works.
std::optional<Banner> connectionBanner(const ConnectionRow &row, base::Instant now);

/// `Run automations`.
QString capabilityText(domain::Capability capability);
/// `as it is written`, `at the end only` …
QString remoteLogText(domain::RemoteLog log);
/// What can be done there: `Yes`, or why not. `info` says what the system has at best; null where this build does not
/// know it.
QList<Fact> capabilityFacts(const domain::Connection &connection, const domain::ProviderInfo *info);
/// Why this can't be done there; empty where it can. While it is not known, it can.
QString cannotText(const domain::Connection &connection, domain::Capability wanted);
/// The same of pausing its automations, also where it takes edits.
QString cannotPauseText(const domain::Connection &connection);
/// Fields of an automation as people call them: `name`, `arguments`, `time limit`.
QString fieldWords(const QString &field);

} // namespace models
