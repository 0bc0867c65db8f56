// SPDX-License-Identifier: Apache-2.0
// Little-endian numbers out of a file in memory. Looking beyond its end is a Refusal, never a crash.
#pragma once

#include "app/archiver/refusal.h"

namespace archiver {

class Bytes
{
public:
    Bytes(const uchar *data, qint64 size) : m_data(data), m_size(size) {}

    qint64 size() const { return m_size; }
    quint32 number16(qint64 at) const
    {
        need(at, 2);
        return quint32(m_data[at]) | quint32(m_data[at + 1]) << 8U;
    }
    quint32 number32(qint64 at) const { return number16(at) | number16(at + 2) << 16U; }
    QByteArray text(qint64 at, qint64 length) const
    {
        need(at, length);
        return {reinterpret_cast<const char *>(m_data + at), int(length)};
    }
    /// Whether the four bytes of a record's mark stand there.
    bool marks(qint64 at, quint32 mark) const { return at >= 0 && at <= m_size - 4 && number32(at) == mark; }

private:
    void need(qint64 at, qint64 length) const
    {
        if (at < 0 || length < 0 || at > m_size - length) {
            throw Refusal{"truncated", {}, "the file ends in the middle of a record"};
        }
    }

    const uchar *m_data;
    qint64 m_size;
};

inline constexpr quint32 localMark = 0x04034b50;
inline constexpr quint32 centralMark = 0x02014b50;
inline constexpr quint32 endMark = 0x06054b50;
inline constexpr quint32 locatorMark = 0x07064b50; ///< Of a zip64 ending.
inline constexpr quint32 descriptorMark = 0x08074b50;

} // namespace archiver
