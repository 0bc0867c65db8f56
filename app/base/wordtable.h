// SPDX-License-Identifier: Apache-2.0
// One word for each value of an enumeration, as JSON forms and the database write it; read in both directions. A table
// that leaves a value out, or has one in the wrong place, does not compile.
#pragma once

#include <QString>
#include <QStringList>

#include <array>
#include <optional>

namespace base {

template <typename Enum> struct Word
{
    Enum value;
    QStringView text;
};

/// For an enumeration that counts from 0 to `Last`.
template <typename Enum, Enum Last> class WordTable
{
public:
    static constexpr size_t size = static_cast<size_t>(Last) + 1;

    /// In the order of the enumeration, a literal each.
    consteval explicit WordTable(const std::array<Word<Enum>, size> &words) : m_words(words)
    {
        for (size_t i = 0; i < size; ++i) {
            if (static_cast<size_t>(words[i].value) != i) {
                throw "a value is not where it belongs";
            }
        }
    }

    QString of(Enum value) const
    {
        const QStringView text = m_words[static_cast<size_t>(value)].text;
        return QString::fromRawData(text.data(), text.size());
    }
    /// Empty where no value has this word.
    std::optional<Enum> find(QStringView text) const
    {
        for (const Word<Enum> &word : m_words) {
            if (word.text == text) {
                return word.value;
            }
        }
        return std::nullopt;
    }
    QList<Enum> values() const
    {
        QList<Enum> all;
        for (const Word<Enum> &word : m_words) {
            all.append(word.value);
        }
        return all;
    }
    QStringList words() const
    {
        QStringList all;
        for (const Word<Enum> &word : m_words) {
            all.append(of(word.value));
        }
        return all;
    }

private:
    std::array<Word<Enum>, size> m_words;
};

} // namespace base
