// SPDX-License-Identifier: Apache-2.0
// What only one system can do: `remote`.
#include "app/cli/remote/remoteparts.h"
#include "app/cli/remote/remoterows.h"
#include "app/cli/text/input.h"
#include "app/cli/text/table.h"
#include "app/domain/connections/answerfile.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

void printActions(Session &session, const QJsonArray &actions)
{
    if (session.asked().json) {
        session.out().json(actions);
        return;
    }
    Table table({u"ACTION"_s, u"FIELDS"_s, u"WHAT"_s});
    for (const QJsonValue value : actions) {
        const QJsonObject action = value.toObject();
        QStringList fields;
        for (const QJsonValue field : action.value("fields"_L1).toArray()) {
            fields.append(field.toObject().value("name"_L1).toString());
        }
        table.add({action.value("name"_L1).toString(), fields.join(u' '), action.value("label"_L1).toString()});
    }
    table.print(session.out());
}

void printAnswer(Session &session, const QJsonValue &answer)
{
    if (answer.isObject()) {
        session.asked().json ? session.out().json(answer.toObject())
                             : printObject(session.out(), answer.toObject(), {});
    } else if (answer.isArray()) {
        session.out().json(answer.toArray());
    } else if (!answer.isNull() && !answer.isUndefined()) {
        session.out().line(answer.toVariant().toString());
    }
}

base::Status checkOutput(const Session &session)
{
    const QString path = session.asked().option("output"_L1);
    if (!session.asked().has("output"_L1)) {
        return session.asked().has("force"_L1)
                   ? base::Status(base::invalid(u"force"_s, u"--force goes with --output"_s))
                   : base::Status();
    }
    if (path.isEmpty() || session.operand(1).isEmpty()) {
        return base::invalid(u"output"_s, u"--output needs a FILE, and an ACTION whose answer goes there"_s);
    }
    if (path != "-"_L1 && QFileInfo::exists(path) && !session.asked().has("force"_L1)) {
        return base::conflict(u"%1 is there already; --force replaces it"_s.arg(path));
    }
    return {};
}

/// Under another name until it is whole.
base::Status writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return base::unavailable(u"writing %1"_s.arg(path), file.errorString());
    }
    return {};
}

base::Status saveAnswer(Session &session, const QJsonValue &answer)
{
    TRY(const domain::AnswerFile file, domain::fileOf(session.operand(1), answer));
    const QString path = session.asked().option("output"_L1);
    if (path == "-"_L1) {
        session.out().bytes(file.bytes);
        return {};
    }
    CHECK(checkOutput(session)); // it may have come meanwhile
    CHECK(writeFile(path, file.bytes));
    if (session.asked().json) {
        session.out().json(QJsonObject{{u"file"_s, path}, {u"bytes"_s, file.bytes.size()}});
    } else {
        session.out().line(u"saved %1, %2 bytes"_s.arg(path).arg(file.bytes.size()));
    }
    return {};
}

void takeAnswer(Session &session, const QJsonValue &answer)
{
    if (!session.asked().has("output"_L1)) {
        printAnswer(session, answer);
    } else if (const base::Status saved = saveAnswer(session, answer); !saved) {
        session.fail(saved.error());
        return;
    }
    session.finish();
}

/// Where a field is a text, its JSON is one, too.
QJsonObject inTexts(QJsonObject given, const QJsonArray &fields)
{
    for (const QJsonValue field : fields) {
        const QString name = field["name"_L1].toString();
        const QJsonValue value = given.value(name);
        if (field["type"_L1].toString() == "text"_L1 && (value.isObject() || value.isArray())) {
            given.insert(name, QString::fromUtf8(value.isArray() ? QJsonDocument(value.toArray()).toJson()
                                                                 : QJsonDocument(value.toObject()).toJson()));
        }
    }
    return given;
}

/// The fields of a file, and `--set` over them.
base::Result<QJsonObject> fieldsOf(Session &session, const QJsonObject &action)
{
    QJsonObject fields;
    if (const QString file = session.operand(2); !file.isEmpty()) {
        TRY(const QJsonDocument document, readJson(file, session.out().streams().in));
        if (!document.isObject()) {
            return base::invalid({}, u"%1 must hold one object, of the fields of the action"_s.arg(file));
        }
        fields = inTexts(document.object(), action.value("fields"_L1).toArray());
    }
    TRY(const auto values, givenValues(session));
    TRY(const QJsonObject set, valuesOf(action.value("fields"_L1).toArray(), values));
    for (auto it = set.constBegin(); it != set.constEnd(); ++it) {
        fields.insert(it.key(), it.value());
    }
    return fields;
}

void act(Session &session, const QJsonArray &actions)
{
    for (const QJsonValue value : actions) {
        const QJsonObject action = value.toObject();
        if (action.value("name"_L1).toString() != session.operand(1)) {
            continue;
        }
        const base::Result<QJsonObject> fields = fieldsOf(session, action);
        if (!fields) {
            session.fail(fields.error());
            return;
        }
        const QByteArray path = "/actions/" + QUrl::toPercentEncoding(session.operand(1));
        ApiRequest request;
        request.method = "POST";
        request.path = connectionPath(session.operand(0), path);
        request.deadline = longestThere;
        request.body = QJsonDocument(*fields).toJson(QJsonDocument::Compact);
        sayThatItWaits(session);
        session.send(request, [&session](const QJsonValue &answer) {
            takeAnswer(session, answer.toObject().value("answer"_L1));
        });
        return;
    }
    session.fail(base::notFound(u"action "_s + session.operand(1)));
}

void remote(Session &session)
{
    if (const base::Status sound = checkOutput(session); !sound) {
        session.fail(sound.error());
        return;
    }
    session.get(connectionPath(session.operand(0), "/actions"), [&session](const QJsonValue &actions) {
        if (!session.operand(1).isEmpty()) {
            act(session, actions.toArray());
            return;
        }
        printActions(session, actions.toArray());
        session.finish();
    });
}

} // namespace

QList<CommandSpec> actionRows()
{
    using Kind = OptionSpec::Kind;
    return {
        {u"remote"_s,
         Right::View,
         u"CONNECTION [ACTION] [FILE|-]"_s,
         1,
         3,
         u"What only this system can do, and the fields of that; with an ACTION does it. FILE holds its fields as JSON."_s,
         {{u"set"_s, Kind::Texts, u"KEY=VALUE"_s, u"one of its fields"_s, {}},
          {u"output"_s, Kind::Text, u"FILE"_s, u"where the answer goes, as the file it is; - is standard output"_s, {}},
          {u"force"_s, Kind::Switch, {}, u"replaces the file of --output if there is one"_s, {}}},
         remote},
    };
}

} // namespace cli
