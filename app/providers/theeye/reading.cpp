// SPDX-License-Identifier: Apache-2.0
#include "app/providers/theeye/reading.h"

#include "app/domain/input/secretrefs.h"
#include "app/providers/theeye/arguments.h"
#include "app/providers/theeye/kinds.h"
#include "app/providers/theeye/redacting.h"
#include "app/providers/theeye/service.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace providers::theeye {

namespace {

const QString ourPrefix = u"theeye_"_s;
constexpr qint64 usualTimeout = 600;

base::Error corrupt(const QString &detail)
{
    return {.code = base::ErrorCode::Corrupt, .detail = detail};
}

/// `script`, whichever of the two fields tells it.
QString kindIn(const QJsonObject &task)
{
    const QString type = task.value("type"_L1).toString();
    QString other = task.value("_type"_L1).toString();
    other.remove(u"Task"_s);
    return type.isEmpty() ? other.toLower() : type;
}

/// A list may give whole documents in the places of ids.
void nameByIds(QJsonObject &task)
{
    for (const QString &name : {u"host"_s, u"script"_s}) {
        const QString id = task.value(name + u"_id"_s).toString(idOf(task.value(name)));
        task.remove(name);
        if (!id.isEmpty()) {
            task.insert(name + u"_id"_s, id);
        }
    }
}

/// The documents have other names for some.
void useActualNames(QJsonObject &task)
{
    static const QList<std::pair<QString, QString>> names{{u"run_as"_s, u"script_runas"_s}, {u"acls"_s, u"acl"_s}};
    for (const auto &[documented, actual] : names) {
        if (task.contains(documented) && !task.contains(actual)) {
            task.insert(actual, task.take(documented));
        }
    }
}

/// What can't be said here stays as it is.
void takeVariables(QJsonObject &task, domain::Automation &automation)
{
    const QJsonObject variables = task.value("env"_L1).toObject();
    for (const QJsonValue value : variables) {
        if (!value.isString() || !domain::secretsIn(value.toString()).isEmpty()) {
            return;
        }
    }
    const auto sound =
        domain::automationFromJson({{u"name"_s, u"-"_s}, {u"type"_s, u"script"_s}, {u"env"_s, variables}});
    if (sound) {
        automation.env = sound->env;
        task.remove("env"_L1);
    }
}

/// Takes them out.
QStringList tagsIn(QJsonObject &item)
{
    QStringList tags;
    for (const QJsonValue tag : item.take("tags"_L1).toArray()) {
        tags.append(tag.toString());
    }
    tags.removeAll(QString());
    tags.removeDuplicates();
    return tags;
}

void takeTimes(QJsonObject &task, domain::Automation &automation, Dialect dialect)
{
    automation.timeoutSeconds = timeoutOf(task.value("timeout"_L1), dialect);
    automation.graceSeconds = std::max<qint64>(-1, task.take("grace_time"_L1).toInteger());
    automation.overlap = task.take("multitasking"_L1).toBool(true) ? domain::Overlap::Parallel : domain::Overlap::Queue;
}

} // namespace

QString idOf(const QJsonValue &value)
{
    if (!value.isObject()) {
        return value.toString();
    }
    const QJsonObject object = value.toObject();
    return object.value("id"_L1).toString(object.value("_id"_L1).toString());
}

QString ourType(const QString &theirs)
{
    return ourPrefix + theirs;
}

QString theirType(const QString &ours)
{
    return ours.startsWith(ourPrefix) ? ours.sliced(ourPrefix.size()) : QString();
}

QStringList ownFields(const QString &theirType)
{
    QStringList names;
    for (const domain::KindInfo &kind : kinds()) {
        for (const domain::FieldSpec &field : kind.fields) {
            if (kind.type == ourType(theirType)) {
                names.append(field.name);
            }
        }
    }
    return names;
}

const QStringList &answersOnly()
{
    static const QStringList names{
        u"id"_s,          u"_id"_s,      u"__v"_s,      u"secret"_s,        u"creation_date"_s, u"last_update"_s,
        u"version"_s,     u"hostname"_s, u"customer"_s, u"customer_id"_s,   u"customer_name"_s, u"user"_s,
        u"user_id"_s,     u"owner"_s,    u"lastjob"_s,  u"lastjob_id"_s,    u"schedules"_s,     u"script_name"_s,
        u"credentials"_s, u"_type"_s,    u"state"_s,    u"last_execution"_s};
    return names;
}

qint64 timeoutOf(const QJsonValue &theirs, Dialect dialect)
{
    constexpr qint64 longest = 366LL * 86400;
    bool isNumber = theirs.isDouble();
    const double number = isNumber ? theirs.toDouble() : theirs.toString().toDouble(&isNumber);
    if (!isNumber || !(number > 0)) {
        return usualTimeout;
    }
    const double seconds = dialect == Dialect::Documented ? number : number / 1000;
    return seconds >= double(longest) ? longest : std::max<qint64>(1, qint64(std::ceil(seconds)));
}

base::Result<syncing::RemoteAutomation> automationOf(const QJsonObject &task, Dialect dialect)
{
    syncing::RemoteAutomation remote;
    remote.remoteId = idOf(task);
    if (remote.remoteId.isEmpty()) {
        return corrupt(u"a task there has no id"_s);
    }
    QJsonObject rest = task;
    nameByIds(rest);
    useActualNames(rest);
    const QString kind = kindIn(task);
    domain::Automation &automation = remote.automation;
    automation.type = ourType(kind);
    for (const QString &field : ownFields(kind)) {
        if (const QJsonValue value = rest.take(field); !value.isUndefined() && !value.isNull()) {
            automation.params.insert(field, value);
        }
    }
    rest.remove("type"_L1);
    for (const QString &name : answersOnly()) {
        rest.remove(name);
    }
    const QString name = rest.take("name"_L1).toString().trimmed();
    automation.name = name.isEmpty() ? remote.remoteId : name;
    automation.description = rest.take("description"_L1).toString();
    automation.tags = tagsIn(rest);
    automation.paused = !rest.take("enable"_L1).toBool(true);
    automation.runAs = rest.take("script_runas"_L1).toString();
    automation.arguments = argumentsOf(rest.value("task_arguments"_L1).toArray());
    takeTimes(rest, automation, dialect);
    takeVariables(rest, automation);
    automation.remote = rest;
    return remote;
}

base::Result<syncing::RemoteAutomation> workflowOf(const QJsonObject &workflow)
{
    const QString id = idOf(workflow);
    if (id.isEmpty()) {
        return corrupt(u"a workflow there has no id"_s);
    }
    syncing::RemoteAutomation remote;
    remote.remoteId = workflowRemoteId(id);
    QJsonObject rest = workflow;
    for (const QString &name : answersOnly()) {
        rest.remove(name);
    }
    domain::Automation &automation = remote.automation;
    automation.type = ourType(u"workflow"_s);
    const QString name = rest.take("name"_L1).toString().trimmed();
    automation.name = name.isEmpty() ? id : name;
    automation.description = rest.take("description"_L1).toString();
    automation.timeoutSeconds = usualTimeout;
    automation.overlap = domain::Overlap::Parallel;
    automation.tags = tagsIn(rest);
    for (const QString &field : ownFields(u"workflow"_s)) {
        if (const QJsonValue value = rest.take(field); !value.isUndefined() && !value.isNull()) {
            automation.params.insert(field, value);
        }
    }
    // Whoever runs it is asked for what its first task asks for.
    automation.arguments = argumentsOf(rest.value("task_arguments"_L1).toArray());
    automation.remote = redacted(rest).toObject();
    return remote;
}

} // namespace providers::theeye
