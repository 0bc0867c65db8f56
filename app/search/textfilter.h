// SPDX-License-Identifier: Apache-2.0
// Which words may be in a block of lines: a small table of bits, one for every run of four bytes that holds no digit.
// Digits are left out because in a log nearly every run of them is somewhere in every block. Letters count without
// case.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <array>

namespace search {

/// Makes filters, one after the other. One thread at a time.
class FilterMaker
{
public:
    /// Whole lines, as they came; what they show is what counts.
    void add(QByteArrayView lines);
    /// The filter of what was added since the last one, in at most `most` bytes where that is any use; empty when so
    /// many runs were added that it would say nothing.
    QByteArray finish(qsizetype most);

private:
    static constexpr size_t places = 1 << 15;

    std::array<unsigned char, places> m_seen{}; ///< A byte each: a bit would have to be read first.
    QByteArray m_buffer;
    bool m_ascii = true;
};

/// A view of what FilterMaker made; of anything else it says that everything may be in it.
class TextFilter
{
public:
    explicit TextFilter(QByteArrayView bytes);

    /// All bytes were below 0x80.
    bool isAscii() const { return m_ascii; }
    /// False when `text` is surely in no line, whatever its case.
    bool mayHold(QByteArrayView text) const;

private:
    QByteArrayView m_bits;
    int m_shift = 0; ///< From a hash to a place.
    bool m_known = false;
    bool m_ascii = false;
};

} // namespace search
