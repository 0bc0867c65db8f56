// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands/settings.h"

#include "app/cli/commands/session.h"
#include "app/cli/text/table.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

constexpr int mostWords = 22; ///< `set`, a key, and the longest list.

QString textOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Double:
        return QString::number(value.toInteger());
    case QJsonValue::Array:
        return value.toVariant().toStringList().join(u' ');
    default:
        return value.toString();
    }
}

/// What it may be, in words.
QString rangeOf(const QJsonObject &setting)
{
    const QString type = setting.value("type"_L1).toString();
    if (type == "flag"_L1) {
        return u"true, false"_s;
    }
    if (type == "number"_L1) {
        return u"%1 to %2"_s.arg(setting.value("least"_L1).toInteger()).arg(setting.value("most"_L1).toInteger());
    }
    return type == "list"_L1 ? u"texts"_s : setting.value("words"_L1).toVariant().toStringList().join(u", "_s);
}

void listAll(Session &session)
{
    session.get("/api/settings", [&session](const QJsonValue &answer) {
        if (session.asked().json) {
            session.out().json(answer.toArray());
            session.finish();
            return;
        }
        Table table({u"KEY"_s, u"VALUE"_s, u"DEFAULT"_s, u"MAY BE"_s});
        for (const QJsonValue one : answer.toArray()) {
            const QJsonObject setting = one.toObject();
            table.add({setting.value("key"_L1).toString(), textOf(setting.value("value"_L1)),
                       textOf(setting.value("default"_L1)), rangeOf(setting)});
        }
        table.print(session.out());
        session.finish();
    });
}

/// Goes on with the setting that was asked about, or ends with which there are.
template <typename Go> void withSetting(Session &session, Go go)
{
    session.get("/api/settings", [&session, go](const QJsonValue &answer) {
        const QString key = session.operand(1);
        QStringList keys;
        for (const QJsonValue one : answer.toArray()) {
            const QJsonObject setting = one.toObject();
            keys.append(setting.value("key"_L1).toString());
            if (keys.last() == key) {
                go(setting);
                return;
            }
        }
        base::Error error = base::notFound(u"setting "_s + key);
        error.detail += u"; there are %1"_s.arg(keys.join(u", "_s));
        session.fail(error);
    });
}

void showOne(Session &session)
{
    withSetting(session, [&session](const QJsonObject &setting) {
        if (session.asked().json) {
            session.out().json(setting);
        } else {
            session.out().line(textOf(setting.value("value"_L1)));
        }
        session.finish();
    });
}

/// As the type of the setting reads the words; what does not fit stays text, and is refused with what would.
QJsonValue valueOf(const QStringList &words, const QString &type)
{
    if (type == "list"_L1) {
        return QJsonArray::fromStringList(words);
    }
    const QString &word = words.first();
    bool isNumber = false;
    const qint64 number = word.toLongLong(&isNumber);
    if (type == "number"_L1 && isNumber) {
        return number;
    }
    if (type == "flag"_L1 && (word == "true"_L1 || word == "false"_L1)) {
        return word == "true"_L1;
    }
    return word;
}

void setOne(Session &session)
{
    withSetting(session, [&session](const QJsonObject &setting) {
        const QStringList words = session.asked().arguments.sliced(2);
        const QString type = setting.value("type"_L1).toString();
        if (type != "list"_L1 && words.size() != 1) {
            session.fail(base::invalid(
                u"value"_s, u"settings set %1 takes one value: %2"_s.arg(session.operand(1), rangeOf(setting))));
            return;
        }
        ApiRequest request;
        request.method = "PUT";
        request.path = "/api/settings/" + segment(session.operand(1));
        request.body = QJsonDocument(QJsonObject{{u"value"_s, valueOf(words, type)}}).toJson(QJsonDocument::Compact);
        session.send(request, [&session](const QJsonValue &answer) {
            const QJsonObject made = answer.toObject();
            if (session.asked().json) {
                session.out().json(made);
            } else {
                session.out().line(
                    u"%1 is %2"_s.arg(made.value("key"_L1).toString(), textOf(made.value("value"_L1))).trimmed());
            }
            session.finish();
        });
    });
}

} // namespace

void settings(Session &session)
{
    const QString verb = session.operand(0);
    const bool hasKey = !session.operand(1).isEmpty();
    if (verb.isEmpty()) {
        listAll(session);
    } else if (verb == "get"_L1 && hasKey && session.asked().arguments.size() == 2) {
        showOne(session);
    } else if (verb == "set"_L1 && hasKey) {
        setOne(session);
    } else {
        session.fail(base::invalid({}, u"settings knows get KEY and set KEY VALUE"_s));
    }
}

QList<CommandSpec> settingsRows()
{
    return {{u"settings"_s,
             Right::Admin,
             u"[get KEY|set KEY VALUE…]"_s,
             0,
             mostWords,
             u"The settings of the workspace, what each is and may be. get prints one, set changes it; a list takes as "
             u"many values as there are, none empties it."_s,
             {},
             settings}};
}

} // namespace cli
