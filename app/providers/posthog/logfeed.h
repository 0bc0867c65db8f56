// SPDX-License-Identifier: Apache-2.0
// The log of one run as it comes. Of a run that is over the kept log is read; of any other the stream is opened first,
// then the kept log is read up to now, and what both have is told once. Without a stream it is looked at again and
// again.
#pragma once

#include "app/providers/posthog/storedlog.h"
#include "app/sync/rest/eventstream.h"

namespace providers::posthog {

/// Lives no longer than its service.
class LogFeed : public QObject
{
    Q_OBJECT

public:
    /// `from` is where the last part ended, empty at first.
    LogFeed(Service &service, const RunPlace &place, const QString &from);

    /// Where the next part begins: how many entries are read from the kept log, and how many came by stream since.
    QString position() const;
    /// What came since, as soon as there is any; an empty part where nothing comes for 10 s. One at a time.
    syncing::Answer<syncing::LogPart> next();

Q_SIGNALS:
    /// It is over, or nobody has asked for a minute.
    void done();

private:
    void begin();
    void open(const QByteArray &lastId);
    void onEvents(const QList<rest::Event> &events);
    void take(const rest::Event &event);
    void takeEntry(const QJsonObject &entry);
    void onStreamEnded(const base::Status &status);
    void dropStream();
    void readKept();
    void onKept(const base::Result<LogEntries> &part);
    void addKept(const QJsonObject &entry);
    void keptIsRead();
    void lookAgain();
    void end(const base::Status &status);
    void giveWhatIsThere();
    void close();

    Service &m_service;
    const RunPlace m_place;
    std::unique_ptr<rest::EventStream> m_stream;
    std::optional<rest::Promise<syncing::LogPart>> m_asked;
    std::optional<base::Status> m_end;
    QString m_position; // of what was handed out
    QByteArray m_bytes;
    qint64 m_read = 0;               // entries of the kept log
    qint64 m_skip = 0;               // of those that follow, told by a feed before this one
    QHash<QByteArray, int> m_ahead;  // told by the stream, not yet read from the kept log
    QHash<QByteArray, int> m_behind; // read from the kept log, not yet told by the stream
    QList<QJsonObject> m_waiting;    // came by the stream while the kept log was read
    QTimer m_longWait;
    QTimer m_idle;
    QTimer m_again;
    bool m_reading = false;
    bool m_readAgain = false; // something came while it was read
    bool m_isOver = false;    // the run
};

} // namespace providers::posthog
