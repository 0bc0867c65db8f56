// SPDX-License-Identifier: Apache-2.0
// A maintenance window as people write it: wall times of a zone, perhaps repeated by a cron expression, for whom, and
// what becomes of runs in it. A value; when it is open is asked of a WindowFinder.
#pragma once

#include "app/domain/schedule.h"
#include "app/domain/window.h"
#include "app/domain/zone.h"

#include <QJsonObject>

namespace domain {

/// What scheduled and triggered runs may do on their own; the earlier the stricter.
enum class AutonomyOverride { Disabled, Approve, Notify, Execute };
enum class ManualRuns {
    Allow,
    Warn,  ///< Whoever asks is told of the window.
    Block, ///< Held until the window ends, unless a reason is given to break it.
};
/// What becomes of runs that are at work when the window opens.
enum class InFlight { Finish, Stop };
/// What becomes of slots that a disabled window blocks.
enum class BlockedSlots { Skip, OnceAfter };

/// One occurrence that is not as the rule says: opened or closed by hand, extended, moved.
struct WindowException
{
    std::optional<base::Instant> start; ///< When the rule has it begin; empty where the rule has none.
    WindowSpan span;                    ///< When it is instead; an empty one is never open.

    friend bool operator==(const WindowException &, const WindowException &) = default;
};

inline constexpr base::Millis longestWindow = base::Seconds(366LL * 86400);
inline constexpr base::Millis longestRecurring = base::Seconds(31LL * 86400);
inline constexpr qsizetype mostExceptions = 500; ///< Older ones are forgotten.
inline constexpr qsizetype longestWindowName = 200;

struct MaintenanceWindow
{
    QString id; ///< `window_` and twelve characters, or what was kept from elsewhere.
    QString name;
    LocalTime start; ///< Of the wall clock in `timezone`.
    LocalTime end;
    QString timezone;  ///< IANA name; empty is the system's zone.
    QString recurring; ///< Cron expression of the starts, none before `start`; empty happens once.
    /// Ids of automations, `tag:x`, `connection:x`, `*`; `!ID` is never meant. Kept as written.
    QStringList scope{QStringLiteral("*")};
    AutonomyOverride autonomyOverride = AutonomyOverride::Disabled;
    QJsonValue approval = QJsonValue::Null; ///< The policy of AutonomyOverride::Approve, an object or null.
    ManualRuns manualRuns = ManualRuns::Warn;
    InFlight inFlight = InFlight::Finish;
    BlockedSlots blockedSlots = BlockedSlots::Skip;
    bool muteNotifications = false;
    QString reason;
    QString createdBy;
    QString calendar; ///< The subscription that keeps it, see subscription.h; empty is a window of its own.
    QList<WindowException> exceptions;
    qint64 version = 0; ///< Counts the saves.
    base::Instant updatedAt = {};
    QString updatedBy; ///< Who saved this version; empty is the program itself, for a calendar.

    base::Millis length() const { return end - start; } ///< On the wall clock.
    WindowEffect effect() const;
    WindowScope whom() const;

    friend bool operator==(const MaintenanceWindow &, const MaintenanceWindow &) = default;
};

/// Unknown fields, wrong types and impossible values are Invalid and name the field; what only the store knows (`id`,
/// `created_by`, `exceptions`, `version`, `updated_at`, `updated_by`) is read with Provenance::Store alone and passed
/// over otherwise. Without `scope` it is for everything.
base::Result<MaintenanceWindow> windowFromJson(const QJsonObject &json, Provenance provenance = Provenance::Outside);
QJsonObject toJson(const MaintenanceWindow &window);
/// The window with the fields that `changes` gives, checked as a new one. Where its times change, exceptions from the
/// rule are dropped.
base::Result<MaintenanceWindow> edited(const MaintenanceWindow &window, const QJsonObject &changes);

/// `2026-03-22T03:00:00`
QString wallText(LocalTime time);

QString overrideWord(AutonomyOverride value);
QString manualWord(ManualRuns value);
QString inFlightWord(InFlight value);
QString blockedWord(BlockedSlots value);

} // namespace domain
