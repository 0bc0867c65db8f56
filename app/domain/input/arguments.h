// SPDX-License-Identifier: Apache-2.0
// What a run is asked for: the ordered definitions on an automation and the values one run was given. Values reach a
// process as arguments and variables, never as part of a text that a shell reads.
#pragma once

#include "app/base/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QStringList>

namespace domain {

enum class ArgumentKind {
    Fixed,   ///< Always its default; never asked.
    Input,   ///< Any text.
    Options, ///< One of `options`.
    Secret,  ///< A value that is stored nowhere but in the keychain.
    Date,    ///< A day, `2026-10-25`.
    File,    ///< The absolute path of a file.
};

struct Argument
{
    QString name;
    ArgumentKind kind = ArgumentKind::Input;
    QString label; ///< What the person reads; the name where empty.
    QString help;
    QString fallback; ///< JSON `default`; empty is none. Of a secret: a reference, never a value.
    QStringList options;
    bool required = false;
    QString pattern; ///< A regular expression that a whole value must match; empty is none.

    friend bool operator==(const Argument &, const Argument &) = default;
};

/// By name; of a secret the reference.
using ArgumentValues = QMap<QString, QString>;

QString kindWord(ArgumentKind kind);
/// Every word, in the order of the enumeration.
const QStringList &argumentKindWords();

QJsonArray toJson(const QList<Argument> &arguments);
/// One definition; Invalid names the field in it (`pattern`).
base::Result<Argument> argumentFromJson(const QJsonValue &value);
/// What one definition alone does not show: two with one variable. Invalid names it (`arguments[1].name`).
base::Status checkTogether(const QList<Argument> &arguments);
/// The index of the first that nobody can answer where nobody is asked: required and without a default; or -1.
qsizetype firstUnanswered(const QList<Argument> &arguments);

/// SIGNALBOX_ARG_ and the name in upper case, with `_` for all but ASCII letters and digits.
QString argumentVariable(const QString &name);
bool isAsked(const Argument &argument);
bool asksAnything(const QList<Argument> &arguments);

/// An object by name or a list by position among those that are asked; null is not given, and what is no text is taken
/// as its JSON. Invalid, named `arguments.NAME`, for a name there is not.
base::Result<ArgumentValues> argumentValuesFromJson(const QList<Argument> &arguments, const QJsonValue &given);
QJsonObject toJson(const ArgumentValues &values);

/// One value against its definition, without a field: required, options, date, file, pattern, size.
base::Status checkValue(const Argument &argument, const QString &value);
/// Checks what was given and adds defaults and fixed ones: a value for every argument, empty where there is none.
/// Invalid is named `arguments.NAME`.
base::Result<ArgumentValues> completed(const QList<Argument> &arguments, const ArgumentValues &given);
/// The same for values kept from another version: names that are gone are left out.
base::Result<ArgumentValues> fitted(const QList<Argument> &arguments, const ArgumentValues &kept);

/// Values as they may be stored, and the secrets among them that were given as such, by the name they are lent under.
struct SplitValues
{
    ArgumentValues stored;
    QMap<QString, QString> lent;
};
SplitValues splitSecrets(const QList<Argument> &arguments, const ArgumentValues &values, const QString &runId);

} // namespace domain
