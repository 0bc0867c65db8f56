// SPDX-License-Identifier: Apache-2.0
// Identifiers that can't be mixed up. Each is a prefix and twelve lower-case base-32 characters (60 random bits), for
// instance `auto_k3v7q0m2x9ab`; ids that came from elsewhere are kept verbatim.
#pragma once

#include <QHashFunctions>
#include <QMetaType>
#include <QString>

namespace base {

/// `prefix` followed by twelve characters of `0-9a-v`, from a generator seeded by the system. An id is unique, not a
/// secret.
QString newId(const QString &prefix);

template <typename Tag> class Id
{
public:
    Id() = default;
    explicit Id(QString text) : m_text(std::move(text)) {}
    static Id make() { return Id(newId(QString::fromLatin1(Tag::prefix))); }

    const QString &text() const { return m_text; }
    bool isEmpty() const { return m_text.isEmpty(); }

    friend bool operator==(const Id &a, const Id &b) { return a.m_text == b.m_text; }
    friend bool operator<(const Id &a, const Id &b) { return a.m_text < b.m_text; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return qHash(id.m_text, seed); }

private:
    QString m_text;
};

struct AutomationTag
{
    static constexpr char prefix[] = "auto_";
};
struct RunTag
{
    static constexpr char prefix[] = "run_";
};
struct ConnectionTag
{
    static constexpr char prefix[] = "conn_";
};

using AutomationId = Id<AutomationTag>;
using RunId = Id<RunTag>;
using ConnectionId = Id<ConnectionTag>;

} // namespace base
