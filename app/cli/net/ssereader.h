// SPDX-License-Identifier: Apache-2.0
// Reads an event stream (text/event-stream) piece by piece as it comes from the wire; line ends may be LF, CR or CR LF and
// may be torn between two pieces.
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QList>

namespace cli {

struct ServerEvent
{
    QByteArray name; ///< Empty is the unnamed kind.
    QByteArray id;   ///< The last id the stream has named so far.
    QByteArray data; ///< Lines joined by `\n`.

    friend bool operator==(const ServerEvent &, const ServerEvent &) = default;
};

class SseReader
{
public:
    /// The events that `piece` completes. Invalid when a line or an event grows beyond 32 MiB; the reader is then done.
    base::Result<QList<ServerEvent>> feed(const QByteArray &piece);

private:
    void take(const QByteArray &line, QList<ServerEvent> &into);

    QByteArray m_line;
    QByteArray m_id;
    QByteArray m_name;
    QByteArray m_data;
    bool m_hasData = false;
    bool m_afterReturn = false; ///< A line feed that follows belongs to the carriage return before.
};

} // namespace cli
