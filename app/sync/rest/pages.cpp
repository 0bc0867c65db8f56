// SPDX-License-Identifier: Apache-2.0
#include "app/sync/rest/pages.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace rest {

namespace {

base::Error corrupt(const QString &detail)
{
    return {.code = base::ErrorCode::Corrupt, .detail = detail};
}

/// The links of the header with their parameters: `<url>; rel="next", …`. Commas may stand in both.
QByteArrayList linksIn(const QByteArray &header)
{
    QByteArrayList links{QByteArray()};
    bool inAddress = false;
    bool inQuotes = false;
    for (const char c : header) {
        if (c == '"' && !inAddress) {
            inQuotes = !inQuotes;
        } else if (!inQuotes && (c == '<' || c == '>')) {
            inAddress = c == '<';
        }
        if (c == ',' && !inAddress && !inQuotes) {
            links.append(QByteArray());
        } else {
            links.last().append(c);
        }
    }
    return links;
}

bool leadsOn(const QByteArray &parameters)
{
    for (const QByteArray &parameter : parameters.split(';')) {
        const QByteArray lower = parameter.trimmed().toLower();
        if (lower.startsWith("rel=")) {
            return lower.sliced(4).replace('"', "").split(' ').contains("next");
        }
    }
    return false;
}

base::Result<QUrl> linked(const Reply &reply, const QByteArray &address)
{
    const QUrl url = reply.url.resolved(QUrl::fromEncoded(address, QUrl::StrictMode));
    if (!url.isValid() || url.host().isEmpty()) {
        return corrupt(u"the address of the next part of the list is none: %1"_s.arg(QString::fromLatin1(address)));
    }
    if (!net::isSameOrigin(reply.url, url)) {
        return corrupt(u"the next part of the list would be at another server: %1"_s.arg(url.host()));
    }
    return url;
}

} // namespace

base::Result<QUrl> nextLink(const Reply &reply)
{
    for (const QByteArray &link : linksIn(reply.header("Link"))) {
        const qsizetype from = link.indexOf('<');
        const qsizetype to = link.indexOf('>', from + 1);
        if (from >= 0 && to > from && leadsOn(link.sliced(to + 1))) {
            return linked(reply, link.sliced(from + 1, to - from - 1));
        }
    }
    return QUrl();
}

base::Result<QUrl> nextLink(const Reply &reply, const QJsonValue &link)
{
    if (link.isNull() || link.isUndefined() || (link.isString() && link.toString().isEmpty())) {
        return QUrl();
    }
    if (!link.isString()) {
        return corrupt(u"the address of the next part of the list is no text"_s);
    }
    return linked(reply, link.toString().toUtf8());
}

base::Status PageWatch::take(const QString &asked, const QStringList &ids, const QString &next)
{
    if (asked.isEmpty()) {
        m_cursors.clear();
        m_ids.clear();
    }
    m_cursors.insert(asked);
    if (!next.isEmpty() && m_cursors.contains(next)) {
        return corrupt(u"the list leads back to a part that was read already"_s);
    }
    const bool isNew =
        ids.isEmpty() || std::any_of(ids.begin(), ids.end(), [this](const QString &id) { return !m_ids.contains(id); });
    if (!isNew) {
        return corrupt(u"the list gives the same part twice"_s);
    }
    m_ids.unite(QSet<QString>(ids.begin(), ids.end()));
    return {};
}

base::Status PageWatch::checkTotal(qint64 told) const
{
    if (m_ids.size() < told) {
        return corrupt(u"the list has %1 entries by its own count, but only %2 came"_s.arg(told).arg(m_ids.size()));
    }
    return {};
}

base::Error pageError(const base::Error &error, const QString &cursor)
{
    base::Error told = error;
    if (!cursor.isEmpty() && error.code == base::ErrorCode::NotFound) {
        told.code = base::ErrorCode::Corrupt;
        told.detail = u"a part of the list is missing: "_s + error.detail;
    }
    return told;
}

} // namespace rest
