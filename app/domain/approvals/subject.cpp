// SPDX-License-Identifier: Apache-2.0
#include "app/domain/approvals/subject.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

QString sha256(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QByteArray canonical(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact); // its names are sorted
}

QString commandOf(const QJsonObject &params)
{
    QStringList words;
    const QJsonArray argv = params.value("argv"_L1).toArray();
    for (const QJsonValue word : argv) {
        words.append(word.toString());
    }
    for (const QLatin1StringView name : {"command"_L1, "script"_L1}) {
        if (words.isEmpty() && !params.value(name).toString().isEmpty()) {
            words.append(params.value(name).toString());
        }
    }
    return words.join(u' ');
}

} // namespace

QString definitionDigest(const Automation &automation)
{
    QJsonObject object = toJson(automation);
    for (const QLatin1StringView name :
         {"version"_L1, "created_at"_L1, "updated_at"_L1, "updated_by"_L1, "name"_L1, "description"_L1, "icon"_L1,
          "tags"_L1, "paused"_L1, "notify"_L1, "triggers"_L1, "acl"_L1}) {
        object.remove(name);
    }
    return sha256(canonical(object));
}

QString approvalDigest(const QString &definition, const ArgumentValues &arguments)
{
    return sha256(definition.toLatin1() + canonical(toJson(arguments)));
}

QJsonObject approvalDetails(const Automation &automation, const Run &run)
{
    return {
        {u"version"_s, automation.version},
        {u"type"_s, automation.type},
        {u"command"_s, commandOf(automation.params)},
        {u"params"_s, automation.params},
        {u"arguments"_s, toJson(run.arguments)},
        {u"env"_s, QJsonArray::fromStringList(automation.env.keys())},
        {u"run_as"_s, automation.runAs},
        {u"working_directory"_s, automation.workingDirectory},
        {u"timeout_s"_s, automation.timeoutSeconds},
        {u"trigger"_s, triggerWord(run.trigger)},
        {u"planned_for"_s, run.plannedFor ? QJsonValue(base::isoUtc(*run.plannedFor)) : QJsonValue(QJsonValue::Null)}};
}

} // namespace domain
