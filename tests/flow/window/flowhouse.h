// SPDX-License-Identifier: Apache-2.0
// A real engine, and what a window over its store needs, with dialogs that a person would answer.
#pragma once

#include "tests/support/enginehouse.h"
#include "tests/ui/shots.h"
#include "ui/seat/seat.h"
#include "ui/shell/context.h"
#include "ui/widgets/prompts.h"

#include <QSettings>
#include <QTemporaryDir>

namespace test {

class FlowHouse
{
public:
    FlowHouse() { engine.start(); }

    EngineHouse engine;
    engine::Kinds checks = kinds::all();
    domain::Catalog catalog = kinds::catalog(checks);
    ui::DialogPrompts prompts;
    QTemporaryDir folder;
    QSettings desk{folder.filePath(QStringLiteral("desk.ini")), QSettings::IniFormat};
    ui::Seat seat{engine.store.store(), QStringLiteral("tester"), desk, engine.store.clock};
    ui::Context context{.store = engine.store.store(),
                        .catalog = catalog,
                        .clock = engine.store.clock,
                        .look = look(),
                        .prompts = prompts,
                        .desk = desk,
                        .seat = seat,
                        .checkMachine = [this](const domain::Automation &automation) {
                            return kinds::checkMachine(checks, automation);
                        }};
};

} // namespace test
