// SPDX-License-Identifier: Apache-2.0
// Bytes to be found again and again in other bytes: two of them, the rarest by experience, are looked for at their
// distance, many places at a time; only where both stand is the rest compared.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <algorithm>

namespace search {

/// A value; any thread.
class Needle
{
public:
    Needle() = default;
    /// `text` is not empty.
    explicit Needle(QByteArray text);

    const QByteArray &text() const { return m_text; }
    /// The first place in `hay` at or after `from`, -1 when there is none.
    qsizetype find(QByteArrayView hay, qsizetype from) const;
    /// So many bytes from a place on may be looked at.
    qsizetype reach() const { return std::max<qsizetype>(m_text.size(), sizeof(quint64)); }
    /// Where in the text the two bytes are.
    qsizetype rarest() const { return m_rarest; }
    qsizetype second() const { return m_second; }

private:
    QByteArray m_text;
    qsizetype m_rarest = 0;
    qsizetype m_second = 0;
};

} // namespace search
