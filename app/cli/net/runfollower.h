// SPDX-License-Identifier: Apache-2.0
// Follows the log of a run until the run is over. A connection that drops is taken up again where it broke off; an engine
// that stays away is an error after a few seconds.
#pragma once

#include "app/base/result.h"
#include "app/cli/net/httpclient.h"
#include "app/cli/net/ssereader.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

namespace cli {

class RunFollower : public QObject
{
    Q_OBJECT

public:
    RunFollower(HttpClient &http, QString runId, QObject *parent = nullptr);

    /// Begins with the line after `lastSeen`; empty is the beginning.
    void start(const QByteArray &lastSeen = {});
    /// Ends without a further signal.
    void stop();
    /// How long an engine may stay away; 5 s where not set.
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }

Q_SIGNALS:
    void line(qint64 number, const QString &text);
    /// The run is over; its final status. Last signal.
    void ended(const QString &status);
    /// Last signal.
    void failed(const base::Error &error);

private:
    void open();
    void read(const QByteArray &piece);
    void take(const ServerEvent &event);
    void lose(const base::Error &error);
    void fail(const base::Error &error);

    HttpClient &m_http;
    QString m_runId;
    std::chrono::milliseconds m_patience{5000};
    QPointer<QNetworkReply> m_reply;
    SseReader m_reader;
    QByteArray m_lastId;
    bool m_over = false;
    QElapsedTimer m_opened; ///< Since this connection was begun.
    QElapsedTimer m_away;   ///< Since the engine was last known to be there; invalid while it is.
    QTimer m_retry;
    QTimer m_silence;
};

} // namespace cli
