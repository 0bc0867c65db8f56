// SPDX-License-Identifier: Apache-2.0
// Settings of a workspace: one table says key, type, default and bounds; a row exists only where one was changed.
#pragma once

#include "app/base/result.h"
#include "app/domain/rights/rights.h"

#include <QFuture>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QStringList>

namespace store {

class Connection;
class Desk;

/// The program: what it remembers for itself, which people neither see nor set.
enum class SettingOf { People, Program };

struct SettingSpec
{
    QString key;
    QJsonValue fallback; ///< Its type is the setting's type. An array is a list of texts.
    double least = 0;    ///< Bounds of numbers, and of how many texts are in a list.
    double most = 0;
    QStringList words = {};                               ///< What a text may be.
    base::Status (*checkEach)(const QString &) = nullptr; ///< What each text of a list must be.
    SettingOf whose = SettingOf::People;
};

/// The whole table.
const QList<SettingSpec> &settingSpecs();

namespace setting {
inline constexpr char parallelRuns[] = "engine.parallel_runs";  ///< How many runs at once; 0 is two for each core.
inline constexpr char localApi[] = "api.enabled";               ///< Whether a window answers API tokens too.
inline constexpr char origins[] = "api.origins";                ///< Pages that may follow runs from a browser.
inline constexpr char closeChoice[] = "window.on_close";        ///< ask, keep, stop.
inline constexpr char samplesMade[] = "workspace.samples_made"; ///< Sample automations were made once.
inline constexpr char colourScheme[] = "window.scheme";         ///< system, light, dark.
inline constexpr char keepDays[] = "retention.keep_days";       ///< See domain::Retention; 0 is for ever.
inline constexpr char keepRuns[] = "retention.keep_runs";       ///< Of each automation; 0 is all of them.
inline constexpr char logsTotal[] = "logs.total_mb";            ///< MiB of the file of logs; 0 is no limit.
inline constexpr char logOfRun[] = "logs.run_mb";               ///< MiB of the log of one run.
} // namespace setting

/// Every key with its value, inside a transaction.
base::Result<QJsonObject> readSettings(Connection &db);

class Settings
{
public:
    explicit Settings(Desk &desk) : m_desk(desk) {}

    /// Every key with its value, changed or default.
    QFuture<base::Result<QJsonObject>> all() const;
    /// Invalid for an unknown key, another type or a value out of bounds.
    /// Audited where somebody is named.
    QFuture<base::Result<void>> set(QString key, QJsonValue value, domain::Actor by = {});

private:
    Desk &m_desk;
};

} // namespace store
