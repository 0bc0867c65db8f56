// SPDX-License-Identifier: Apache-2.0
#include "app/domain/trigger.h"

#include "app/base/jsonreader.h"
#include "app/domain/input/secretrefs.h"

using namespace Qt::StringLiterals;

namespace domain {

namespace {

const QStringList onWords{u"success"_s, u"failure"_s, u"any"_s};

base::Result<Trigger> startupFromJson(const QJsonObject &object, Provenance)
{
    CHECK(base::JsonReader(object).finish());
    return Trigger(Startup{});
}

base::Result<Trigger> afterFromJson(const QJsonObject &object, Provenance)
{
    After after;
    base::JsonReader reader(object);
    QString automation;
    int on = 0;
    reader.text("automation_id"_L1, automation);
    reader.word("on"_L1, onWords, on);
    CHECK(reader.finish());
    if (automation.isEmpty()) {
        return base::invalid(u"automation_id"_s, u"automation_id must name the automation whose runs are followed"_s);
    }
    after.automation = base::AutomationId(automation);
    after.on = static_cast<AfterOn>(on);
    return Trigger(after);
}

base::Result<Trigger> fileFromJson(const QJsonObject &object, Provenance)
{
    FileChange file;
    base::JsonReader reader(object);
    reader.text("path"_L1, file.path);
    reader.integer("settle_ms"_L1, file.settleMs, 50, longestSettleMs);
    CHECK(reader.finish());
    const bool rooted = file.path.startsWith(u'/') || file.path.startsWith(u"~/"_s) || file.path == u"~"_s;
    if (!rooted || file.path.contains(QChar())) {
        return base::invalid(u"path"_s, u"path must be absolute, or begin with ~/"_s);
    }
    return Trigger(file);
}

base::Result<Trigger> webhookFromJson(const QJsonObject &object, Provenance)
{
    Webhook webhook;
    base::JsonReader reader(object);
    reader.ignore({u"token"_s});
    if (!reader.isNull("hmac_secret"_L1)) {
        reader.text("hmac_secret"_L1, webhook.hmacSecret);
    }
    CHECK(reader.finish());
    if (!webhook.hmacSecret.isEmpty() && !isSecretName(webhook.hmacSecret)) {
        return base::invalid(u"hmac_secret"_s, u"hmac_secret must be the name of a secret, not its value"_s);
    }
    return Trigger(webhook);
}

base::Result<Trigger> plainFromJson(const QJsonObject &object, Provenance provenance)
{
    TRY(const Schedule schedule, scheduleFromJson(object, provenance));
    return Trigger(schedule);
}

struct Form
{
    QString type;
    base::Result<Trigger> (*read)(const QJsonObject &, Provenance);
};

const QList<Form> &forms()
{
    static const QList<Form> all{{u"schedule"_s, plainFromJson},
                                 {u"startup"_s, startupFromJson},
                                 {u"after"_s, afterFromJson},
                                 {u"file"_s, fileFromJson},
                                 {u"webhook"_s, webhookFromJson}};
    return all;
}

struct Writer
{
    QJsonObject operator()(const Schedule &schedule) const
    {
        QJsonObject object = toJson(schedule);
        object.insert(u"type"_s, u"schedule"_s);
        return object;
    }
    QJsonObject operator()(const Startup &) const { return {{u"type"_s, u"startup"_s}}; }
    QJsonObject operator()(const After &after) const
    {
        return {{u"type"_s, u"after"_s},
                {u"automation_id"_s, after.automation.text()},
                {u"on"_s, onWords.at(static_cast<int>(after.on))}};
    }
    QJsonObject operator()(const FileChange &file) const
    {
        return {{u"type"_s, u"file"_s}, {u"path"_s, file.path}, {u"settle_ms"_s, file.settleMs}};
    }
    QJsonObject operator()(const Webhook &webhook) const
    {
        const bool open = webhook.hmacSecret.isEmpty();
        return {{u"type"_s, u"webhook"_s},
                {u"hmac_secret"_s, open ? QJsonValue(QJsonValue::Null) : QJsonValue(webhook.hmacSecret)}};
    }
};

} // namespace

base::Result<Trigger> triggerFromJson(const QJsonValue &value, Provenance provenance)
{
    if (!value.isObject()) {
        return base::invalid({}, u"must be an object with a type"_s);
    }
    QJsonObject object = value.toObject();
    const QString type = object.take("type"_L1).toString();
    QStringList known;
    for (const Form &form : forms()) {
        if (form.type == type) {
            return form.read(object, provenance);
        }
        known.append(form.type);
    }
    return base::invalid(u"type"_s, u"type must be one of %1"_s.arg(known.join(u", "_s)));
}

QJsonObject toJson(const Trigger &trigger)
{
    return std::visit(Writer{}, trigger);
}

std::optional<Webhook> webhookOf(const QList<Trigger> &triggers)
{
    for (const Trigger &trigger : triggers) {
        if (const auto *webhook = std::get_if<Webhook>(&trigger)) {
            return *webhook;
        }
    }
    return std::nullopt;
}

bool countsFor(AfterOn on, const Run &run)
{
    using enum RunStatus;
    if (!isFinal(run.status) || !run.startedAt) {
        return false;
    }
    switch (on) {
    case AfterOn::Success:
        return run.status == Done;
    case AfterOn::Failure:
        return run.status == Failed || run.status == TimedOut || run.status == Interrupted;
    case AfterOn::Any:
        return true;
    }
    Q_UNREACHABLE();
}

} // namespace domain
