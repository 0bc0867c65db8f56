// SPDX-License-Identifier: Apache-2.0
#include "app/cli/net/ssereader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

constexpr qsizetype eventLimit = 32 * 1024 * 1024;

} // namespace

base::Result<QList<ServerEvent>> SseReader::feed(const QByteArray &piece)
{
    QList<ServerEvent> events;
    qsizetype at = 0;
    if (m_afterReturn && !piece.isEmpty()) {
        at = piece.at(0) == '\n' ? 1 : 0;
        m_afterReturn = false;
    }
    while (at < piece.size()) {
        const auto stop = std::find_if(piece.cbegin() + at, piece.cend(), [](char c) { return c == '\n' || c == '\r'; });
        const qsizetype end = stop - piece.cbegin();
        m_line.append(piece.constData() + at, end - at);
        if (m_line.size() + m_data.size() > eventLimit) {
            return base::invalid({}, u"an event of the stream is larger than 32 MiB"_s);
        }
        if (end == piece.size()) {
            break;
        }
        take(m_line, events);
        m_line.clear();
        at = end + 1;
        if (piece.at(end) == '\r') {
            m_afterReturn = at == piece.size();
            at += at < piece.size() && piece.at(at) == '\n' ? 1 : 0;
        }
    }
    return events;
}

void SseReader::take(const QByteArray &line, QList<ServerEvent> &into)
{
    if (line.isEmpty()) {
        if (m_hasData) {
            into.append({m_name, m_id, m_data});
        }
        m_name.clear();
        m_data.clear();
        m_hasData = false;
        return;
    }
    const qsizetype colon = line.indexOf(':');
    const QByteArray field = colon < 0 ? line : line.left(colon);
    QByteArray value = colon < 0 ? QByteArray() : line.mid(colon + 1);
    if (value.startsWith(' ')) {
        value.remove(0, 1);
    }
    if (field == "data") {
        if (m_hasData) {
            m_data += '\n';
        }
        m_data += value;
        m_hasData = true;
    } else if (field == "id") {
        m_id = value;
    } else if (field == "event") {
        m_name = value;
    }
}

} // namespace cli
