// SPDX-License-Identifier: Apache-2.0
// What panes and dialogs are given, for tests: a real store in a folder of its own, two kinds, questions that answer
// themselves.
#pragma once

#include "tests/support/tempstore.h"
#include "tests/ui/shots.h"

#include "ui/seat/seat.h"
#include "ui/shell/context.h"
#include "ui/widgets/prompts.h"

namespace test {

class AnsweredPrompts : public ui::Prompts
{
public:
    void ask(QWidget *, const ui::Question &question, const std::function<void(int)> &answered) override
    {
        asked.append(question.title);
        answered(answer < 0 ? int(question.verbs.size()) - 1 : answer);
    }
    void askText(QWidget *, const ui::TextQuestion &question,
                 const std::function<void(const QString &)> &answered) override
    {
        asked.append(question.title);
        if (!text.isNull())
            answered(text);
    }
    QString text; ///< The answer to questions for one; null is none.
    QStringList asked;
    int answer = -1; ///< Index of the verb; -1 is the last one.
};

inline domain::Catalog testCatalog()
{
    using domain::FieldType;
    return domain::Catalog(
        {{.type = QStringLiteral("script"),
          .label = "Script",
          .icon = QStringLiteral("kind-script"),
          .fields = {{.name = QStringLiteral("command"),
                      .label = "Command",
                      .help = "For /bin/sh.",
                      .type = FieldType::Command},
                     {.name = QStringLiteral("script"),
                      .label = "Script",
                      .help = "Run as it is.",
                      .type = FieldType::Script},
                     {.name = QStringLiteral("argv"), .label = "Program and arguments", .type = FieldType::Texts},
                     {.name = QStringLiteral("interpreter"), .label = "Interpreter", .type = FieldType::Command}},
          .oneOf = {QStringLiteral("command"), QStringLiteral("script"), QStringLiteral("argv")}},
         {.type = QStringLiteral("every"),
          .label = "Every type",
          .fields = {{.name = QStringLiteral("text"), .label = "Text"},
                     {.name = QStringLiteral("command"), .label = "Command", .type = FieldType::Command},
                     {.name = QStringLiteral("script"), .label = "Script", .type = FieldType::Script},
                     {.name = QStringLiteral("texts"), .label = "Texts", .type = FieldType::Texts},
                     {.name = QStringLiteral("choice"),
                      .label = "Choice",
                      .type = FieldType::Choice,
                      .fallback = QStringLiteral("one"),
                      .choices = {QStringLiteral("one"), QStringLiteral("two")}},
                     {.name = QStringLiteral("integer"),
                      .label = "Integer",
                      .type = FieldType::Integer,
                      .fallback = 5,
                      .least = 0,
                      .most = 99},
                     {.name = QStringLiteral("flag"), .label = "Flag", .type = FieldType::Flag, .fallback = false}}}});
}

class Desk
{
public:
    Desk() : settings(store.directory() + QStringLiteral("/desk.ini"), QSettings::IniFormat) {}

    ui::Context context()
    {
        return {store.store(), catalog, store.clock, look(), prompts, settings, seat, checkMachine};
    }
    domain::Automation stored(const domain::Automation &automation)
    {
        return await(store->automations().create({automation}, QStringLiteral("tester"))).value().first();
    }
    /// A run of `automation` that runs.
    domain::Run running(const domain::Automation &automation)
    {
        if (!store->takeEngine())
            qFatal("the engine of the test's store is taken");
        const qint64 engine = await(store->registerEngine()).value();
        const domain::Run run = await(store->runs().request(automation.id, QStringLiteral("tester"))).value();
        return await(store->runs().start(run.id, engine)).value();
    }

    TempStore store;
    domain::Catalog catalog = testCatalog();
    AnsweredPrompts prompts;
    QSettings settings;
    ui::Seat seat{store.store(), QStringLiteral("tester"), settings, store.clock};
    std::function<base::Status(const domain::Automation &)> checkMachine;
};

} // namespace test
