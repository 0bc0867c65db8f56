// SPDX-License-Identifier: Apache-2.0
// Every command as a row: its name, who may, what it takes, what it does. The parser, the help texts and the dispatch
// read this table and nothing else.
#pragma once

#include "app/domain/rights/rights.h"

#include <QList>
#include <QString>

namespace cli {

class Session;

using domain::Right;

struct OptionSpec
{
    enum class Kind { Switch, Text, Number, Texts /** May be given often. */ };

    QString name; ///< Without dashes.
    Kind kind = Kind::Switch;
    QString value; ///< Placeholder of the value: `TEXT`.
    QString help;
    QString shortName; ///< One letter, or empty.
    qint64 least = 1;  ///< Of a number.
};

struct CommandSpec
{
    using Function = void (*)(Session &);

    QString name;         ///< One or two words.
    domain::Needed right; ///< Has no default: a command without one does not compile.
    QString operands;     ///< Placeholders: `ID FILE|-`.
    int least = 0;        ///< How many operands are needed …
    int most = 0;         ///< … and allowed.
    QString help;
    QList<OptionSpec> options;
    Function run = nullptr; ///< Null where the command needs no engine's API.
};

const QList<CommandSpec> &commandTable();
/// Null for an unknown one.
const CommandSpec *findCommand(const QString &name);
/// `--store` and `--json`, understood everywhere.
const QList<OptionSpec> &commonOptions();

} // namespace cli
