// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/formats/theeye/recipe.h"

#include "app/bundles/formats/theeye/taskarguments.h"
#include "app/bundles/transfer/plan.h"
#include "app/bundles/transfer/shelltext.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace bundles {

namespace {

/// Settings that are carried, are defaults, or say nothing about a run.
const QStringList known{u"id"_s,
                        u"_id"_s,
                        u"name"_s,
                        u"description"_s,
                        u"tags"_s,
                        u"type"_s,
                        u"_type"_s,
                        u"timeout"_s,
                        u"env"_s,
                        u"multitasking"_s,
                        u"grace_time"_s,
                        u"task_arguments"_s,
                        u"script_runas"_s,
                        u"script"_s,
                        u"script_id"_s,
                        u"order"_s,
                        u"enable"_s,
                        u"fingerprint"_s,
                        u"version"_s,
                        u"url"_s,
                        u"method"_s,
                        u"body"_s,
                        u"status_code"_s,
                        u"subject"_s,
                        u"customer_id"_s,
                        u"customer_name"_s,
                        u"customer"_s,
                        u"creation_date"_s,
                        u"last_update"_s,
                        u"host_id"_s,
                        u"host"_s,
                        u"hostname"_s,
                        u"source_model_id"_s,
                        u"secret"_s,
                        u"user_id"_s,
                        u"script_name"_s,
                        u"__v"_s,
                        u"arguments_type"_s,
                        u"autoremove_completed_jobs_limit"_s,
                        u"workflow_id"_s,
                        u"cancellable"_s};

bool isNothing(const QJsonValue &value)
{
    return value.isNull() || value == false || value == 0 || value == u""_s ||
           (value.isArray() && value.toArray().isEmpty()) || (value.isObject() && value.toObject().isEmpty());
}

base::Status checkTexts(const QJsonObject &task)
{
    for (const QString &field : {u"name"_s, u"description"_s, u"script_runas"_s, u"url"_s, u"subject"_s, u"method"_s}) {
        const QJsonValue value = task.value(field);
        if (!value.isUndefined() && !value.isNull() && !value.isString()) {
            return base::invalid(field, u"%1 must be text"_s.arg(field));
        }
    }
    if (task.value("name"_L1).toString().trimmed().isEmpty()) {
        return base::invalid(u"name"_s, u"a task must have a name"_s);
    }
    return {};
}

/// The seconds of a number of milliseconds; `fallback` where it is not given.
base::Result<qint64> wholeNumber(const QJsonObject &task, const QString &field, qint64 fallback)
{
    const QJsonValue value = task.value(field);
    if (value.isUndefined() || value.isNull()) {
        return fallback;
    }
    bool isNumber = value.isDouble();
    const double number = isNumber ? value.toDouble() : value.toString().toDouble(&isNumber);
    if (!isNumber || number < -1 || number > 1e12) {
        return base::invalid(field, u"%1 must be a number"_s.arg(field));
    }
    return qint64(number);
}

base::Status tellTimes(const QJsonObject &task, QJsonObject &automation)
{
    constexpr qint64 fallback = 600'000;
    constexpr qint64 longest = 366LL * 86400;
    TRY(const qint64 timeout, wholeNumber(task, u"timeout"_s, fallback));
    TRY(const qint64 grace, wholeNumber(task, u"grace_time"_s, 0));
    automation.insert("timeout_s"_L1, std::clamp<qint64>((timeout + 999) / 1000, 1, longest));
    automation.insert("grace_s"_L1, std::clamp<qint64>(grace, -1, longest));
    automation.insert("overlap"_L1, task.value("multitasking"_L1).toBool(true) ? u"parallel"_s : u"queue"_s);
    return {};
}

base::Status tellEnvironment(const QJsonObject &task, QJsonObject &automation)
{
    const QJsonValue env = task.value("env"_L1);
    if (env.isUndefined() || env.isNull()) {
        return {};
    }
    if (!env.isObject()) {
        return base::invalid(u"env"_s, u"env must be an object of names and texts"_s);
    }
    QJsonObject texts;
    const QJsonObject given = env.toObject();
    for (auto it = given.begin(); it != given.end(); ++it) {
        texts.insert(it.key(), it->isString() ? *it : QJsonValue(it->toVariant().toString()));
    }
    automation.insert("env"_L1, texts);
    return {};
}

/// `sudo -u deploy bash %script%`: who it is run as, and what reads it.
void tellRunAs(const QJsonObject &task, QJsonObject &automation, QJsonObject &params)
{
    static const QStringList readers{u"bash"_s,   u"sh"_s,      u"dash"_s, u"zsh"_s,  u"node"_s, u"nodejs"_s,
                                     u"python"_s, u"python3"_s, u"perl"_s, u"ruby"_s, u"php"_s};
    QString runAs = task.value("script_runas"_L1).toString();
    runAs.replace(u"%script%"_s, QString());
    QStringList words = runAs.simplified().split(u' ', Qt::SkipEmptyParts);
    if (!words.isEmpty() && readers.contains(words.last().section(u'/', -1))) {
        params.insert("interpreter"_L1, words.takeLast());
    } else if (task.value("type"_L1) == u"nodejs"_s || task.value("_type"_L1) == u"NodejsTask"_s) {
        params.insert("interpreter"_L1, u"node"_s);
    }
    if (!words.isEmpty()) {
        automation.insert("run_as"_L1, words.join(u' '));
    }
}

/// A data URL, or the bare base64 of older files.
base::Result<QString> codeOf(const QString &field, const QString &data)
{
    static const QRegularExpression url(u"^data:[^,]*;base64,"_s);
    const QByteArray base64 = QString(data).remove(url).toLatin1().simplified().replace(' ', "");
    const auto decoded = QByteArray::fromBase64Encoding(base64, QByteArray::AbortOnBase64DecodingErrors);
    if (decoded.decodingStatus != QByteArray::Base64DecodingStatus::Ok) {
        return base::invalid(field, u"%1 must be base64, or a data URL of it"_s.arg(field));
    }
    const QString text = QString::fromUtf8(*decoded);
    if (text.contains(QChar()) || text.trimmed().isEmpty()) {
        return base::invalid(field, u"%1 must hold a script as text"_s.arg(field));
    }
    return text;
}

/// The script, from wherever a recipe keeps it.
base::Result<std::optional<QString>> scriptOf(const QJsonObject &task, const QJsonValue &file)
{
    const QJsonValue inside = task.value("script"_L1);
    const bool beside = file.isObject() || file.isString();
    const QString field = beside ? u"file"_s : u"script"_s;
    const QJsonValue holder = beside ? file : inside;
    const QJsonValue data = holder.isObject() ? holder.toObject().value("data"_L1) : holder;
    if (data.isUndefined() || data.isNull()) {
        return std::optional<QString>();
    }
    if (!data.isString()) {
        return base::invalid(field + u".data"_s, u"the script must be text"_s);
    }
    TRY(const QString code, codeOf(holder.isObject() ? field + u".data"_s : field, data.toString()));
    return std::optional(code);
}

base::Status tellScript(const QJsonObject &task, const QJsonValue &file, Recipe &recipe)
{
    QJsonObject params;
    tellRunAs(task, recipe.automation, params);
    TRY(const std::optional<QString> code, scriptOf(task, file));
    if (code) {
        params.insert("script"_L1, *code);
    } else {
        const QString name = task.value("script_name"_L1).toString(task.value("name"_L1).toString());
        const QString message = u"The script of “%1” was not in the recipe; put it here."_s.arg(shortened(name));
        params = {{u"command"_s, u"echo %1 >&2; exit 1"_s.arg(quoted(message))}};
        recipe.notCarried.append(u"the script: a shallow recipe does not hold it; its place is empty and fails"_s);
    }
    recipe.automation.insert("type"_L1, u"script"_s);
    recipe.automation.insert("params"_L1, params);
    return {};
}

void tellScraper(const QJsonObject &task, Recipe &recipe)
{
    QJsonObject params{{u"url"_s, task.value("url"_L1)},
                       {u"method"_s, task.value("method"_L1).toString(u"GET"_s).toUpper()}};
    if (const QString body = task.value("body"_L1).toString(); !body.isEmpty()) {
        params.insert("body"_L1, body);
    }
    const QString status = task.value("status_code"_L1).toVariant().toString();
    static const QRegularExpression code(QRegularExpression::anchoredPattern(u"[1-5][0-9][0-9]"_s));
    if (code.match(status).hasMatch()) {
        params.insert("expect_status"_L1, status);
    }
    recipe.automation.insert("type"_L1, u"http"_s);
    recipe.automation.insert("params"_L1, params);
}

void tellNotification(const QJsonObject &task, Recipe &recipe)
{
    const QString subject = task.value("subject"_L1).toString();
    const QString body = task.value("body"_L1).toString();
    recipe.automation.insert("type"_L1, u"notify"_s);
    recipe.automation.insert(
        "params"_L1, QJsonObject{{u"title"_s, subject}, {u"message"_s, body.isEmpty() ? subject : body.simplified()}});
}

base::Status tellKind(const QJsonObject &task, const QJsonValue &file, Recipe &recipe)
{
    QString kind = task.value("type"_L1).toString();
    if (kind.isEmpty()) {
        kind = task.value("_type"_L1).toString().remove(u"Task"_s).toLower();
    }
    if (kind == "script"_L1 || kind == "nodejs"_L1 || (kind.isEmpty() && task.contains("script_runas"_L1))) {
        return tellScript(task, file, recipe);
    }
    if (kind == "scraper"_L1) {
        tellScraper(task, recipe);
    } else if (kind == "notification"_L1) {
        tellNotification(task, recipe);
    } else if (kind == "approval"_L1) {
        recipe.reason = u"an approval is no automation of its own here: give the one that waits for it an approval"_s;
    } else if (kind == "dummy"_L1) {
        recipe.reason = u"a dummy task does nothing"_s;
    } else {
        return base::invalid(u"type"_s, u"type must be script, nodejs, scraper, notification, approval or dummy"_s);
    }
    return {};
}

void tellRest(const QJsonObject &task, Recipe &recipe)
{
    for (auto it = task.begin(); it != task.end(); ++it) {
        if (!known.contains(it.key()) && !isNothing(*it)) {
            recipe.notCarried.append(u"%1: it has no counterpart here"_s.arg(shortened(it.key())));
        }
    }
    const QString host = task.value("hostname"_L1).toString(task.value("host"_L1).toString());
    if (!host.isEmpty()) {
        recipe.notCarried.append(u"host %1: it runs on this machine"_s.arg(shortened(host)));
    }
}

} // namespace

base::Result<Recipe> recipeOf(const QJsonValue &value)
{
    if (!value.isObject()) {
        return base::invalid({}, u"a recipe must be an object"_s);
    }
    const QJsonObject outer = value.toObject();
    const bool wrapped = outer.value("task"_L1).isObject();
    const QJsonObject task = wrapped ? outer.value("task"_L1).toObject() : outer;
    const auto placed = [wrapped](const base::Error &error) {
        return wrapped && !error.field.startsWith("file"_L1) ? error.inField(u"task"_s) : error;
    };
    Recipe recipe;
    recipe.automation = {{u"name"_s, task.value("name"_L1)},
                         {u"description"_s, task.value("description"_L1).toString()}};
    if (task.value("tags"_L1).isArray()) {
        recipe.automation.insert("tags"_L1, task.value("tags"_L1));
    }
    for (const base::Status &status :
         {checkTexts(task), tellKind(task, wrapped ? outer.value("file"_L1) : QJsonValue(), recipe),
          tellTimes(task, recipe.automation), tellEnvironment(task, recipe.automation),
          tellArguments(task, recipe.automation, recipe.notCarried)}) {
        if (!status) {
            return placed(status.error());
        }
    }
    tellRest(task, recipe);
    return recipe;
}

} // namespace bundles
