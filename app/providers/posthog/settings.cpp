// SPDX-License-Identifier: Apache-2.0
#include "app/providers/posthog/settings.h"

#include "app/providers/posthog/reading.h"
#include "app/sync/fields.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace providers::posthog {

namespace {

using domain::FieldSpec;

FieldSpec field(const QString &name, const char *label, const char *help, const char *hint = "")
{
    FieldSpec made;
    made.name = name;
    made.label = label;
    made.help = help;
    made.hint = hint;
    return made;
}

} // namespace

QList<FieldSpec> filterFields()
{
    return {
        field(u"origin_product"_s, QT_TRANSLATE_NOOP("catalog", "Origin"),
              QT_TRANSLATE_NOOP("catalog", "The product that tasks were made by"), "user_created"),
        field(u"stage"_s, QT_TRANSLATE_NOOP("catalog", "Stage"),
              QT_TRANSLATE_NOOP("catalog", "Of tasks that have a run in it"), "build"),
        field(u"organization"_s, QT_TRANSLATE_NOOP("catalog", "Organisation"),
              QT_TRANSLATE_NOOP("catalog", "The first part of the repository"), "acme"),
        field(u"repository"_s, QT_TRANSLATE_NOOP("catalog", "Repository"),
              QT_TRANSLATE_NOOP("catalog", "With its organisation or without it"), "acme/infra"),
        field(u"created_by"_s, QT_TRANSLATE_NOOP("catalog", "Made by"),
              QT_TRANSLATE_NOOP("catalog", "The number of a user there"), "7"),
    };
}

QList<FieldSpec> settingFields()
{
    QList<FieldSpec> fields{
        field(u"project_id"_s, QT_TRANSLATE_NOOP("catalog", "Project"),
              QT_TRANSLATE_NOOP("catalog", "Its number, from the address of its pages; empty is the key's current one"),
              "12345"),
        field(u"ca_file"_s, QT_TRANSLATE_NOOP("catalog", "Authorities"),
              QT_TRANSLATE_NOOP("catalog", "A file in PEM with authorities to trust beside those of the system"),
              "/etc/ssl/own.pem"),
    };
    for (FieldSpec filter : filterFields()) {
        filter.group = QT_TRANSLATE_NOOP("catalog", "Only tasks");
        fields.append(filter);
    }
    return fields;
}

QList<domain::KindInfo> kinds()
{
    FieldSpec origin = field(u"origin_product"_s, QT_TRANSLATE_NOOP("catalog", "Origin"),
                             QT_TRANSLATE_NOOP("catalog", "The product that makes it"), "user_created");
    origin.required = true;
    FieldSpec integration = field(u"github_integration"_s, QT_TRANSLATE_NOOP("catalog", "GitHub integration"),
                                  QT_TRANSLATE_NOOP("catalog", "Its number there; the repository is reached by it"));
    integration.type = domain::FieldType::Integer;
    integration.most = std::numeric_limits<int>::max();
    return {
        {.type = QLatin1StringView(taskType),
         .label = QT_TRANSLATE_NOOP("catalog", "PostHog task"),
         .icon = u"kind-bot"_s,
         .fields = {origin,
                    field(u"repository"_s, QT_TRANSLATE_NOOP("catalog", "Repository"),
                          QT_TRANSLATE_NOOP("catalog", "The one it works in: organisation, slash, name"), "acme/infra"),
                    integration},
         .oneOf = {}}};
}

base::Result<Settings> settingsOf(const QJsonObject &settings)
{
    Settings made;
    TRY(const QString project, syncing::textSetting(settings, u"project_id"_s));
    if (project.contains(u'/') || project == "."_L1 || project == ".."_L1) {
        return base::invalid(u"settings.project_id"_s, u"settings.project_id must be a number such as 12345"_s);
    }
    made.project = project.isEmpty() ? made.project : project;
    for (const FieldSpec &filter : filterFields()) {
        TRY(const QString text, syncing::textSetting(settings, filter.name));
        bool isNumber = false;
        text.toLongLong(&isNumber);
        if (filter.name == "created_by"_L1 && !text.isEmpty() && !isNumber) {
            return base::invalid(u"settings.created_by"_s,
                                 u"settings.created_by must be the number of a user there, such as 7"_s);
        }
        if (!text.isEmpty()) {
            made.filters.addQueryItem(filter.name, QString::fromLatin1(QUrl::toPercentEncoding(text)));
        }
    }
    return made;
}

} // namespace providers::posthog
