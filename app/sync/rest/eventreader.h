// SPDX-License-Identifier: Apache-2.0
// Reads server-sent events out of bytes that come in any pieces, as the HTML standard (9.2.6) has them.
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace rest {

struct Event
{
    QByteArray type; ///< Empty is `message`.
    QByteArray data; ///< Its lines joined by line feeds.
    QByteArray id;   ///< The last one that was given, with this event or before it.

    friend bool operator==(const Event &, const Event &) = default;
};

class EventReader
{
public:
    /// `lastId` is that of the last event of a connection before.
    explicit EventReader(QByteArray lastId = {}) : m_lastId(std::move(lastId)) {}

    /// The events that are complete with these bytes. Corrupt where one is longer than 8 MiB; nothing more is read
    /// then.
    base::Result<QList<Event>> read(const QByteArray &bytes);
    const QByteArray &lastId() const { return m_lastId; }
    /// What the server asks to wait before the next connection, in milliseconds.
    std::optional<qint64> retry() const { return m_retry; }

private:
    void take(const QByteArray &line, QList<Event> &into);
    void field(const QByteArray &name, const QByteArray &value);

    QByteArray m_line;
    QByteArray m_type;
    QByteArray m_data;
    QByteArray m_lastId;
    std::optional<qint64> m_retry;
    bool m_hasData = false;
    bool m_first = true;    // of all lines, which may have a byte order mark
    bool m_afterCr = false; // a line feed now belongs to the line before
};

} // namespace rest
