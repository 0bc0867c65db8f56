// SPDX-License-Identifier: Apache-2.0
// A stream of server-sent events that is opened again where it broke, after the last event that came.
#pragma once

#include "app/sync/rest/eventreader.h"
#include "app/sync/rest/restclient.h"

#include <QPointer>
#include <QTimer>

namespace rest {

/// Lives on its client's thread and no longer than the client. Destroy it to end the stream.
class EventStream : public QObject
{
    Q_OBJECT

public:
    EventStream(RestClient &client, Call call, const QByteArray &lastId, QObject *parent = nullptr);

    void start();
    /// While held back nothing more is read.
    void holdBack(bool held);
    /// Of the last event that was handed on.
    const QByteArray &lastId() const { return m_lastId; }

Q_SIGNALS:
    /// A connection stands: what happens there from now on will arrive.
    void opened();
    void arrived(const QList<rest::Event> &events);
    /// Once: the server has nothing more (ok), refuses, or can't be reached any more.
    void ended(const base::Status &status);

private:
    void connectAgain();
    void onAnswered();
    void onBody(const QByteArray &bytes);
    void onFinished(const base::Status &status);
    void refused(const Reply &reply);
    void waitAndConnect(const base::Error &why);
    void end(const base::Status &status);

    RestClient &m_client;
    Call m_call;
    QByteArray m_lastId;
    std::unique_ptr<EventReader> m_reader; // while events come
    net::Exchange *m_exchange = nullptr;
    QByteArray m_refusal;
    QTimer m_pause;
    quint64 m_generation = 0;
    int m_attempts = 0; // since the last event
    bool m_held = false;
    bool m_renewed = false;
    bool m_over = false;
};

} // namespace rest
