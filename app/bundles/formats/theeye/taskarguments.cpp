// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/formats/theeye/taskarguments.h"

#include "app/bundles/transfer/plan.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bundles {

namespace {

/// Ours for theirs; empty where there is none.
QString kindOf(const QString &type)
{
    static const QHash<QString, QString> kinds{{u"fixed"_s, u"fixed"_s},         {u"input"_s, u"input"_s},
                                               {u"select"_s, u"options"_s},      {u"options"_s, u"options"_s},
                                               {u"date"_s, u"date"_s},           {u"file"_s, u"file"_s},
                                               {u"remote-options"_s, u"input"_s}};
    return kinds.value(type);
}

/// A name that no other argument has.
QString nameFor(const QString &label, qsizetype index, QStringList &taken)
{
    QString name = label.simplified().left(60);
    if (name.isEmpty()) {
        name = u"argument %1"_s.arg(index + 1);
    }
    const QString first = name;
    for (int i = 2; taken.contains(name.toUpper()); ++i) {
        name = u"%1 %2"_s.arg(first).arg(i);
    }
    taken.append(name.toUpper());
    return name;
}

QJsonArray optionsOf(const QJsonArray &theirs)
{
    QJsonArray options;
    for (const QJsonValue option : theirs) {
        const QJsonValue id = option.isObject() ? option.toObject().value("id"_L1) : option;
        options.append(id.toVariant().toString());
    }
    return options;
}

base::Result<QJsonObject> argumentOf(const QJsonObject &theirs, const QString &name, QStringList &notCarried)
{
    const QString type = theirs.value("type"_L1).toString(u"fixed"_s);
    QString kind = kindOf(type);
    if (kind.isEmpty()) {
        return base::invalid(u"type"_s, u"type must be fixed, input, select, date, file or remote-options"_s);
    }
    if (type == "remote-options"_L1) {
        notCarried.append(u"the options of %1, which come from elsewhere: any text can be given"_s.arg(name));
    }
    if (theirs.value("masked"_L1).toBool() && kind == "input"_L1) {
        kind = u"secret"_s;
    }
    QJsonObject argument{{u"name"_s, name},
                         {u"kind"_s, kind},
                         {u"label"_s, theirs.value("label"_L1).toString()},
                         {u"help"_s, theirs.value("help"_L1).toString()}};
    const QString value = theirs.value("value"_L1).toVariant().toString();
    if (kind == "options"_L1) {
        argument.insert("options"_L1, optionsOf(theirs.value("options"_L1).toArray()));
    }
    if (kind != "secret"_L1 && !value.isEmpty()) {
        argument.insert("default"_L1, value);
    }
    if (kind != "fixed"_L1) {
        argument.insert("required"_L1, theirs.value("required"_L1).toBool());
    }
    return argument;
}

} // namespace

base::Status tellArguments(const QJsonObject &task, QJsonObject &automation, QStringList &notCarried)
{
    const QJsonValue given = task.value("task_arguments"_L1);
    if (given.isUndefined() || given.isNull()) {
        return {};
    }
    if (!given.isArray()) {
        return base::invalid(u"task_arguments"_s, u"task_arguments must be a list"_s);
    }
    QList<QJsonObject> theirs;
    const QJsonArray list = given.toArray();
    for (qsizetype i = 0; i < list.size(); ++i) {
        if (!list.at(i).isObject()) {
            return base::invalid(u"task_arguments[%1]"_s.arg(i), u"an argument must be an object"_s);
        }
        theirs.append(list.at(i).toObject());
    }
    std::stable_sort(theirs.begin(), theirs.end(), [](const QJsonObject &a, const QJsonObject &b) {
        return a.value("order"_L1).toDouble() < b.value("order"_L1).toDouble();
    });
    QStringList taken;
    QJsonArray arguments;
    for (qsizetype i = 0; i < theirs.size(); ++i) {
        const QString name = nameFor(theirs.at(i).value("label"_L1).toString(), i, taken);
        const base::Result<QJsonObject> argument = argumentOf(theirs.at(i), name, notCarried);
        if (!argument) {
            return argument.error().inField(u"task_arguments[%1]"_s.arg(i));
        }
        arguments.append(*argument);
    }
    if (!arguments.isEmpty()) {
        automation.insert("arguments"_L1, arguments);
    }
    return {};
}

} // namespace bundles
