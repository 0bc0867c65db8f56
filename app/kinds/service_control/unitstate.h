// SPDX-License-Identifier: Apache-2.0
// What `systemctl show` says of a unit, and whether an action on it has worked. Pure.
#pragma once

#include <QJsonObject>
#include <QMap>

namespace kinds {

struct UnitState
{
    QString load;       ///< `loaded`, `not-found`, `masked` …
    QString active;     ///< `active`, `inactive`, `failed` …
    QString sub;        ///< `running`, `dead` …
    QString result;     ///< `success`, `exit-code` …
    QString type;       ///< Of a service: `simple`, `oneshot` …
    QString invocation; ///< Another one after each start.

    /// `active (running)`
    QString words() const;
    QJsonObject toJson() const;
};

/// The properties that are asked for, with commas.
extern const char *const unitProperties;

UnitState unitStateFrom(const QByteArray &properties);

/// Why `action` has not brought the unit to where it belongs; empty where it has.
QString shortcoming(const QString &action, const UnitState &before, const UnitState &after);

} // namespace kinds
