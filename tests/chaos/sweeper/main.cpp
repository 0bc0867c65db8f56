// SPDX-License-Identifier: Apache-2.0
// A process that sweeps a store again and again until it is killed: `log_sweeper FOLDER`. Prints a line when it begins,
// one whenever rows of runs are gone whose logs are still to go, and one for each sweep that came to its end.
#include "app/engine/retention/sweeper.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>

namespace {

void say(const char *what)
{
    std::puts(what);
    std::fflush(stdout);
}

bool removesRuns(const store::Changes &changes)
{
    return std::any_of(changes.begin(), changes.end(), [](const store::Change &change) {
        return change.table == store::Table::Runs && change.kind == store::ChangeKind::Deleted;
    });
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
    QObject::connect(&store, &store::Store::changed, &sweeper, [](const store::Changes &changes) {
        if (removesRuns(changes)) {
            say("removing");
        }
    });
    store.open().then(&sweeper, [&sweeper](const base::Status &opened) {
        say(opened ? "begun" : "not opened");
        sweeper.sweep();
    });
    return application.exec();
}
