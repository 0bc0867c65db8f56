// SPDX-License-Identifier: Apache-2.0
#include "app/sync/rest/eventreader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace rest {

namespace {

constexpr qsizetype longestEvent = 8 << 20;
constexpr qint64 longestRetry = 3600000;

} // namespace

base::Result<QList<Event>> EventReader::read(const QByteArray &bytes)
{
    QList<Event> events;
    qsizetype from = 0;
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        const char c = bytes.at(at);
        const bool isRest = c == '\n' && m_afterCr;
        m_afterCr = false;
        if (isRest) {
            from = at + 1;
        } else if (c == '\n' || c == '\r') {
            m_line += bytes.sliced(from, at - from);
            take(std::exchange(m_line, {}), events);
            m_afterCr = c == '\r';
            from = at + 1;
        }
    }
    m_line += bytes.sliced(from);
    if (m_line.size() > longestEvent || m_data.size() > longestEvent) {
        return base::Error{.code = base::ErrorCode::Corrupt,
                           .detail = u"an event of the stream is longer than 8 MiB"_s};
    }
    return events;
}

void EventReader::take(const QByteArray &given, QList<Event> &into)
{
    const bool marked = std::exchange(m_first, false) && given.startsWith("\xef\xbb\xbf");
    const QByteArray line = marked ? given.sliced(3) : given;
    if (line.isEmpty()) {
        if (m_hasData) {
            into.append({m_type, m_data, m_lastId});
        }
        m_type.clear();
        m_data.clear();
        m_hasData = false;
        return;
    }
    const qsizetype colon = line.indexOf(':');
    if (colon < 0) {
        field(line, {});
    } else if (colon > 0) { // what begins with a colon is a comment
        const qsizetype value = colon + (colon + 1 < line.size() && line.at(colon + 1) == ' ' ? 2 : 1);
        field(line.first(colon), line.sliced(value));
    }
}

void EventReader::field(const QByteArray &name, const QByteArray &value)
{
    if (name == "data") {
        m_data += m_hasData ? '\n' + value : value;
        m_hasData = true;
    } else if (name == "event") {
        m_type = value;
    } else if (name == "id" && !value.contains('\0')) {
        m_lastId = value;
    } else if (name == "retry" && !value.isEmpty() &&
               std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        bool fits = false;
        const qint64 wanted = value.toLongLong(&fits);
        m_retry = fits ? std::min(wanted, longestRetry) : longestRetry;
    }
}

} // namespace rest
