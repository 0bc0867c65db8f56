// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/autotask.h"

#include "app/domain/trigger.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace bundles {

namespace {

constexpr int timeLimitSeconds = 300; // of the service

/// Says nothing about what shall run, or was made from it anew.
const QStringList known{u"name"_s,       u"description"_s, u"trigger"_s,   u"environmentVariables"_s,
                        u"autotaskId"_s, u"actionId"_s,    u"createdAt"_s, u"paused"_s,
                        u"codeDigest"_s, u"tenantId"_s,    u"updatedAt"_s, u"lastRun"_s};

QStringList withoutCounterpart(const Imported &imported)
{
    QStringList left;
    for (auto it = imported.autotask.constBegin(); it != imported.autotask.constEnd(); ++it) {
        if (!known.contains(it.key()) && !it.value().isNull()) {
            left.append(it.key());
        }
    }
    const QJsonValue digest = imported.autotask.value("codeDigest"_L1);
    if (digest.isString() && digest != imported.bundle.digestText()) {
        left.append(u"codeDigest (%1)"_s.arg(digest.toString().left(100)));
    }
    return left;
}

} // namespace

QJsonObject scheduleOf(const QJsonObject &theirs)
{
    if (theirs.value("type"_L1) != u"schedule"_s) {
        return {};
    }
    QJsonObject ours{{u"type"_s, u"schedule"_s}};
    if (theirs.contains("frequencyMinutes"_L1)) {
        ours.insert("every_minutes"_L1, theirs.value("frequencyMinutes"_L1));
    } else if (theirs.contains("frequencySeconds"_L1)) {
        ours.insert("every_seconds"_L1, theirs.value("frequencySeconds"_L1));
    } else {
        ours.insert("cron"_L1, theirs.value("cron"_L1));
        ours.insert("timezone"_L1, u"UTC"_s);
    }
    return domain::triggerFromJson(ours, domain::Provenance::Outside) ? ours : QJsonObject();
}

CarriedOver carriedOver(const Imported &imported, const QString &name)
{
    const QJsonObject &autotask = imported.autotask;
    CarriedOver carried{.automation = {{u"name"_s, autotask.value("name"_L1).toString(name)},
                                       {u"description"_s, autotask.value("description"_L1).toString()},
                                       {u"type"_s, u"bundle"_s},
                                       {u"paused"_s, true},
                                       {u"params"_s, QJsonObject{{u"code"_s, imported.bundle.code()}}}},
                        .left = withoutCounterpart(imported)};
    if (!autotask.isEmpty()) {
        carried.automation.insert("timeout_s"_L1, timeLimitSeconds);
    }
    if (const QJsonValue variables = autotask.value("environmentVariables"_L1); variables.isObject()) {
        carried.automation.insert("env"_L1, variables);
    }
    const QJsonObject theirs = autotask.value("trigger"_L1).toObject();
    if (const QJsonObject trigger = scheduleOf(theirs); !trigger.isEmpty()) {
        carried.automation.insert("triggers"_L1, QJsonArray{trigger});
    } else if (!theirs.isEmpty()) {
        carried.left.append(u"trigger (%1)"_s.arg(theirs.value("type"_L1).toString().left(100)));
    }
    return carried;
}

QString nameFor(const QString &path)
{
    const QFileInfo info(QDir::cleanPath(path));
    const QString name = info.isDir() ? info.fileName() : info.completeBaseName();
    return name.isEmpty() ? u"bundle"_s : name;
}

} // namespace bundles
