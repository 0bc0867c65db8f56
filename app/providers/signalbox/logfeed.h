// SPDX-License-Identifier: Apache-2.0
// The log of one remote run as it comes: a stream that is read no faster than somebody asks for it.
#pragma once

#include "app/sync/provider.h"
#include "app/sync/rest/eventstream.h"

namespace providers::signalbox {

/// Lives no longer than its client.
class LogFeed : public QObject
{
    Q_OBJECT

public:
    LogFeed(rest::RestClient &client, const QString &run, const QByteArray &from);

    /// Where the next part begins.
    const QByteArray &position() const { return m_position; }
    /// What came since, as soon as there is any; an empty part where nothing comes for 10 s. One at a time.
    syncing::Answer<syncing::LogPart> next();

Q_SIGNALS:
    /// It is over, or nobody has asked for a minute.
    void done();

private:
    void take(const QList<rest::Event> &events);
    void onEnded(const base::Status &status);
    void giveWhatIsThere();

    rest::EventStream m_stream;
    std::optional<rest::Promise<syncing::LogPart>> m_asked;
    std::optional<base::Status> m_end;
    QByteArray m_bytes;
    QByteArray m_position; // of what was handed out
    QByteArray m_readUpTo;
    QTimer m_longWait;
    QTimer m_idle;
};

} // namespace providers::signalbox
