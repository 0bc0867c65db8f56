// SPDX-License-Identifier: Apache-2.0
#include "app/domain/connections/windowactions.h"

using namespace Qt::StringLiterals;

namespace domain {

namespace {

enum class Given { Always, Perhaps };

FieldSpec text(const QString &name, const char *label, Given given, const char *help = nullptr)
{
    FieldSpec made;
    made.name = name;
    made.label = label;
    made.help = help;
    made.required = given == Given::Always;
    return made;
}

FieldSpec id()
{
    return text(u"id"_s, QT_TRANSLATE_NOOP("catalog", "Maintenance window"), Given::Always);
}

} // namespace

QList<FieldSpec> windowFields()
{
    FieldSpec override = text(u"autonomy_override"_s, QT_TRANSLATE_NOOP("catalog", "Meanwhile"), Given::Perhaps);
    override.type = FieldType::Choice;
    override.choices = {u"disabled"_s, u"approve"_s, u"notify"_s, u"execute"_s};
    override.fallback = override.choices.first();
    FieldSpec scope = text(u"scope"_s, QT_TRANSLATE_NOOP("catalog", "Scope"), Given::Perhaps,
                           QT_TRANSLATE_NOOP("catalog", "What it is about, as it is called there"));
    scope.type = FieldType::Texts;
    return {
        text(u"name"_s, QT_TRANSLATE_NOOP("catalog", "Name"), Given::Always),
        text(u"start"_s, QT_TRANSLATE_NOOP("catalog", "Start"), Given::Always,
             QT_TRANSLATE_NOOP("catalog", "Such as 2026-03-22T03:00:00")),
        text(u"end"_s, QT_TRANSLATE_NOOP("catalog", "End"), Given::Always),
        text(u"recurring"_s, QT_TRANSLATE_NOOP("catalog", "Recurring"), Given::Perhaps,
             QT_TRANSLATE_NOOP("catalog", "Cron of its starts; empty is once")),
        scope,
        override,
        text(u"timezone"_s, QT_TRANSLATE_NOOP("catalog", "Time zone"), Given::Perhaps),
    };
}

QList<RemoteAction> windowActions()
{
    return {
        {.name = u"windows"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Maintenance windows"),
         .help = QT_TRANSLATE_NOOP("catalog", "Those there, and whether they are open")},
        {.name = u"create-window"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Add a window"),
         .help = QT_TRANSLATE_NOOP("catalog", "Makes a maintenance window there"),
         .fields = windowFields(),
         .changes = true},
        {.name = u"change-window"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Change a window"),
         .help = QT_TRANSLATE_NOOP("catalog", "Replaces all that a maintenance window there says"),
         .fields = QList<FieldSpec>{id()} + windowFields(),
         .changes = true},
        {.name = u"remove-window"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Remove a window"),
         .help = QT_TRANSLATE_NOOP("catalog", "Removes a maintenance window there"),
         .fields = {id()},
         .changes = true},
    };
}

} // namespace domain
