// SPDX-License-Identifier: Apache-2.0
// What a remote system can do. What it can't is shown as such and never imitated.
#pragma once

#include <QStringList>

namespace domain {

/// How the log of a remote run can be had; each is better than the ones before it.
enum class RemoteLog {
    None,
    AtEnd,  ///< As a whole, once the run is over.
    Poll,   ///< While it runs, by asking again.
    Stream, ///< While it runs, as it comes.
};
QString remoteLogWord(RemoteLog log);

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

} // namespace domain
