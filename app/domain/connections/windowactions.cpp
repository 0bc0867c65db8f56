// SPDX-License-Identifier: Apache-2.0
#include "app/domain/connections/windowactions.h"

#include "app/domain/input/fieldforms.h"

using namespace Qt::StringLiterals;

namespace domain {

namespace {

FieldSpec id()
{
    return needed(field(u"id"_s, QT_TRANSLATE_NOOP("catalog", "Maintenance window")));
}

} // namespace

QList<FieldSpec> windowFields()
{
    FieldSpec override = field(u"autonomy_override"_s, QT_TRANSLATE_NOOP("catalog", "Meanwhile"), FieldType::Choice);
    override.choices = {u"disabled"_s, u"approve"_s, u"notify"_s, u"execute"_s};
    override.fallback = override.choices.first();
    return {
        needed(field(u"name"_s, QT_TRANSLATE_NOOP("catalog", "Name"))),
        needed(helped(field(u"start"_s, QT_TRANSLATE_NOOP("catalog", "Start")),
                      QT_TRANSLATE_NOOP("catalog", "Such as 2026-03-22T03:00:00"))),
        needed(field(u"end"_s, QT_TRANSLATE_NOOP("catalog", "End"))),
        helped(field(u"recurring"_s, QT_TRANSLATE_NOOP("catalog", "Recurring")),
               QT_TRANSLATE_NOOP("catalog", "Cron of its starts; empty is once")),
        helped(field(u"scope"_s, QT_TRANSLATE_NOOP("catalog", "Scope"), FieldType::Texts),
               QT_TRANSLATE_NOOP("catalog", "What it is about, as it is called there")),
        override,
        field(u"timezone"_s, QT_TRANSLATE_NOOP("catalog", "Time zone")),
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
