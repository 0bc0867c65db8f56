// SPDX-License-Identifier: Apache-2.0
#include "app/providers/theeye/writing.h"

#include "app/domain/input/secretrefs.h"
#include "app/providers/theeye/arguments.h"
#include "app/providers/theeye/reading.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace providers::theeye {

namespace {

const QString scriptMark = u"%script%"_s;

bool isScripted(const QString &kind)
{
    return kind == "script"_L1 || kind == "nodejs"_L1;
}

base::Result<QJsonObject> variablesOf(const QMap<QString, QString> &environment)
{
    QJsonObject variables;
    for (auto it = environment.constBegin(); it != environment.constEnd(); ++it) {
        if (!domain::secretsIn(*it).isEmpty()) {
            return base::invalid(u"env."_s + it.key(),
                                 u"TheEye's variables are not secret; leave %1 out, or give it there"_s.arg(it.key()));
        }
        variables.insert(it.key(), *it);
    }
    return variables;
}

base::Status addTimes(const domain::Automation &wanted, const QJsonValue &kept, Dialect dialect, QJsonObject &body)
{
    if (wanted.timeoutSeconds <= 0) {
        return base::invalid(u"timeout_s"_s, u"TheEye ends every run after a time; 0 is none"_s);
    }
    if (wanted.overlap != domain::Overlap::Parallel && wanted.overlap != domain::Overlap::Queue) {
        return base::invalid(u"overlap"_s, u"at TheEye runs go beside each other or wait: parallel or queue"_s);
    }
    const qint64 unit = dialect == Dialect::Documented ? 1 : 1000;
    const bool isSame = wanted.timeoutSeconds == timeoutOf(kept, dialect);
    body.insert("timeout"_L1, isSame ? (kept.isUndefined() ? QJsonValue() : kept) : wanted.timeoutSeconds * unit);
    body.insert("grace_time"_L1, wanted.graceSeconds);
    body.insert("multitasking"_L1, wanted.overlap == domain::Overlap::Parallel);
    return {};
}

/// The server would add the mark itself, and what comes back would be another text than was sent.
QString runAsOf(const domain::Automation &wanted)
{
    const QString prefix = wanted.runAs.trimmed();
    if (prefix.contains(scriptMark)) {
        return prefix;
    }
    return prefix.isEmpty() ? scriptMark : prefix + u' ' + scriptMark;
}

base::Result<QString> kindOf(const domain::Automation &wanted, const domain::Automation &base)
{
    const QString kind = theirType(wanted.type);
    if (kind.isEmpty() || kind == "workflow"_L1) {
        return base::invalid(u"type"_s, u"TheEye has tasks of its own kinds, such as theeye_script"_s);
    }
    if (!base.type.isEmpty() && base.type != wanted.type) {
        return base::invalid(u"type"_s, u"a task there keeps its kind, %1"_s.arg(theirType(base.type)));
    }
    return kind;
}

base::Status addParams(const QString &kind, const QJsonObject &params, QJsonObject &body)
{
    const QStringList own = ownFields(kind);
    for (auto it = params.begin(); it != params.end(); ++it) {
        if (!own.contains(it.key())) {
            return base::invalid(u"params."_s + it.key(), u"TheEye's %1 tasks have no %2"_s.arg(kind, it.key()));
        }
        body.insert(it.key(), *it);
    }
    // They are asked for by one name and told by another.
    for (const QString &name : {u"host"_s, u"script"_s}) {
        if (body.contains(name + u"_id"_s)) {
            body.insert(name, body.value(name + u"_id"_s));
        }
    }
    return {};
}

/// What both sides call by the same name, and arguments and variables.
base::Status addCommon(const domain::Automation &wanted, const domain::Automation &base, Dialect dialect,
                       QJsonObject &body)
{
    body.insert("name"_L1, wanted.name);
    body.insert("description"_L1, wanted.description);
    body.insert("tags"_L1, QJsonArray::fromStringList(wanted.tags));
    body.insert("enable"_L1, !wanted.paused);
    const QJsonArray kept = body.value("task_arguments"_L1).toArray();
    const bool isRead = base.arguments.size() == kept.size();
    TRY(const QJsonArray arguments,
        theirArguments(wanted.arguments, {kept, isRead ? base.arguments : argumentsOf(kept)}, dialect));
    body.insert("task_arguments"_L1, arguments);
    TRY(const QJsonObject variables, variablesOf(wanted.env));
    if (!variables.isEmpty() || !body.contains("env"_L1)) {
        body.insert("env"_L1, variables);
    }
    return {};
}

QJsonObject inDocumentedNames(QJsonObject body)
{
    static const QList<std::pair<QString, QString>> names{{u"script_runas"_s, u"run_as"_s}, {u"acl"_s, u"acls"_s}};
    for (const auto &[actual, documented] : names) {
        if (body.contains(actual)) {
            body.insert(documented, body.take(actual));
        }
    }
    return body;
}

/// Nothing but names and the first step differs.
base::Status stepsStay(const domain::Automation &wanted, const domain::Automation &base)
{
    QJsonObject before = domain::toJson(base);
    QJsonObject after = domain::toJson(wanted);
    before.insert("params"_L1, base.params.value("graph"_L1));
    after.insert("params"_L1, wanted.params.value("graph"_L1));
    for (const QString &field : {u"type"_s, u"triggers"_s, u"arguments"_s, u"env"_s, u"run_as"_s, u"timeout_s"_s,
                                 u"overlap"_s, u"grace_s"_s, u"paused"_s}) {
        if (after.value(field) != before.value(field)) {
            return base::invalid(field, u"a workflow of TheEye has no %1 that could be changed from here: its tasks "
                                        "have"_s.arg(field));
        }
    }
    return after.value("params"_L1) == before.value("params"_L1)
               ? base::Status()
               : base::invalid(u"params.graph"_s, u"the steps of a workflow are changed at TheEye, where one that is "
                                                  "taken out is deleted as a task, too"_s);
}

bool isStep(const QJsonObject &graph, const QString &task)
{
    const QJsonArray nodes = graph.value("nodes"_L1).toArray();
    return std::any_of(nodes.begin(), nodes.end(),
                       [&task](const QJsonValue &node) { return node["v"_L1].toString() == task; });
}

/// The text of a script, and what its file is called.
struct ScriptFile
{
    QString text;
    QString interpreter;
};

base::Result<ScriptFile> scriptOf(const domain::Automation &wanted)
{
    const QString script = wanted.params.value("script"_L1).toString();
    const QString command = wanted.params.value("command"_L1).toString();
    if (wanted.type != "script"_L1 || (script.isEmpty() && command.isEmpty())) {
        return base::invalid(wanted.type == "script"_L1 ? u"params"_s : u"type"_s,
                             u"TheEye takes scripts and commands from here, and its own kinds, such as theeye_dummy"_s);
    }
    if (script.isEmpty()) {
        return ScriptFile{u"#!/bin/sh\n"_s + command + u'\n', u"sh"_s};
    }
    QString interpreter = wanted.params.value("interpreter"_L1).toString();
    if (interpreter.isEmpty() && !script.startsWith("#!"_L1)) {
        interpreter = u"sh"_s;
    }
    return ScriptFile{script, interpreter};
}

QString fileName(const QString &name)
{
    static const QRegularExpression unfit(u"[^A-Za-z0-9._-]+"_s);
    QString plain = QString(name).replace(unfit, u"-"_s).left(80);
    return plain + u".sh"_s;
}

} // namespace

base::Result<QJsonObject> taskBody(const domain::Automation &wanted, const domain::Automation &base, Dialect dialect)
{
    TRY(const QString kind, kindOf(wanted, base));
    QJsonObject body = base.remote;
    for (auto it = wanted.remote.constBegin(); it != wanted.remote.constEnd(); ++it) {
        body.insert(it.key(), it.value());
    }
    for (const QString &name : answersOnly()) {
        body.remove(name);
    }
    body.insert("type"_L1, kind);
    CHECK(addTimes(wanted, body.value("timeout"_L1), dialect, body));
    CHECK(addCommon(wanted, base, dialect, body));
    CHECK(addParams(kind, wanted.params, body));
    if (isScripted(kind)) {
        body.insert("script_runas"_L1, runAsOf(wanted));
    } else if (!wanted.runAs.isEmpty()) {
        return base::invalid(u"run_as"_s, u"TheEye's %1 tasks start no program"_s.arg(kind));
    }
    return dialect == Dialect::Documented ? inDocumentedNames(body) : body;
}

base::Result<QJsonObject> workflowBody(const domain::Automation &wanted, const domain::Automation &base)
{
    CHECK(stepsStay(wanted, base));
    const QStringList own = ownFields(u"workflow"_s);
    for (auto it = wanted.params.constBegin(); it != wanted.params.constEnd(); ++it) {
        if (!own.contains(it.key())) {
            return base::invalid(u"params."_s + it.key(), u"TheEye's workflows have no %1"_s.arg(it.key()));
        }
    }
    const QJsonObject graph = wanted.params.value("graph"_L1).toObject();
    const QJsonValue first = wanted.params.value("start_task_id"_L1);
    if (first != base.params.value("start_task_id"_L1) && !isStep(graph, first.toString())) {
        return base::invalid(u"params.start_task_id"_s, u"a workflow begins with one of its own steps"_s);
    }
    return QJsonObject{{u"name"_s, wanted.name},
                       {u"description"_s, wanted.description},
                       {u"tags"_s, QJsonArray::fromStringList(wanted.tags)},
                       {u"start_task_id"_s, first},
                       {u"tasks"_s, QJsonArray()}, // those that the graph has beyond its old ones
                       {u"graph"_s, graph}};
}

base::Result<QJsonObject> recipeBody(const domain::Automation &wanted, const Settings &settings)
{
    TRY(const ScriptFile script, scriptOf(wanted));
    if (settings.bot.isEmpty()) {
        return base::invalid(u"settings.bot"_s, u"say in the connection on which bot its script is to run"_s);
    }
    QJsonObject task{{u"type"_s, u"script"_s}};
    CHECK(addTimes(wanted, {}, settings.dialect, task));
    CHECK(addCommon(wanted, {}, settings.dialect, task));
    domain::Automation named = wanted;
    named.runAs = (wanted.runAs + u' ' + script.interpreter).trimmed();
    task.insert("script_runas"_L1, runAsOf(named));
    const QString data = u"data:text/plain;base64,"_s + QString::fromLatin1(script.text.toUtf8().toBase64());
    const QJsonObject file{{u"filename"_s, fileName(wanted.name)},
                           {u"mimetype"_s, u"text/plain"_s},
                           {u"extension"_s, u"sh"_s},
                           {u"data"_s, data}};
    return QJsonObject{{u"task"_s, settings.dialect == Dialect::Documented ? inDocumentedNames(task) : task},
                       {u"file"_s, file},
                       {u"hostname"_s, settings.bot}};
}

} // namespace providers::theeye
