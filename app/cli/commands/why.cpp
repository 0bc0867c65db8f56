// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands/commands.h"
#include "app/cli/commands/session.h"
#include "app/cli/text/table.h"
#include "app/cli/text/terminal.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

void print(Output &output, const QJsonObject &why)
{
    const QJsonObject subject = why.value("subject"_L1).toObject();
    QString heading = subject.value("name"_L1).toString() + u", "_s + localSeconds(why.value("at"_L1));
    if (const QString run = subject.value("run_id"_L1).toString(); !run.isEmpty()) {
        heading += u", "_s + run;
    }
    output.line(visible(heading + u": "_s + why.value("text"_L1).toString()));
    const QJsonArray steps = why.value("steps"_L1).toArray();
    for (const QJsonValue value : steps) {
        const QJsonObject step = value.toObject();
        const QString outcome = step.value("outcome"_L1).toString().leftJustified(4);
        output.line(u"  %1  %2"_s.arg(outcome, visible(step.value("text"_L1).toString())));
    }
    for (const auto &[field, name] :
         {std::pair{"previous_slot"_L1, u"previous slot"_s}, std::pair{"next_slot"_L1, u"next slot"_s}}) {
        if (const QString slot = localSeconds(why.value(field)); !slot.isEmpty()) {
            output.line(u"%1  %2"_s.arg(name.leftJustified(13), slot));
        }
    }
}

} // namespace

void explainWhy(Session &session)
{
    const QString id = session.operand(0);
    if (const auto ok = checkId(id); !ok) {
        session.fail(ok.error());
        return;
    }
    QList<std::pair<QString, QString>> parameters;
    if (session.asked().has("at"_L1)) {
        parameters.append({u"at"_s, session.asked().option("at"_L1)});
    }
    session.get("/api/why/" + segment(id) + query(parameters), [&session](const QJsonValue &answer) {
        if (session.asked().json) {
            session.out().json(answer.toObject());
        } else {
            print(session.out(), answer.toObject());
        }
        session.finish();
    });
}

} // namespace cli
