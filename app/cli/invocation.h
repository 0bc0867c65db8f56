// SPDX-License-Identifier: Apache-2.0
// What the person typed, taken apart and checked against the table of commands. Nothing is opened or asked yet.
#pragma once

#include "app/base/result.h"

#include <QHash>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

namespace cli {

struct Invocation
{
    QString store; ///< Absolute folder.
    bool json = false;
    QString command;                   ///< A name of the table such as `list` or `cron next`; empty is the window.
    QStringList arguments;             ///< What stands after it and is no option.
    QHash<QString, QString> options;   ///< By long name without dashes; a switch has an empty value.
    QHash<QString, QStringList> lists; ///< What may be given more than once, in its order.
    QString screenshots;               ///< Folder of `--screenshots`, or empty.
    QString listen;                    ///< `serve --listen`, or empty.
    bool version = false;
    bool help = false; ///< Of `command`, or of the program where that is empty.

    bool has(QLatin1StringView option) const { return options.contains(option); }
    QString option(QLatin1StringView name) const { return options.value(name); }
    /// A numeric option; the parser has checked it.
    qint64 number(QLatin1StringView name, qint64 otherwise) const;
};

/// `arguments` without the program's name. `--store` and `--json` may stand before or after the command; the store is
/// the option's, else `SIGNALBOX_STORE`, else `defaultStore`. Anything unknown, missing or superfluous is Invalid.
base::Result<Invocation> parse(const QStringList &arguments, const QProcessEnvironment &environment,
                               const QString &defaultStore);

/// Whether a command talks to an engine's API. The window, `serve` and `cron` don't.
bool needsServer(const QString &command);

} // namespace cli
