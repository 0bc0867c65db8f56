// SPDX-License-Identifier: Apache-2.0
#include "app/base/jsonreader.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace base {

namespace {

std::optional<qint64> wholeNumber(const QJsonValue &value)
{
    if (!value.isDouble()) {
        return std::nullopt;
    }
    const double number = value.toDouble();
    if (number != std::floor(number) || std::abs(number) > 9.0e15) {
        return std::nullopt;
    }
    return value.toInteger();
}

} // namespace

JsonReader::JsonReader(const QJsonObject &object) : m_object(object), m_known(object.size())
{
    std::fill(m_known.begin(), m_known.end(), false);
}

void JsonReader::know(QJsonObject::const_iterator field)
{
    m_known[field - m_object.constBegin()] = true;
}

QJsonValue JsonReader::take(QLatin1StringView name)
{
    const auto field = m_object.constFind(name);
    if (field == m_object.constEnd()) {
        return QJsonValue::Undefined;
    }
    know(field);
    return field.value();
}

void JsonReader::fail(const Error &error)
{
    if (!m_error) {
        m_error = error;
    }
}

void JsonReader::wrongType(QLatin1StringView name, const QString &expected)
{
    fail(invalid(name, u"%1 must be %2"_s.arg(name, expected)));
}

void JsonReader::text(QLatin1StringView name, QString &into)
{
    const QJsonValue value = take(name);
    if (value.isString()) {
        into = value.toString();
    } else if (!value.isUndefined()) {
        wrongType(name, u"text"_s);
    }
}

void JsonReader::flag(QLatin1StringView name, bool &into)
{
    const QJsonValue value = take(name);
    if (value.isBool()) {
        into = value.toBool();
    } else if (!value.isUndefined()) {
        wrongType(name, u"true or false"_s);
    }
}

void JsonReader::integer(QLatin1StringView name, qint64 &into, qint64 least, qint64 most)
{
    const QJsonValue value = take(name);
    if (!value.isUndefined()) {
        readNumber(name, value, into, least, most);
    }
}

void JsonReader::readNumber(QLatin1StringView name, const QJsonValue &value, qint64 &into, qint64 least, qint64 most)
{
    const std::optional<qint64> number = wholeNumber(value);
    if (!number || *number < least || *number > most) {
        wrongType(name, u"a whole number from %1 to %2"_s.arg(least).arg(most));
        return;
    }
    into = *number;
}

bool JsonReader::isNull(QLatin1StringView name)
{
    const auto field = m_object.constFind(name);
    if (field == m_object.constEnd() || !field->isNull()) {
        return false;
    }
    know(field);
    return true;
}

void JsonReader::integer(QLatin1StringView name, std::optional<qint64> &into, qint64 least, qint64 most)
{
    const QJsonValue value = take(name);
    if (value.isUndefined()) {
        return;
    }
    if (value.isNull()) {
        into.reset();
        return;
    }
    qint64 number = 0;
    readNumber(name, value, number, least, most);
    into = number;
}

void JsonReader::texts(QLatin1StringView name, QStringList &into)
{
    QStringList read;
    const bool given = has(name);
    array(name, [&read](const QJsonValue &value, int) -> Status {
        if (!value.isString()) {
            return invalid({}, u"must be text"_s);
        }
        read.append(value.toString());
        return {};
    });
    if (given && !m_error) {
        into = read;
    }
}

void JsonReader::object(QLatin1StringView name, QJsonObject &into)
{
    const QJsonValue value = take(name);
    if (value.isObject()) {
        into = value.toObject();
    } else if (!value.isUndefined()) {
        wrongType(name, u"an object"_s);
    }
}

void JsonReader::instant(QLatin1StringView name, std::optional<Instant> &into)
{
    const QJsonValue value = take(name);
    if (value.isNull()) {
        into.reset();
    } else if (value.isString()) {
        into = parseIso(value.toString());
        if (!into) {
            wrongType(name, u"an ISO 8601 time such as 2026-10-22T14:30:00+02:00"_s);
        }
    } else if (!value.isUndefined()) {
        wrongType(name, u"an ISO 8601 time such as 2026-10-22T14:30:00+02:00"_s);
    }
}

void JsonReader::array(QLatin1StringView name, const std::function<Status(const QJsonValue &, int)> &each)
{
    const QJsonValue value = take(name);
    if (value.isUndefined()) {
        return;
    }
    if (!value.isArray()) {
        wrongType(name, u"a list"_s);
        return;
    }
    int index = 0;
    for (const QJsonValue element : value.toArray()) {
        if (const Status status = each(element, index); !status) {
            fail(status.error().inField(u"%1[%2]"_s.arg(name).arg(index)));
            return;
        }
        ++index;
    }
}

void JsonReader::word(QLatin1StringView name, const QStringList &words, int &into)
{
    const QJsonValue value = take(name);
    if (value.isUndefined()) {
        return;
    }
    const int index = static_cast<int>(words.indexOf(value.toString()));
    if (!value.isString() || index < 0) {
        wrongType(name, u"one of %1"_s.arg(words.join(u", "_s)));
        return;
    }
    into = index;
}

void JsonReader::ignore(const QStringList &names)
{
    for (const QString &name : names) {
        if (const auto field = m_object.constFind(name); field != m_object.constEnd()) {
            know(field);
        }
    }
}

Status JsonReader::finish()
{
    if (!m_error) {
        for (auto it = m_object.constBegin(); it != m_object.constEnd(); ++it) {
            if (!m_known[it - m_object.constBegin()]) {
                fail(invalid(it.key(), u"%1 is not a field here"_s.arg(it.key())));
                break;
            }
        }
    }
    if (m_error) {
        return *m_error;
    }
    return {};
}

} // namespace base
