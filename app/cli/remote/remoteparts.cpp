// SPDX-License-Identifier: Apache-2.0
#include "app/cli/remote/remoteparts.h"

#include "app/cli/text/input.h"
#include "app/cli/text/quietterminal.h"

#include <QTimer>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

base::Result<QString> readValue(Session &session, const QString &key)
{
    std::FILE *const in = session.out().streams().in;
    const QuietTerminal quiet(in);
    if (quiet.isTerminal()) {
        session.out().message(u"type the value of %1; Enter and Ctrl+D end it"_s.arg(key));
    }
    TRY(QByteArray input, readInput(u"-"_s, in));
    if (input.endsWith('\n') && input.count('\n') == 1) {
        input.chop(input.endsWith("\r\n") ? 2 : 1);
    }
    if (input.isEmpty()) {
        return base::invalid(key, u"standard input held no value for %1"_s.arg(key));
    }
    return QString::fromUtf8(input);
}

} // namespace

QByteArray connectionPath(const QString &idOrName, const QByteArray &rest)
{
    return "/api/connections/" + QUrl::toPercentEncoding(idOrName) + rest;
}

base::Result<QHash<QString, QString>> givenValues(Session &session)
{
    QHash<QString, QString> values;
    bool hasRead = false;
    const QStringList given = session.asked().lists.value(u"set"_s);
    for (const QString &one : given) {
        const qsizetype sign = one.indexOf(u'=');
        const QString key = one.left(sign);
        if (sign <= 0 || values.contains(key)) {
            return base::invalid(u"set"_s, u"--set needs KEY=VALUE, each key once, not %1"_s.arg(one));
        }
        QString value = one.sliced(sign + 1);
        if (value == "-"_L1) {
            if (std::exchange(hasRead, true)) {
                return base::invalid(u"set"_s, u"only one value can be read from standard input"_s);
            }
            TRY(value, readValue(session, key));
        }
        values.insert(key, value);
    }
    return values;
}

base::Result<QJsonValue> valueOf(const QJsonObject &field, const QString &text)
{
    const QString name = field.value("name"_L1).toString();
    const QString type = field.value("type"_L1).toString();
    if (type == "integer"_L1) {
        bool isNumber = false;
        const qint64 number = text.toLongLong(&isNumber);
        return isNumber ? base::Result<QJsonValue>(number)
                        : base::invalid(name, u"%1 must be a whole number, not %2"_s.arg(name, text));
    }
    if (type == "flag"_L1) {
        const bool fits = text == "true"_L1 || text == "false"_L1;
        return fits ? base::Result<QJsonValue>(text == "true"_L1)
                    : base::invalid(name, u"%1 must be true or false, not %2"_s.arg(name, text));
    }
    if (type == "texts"_L1) {
        return QJsonValue(QJsonArray::fromStringList(text.split(u',', Qt::SkipEmptyParts)));
    }
    return QJsonValue(text);
}

base::Result<QJsonObject> valuesOf(const QJsonArray &fields, const QHash<QString, QString> &values)
{
    QJsonObject object;
    QHash<QString, QString> left = values;
    for (const QJsonValue one : fields) {
        const QJsonObject field = one.toObject();
        const QString name = field.value("name"_L1).toString();
        if (left.contains(name)) {
            TRY(const QJsonValue value, valueOf(field, left.take(name)));
            object.insert(name, value);
        }
    }
    if (!left.isEmpty()) {
        const QString name = left.constBegin().key();
        return base::invalid(name, u"there is no field %1"_s.arg(name));
    }
    return object;
}

void sayThatItWaits(Session &session, std::chrono::milliseconds quiet)
{
    QTimer::singleShot(quiet, &session, [&session] {
        if (!session.isOver()) {
            session.out().message(
                u"it is still going on; Ctrl+C ends the waiting here, and leaves it going on there"_s);
        }
    });
}

} // namespace cli
