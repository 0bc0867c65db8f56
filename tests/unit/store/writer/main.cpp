// SPDX-License-Identifier: Apache-2.0
// A process that uses a store until it is killed: `store_writer FOLDER write` requests runs without end and prints each
// id after its commit; `store_writer FOLDER mirror` edits a mirrored automation without end and prints each version
// after its commit; `store_writer FOLDER hold` prints whether it got the engine and stays.
#include "app/store/connections/connections.h"
#include "app/store/mirrors/mirrors.h"
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

void editForever(store::Store &store, domain::Automation automation)
{
    automation.description = QString::number(automation.version);
    store.automations()
        .update(automation, u"writer"_s)
        .then(&store, [&store](const base::Result<domain::Automation> &saved) {
            say(saved ? QString::number(saved->version) : saved.error().message());
            if (saved) {
                editForever(store, *saved);
            }
        });
}

void editMirrored(store::Store &store)
{
    store.automations().list().then(&store, [&store](const base::Result<QList<domain::Automation>> &all) {
        if (all && !all->isEmpty()) {
            editForever(store, all->first());
        }
    });
}

void seeOne(store::Store &store, const base::ConnectionId &connection)
{
    domain::RemoteAutomation remote;
    remote.remoteId = u"1"_s;
    remote.automation.name = u"Writer"_s;
    remote.automation.type = u"script"_s;
    store.mirrors().see(connection, {remote}).then(&store, [&store](const base::Result<store::SeenAutomations> &) {
        editMirrored(store);
    });
}

void mirror(store::Store &store)
{
    domain::Connection connection;
    connection.name = u"Office"_s;
    connection.provider = u"loopback"_s;
    store.connections()
        .add(connection, u"writer"_s)
        .then(&store, [&store](const base::Result<domain::Connection> &added) {
            domain::AccountFacts facts;
            facts.capabilities.can = domain::allCapabilities();
            facts.capabilities.carries = {u"name"_s, u"description"_s, u"type"_s, u"params"_s};
            const base::ConnectionId id = added ? added->id : base::ConnectionId();
            store.connections().setFacts(id, facts).then(&store,
                                                         [&store, id](const base::Status &) { seeOne(store, id); });
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
        } else if (arguments.value(2) == "mirror"_L1) {
            mirror(store);
        } else {
            say(store.takeEngine() ? u"held"_s : u"guest"_s);
        }
    });
    return application.exec();
}
