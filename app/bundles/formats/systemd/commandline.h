// SPDX-License-Identifier: Apache-2.0
// A command line of a service (ExecStart=), as systemd takes it apart, told for a POSIX shell or as plain words. Pure.
#pragma once

#include "app/base/result.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace bundles {

/// What `%n` and its like stand for.
struct UnitNames
{
    QString unit; ///< `backup@home.service`
};

struct ServiceCommand
{
    QStringList argv;        ///< Plain words, where the manager of services replaces nothing in them; else empty.
    QString shell;           ///< The same for /bin/sh, with variables.
    bool mayFail = false;    ///< `-` in front.
    bool privileged = false; ///< `+` or `!` in front.
    bool otherName = false;  ///< `@` in front: the program is told another name, which is left out.
};

/// Several stand behind one another with ` ; `. Invalid names what has no counterpart.
base::Result<QList<ServiceCommand>> serviceCommands(const QString &line, const UnitNames &names);

} // namespace bundles
