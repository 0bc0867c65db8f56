// SPDX-License-Identifier: Apache-2.0
// What a remote system can do. What it can't is shown as such and never imitated.
#pragma once

#include "app/base/result.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace domain {

/// How the log of a remote run can be had; each is better than the ones before it.
enum class RemoteLog {
    None,
    AtEnd,  ///< As a whole, once the run is over.
    Poll,   ///< While it runs, by asking again.
    Stream, ///< While it runs, as it comes.
};
QString remoteLogWord(RemoteLog log);
std::optional<RemoteLog> remoteLogFromWord(const QString &word);

enum class Capability {
    List,
    Create,
    Update,
    Delete,
    Run,
    Cancel,
    Runs, ///< Tells of runs that others started.
    Code,
    Approvals,
    Windows,
    Templates,
    Export,
    Subscriptions,
    Artifacts,
    Secrets,
    Quota,
};
/// The word of the JSON form, `list` …
QString capabilityWord(Capability capability);
std::optional<Capability> capabilityFromWord(const QString &word);
const QList<Capability> &allCapabilities();

struct Capabilities
{
    QList<Capability> can;
    RemoteLog log = RemoteLog::None;
    /// Top-level fields of an automation that the system keeps, `name` …; the others are lost when one is published.
    QStringList carries;

    bool has(Capability capability) const { return can.contains(capability); }
    friend bool operator==(const Capabilities &, const Capabilities &) = default;
};

/// `{can: [words], log, carries: [fields]}`.
QJsonObject toJson(const Capabilities &capabilities);
/// Words that nobody knows are passed over: a later version may have written them.
Capabilities capabilitiesFromJson(const QJsonObject &object);

/// Ok, or Unsupported with a sentence that names the system `called` and what it can't do.
base::Status checkCan(const Capabilities &capabilities, Capability wanted, const QString &called);

} // namespace domain
