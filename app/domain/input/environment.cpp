// SPDX-License-Identifier: Apache-2.0
#include "app/domain/input/environment.h"

#include "app/domain/automation.h"
#include "app/domain/input/secretrefs.h"

using namespace Qt::StringLiterals;

namespace domain {

namespace {

// Enough to find programs, a home, a language and the session bus; nothing that changes how loaders and interpreters
// work.
const QStringList inherited{
    u"PATH"_s,   u"HOME"_s, u"USER"_s,   u"LOGNAME"_s,  u"SHELL"_s,           u"TZ"_s,
    u"TMPDIR"_s, u"LANG"_s, u"LC_ALL"_s, u"LC_CTYPE"_s, u"XDG_RUNTIME_DIR"_s, u"DBUS_SESSION_BUS_ADDRESS"_s};

/// Whatever the kind, whose fields are not known here.
void findSecrets(const QString &field, const QJsonValue &value, QMap<QString, QStringList> &uses)
{
    for (const QString &name : secretsIn(value.toString())) {
        uses[name].append(field);
    }
    const QJsonObject object = value.toObject();
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        findSecrets(field + u'.' + it.key(), *it, uses);
    }
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        findSecrets(u"%1[%2]"_s.arg(field).arg(i), array.at(i), uses);
    }
}

} // namespace

QString originWord(Origin origin)
{
    switch (origin) {
    case Origin::Base:
        return u"base"_s;
    case Origin::Automation:
        return u"automation"_s;
    case Origin::Argument:
        return u"argument"_s;
    case Origin::Run:
        return u"run"_s;
    }
    Q_UNREACHABLE();
}

QList<Variable> effectiveEnvironment(const Automation &automation, const ArgumentValues &values, const QString &runId,
                                     const QProcessEnvironment &own)
{
    QMap<QString, Variable> variables;
    const auto set = [&variables](const QString &name, const QString &value, Origin origin, bool takesSecrets = false) {
        variables.insert(name, {name, value, origin, takesSecrets});
    };
    for (const QString &name : inherited) {
        if (own.contains(name)) {
            set(name, own.value(name), Origin::Base);
        }
    }
    // What the viewer of logs understands; without a name for its terminal a program uses no colours.
    if (automation.params.value("pty"_L1).toBool()) {
        set(u"TERM"_s, u"xterm-256color"_s, Origin::Base);
    }
    for (auto it = automation.env.constBegin(); it != automation.env.constEnd(); ++it) {
        set(it.key(), it.value(), Origin::Automation, !secretsIn(it.value()).isEmpty());
    }
    for (const Argument &argument : automation.arguments) {
        set(argumentVariable(argument.name), values.value(argument.name), Origin::Argument,
            argument.kind == ArgumentKind::Secret);
    }
    set(u"SIGNALBOX_RUN_ID"_s, runId, Origin::Run);
    set(u"SIGNALBOX_AUTOMATION_ID"_s, automation.id.text(), Origin::Run);
    return variables.values();
}

QJsonArray toJson(const QList<Variable> &environment)
{
    QJsonArray list;
    for (const Variable &variable : environment) {
        list.append(QJsonObject{
            {u"name"_s, variable.name}, {u"value"_s, variable.value}, {u"from"_s, originWord(variable.origin)}});
    }
    return list;
}

QStringList secretsHanded(const Automation &automation)
{
    QStringList names;
    for (const QJsonValue name : automation.params.value("secrets"_L1).toArray()) {
        if (isSecretName(name.toString())) {
            names.append(name.toString());
        }
    }
    return names;
}

QMap<QString, QStringList> secretsOf(const Automation &automation)
{
    QMap<QString, QStringList> uses;
    findSecrets(u"params"_s, automation.params, uses);
    for (auto it = automation.env.constBegin(); it != automation.env.constEnd(); ++it) {
        for (const QString &name : secretsIn(it.value())) {
            uses[name].append(u"env."_s + it.key());
        }
    }
    for (qsizetype i = 0; i < automation.arguments.size(); ++i) {
        const Argument &argument = automation.arguments.at(i);
        const std::optional<QString> name = referredSecret(argument.fallback);
        if (name && argument.kind == ArgumentKind::Secret) {
            uses[*name].append(u"arguments[%1].default"_s.arg(i));
        }
    }
    for (const QString &name : secretsHanded(automation)) {
        uses[name].append(u"params.secrets"_s);
    }
    for (const QString &name : secretsIn(automation.notify.webhook)) {
        uses[name].append(u"notify.webhook"_s);
    }
    for (qsizetype i = 0; i < automation.triggers.size(); ++i) {
        const auto *webhook = std::get_if<Webhook>(&automation.triggers.at(i));
        if (webhook && !webhook->hmacSecret.isEmpty()) {
            uses[webhook->hmacSecret].append(u"triggers[%1].hmac_secret"_s.arg(i));
        }
    }
    return uses;
}

QStringList secretsNeeded(const Automation &automation, const ArgumentValues &values)
{
    QStringList names = secretsHanded(automation);
    for (const QString &text : automation.env) {
        names.append(secretsIn(text));
    }
    for (const Argument &argument : automation.arguments) {
        if (const auto name = referredSecret(values.value(argument.name));
            name && argument.kind == ArgumentKind::Secret) {
            names.append(*name);
        }
    }
    names.removeDuplicates();
    return names;
}

} // namespace domain
