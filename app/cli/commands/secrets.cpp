// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands/commands.h"
#include "app/cli/commands/session.h"
#include "app/cli/text/input.h"
#include "app/cli/text/quietterminal.h"
#include "app/cli/text/table.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

QByteArray secretPath(const QString &name)
{
    return "/api/secrets/" + segment(name);
}

/// A line typed or echoed ends with a newline that belongs to no password; the end of a key file belongs to the key.
base::Result<QString> secretOf(QByteArray input)
{
    if (input.endsWith('\n') && input.count('\n') == 1) {
        input.chop(input.endsWith("\r\n") ? 2 : 1);
    }
    const QString value = QString::fromUtf8(input);
    if (value.toUtf8() != input || input.contains('\0')) {
        return base::invalid(u"value"_s,
                             u"a secret must be UTF-8 text without a zero byte; encode it, such as by base64"_s);
    }
    if (value.isEmpty()) {
        return base::invalid(u"value"_s, u"standard input held no value"_s);
    }
    return value;
}

/// What is typed at a terminal is not shown there.
base::Result<QByteArray> readQuietly(Session &session)
{
    std::FILE *const in = session.out().streams().in;
    const QuietTerminal quiet(in);
    if (quiet.isTerminal()) {
        session.out().message(u"type the value; Enter and Ctrl+D end it"_s);
    }
    return readInput(u"-"_s, in);
}

QString usesOf(const QJsonArray &uses)
{
    QStringList words;
    for (const QJsonValue value : uses) {
        const QJsonObject use = value.toObject();
        QStringList fields;
        for (const QJsonValue field : use.value("fields"_L1).toArray()) {
            fields.append(field.toString());
        }
        words.append(u"%1 (%2)"_s.arg(use.value("automation_name"_L1).toString(), fields.join(u", "_s)));
    }
    return words.join(u"; "_s);
}

} // namespace

void setSecret(Session &session)
{
    const QString name = session.operand(0);
    const base::Result<QByteArray> input = readQuietly(session);
    const base::Result<QString> value = input ? secretOf(*input) : base::Result<QString>(input.error());
    if (!value) {
        session.fail(value.error());
        return;
    }
    ApiRequest request;
    request.method = "PUT";
    request.path = secretPath(name);
    request.body = QJsonDocument(QJsonObject{{u"value"_s, *value}}).toJson(QJsonDocument::Compact);
    session.send(request, [&session, name](const QJsonValue &answer) {
        if (!answer.toObject().value("masked"_L1).toBool()) {
            session.out().message(u"%1 is too short to be masked in logs"_s.arg(name));
        }
        if (session.asked().json) {
            session.out().json(answer.toObject());
        } else {
            session.out().line(u"set %1"_s.arg(name));
        }
        session.finish();
    });
}

void listSecrets(Session &session)
{
    session.get("/api/secrets", [&session](const QJsonValue &answer) {
        if (session.asked().json) {
            session.out().json(answer.toArray());
            session.finish();
            return;
        }
        Table table({u"NAME"_s, u"SET"_s, u"BY"_s, u"USED BY"_s});
        for (const QJsonValue value : answer.toArray()) {
            const QJsonObject secret = value.toObject();
            const QJsonValue written = secret.value("written_at"_L1);
            table.add({secret.value("name"_L1).toString(), written.isNull() ? u"never"_s : localSeconds(written),
                       secret.value("written_by"_L1).toString(), usesOf(secret.value("uses"_L1).toArray())});
        }
        table.print(session.out());
        session.finish();
    });
}

void deleteSecret(Session &session)
{
    const QString name = session.operand(0);
    ApiRequest request;
    request.method = "DELETE";
    request.path = secretPath(name);
    session.send(request, [&session, name](const QJsonValue &answer) {
        if (session.asked().json) {
            session.out().json(answer.toObject());
        } else {
            session.out().line(u"deleted %1"_s.arg(name));
        }
        session.finish();
    });
}

} // namespace cli
