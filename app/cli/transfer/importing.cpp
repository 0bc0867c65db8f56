// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/archiver.h"
#include "app/bundles/formats/format.h"
#include "app/bundles/formats/json/json.h"
#include "app/cli/commands/session.h"
#include "app/cli/text/input.h"
#include "app/cli/transfer/transfercommands.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

constexpr qsizetype toldDifferences = 100;

base::Result<bundles::ImportPlan> planOf(const Session &session, std::FILE *standardInput)
{
    const QString name = session.asked().arguments.value(0);
    const QString format = session.asked().has("format"_L1) ? session.asked().option("format"_L1) : u"auto"_s;
    bundles::Source source;
    if (name == "-"_L1) {
        TRY(source.bytes, readInput(name, standardInput, codeLimit));
    } else {
        TRY(source, bundles::readSource(name));
    }
    const bundles::Archiver archiver(bundles::Archiver::locate());
    return bundles::planImport(source, format, bundles::surroundingsHere(&archiver, session.clock()));
}

/// Names what it is about where there are several.
void tell(Output &output, const QString &about, const QString &what)
{
    output.message(about.isEmpty() ? what : about + u": "_s + what);
}

void tellItem(Output &output, const bundles::PlannedAutomation &item, const QString &id)
{
    const QString &name = item.automation.name;
    const QString notes = item.notes.isEmpty() ? QString() : u": "_s + item.notes.join(u"; "_s);
    output.line(id.isEmpty() ? u"would import %1%2"_s.arg(name, notes)
                             : u"imported %1 %2%3; it is paused"_s.arg(id, name, notes));
    if (item.fires && !item.fires->same()) {
        tell(output, name, u"fires differently at %1 of %2 times:"_s.arg(item.fires->count).arg(item.fires->there));
        const QStringList lines = bundles::inWords(*item.fires, toldDifferences);
        for (const QString &line : lines) {
            output.message(line);
        }
    }
}

/// What holds for many is said once.
void tellNotCarried(Output &output, const bundles::ImportPlan &plan)
{
    QMap<QString, QStringList> names;
    for (const bundles::PlannedAutomation &item : plan.items) {
        for (const QString &left : item.notCarried) {
            names[left].append(item.automation.name);
        }
    }
    for (auto it = names.begin(); it != names.end(); ++it) {
        const QString whose = plan.items.size() == 1 ? QString()
                              : it->size() == 1      ? u" of "_s + it->first()
                                                     : u" of %1 automations"_s.arg(it->size());
        output.message(u"not carried over%1: %2"_s.arg(whose, it.key()));
    }
}

/// `ids` are those that came of it, in the plan's order; empty where nothing was to be changed.
void report(Session &session, const bundles::ImportPlan &plan, const QStringList &ids)
{
    QJsonArray items = bundles::toJson(plan).value("automations"_L1).toArray();
    for (qsizetype i = 0; i < items.size(); ++i) {
        QJsonObject item = items.at(i).toObject();
        item.remove("id"_L1);
        if (!ids.value(i).isEmpty()) {
            item.insert("id"_L1, ids.at(i));
        }
        items.replace(i, item);
        if (!session.asked().json) {
            tellItem(session.out(), plan.items.at(i), ids.value(i));
        }
    }
    if (!session.asked().json) {
        tellNotCarried(session.out(), plan);
    }
    for (const bundles::LeftOut &left : plan.left) {
        tell(session.out(), left.origin, u"not imported: %1: %2"_s.arg(left.what, left.reason));
    }
    if (session.asked().json) {
        session.out().json(items);
    }
    session.finish();
}

QStringList idsIn(const QJsonArray &made)
{
    QStringList ids;
    for (const QJsonValue one : made) {
        ids.append(one.toObject().value("id"_L1).toString());
    }
    return ids;
}

/// As the API takes it: with the ids by which they refer to each other.
QJsonArray wanted(const bundles::ImportPlan &plan)
{
    QJsonArray all;
    for (const domain::Automation &automation : plan.automations()) {
        QJsonObject object = bundles::exportedJson(automation);
        object.insert("paused"_L1, true);
        all.append(object);
    }
    return all;
}

/// What is too long for an import is code, and goes the way that takes more of it.
ApiRequest requestFor(const bundles::ImportPlan &plan)
{
    ApiRequest request;
    request.method = "POST";
    request.body = QJsonDocument(wanted(plan)).toJson(QJsonDocument::Compact);
    request.path = plan.format == "defender"_L1 ? "/api/automations" + routeFor(request.body)
                                                : QByteArray("/api/automations/import");
    return request;
}

void send(Session &session, const bundles::ImportPlan &plan)
{
    session.send(requestFor(plan), [&session, plan](const QJsonValue &answer) {
        const QJsonValue inside = answer.toObject().value("automations"_L1);
        report(session, plan, idsIn(inside.isArray() ? inside.toArray() : answer.toArray()));
    });
}

/// Our own format refers to what may be there already: the engine knows.
void settle(Session &session, const bundles::ImportPlan &plan)
{
    ApiRequest request;
    request.path = "/api/automations";
    session.send(request, [&session, plan](const QJsonValue &answer) {
        const QStringList known = idsIn(answer.toArray());
        bundles::ImportPlan settled = plan;
        bundles::settleReferences(settled, QSet<QString>(known.begin(), known.end()));
        if (session.asked().has("dry-run"_L1)) {
            report(session, settled, {});
        } else {
            send(session, settled);
        }
    });
}

} // namespace

void importAutomations(Session &session)
{
    const base::Result<bundles::ImportPlan> plan = planOf(session, session.out().streams().in);
    if (!plan) {
        session.fail(plan.error());
        return;
    }
    const bool dry = session.asked().has("dry-run"_L1);
    if (plan->format == "json"_L1 && !plan->items.isEmpty()) {
        settle(session, *plan);
    } else if (dry || plan->items.isEmpty()) {
        report(session, *plan, {});
    } else {
        send(session, *plan);
    }
}

} // namespace cli
