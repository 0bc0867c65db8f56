// SPDX-License-Identifier: Apache-2.0
#include "ui/log/find/findplaces.h"

namespace ui {

namespace {

/// Places in UTF-8 as columns of the text they were found in.
class Columns
{
public:
    explicit Columns(const QByteArray &bytes) : m_bytes(bytes) {}

    int at(qsizetype byte)
    {
        if (byte < m_byte)
            m_byte = m_column = 0;
        m_column += QString::fromUtf8(m_bytes.sliced(m_byte, byte - m_byte)).size();
        m_byte = byte;
        return int(m_column);
    }

private:
    const QByteArray &m_bytes;
    qsizetype m_byte = 0;
    qsizetype m_column = 0;
};

} // namespace

QList<LogMatch> placesIn(const search::Matcher &matcher, const QString &text, bool current)
{
    const QByteArray bytes = text.toUtf8();
    Columns columns(bytes);
    QList<LogMatch> found;
    for (const search::Span &place : matcher.places(bytes)) {
        const int start = columns.at(place.start);
        found.append({start, columns.at(place.end) - start, current});
        current = false;
    }
    return found;
}

} // namespace ui
