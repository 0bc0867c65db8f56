// SPDX-License-Identifier: Apache-2.0
#include "app/providers/theeye/arguments.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace providers::theeye {

namespace {

using domain::Argument;
using domain::ArgumentKind;

constexpr qsizetype longestName = 60;
constexpr qint64 highestOrder = 999;

/// By `order`; those without one as they stand.
QList<QJsonObject> inOrder(const QJsonArray &theirs)
{
    QList<QJsonObject> all;
    for (const QJsonValue each : theirs) {
        all.append(each.toObject());
    }
    std::stable_sort(all.begin(), all.end(), [](const QJsonObject &a, const QJsonObject &b) {
        return a.value("order"_L1).toDouble() < b.value("order"_L1).toDouble();
    });
    return all;
}

QString nameFor(const QString &label, qsizetype index, QStringList &taken)
{
    static const QRegularExpression unfit(u"[=/\\x00-\\x1f\\x7f]"_s);
    static const QRegularExpression readable(u"[A-Za-z0-9]"_s);
    QString name = QString(label).replace(unfit, u" "_s).simplified().left(longestName).trimmed();
    if (!name.contains(readable)) {
        name = u"argument %1"_s.arg(index + 1);
    }
    const QString first = name;
    for (int i = 2; taken.contains(domain::argumentVariable(name)); ++i) {
        name = u"%1 %2"_s.arg(first).arg(i);
    }
    taken.append(domain::argumentVariable(name));
    return name;
}

QStringList optionsOf(const QJsonObject &theirs)
{
    QStringList options;
    for (const QJsonValue option : theirs.value("options"_L1).toArray()) {
        const QJsonValue id = option.isObject() ? option.toObject().value("id"_L1) : option;
        options.append(id.toVariant().toString());
    }
    options.removeAll(QString());
    options.removeDuplicates();
    return options;
}

bool isFixed(const QJsonObject &theirs)
{
    return theirs.value("type"_L1).toString(u"fixed"_s) == "fixed"_L1;
}

ArgumentKind kindOf(const QJsonObject &theirs, const QStringList &options)
{
    const QString type = theirs.value("type"_L1).toString();
    if (isFixed(theirs)) {
        return ArgumentKind::Fixed;
    }
    const bool isChoice = type == "select"_L1 || type == "options"_L1;
    if (isChoice && !options.isEmpty() && !theirs.value("multiple"_L1).toBool()) {
        return ArgumentKind::Options;
    }
    return type == "date"_L1 ? ArgumentKind::Date : ArgumentKind::Input;
}

Argument argumentOf(const QJsonObject &theirs, const QString &name)
{
    const QStringList options = optionsOf(theirs);
    Argument argument{.name = name,
                      .kind = kindOf(theirs, options),
                      .label = theirs.value("label"_L1).toString(),
                      .help = theirs.value("help"_L1).toString()};
    if (argument.kind == ArgumentKind::Options) {
        argument.options = options;
    }
    argument.required = argument.kind != ArgumentKind::Fixed && theirs.value("required"_L1).toBool();
    const QString pattern = theirs.value("pattern"_L1).toString();
    argument.pattern =
        argument.kind == ArgumentKind::Input && QRegularExpression(pattern).isValid() ? pattern : QString();
    const QString value = theirs.value("value"_L1).toVariant().toString();
    if (domain::checkValue(argument, value)) {
        argument.fallback = value;
    }
    return argument;
}

QString theirType(ArgumentKind kind, Dialect dialect)
{
    switch (kind) {
    case ArgumentKind::Fixed:
        return u"fixed"_s;
    case ArgumentKind::Options:
        return dialect == Dialect::Documented ? u"options"_s : u"select"_s;
    case ArgumentKind::Date:
        return u"date"_s;
    case ArgumentKind::File: // a path means nothing on another machine but as a text
    case ArgumentKind::Input:
    case ArgumentKind::Secret:
        return u"input"_s;
    }
    Q_UNREACHABLE();
}

/// With the label that it has there.
QJsonObject optionOf(const QString &id, const QJsonArray &before)
{
    for (const QJsonValue option : before) {
        if (option["id"_L1].toVariant().toString() == id) {
            return option.toObject();
        }
    }
    return {{u"id"_s, id}, {u"label"_s, id}};
}

/// `before` is the one of this name there, if there is one, and `known` what it means here.
QJsonObject theirsOf(const Argument &wanted, QJsonObject before, const Argument &known, Dialect dialect)
{
    const bool isNew = before.isEmpty();
    if (isNew || wanted.kind != known.kind) {
        before.insert("type"_L1, theirType(wanted.kind, dialect));
    }
    before.insert("label"_L1, wanted.label.isEmpty() ? wanted.name : wanted.label);
    before.insert("help"_L1, wanted.help);
    if (isNew || wanted.required != known.required) {
        before.insert("required"_L1, wanted.required);
    }
    if (before.value("value"_L1).isUndefined() || wanted.fallback != known.fallback) {
        before.insert("value"_L1, wanted.fallback);
    }
    if (wanted.pattern != known.pattern) {
        before.insert("pattern"_L1, wanted.pattern);
    }
    if (wanted.kind == ArgumentKind::Options && wanted.options != known.options) {
        QJsonArray options;
        for (const QString &option : wanted.options) {
            options.append(optionOf(option, before.value("options"_L1).toArray()));
        }
        before.insert("options"_L1, options);
    }
    return before;
}

} // namespace

QList<Argument> argumentsOf(const QJsonArray &theirs)
{
    QList<Argument> arguments;
    QStringList taken;
    for (const QJsonObject &each : inOrder(theirs)) {
        const QString name = nameFor(each.value("label"_L1).toString(), arguments.size(), taken);
        arguments.append(argumentOf(each, name));
    }
    return arguments;
}

QList<Argument> asStartedBySchedules(QList<Argument> arguments)
{
    for (Argument &argument : arguments) {
        argument.required = argument.required && !argument.fallback.isEmpty();
    }
    return arguments;
}

base::Result<QJsonArray> theirArguments(const QList<Argument> &wanted, const KeptArguments &kept, Dialect dialect)
{
    const QList<Argument> &known = kept.ours;
    const QList<QJsonObject> before = inOrder(kept.theirs);
    if (wanted == known) {
        return kept.theirs;
    }
    QJsonArray all;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        const Argument &argument = wanted.at(i);
        if (argument.kind == ArgumentKind::Secret) {
            return base::invalid(u"arguments[%1].kind"_s.arg(i),
                                 u"TheEye keeps what a run is given; an argument there can't be a secret"_s);
        }
        const auto same = std::find_if(known.begin(), known.end(),
                                       [&argument](const Argument &one) { return one.name == argument.name; });
        QJsonObject each = same == known.end()
                               ? theirsOf(argument, {}, {}, dialect)
                               : theirsOf(argument, before.at(std::distance(known.begin(), same)), *same, dialect);
        each.insert("order"_L1, i);
        all.append(each);
    }
    return all;
}

base::Result<QJsonArray> runValues(const QJsonArray &theirs, const domain::ArgumentValues &values)
{
    const QList<Argument> known = argumentsOf(theirs);
    const QList<QJsonObject> all = inOrder(theirs);
    domain::ArgumentValues left = values;
    QJsonArray list;
    for (qsizetype i = 0; i < all.size(); ++i) {
        const QString given = left.take(known.at(i).name);
        const qint64 order = all.at(i).value("order"_L1).toInteger(i);
        const qint64 place = order < i || order > highestOrder ? i : order; // two with one order can't be told apart
        while (list.size() <= place) {
            list.append(QJsonValue::Null);
        }
        if (!isFixed(all.at(i))) {
            list[place] = given;
        }
    }
    if (!left.isEmpty()) {
        return base::invalid(u"arguments."_s + left.firstKey(), u"the task there has no such argument"_s);
    }
    return list;
}

} // namespace providers::theeye
