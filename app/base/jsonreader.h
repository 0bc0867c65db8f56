// SPDX-License-Identifier: Apache-2.0
// Reads a JSON object field by field and remembers the first thing that was wrong, by name. Fields nobody asked for are
// an error, so that a misspelt name never passes silently.
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/base/wordtable.h"

#include <QJsonObject>
#include <QStringList>
#include <QVarLengthArray>

#include <optional>

namespace base {

class JsonReader
{
public:
    explicit JsonReader(const QJsonObject &object);

    bool has(QLatin1StringView name) const { return m_object.contains(name); }
    /// Whether it stands there as null; it is known then.
    bool isNull(QLatin1StringView name);

    /// Each reads `name` into its target if the object has it; an absent field leaves the target as it is.
    void text(QLatin1StringView name, QString &into);
    void flag(QLatin1StringView name, bool &into);
    /// A whole number from `least` to `most`.
    void integer(QLatin1StringView name, qint64 &into, qint64 least, qint64 most);
    /// The same, where null means "none".
    void integer(QLatin1StringView name, std::optional<qint64> &into, qint64 least, qint64 most);
    void texts(QLatin1StringView name, QStringList &into);
    void object(QLatin1StringView name, QJsonObject &into);
    void instant(QLatin1StringView name, std::optional<Instant> &into);
    /// An array handed to `each` element by element with its index; `each` answers ok or an error inside the element.
    void array(QLatin1StringView name, const std::function<Status(const QJsonValue &, int)> &each);
    /// One of `words`; sets `into` to its index.
    void word(QLatin1StringView name, const QStringList &words, int &into);
    template <typename Enum, Enum Last>
    void word(QLatin1StringView name, const WordTable<Enum, Last> &words, Enum &into)
    {
        int index = static_cast<int>(into);
        word(name, words.words(), index);
        into = static_cast<Enum>(index);
    }
    /// Known but not ours to read (read-only fields that `show` prints).
    void ignore(const QStringList &names);
    /// Remembers an error found by the caller, unless an earlier one stands.
    void fail(const Error &error);

    /// The first error, or the first unknown field, or ok.
    Status finish();

private:
    QJsonValue take(QLatin1StringView name);
    void know(QJsonObject::const_iterator field);
    void readNumber(QLatin1StringView name, const QJsonValue &value, qint64 &into, qint64 least, qint64 most);
    void wrongType(QLatin1StringView name, const QString &expected);

    const QJsonObject m_object;
    QVarLengthArray<bool, 64> m_known; ///< By the place of the field in the object.
    std::optional<Error> m_error;
};

} // namespace base
