// SPDX-License-Identifier: Apache-2.0
// One request and its answer. A request that may have been received is never sent a second time, but a HEAD; a redirect
// is followed within one origin only, so that no header reaches anybody else.
#pragma once

#include "app/base/result.h"
#include "app/net/request.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QSslError>
#include <QTimer>

class QNetworkReply;

namespace net {

/// What is known of a request that got no answer.
enum class Sent {
    Never,   ///< Nothing of it has left: it may be asked again without a second thought.
    Perhaps, ///< It may have arrived, whole or not.
};

/// Stays on the thread that made it.
class Exchange : public QObject
{
    Q_OBJECT

public:
    explicit Exchange(Request request, QObject *parent = nullptr);
    ~Exchange() override;

    void start();
    /// finished() follows with Cancelled.
    void abort();
    /// While held back nothing more is read, and silence does not count.
    void holdBack(bool held);

    const Answer &answer() const { return m_answer; }
    const Timing &timing() const { return m_timing; }
    /// Of the last request; those before it were answered with a redirection.
    Sent sent() const { return m_sent; }

Q_SIGNALS:
    void redirected(int status, const QUrl &to);
    /// Status and headers of the last answer are there.
    void answered();
    /// A part of its body.
    void body(const QByteArray &bytes);
    /// Once, at the end. An answer of whatever status is no error.
    void finished(const base::Status &status);

private:
    void send();
    QNetworkRequest request() const;
    QNetworkReply *post(const QNetworkRequest &made);
    base::Status trust(QSslConfiguration &configuration) const;
    void onHeaders();
    void onReadyRead();
    void onReplyFinished();
    std::optional<QUrl> redirection() const;
    base::Status follow(const QUrl &to);
    void give(const base::Status &status);

    Request m_request;
    QNetworkAccessManager m_manager;
    QNetworkReply *m_reply = nullptr;
    QList<QSslError> m_tls;
    Answer m_answer;
    Timing m_timing;
    QElapsedTimer m_since;
    QTimer m_silence;
    QTimer m_deadline;
    qint64 m_read = 0;
    int m_followed = 0;
    Sent m_sent = Sent::Never;
    bool m_left = false; // as far as Qt tells: it does not of a body that was sent in part, nor of an empty one
    bool m_held = false;
    bool m_told = false; // the headers of this answer
    bool m_over = false;
};

} // namespace net
