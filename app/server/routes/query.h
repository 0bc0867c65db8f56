// SPDX-License-Identifier: Apache-2.0
// The query of a request, decoded: names with their values in order. `+` is a space, as forms write it.
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <optional>
#include <utility>

namespace server {

/// Percent-decoded text; `+` stays itself.
QString decoded(const QByteArray &encoded);

class Query
{
public:
    static Query parse(const QByteArray &encoded);

    /// The first value of a name, if it stands there.
    std::optional<QString> value(const QString &name) const;
    QStringList values(const QString &name) const;
    /// A whole number of at least 0; `fallback` where the name is missing. Invalid otherwise.
    base::Result<qint64> number(const QString &name, qint64 fallback) const;
    /// `1` or `true`, `0` or `false` or missing. Invalid otherwise.
    base::Result<bool> flag(const QString &name) const;
    /// Invalid where a name is none of `known`.
    base::Status expectOnly(const QStringList &known) const;

private:
    QList<std::pair<QString, QString>> m_items;
};

/// The names that pageOf() reads.
inline QStringList pageNames()
{
    return {QStringLiteral("limit"), QStringLiteral("after")};
}

/// A part of a list that is kept whole: at most `limit` (missing or 0 is all), behind the one whose id is `after`.
/// Invalid where there is none, or the number is none.
template <typename List, typename IdOf> base::Result<List> pageOf(const List &all, const Query &query, IdOf idOf)
{
    TRY(const qint64 limit, query.number(QStringLiteral("limit"), 0));
    qsizetype from = 0;
    if (const std::optional<QString> after = query.value(QStringLiteral("after"))) {
        while (from < all.size() && idOf(all.at(from)) != *after) {
            ++from;
        }
        if (from++ == all.size()) {
            return base::invalid(QStringLiteral("after"), QStringLiteral("after must be the id of one in the list"));
        }
    }
    List page;
    for (qsizetype i = from; i < all.size() && (limit == 0 || page.size() < limit); ++i) {
        page.append(all.at(i));
    }
    return page;
}

} // namespace server
