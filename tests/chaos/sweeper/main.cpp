// SPDX-License-Identifier: Apache-2.0
// A process that sweeps a store again and again until it is killed: `log_sweeper FOLDER`. Prints a line when it begins
// and one for each sweep that came to its end.
#include "app/engine/retention/sweeper.h"

#include <QCoreApplication>

#include <cstdio>

namespace {

void say(const char *what)
{
    std::puts(what);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const base::SystemClock clock;
    store::Store store(application.arguments().value(1), clock);
    engine::Sweeper sweeper(store);
    QObject::connect(&sweeper, &engine::Sweeper::finished, &sweeper, [&sweeper] {
        say("swept");
        sweeper.sweep();
    });
    store.open().then(&sweeper, [&sweeper](const base::Status &opened) {
        say(opened ? "begun" : "not opened");
        sweeper.sweep();
    });
    return application.exec();
}
