// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands/commands.h"
#include "app/cli/commands/session.h"
#include "app/cli/text/table.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

void printChecks(Output &output, const QJsonArray &checks)
{
    Table table({u"CHECK"_s, u"STATE"_s, u"DETAIL"_s});
    for (const QJsonValue value : checks) {
        const QJsonObject check = value.toObject();
        table.add({check.value("name"_L1).toString(), check.value("ok"_L1).toBool() ? u"ok"_s : u"not ok"_s,
                   check.value("detail"_L1).toString()});
    }
    table.print(output);
}

} // namespace

void doctor(Session &session)
{
    session.get("/api/doctor", [&session](const QJsonValue &answer) {
        const QJsonObject report = answer.toObject();
        if (session.asked().json) {
            session.out().json(report);
        } else {
            printChecks(session.out(), report.value("checks"_L1).toArray());
        }
        session.finish(report.value("ok"_L1).toBool() ? Exit::Ok : Exit::Failed);
    });
}

} // namespace cli
