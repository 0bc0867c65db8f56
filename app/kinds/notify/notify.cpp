// SPDX-License-Identifier: Apache-2.0
#include "app/kinds/notify/notify.h"

#include "app/engine/withoutprocess.h"
#include "app/kinds/notify/notifyjob.h"

using namespace Qt::StringLiterals;

namespace kinds {

namespace {

using domain::FieldSpec;
using domain::FieldType;

base::Status checkWays(const QJsonObject &params)
{
    QStringList words;
    for (const QJsonValue word : params.value("ways"_L1).toArray()) {
        words.append(word.toString());
    }
    TRY(const QList<domain::NoticeWay> ways, domain::waysFromWords(u"ways"_s, words));
    const QString webhook = params.value("webhook"_L1).toString();
    if (ways.contains(domain::NoticeWay::Webhook) && webhook.isEmpty()) {
        return base::invalid(u"webhook"_s, u"webhook must be the address, for it is among ways"_s);
    }
    if (!webhook.isEmpty()) {
        if (const base::Status status = domain::checkWebhook(webhook); !status) {
            return status.error().inField(u"webhook"_s);
        }
    }
    return {};
}

QList<FieldSpec> whatFields()
{
    return {{.name = u"message"_s,
             .label = QT_TRANSLATE_NOOP("catalog", "Message"),
             .help = QT_TRANSLATE_NOOP("catalog", "What the run was given stands below it, a line an argument."),
             .type = FieldType::Text,
             .hint = QT_TRANSLATE_NOOP("catalog", "Take the bins out."),
             .required = true},
            {.name = u"title"_s,
             .label = QT_TRANSLATE_NOOP("catalog", "Title"),
             .help = QT_TRANSLATE_NOOP("catalog", "Empty is the name of the automation."),
             .type = FieldType::Text},
            {.name = u"level"_s,
             .label = QT_TRANSLATE_NOOP("catalog", "Level"),
             .type = FieldType::Choice,
             .fallback = u"info"_s,
             .choices = domain::allLevelWords(),
             .choiceLabels = {QT_TRANSLATE_NOOP("catalog", "information"), QT_TRANSLATE_NOOP("catalog", "warning"),
                              QT_TRANSLATE_NOOP("catalog", "error")}}};
}

QList<FieldSpec> deliveryFields()
{
    return {{.name = u"ways"_s,
             .label = QT_TRANSLATE_NOOP("catalog", "Ways"),
             .help = QT_TRANSLATE_NOOP("catalog", "desktop, sound, webhook: one a line."),
             .type = FieldType::Texts,
             .fallback = QJsonArray{u"desktop"_s},
             .group = QT_TRANSLATE_NOOP("catalog", "Delivery")},
            {.name = u"webhook"_s,
             .label = QT_TRANSLATE_NOOP("catalog", "Webhook"),
             .help = QT_TRANSLATE_NOOP("catalog", "Gets the notice as JSON. Such an address is often a "
                                                  "secret: ${secret:NAME}."),
             .type = FieldType::Command,
             .group = QT_TRANSLATE_NOOP("catalog", "Delivery"),
             .hint = "https://example.org/hooks/${secret:hook}",
             .takesSecrets = true}};
}

} // namespace

domain::KindInfo Notify::info() const
{
    return {.type = u"notify"_s,
            .label = QT_TRANSLATE_NOOP("catalog", "Notice"),
            .icon = u"kind-notify"_s,
            .fields = whatFields() + deliveryFields(),
            .check = checkWays};
}

base::Status Notify::check(const domain::Automation &automation) const
{
    return engine::checkWithoutProcess(automation);
}

std::unique_ptr<engine::Job> Notify::makeJob(const engine::JobContext &context) const
{
    return std::make_unique<NotifyJob>(context);
}

} // namespace kinds
