// SPDX-License-Identifier: Apache-2.0
// A process that uses a store until it is killed: `store_writer FOLDER write` requests runs without end and prints each
// id after its commit; `store_writer FOLDER hold` prints whether it got the engine and stays.
#include "app/store/store.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

using Created = base::Result<QList<domain::Automation>>;

constexpr int inFlight = 8;

void say(const QString &line)
{
    std::fputs(qPrintable(line + u'\n'), stdout);
    std::fflush(stdout);
}

void requestForever(store::Store &store, const base::AutomationId &automation)
{
    store.runs()
        .request(automation, u"writer"_s)
        .then(&store, [&store, automation](const base::Result<domain::Run> &run) {
            say(run ? run->id.text() : run.error().message());
            requestForever(store, automation);
        });
}

void write(store::Store &store)
{
    domain::Automation automation;
    automation.name = u"Writer"_s;
    automation.type = u"script"_s;
    store.automations().create({automation}, u"writer"_s).then(&store, [&store](const Created &created) {
        for (int i = 0; created && i < inFlight; ++i) {
            requestForever(store, created->first().id);
        }
    });
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    const base::SystemClock clock;
    store::Store store(arguments.value(1), clock);
    store.open().then(&store, [&store, &arguments](const base::Status &opened) {
        if (!opened) {
            say(opened.error().message());
        } else if (arguments.value(2) == "write"_L1) {
            write(store);
        } else {
            say(store.takeEngine() ? u"held"_s : u"guest"_s);
        }
    });
    return application.exec();
}
