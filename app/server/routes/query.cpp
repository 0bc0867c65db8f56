// SPDX-License-Identifier: Apache-2.0
#include "app/server/routes/query.h"

#include "app/domain/hooks/form.h"

using namespace Qt::StringLiterals;

namespace server {

QString decoded(const QByteArray &encoded)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(encoded));
}

Query Query::parse(const QByteArray &encoded)
{
    Query query;
    query.m_items = domain::formItems(encoded);
    return query;
}

std::optional<QString> Query::value(const QString &name) const
{
    for (const auto &[key, value] : m_items) {
        if (key == name) {
            return value;
        }
    }
    return std::nullopt;
}

QStringList Query::values(const QString &name) const
{
    QStringList all;
    for (const auto &[key, value] : m_items) {
        if (key == name) {
            all.append(value);
        }
    }
    return all;
}

base::Result<qint64> Query::number(const QString &name, qint64 fallback) const
{
    const std::optional<QString> text = value(name);
    if (!text) {
        return fallback;
    }
    bool fits = false;
    const qint64 number = text->toLongLong(&fits);
    if (!fits || number < 0) {
        return base::invalid(name, u"%1 must be a whole number of at least 0"_s.arg(name));
    }
    return number;
}

base::Result<bool> Query::flag(const QString &name) const
{
    const QString text = value(name).value_or(u"0"_s);
    if (text == u"1"_s || text == u"true"_s) {
        return true;
    }
    if (text == u"0"_s || text == u"false"_s) {
        return false;
    }
    return base::invalid(name, u"%1 must be 1 or 0"_s.arg(name));
}

base::Status Query::expectOnly(const QStringList &known) const
{
    for (const auto &[key, value] : m_items) {
        if (!known.contains(key)) {
            return base::invalid(key, known.isEmpty() ? u"%1 is not known; this route takes no query"_s.arg(key)
                                                      : u"%1 is not known; use %2"_s.arg(key, known.join(u", "_s)));
        }
    }
    return {};
}

} // namespace server
