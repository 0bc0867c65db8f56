// SPDX-License-Identifier: Apache-2.0
#include "app/domain/input/arguments.h"

#include "app/base/jsonreader.h"
#include "app/domain/input/secretrefs.h"

#include <QDate>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

constexpr qsizetype longestName = 64;
// The kernel takes 131,072 bytes for one argument or variable, its name and an end included.
constexpr qsizetype longestValue = 120'000;

bool hasControl(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c < u' ' || c == QChar(0x7F); });
}

bool isAlphanumeric(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
}

base::Status checkName(const QString &name)
{
    const bool readable = std::any_of(name.begin(), name.end(), isAlphanumeric);
    if (!readable || name.size() > longestName || name.contains(u'=') || name.contains(u'/') || hasControl(name) ||
        name.trimmed() != name) {
        return base::invalid(u"name"_s,
                             u"an argument's name has a letter or digit, at most %1 characters, and no =, no "
                             "/ and no space at its ends"_s.arg(longestName));
    }
    return {};
}

base::Status checkOptions(const Argument &argument)
{
    const bool takes = argument.kind == ArgumentKind::Options;
    if (takes && argument.options.isEmpty()) {
        return base::invalid(u"options"_s, u"an argument of kind options needs at least one"_s);
    }
    if (!takes && !argument.options.isEmpty()) {
        return base::invalid(u"options"_s, u"only an argument of kind options has options"_s);
    }
    for (qsizetype i = 0; i < argument.options.size(); ++i) {
        if (argument.options.at(i).isEmpty() || argument.options.indexOf(argument.options.at(i)) != i) {
            return base::invalid(u"options[%1]"_s.arg(i), u"an option must not be empty or stand there twice"_s);
        }
    }
    return {};
}

base::Status checkPattern(const QString &pattern)
{
    const QRegularExpression expression(pattern);
    if (expression.isValid()) {
        return {};
    }
    base::Error error =
        base::invalid(u"pattern"_s, u"pattern must be a regular expression: %1"_s.arg(expression.errorString()));
    error.position = static_cast<int>(expression.patternErrorOffset());
    return error;
}

base::Status checkDefault(const Argument &argument)
{
    if (argument.kind == ArgumentKind::Secret && !argument.fallback.isEmpty() && !referredSecret(argument.fallback)) {
        return base::invalid(u"default"_s,
                             u"the default of a secret must be a reference such as ${secret:NAME}, for an "
                             "automation is stored and exported in the clear"_s);
    }
    if (argument.fallback.isEmpty() && argument.kind != ArgumentKind::Fixed) {
        return {};
    }
    if (base::Status fits = checkValue(argument, argument.fallback); !fits) {
        return fits.error().inField(u"default"_s);
    }
    return {};
}

base::Status checkText(const QString &value)
{
    if (value.contains(QChar()) || !value.isValidUtf16()) {
        return base::invalid({}, u"must be Unicode text without a zero byte"_s);
    }
    if (value.toUtf8().size() > longestValue) {
        return base::invalid({}, u"must be at most %1 bytes"_s.arg(longestValue));
    }
    return {};
}

base::Status checkByKind(const Argument &argument, const QString &value)
{
    switch (argument.kind) {
    case ArgumentKind::Options:
        if (!argument.options.contains(value)) {
            return base::invalid({}, u"must be one of %1"_s.arg(argument.options.join(u", "_s)));
        }
        return {};
    case ArgumentKind::Date:
        if (!QDate::fromString(value, u"yyyy-MM-dd"_s).isValid()) {
            return base::invalid({}, u"must be a day such as 2026-10-25"_s);
        }
        return {};
    case ArgumentKind::File:
        if (!value.startsWith(u'/')) {
            return base::invalid({}, u"must be the absolute path of a file"_s);
        }
        return {};
    case ArgumentKind::Fixed:
    case ArgumentKind::Input:
    case ArgumentKind::Secret:
        return {};
    }
    Q_UNREACHABLE();
}

base::Error named(const base::Error &error, const QString &name)
{
    base::Error told = error;
    told.field = u"arguments."_s + name;
    told.detail = u"%1 %2"_s.arg(name, error.detail);
    return told;
}

QStringList askedNames(const QList<Argument> &arguments)
{
    QStringList names;
    for (const Argument &argument : arguments) {
        if (isAsked(argument)) {
            names.append(argument.name);
        }
    }
    return names;
}

const Argument *find(const QList<Argument> &arguments, const QString &name)
{
    for (const Argument &argument : arguments) {
        if (argument.name == name) {
            return &argument;
        }
    }
    return nullptr;
}

base::Status checkKnown(const QList<Argument> &arguments, const QString &name)
{
    if (find(arguments, name)) {
        return {};
    }
    const QStringList asked = askedNames(arguments);
    return base::invalid(u"arguments."_s + name,
                         asked.isEmpty() ? u"there is no argument %1; this automation asks for none"_s.arg(name)
                                         : u"there is no argument %1, only %2"_s.arg(name, asked.join(u", "_s)));
}

base::Result<QString> valueOf(const Argument &argument, const ArgumentValues &given)
{
    const QString value = given.value(argument.name);
    if (argument.kind == ArgumentKind::Fixed) {
        if (!value.isEmpty() && value != argument.fallback) {
            return named(base::invalid({}, u"is fixed and can't be given"_s), argument.name);
        }
        return argument.fallback;
    }
    const QString &chosen = value.isEmpty() ? argument.fallback : value;
    if (const base::Status fits = checkValue(argument, chosen); !fits) {
        return named(fits.error(), argument.name);
    }
    return chosen;
}

QString textOf(const QJsonValue &value)
{
    if (value.isString()) {
        return value.toString();
    }
    // A list of one is the only way to write a lone value.
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.sliced(1, list.size() - 2));
}

} // namespace

const QStringList &argumentKindWords()
{
    static const QStringList words{u"fixed"_s, u"input"_s, u"options"_s, u"secret"_s, u"date"_s, u"file"_s};
    return words;
}

QString kindWord(ArgumentKind kind)
{
    return argumentKindWords().at(static_cast<int>(kind));
}

QJsonArray toJson(const QList<Argument> &arguments)
{
    QJsonArray list;
    for (const Argument &argument : arguments) {
        list.append(QJsonObject{{u"name"_s, argument.name},
                                {u"kind"_s, kindWord(argument.kind)},
                                {u"label"_s, argument.label},
                                {u"help"_s, argument.help},
                                {u"default"_s, argument.fallback},
                                {u"options"_s, QJsonArray::fromStringList(argument.options)},
                                {u"required"_s, argument.required},
                                {u"pattern"_s, argument.pattern}});
    }
    return list;
}

base::Result<Argument> argumentFromJson(const QJsonValue &value)
{
    if (!value.isObject()) {
        return base::invalid({}, u"must be an object with a name and a kind"_s);
    }
    QJsonObject object = value.toObject();
    if (object.value("default"_L1).isNull()) {
        object.remove("default"_L1);
    }
    Argument argument;
    int kind = static_cast<int>(argument.kind);
    base::JsonReader reader(object);
    reader.text("name"_L1, argument.name);
    reader.word("kind"_L1, argumentKindWords(), kind);
    reader.text("label"_L1, argument.label);
    reader.text("help"_L1, argument.help);
    reader.text("default"_L1, argument.fallback);
    reader.texts("options"_L1, argument.options);
    reader.flag("required"_L1, argument.required);
    reader.text("pattern"_L1, argument.pattern);
    CHECK(reader.finish());
    argument.kind = static_cast<ArgumentKind>(kind);
    CHECK(checkName(argument.name));
    CHECK(checkOptions(argument));
    CHECK(checkPattern(argument.pattern));
    CHECK(checkDefault(argument));
    return argument;
}

base::Status checkTogether(const QList<Argument> &arguments)
{
    QMap<QString, QString> taken;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString variable = argumentVariable(arguments.at(i).name);
        if (taken.contains(variable)) {
            return base::invalid(u"arguments[%1].name"_s.arg(i),
                                 u"the argument %1 would be %2 like the argument %3; give it another name"_s.arg(
                                     arguments.at(i).name, variable, taken.value(variable)));
        }
        taken.insert(variable, arguments.at(i).name);
    }
    return {};
}

qsizetype firstUnanswered(const QList<Argument> &arguments)
{
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const Argument &argument = arguments.at(i);
        if (isAsked(argument) && argument.required && argument.fallback.isEmpty()) {
            return i;
        }
    }
    return -1;
}

QString argumentVariable(const QString &name)
{
    QString variable = u"SIGNALBOX_ARG_"_s;
    for (const QChar c : name) {
        variable += isAlphanumeric(c) ? c.toUpper() : QChar(u'_');
    }
    return variable;
}

bool isAsked(const Argument &argument)
{
    return argument.kind != ArgumentKind::Fixed;
}

bool asksAnything(const QList<Argument> &arguments)
{
    return std::any_of(arguments.begin(), arguments.end(), isAsked);
}

base::Result<ArgumentValues> argumentValuesFromJson(const QList<Argument> &arguments, const QJsonValue &given)
{
    ArgumentValues values;
    if (given.isArray()) {
        const QStringList names = askedNames(arguments);
        const QJsonArray list = given.toArray();
        if (list.size() > names.size()) {
            return base::invalid(u"arguments"_s,
                                 u"%1 values were given for %2 arguments"_s.arg(list.size()).arg(names.size()));
        }
        for (qsizetype i = 0; i < list.size(); ++i) {
            if (!list.at(i).isNull()) {
                values.insert(names.at(i), textOf(list.at(i)));
            }
        }
        return values;
    }
    if (!given.isObject()) {
        return base::invalid(u"arguments"_s, u"arguments must be an object of names and values"_s);
    }
    const QJsonObject object = given.toObject();
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        CHECK(checkKnown(arguments, it.key()));
        if (!it->isNull()) {
            values.insert(it.key(), textOf(*it));
        }
    }
    return values;
}

QJsonObject toJson(const ArgumentValues &values)
{
    QJsonObject object;
    for (auto it = values.constBegin(); it != values.constEnd(); ++it) {
        object.insert(it.key(), it.value());
    }
    return object;
}

base::Status checkValue(const Argument &argument, const QString &value)
{
    if (value.isEmpty()) {
        return argument.required ? base::Status(base::invalid({}, u"is required"_s)) : base::Status();
    }
    CHECK(checkText(value));
    if (argument.kind == ArgumentKind::Secret && referredSecret(value)) {
        return {}; // what it refers to is not known here
    }
    CHECK(checkByKind(argument, value));
    const QRegularExpression pattern(QRegularExpression::anchoredPattern(argument.pattern),
                                     QRegularExpression::DontCaptureOption);
    if (!argument.pattern.isEmpty() && !pattern.match(value).hasMatch()) {
        return base::invalid({}, u"must match %1"_s.arg(argument.pattern));
    }
    return {};
}

base::Result<ArgumentValues> completed(const QList<Argument> &arguments, const ArgumentValues &given)
{
    for (auto it = given.constBegin(); it != given.constEnd(); ++it) {
        CHECK(checkKnown(arguments, it.key()));
    }
    ArgumentValues values;
    for (const Argument &argument : arguments) {
        TRY(const QString value, valueOf(argument, given));
        values.insert(argument.name, value);
    }
    return values;
}

base::Result<ArgumentValues> fitted(const QList<Argument> &arguments, const ArgumentValues &kept)
{
    ArgumentValues known;
    for (const Argument &argument : arguments) {
        if (isAsked(argument) && kept.contains(argument.name)) {
            known.insert(argument.name, kept.value(argument.name));
        }
    }
    return completed(arguments, known);
}

SplitValues splitSecrets(const QList<Argument> &arguments, const ArgumentValues &values, const QString &runId)
{
    SplitValues split{.stored = values, .lent = {}};
    for (const Argument &argument : arguments) {
        const QString value = values.value(argument.name);
        if (argument.kind == ArgumentKind::Secret && !value.isEmpty() && !referredSecret(value)) {
            const QString name =
                lentName(runId, argumentVariable(argument.name).sliced(argumentVariable(QString()).size()));
            split.lent.insert(name, value);
            split.stored.insert(argument.name, secretReference(name));
        }
    }
    return split;
}

} // namespace domain
