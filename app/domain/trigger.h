// SPDX-License-Identifier: Apache-2.0
// What makes an automation due: a schedule, the start of an engine, the end of another automation's run, a change of a
// file, a request. Manual runs are always possible and no trigger.
#pragma once

#include "app/domain/run.h"
#include "app/domain/schedule.h"

#include <variant>

namespace domain {

/// A trigger of type `startup`: one run each time an engine starts. It has no fields.
struct Startup
{
    friend bool operator==(const Startup &, const Startup &) = default;
};

/// Which ends count for a trigger of type `after`.
enum class AfterOn {
    Success, ///< It is done.
    Failure, ///< It failed, timed out, or was interrupted for good.
    Any,     ///< It is over and had been started.
};

/// A trigger of type `after`: one run for each finished run of another automation.
struct After
{
    base::AutomationId automation;
    AfterOn on = AfterOn::Success;

    friend bool operator==(const After &, const After &) = default;
};

inline constexpr qint64 longestSettleMs = 3'600'000;

/// A trigger of type `file`: one run when what is at a path appears or changes and then rests. That it goes away is no
/// change. In a folder its entries count, not what is below them.
struct FileChange
{
    QString path;           ///< Absolute, or `~/` and what follows.
    qint64 settleMs = 1000; ///< How long it must have rested; 50 up to an hour.

    friend bool operator==(const FileChange &, const FileChange &) = default;
};

/// A trigger of type `webhook`: one run for each request that brings its token. The token is the store's and stands in
/// no version; one that is read is not looked at.
struct Webhook
{
    QString hmacSecret; ///< The name of the secret that requests are signed with; empty asks for no signature.

    friend bool operator==(const Webhook &, const Webhook &) = default;
};

using Trigger = std::variant<Schedule, Startup, After, FileChange, Webhook>;

/// Has its `type`. Invalid names the field.
base::Result<Trigger> triggerFromJson(const QJsonValue &value, Provenance provenance);
QJsonObject toJson(const Trigger &trigger);

/// The one of type `webhook`, if it is there.
std::optional<Webhook> webhookOf(const QList<Trigger> &triggers);

/// Whether a run that ended like this counts. One that never started does not; nor does one that is to be done again.
bool countsFor(AfterOn on, const Run &run);

} // namespace domain
