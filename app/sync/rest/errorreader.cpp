// SPDX-License-Identifier: Apache-2.0
#include "app/sync/rest/errorreader.h"

#include "app/base/clock.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace rest {

namespace {

constexpr qsizetype mostRead = 64 << 10;
constexpr int deepest = 4;
constexpr int mostSayings = 5;
constexpr double latestReset = 253402300799; // seconds: the year 9999

QString sayingOf(const QJsonValue &value, int depth = 0);

QString inObject(const QJsonObject &object, int depth)
{
    static const QStringList keys{u"detail"_s, u"error"_s,  u"message"_s, u"error_description"_s,
                                  u"errors"_s, u"reason"_s, u"msg"_s,     u"title"_s,
                                  u"code"_s,   u"type"_s};
    for (const QString &key : keys) {
        const QString said = sayingOf(object.value(key), depth);
        if (said.isEmpty()) {
            continue;
        }
        QStringList place; // which part of what was sent, where a list of faults tells
        for (const QJsonValue part : object.value("loc"_L1).toArray()) {
            place.append(part.isString() ? part.toString() : QString::number(part.toInt()));
        }
        const QString field = object.value("field"_L1).toString(place.join(u'.'));
        return depth > 1 && !field.isEmpty() ? field + u": "_s + said : said;
    }
    return {};
}

QString sayingOf(const QJsonValue &value, int depth)
{
    if (value.isString()) {
        return value.toString().trimmed();
    }
    if (depth >= deepest) {
        return {};
    }
    if (value.isObject()) {
        return inObject(value.toObject(), depth + 1);
    }
    QStringList sayings;
    for (const QJsonValue each : value.toArray()) {
        const QString said = sayingOf(each, depth + 1);
        if (!said.isEmpty() && sayings.size() < mostSayings) {
            sayings.append(said);
        }
    }
    return sayings.join(u"; "_s);
}

QString inPage(const QString &page)
{
    static const QRegularExpression title(u"<title[^>]*>([^<]*)"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression unseen(u"<(script|style)\\b.*?(</\\1>|$)"_s,
                                           QRegularExpression::CaseInsensitiveOption |
                                               QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression tag(u"<[^>]*>?"_s);
    QString text = title.match(page).captured(1).trimmed();
    if (text.isEmpty()) {
        text = QString(page).remove(unseen).replace(tag, u" "_s);
    }
    return text.replace(u"&lt;"_s, u"<"_s)
        .replace(u"&gt;"_s, u">"_s)
        .replace(u"&quot;"_s, u"\""_s)
        .replace(u"&#39;"_s, u"'"_s)
        .replace(u"&nbsp;"_s, u" "_s)
        .replace(u"&amp;"_s, u"&"_s);
}

QString inOneLine(QString text)
{
    for (QChar &c : text) {
        const bool unseen = c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
        c = unseen ? u' ' : c;
    }
    text = text.simplified();
    return text.size() <= longestSaying ? text : text.first(longestSaying - 1) + u'…';
}

base::ErrorCode codeOf(int status, const Call &call)
{
    switch (status) {
    case 401:
    case 403:
    case 407:
        return base::ErrorCode::Denied;
    case 404:
    case 410:
        return base::ErrorCode::NotFound;
    case 405:
    case 501:
        return base::ErrorCode::Unsupported;
    case 409:
    case 412:
    case 423:
        return base::ErrorCode::Conflict;
    case 402: // of a quota that is used up
    case 408:
    case 425:
    case 429:
    case 503:
        return base::ErrorCode::Unavailable;
    default:
        break;
    }
    if (status >= 500) {
        return call.changes() ? base::ErrorCode::Timeout : base::ErrorCode::Unavailable;
    }
    return status >= 400 ? base::ErrorCode::Invalid : base::ErrorCode::Unavailable;
}

/// The field that a fault is about: the first of a list, and of those that are told by name.
QString fieldIn(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    const QJsonObject fault = document.isArray() ? document.array().first().toObject() : document.object();
    const QString field = fault.value("field"_L1).toString(fault.value("attr"_L1).toString());
    return field.isEmpty() ? fault.value("errors"_L1).toObject().keys().value(0) : field;
}

/// Of a quota that is used up: from when on there is some again, where it says so (`reset_at`: ISO 8601, or seconds).
std::optional<base::Instant> resetIn(const QByteArray &body)
{
    const QJsonObject said = QJsonDocument::fromJson(body).object();
    const QJsonValue nested = said.value("error"_L1)["reset_at"_L1];
    const QJsonValue at = said.contains("reset_at"_L1) ? said.value("reset_at"_L1) : nested;
    if (at.isDouble() && at.toDouble() > 0 && at.toDouble() < latestReset) {
        return base::fromMillis(at.toInteger() * 1000);
    }
    return base::parseIso(at.toString());
}

} // namespace

QString saidIn(const QByteArray &body, const QByteArray &contentType)
{
    const QByteArray read = body.first(std::min(body.size(), mostRead)).trimmed();
    if (read.isEmpty()) {
        return {};
    }
    // Within brackets also a bare string is a document.
    const QJsonDocument document = QJsonDocument::fromJson('[' + read + ']');
    if (document.isArray()) {
        return inOneLine(sayingOf(document.array().first()));
    }
    const QString text = QString::fromUtf8(read);
    const bool isPage = contentType.toLower().contains("html") || text.startsWith(u'<');
    return inOneLine(isPage ? inPage(text) : text);
}

base::Error errorOf(const Reply &reply, const Call &call)
{
    base::Error error{.code = codeOf(reply.status, call),
                      .detail = u"%1 answered %2"_s.arg(reply.url.host()).arg(reply.status)};
    const QString said = saidIn(reply.body, reply.header("Content-Type"));
    if (!said.isEmpty()) {
        error.detail += u": "_s + said;
    }
    if (reply.status >= 300 && reply.status < 400) {
        const QUrl to = reply.url.resolved(QUrl::fromEncoded(reply.header("Location")));
        error.detail += u"; it sends us to %1, which a change does not follow"_s.arg(
            to.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery));
    }
    if (error.code == base::ErrorCode::Unavailable) {
        if (const std::optional<base::Instant> reset = resetIn(reply.body)) {
            error.detail += againFrom(*reset);
        }
    }
    if (reply.status == 401) {
        error.field = u"credential"_s;
    } else if (error.code == base::ErrorCode::Invalid) {
        error.field = fieldIn(reply.body);
    }
    return error;
}

QString againFrom(base::Instant reset)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(base::toMillis(reset), Qt::UTC);
    return u"; it can be tried again from %1 on"_s.arg(at.toString(Qt::ISODate));
}

std::optional<base::Instant> resetTold(const base::Error &error)
{
    static const QRegularExpression telling(u"; it can be tried again from (\\S+) on$"_s);
    const QRegularExpressionMatch told = telling.match(error.detail);
    return error.code == base::ErrorCode::Unavailable && told.hasMatch() ? base::parseIso(told.captured(1))
                                                                         : std::nullopt;
}

} // namespace rest
