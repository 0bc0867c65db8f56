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

} // namespace server
