// SPDX-License-Identifier: Apache-2.0
// The two generations of Defender's interface: the same shapes under other names. Values.
#pragma once

#include <QList>
#include <QString>

namespace server {

enum class Dialect { Autotask, Action };

inline QString idName(Dialect dialect)
{
    return dialect == Dialect::Action ? QStringLiteral("actionId") : QStringLiteral("autotaskId");
}
inline QString runIdName(Dialect dialect)
{
    return dialect == Dialect::Action ? QStringLiteral("actionRunId") : QStringLiteral("autotaskRunId");
}

/// Where automations stand, and in whose names. The old client's base address ends with `/autotask/`.
struct Place
{
    QString path;
    Dialect dialect;
};
inline QList<Place> places()
{
    return {{QStringLiteral("/actions"), Dialect::Action},
            {QStringLiteral("/autotasks"), Dialect::Autotask},
            {QStringLiteral("/autotask/autotasks"), Dialect::Autotask}};
}
/// Of a pattern that begins with one of the places.
inline Dialect dialectOf(const QString &pattern)
{
    return pattern.startsWith(QStringLiteral("/actions")) ? Dialect::Action : Dialect::Autotask;
}

} // namespace server
