// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/settingsfields.h"

#include "app/store/notices/noticeways.h"
#include "app/store/settings.h"

#include <QCoreApplication>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

class Settings
{
    Q_DECLARE_TR_FUNCTIONS(ui::Settings)
};

/// A row of the store's table as a field.
domain::FieldSpec fieldOf(const char *key, const char *label, const char *help)
{
    const QString name = QLatin1StringView(key);
    domain::FieldSpec field{.name = name, .label = label, .help = help};
    for (const store::SettingSpec &spec : store::settingSpecs()) {
        if (spec.key != name)
            continue;
        field.fallback = spec.fallback;
        field.choices = spec.words;
        field.least = qint64(spec.least);
        field.most = qint64(spec.most);
        field.type = spec.fallback.isBool()     ? domain::FieldType::Flag
                     : spec.fallback.isDouble() ? domain::FieldType::Integer
                     : spec.fallback.isArray()  ? domain::FieldType::Texts
                                                : domain::FieldType::Choice;
    }
    return field;
}

SettingsSection runs()
{
    namespace key = store::setting;
    FieldForm::Plan plan;
    plan.fields = {fieldOf(key::parallelRuns, QT_TRANSLATE_NOOP("catalog", "Runs at once"),
                           QT_TRANSLATE_NOOP("catalog", "On this machine, over all automations. 0 is two for each "
                                                        "core."))};
    return {u"runs"_s, Settings::tr("Runs"), {}, plan};
}

SettingsSection history()
{
    namespace key = store::setting;
    FieldForm::Plan plan;
    plan.fields = {
        fieldOf(key::keepDays, QT_TRANSLATE_NOOP("catalog", "Keep runs for"),
                QT_TRANSLATE_NOOP("catalog", "Runs that ended longer ago are removed with their logs. 0 keeps them for "
                                             "ever. Marked ones, open ones and the last one of each automation stay.")),
        fieldOf(key::keepRuns, QT_TRANSLATE_NOOP("catalog", "Runs to keep"),
                QT_TRANSLATE_NOOP("catalog", "Of each automation, the newest. 0 is all of them.")),
        fieldOf(key::logsTotal, QT_TRANSLATE_NOOP("catalog", "Room for all logs"),
                QT_TRANSLATE_NOOP("catalog", "Beyond it the oldest logs are removed; their runs stay. 0 is no limit.")),
        fieldOf(key::logOfRun, QT_TRANSLATE_NOOP("catalog", "Log of one run"),
                QT_TRANSLATE_NOOP("catalog", "Of a longer one the middle is left out: its beginning and its end "
                                             "stay."))};
    plan.dresses = {{QLatin1StringView(key::keepDays), {.choiceWords = {}, .unit = Settings::tr(" days"), .none = {}}},
                    {QLatin1StringView(key::logsTotal), {.choiceWords = {}, .unit = Settings::tr(" MiB"), .none = {}}},
                    {QLatin1StringView(key::logOfRun), {.choiceWords = {}, .unit = Settings::tr(" MiB"), .none = {}}}};
    return {u"history"_s, Settings::tr("What is kept"),
            Settings::tr("Automations may say something else for their own runs."), plan};
}

SettingsSection notices()
{
    namespace key = store::setting;
    FieldForm::Plan plan;
    plan.fields = {fieldOf(key::noticesDesktop, QT_TRANSLATE_NOOP("catalog", "On the desktop"),
                           QT_TRANSLATE_NOOP("catalog", "By the notification service, which may itself be told not to "
                                                        "disturb.")),
                   fieldOf(key::noticesSound, QT_TRANSLATE_NOOP("catalog", "With a sound"), ""),
                   fieldOf(key::noticesWebhook, QT_TRANSLATE_NOOP("catalog", "To webhooks"), "")};
    return {
        u"notices"_s, Settings::tr("Notices"),
        Settings::tr("Each automation says of what it tells, and in which ways. What is switched off here is left out "
                     "for all of them."),
        plan};
}

SettingsSection window()
{
    namespace key = store::setting;
    FieldForm::Plan plan;
    plan.fields = {fieldOf(key::closeChoice, QT_TRANSLATE_NOOP("catalog", "When it closes"),
                           QT_TRANSLATE_NOOP("catalog", "Whether schedules are kept without a window."))};
    plan.dresses = {
        {QLatin1StringView(key::closeChoice),
         {.choiceWords = {Settings::tr("Ask"), Settings::tr("Keep scheduling"), Settings::tr("Stop scheduling")},
          .unit = {},
          .none = {}}}};
    return {u"window"_s, Settings::tr("Window"), {}, plan};
}

SettingsSection localApi()
{
    namespace key = store::setting;
    FieldForm::Plan plan;
    plan.fields = {
        fieldOf(key::localApi, QT_TRANSLATE_NOOP("catalog", "Local API"),
                QT_TRANSLATE_NOOP("catalog", "Programs on this machine may use this window with a token of "
                                             "an operator. The command line always may; “signalbox serve” "
                                             "always answers tokens.")),
        fieldOf(key::origins, QT_TRANSLATE_NOOP("catalog", "Web pages that may follow runs"),
                QT_TRANSLATE_NOOP("catalog", "Where they come from, such as https://dash.example, with commas "
                                             "between. With a token they may read the live log of a run in a "
                                             "browser, and nothing else."))};
    plan.dresses = {{QLatin1StringView(key::origins), {.shape = FieldDress::Shape::CommaList}}};
    return {u"api"_s, Settings::tr("Local API"), {}, plan};
}

} // namespace

QList<SettingsSection> settingsSections()
{
    return {runs(), history(), notices(), window(), localApi()};
}

} // namespace ui
