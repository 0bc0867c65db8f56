// SPDX-License-Identifier: Apache-2.0
#include "app/cli/hooks/webhookcommands.h"

#include "app/cli/commands/session.h"
#include "app/cli/text/table.h"

using namespace Qt::StringLiterals;

namespace cli {

using domain::Right;

namespace {

const QStringList shownFirst{u"automation_id"_s, u"url"_s, u"secret_key_url"_s, u"token"_s};

QByteArray webhookPath(const Session &session, const QByteArray &rest = {})
{
    return automationPath(session.operand(0), "/webhook" + rest);
}

/// False once it is refused.
bool isNamed(Session &session)
{
    const base::Status fits = checkId(session.operand(0));
    if (!fits) {
        session.fail(fits.error());
    }
    return fits.has_value();
}

void printObjectOf(Session &session, const QJsonValue &answer)
{
    if (session.asked().json) {
        session.out().json(answer.toObject());
    } else {
        printObject(session.out(), answer.toObject(), shownFirst);
    }
    session.finish();
}

void printDeliveries(Session &session, const QJsonArray &deliveries)
{
    Table table({u"DELIVERY"_s, u"RECEIVED"_s, u"OUTCOME"_s, u"BYTES"_s, u"RUN"_s, u"DETAIL"_s});
    for (const QJsonValue value : deliveries) {
        const QJsonObject one = value.toObject();
        table.add({one.value("id"_L1).toString(), localSeconds(one.value("received_at"_L1)),
                   one.value("outcome"_L1).toString(), QString::number(one.value("bytes"_L1).toInteger()),
                   one.value("run_id"_L1).toString(), one.value("detail"_L1).toString()});
    }
    table.print(session.out());
}

} // namespace

QList<CommandSpec> webhookRows()
{
    return {
        {u"webhook show"_s,
         Right::Edit,
         u"ID"_s,
         1,
         1,
         u"Where requests that start an automation are to be sent. Whoever knows the address may start it."_s,
         {},
         showWebhook},
        {u"webhook rotate"_s,
         Right::Edit,
         u"ID"_s,
         1,
         1,
         u"Gives the webhook of an automation another token; the old address answers no more."_s,
         {},
         rotateWebhook},
        {u"webhook deliveries"_s,
         Right::Edit,
         u"ID"_s,
         1,
         1,
         u"What arrived at the webhook of an automation, newest first, and what became of it."_s,
         {{u"limit"_s, OptionSpec::Kind::Number, u"N"_s, u"at most N; 100 where not given"_s, {}, 1}},
         listDeliveries},
        {u"webhook replay"_s,
         Right::Edit,
         u"ID DELIVERY"_s,
         2,
         2,
         u"Starts the automation once more with the request of an earlier delivery."_s,
         {},
         replayDelivery},
    };
}

void showWebhook(Session &session)
{
    if (isNamed(session)) {
        session.get(webhookPath(session), [&session](const QJsonValue &answer) { printObjectOf(session, answer); });
    }
}

void rotateWebhook(Session &session)
{
    if (!isNamed(session)) {
        return;
    }
    ApiRequest request;
    request.method = "POST";
    request.path = webhookPath(session, "/rotate");
    session.send(request, [&session](const QJsonValue &answer) { printObjectOf(session, answer); });
}

void listDeliveries(Session &session)
{
    if (!isNamed(session)) {
        return;
    }
    const qint64 limit = session.asked().number("limit"_L1, 100);
    session.get(webhookPath(session, "/deliveries?limit=" + QByteArray::number(limit)),
                [&session](const QJsonValue &answer) {
                    if (session.asked().json) {
                        session.out().json(answer.toArray());
                    } else {
                        printDeliveries(session, answer.toArray());
                    }
                    session.finish();
                });
}

void replayDelivery(Session &session)
{
    if (!isNamed(session)) {
        return;
    }
    ApiRequest request;
    request.method = "POST";
    request.path = webhookPath(session, "/deliveries/" + segment(session.operand(1)) + "/replay");
    session.send(request, [&session](const QJsonValue &answer) {
        if (session.asked().json) {
            session.out().json(answer.toObject());
        } else {
            session.out().line(answer.toObject().value("run_id"_L1).toString());
        }
        session.finish();
    });
}

} // namespace cli
