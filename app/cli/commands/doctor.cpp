// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands/commands.h"
#include "app/cli/commands/session.h"
#include "app/cli/text/table.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace cli {

void doctor(Session &session)
{
    session.get("/api/doctor", [&session](const QJsonValue &answer) {
        const QJsonObject report = answer.toObject();
        if (session.asked().json) {
            session.out().json(report);
        } else {
            printObject(session.out(), report, {u"ok"_s, u"version"_s});
        }
        for (const QJsonValue problem : report.value("problems"_L1).toArray()) {
            session.out().message(problem.toString());
        }
        session.finish(report.value("ok"_L1).toBool() ? Exit::Ok : Exit::Failed);
    });
}

} // namespace cli
