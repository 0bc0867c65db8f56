// SPDX-License-Identifier: Apache-2.0
#include "app/cli/net/runfollower.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace cli {

namespace {

/// Between two attempts.
constexpr auto pause = 200ms;
/// The engine sends a comment every 15 s; this long without anything is a dead connection.
constexpr auto longestSilence = 45s;
/// A connection that lived this long was a good one, even if no line came.
constexpr qint64 goodMs = 2000;

} // namespace

RunFollower::RunFollower(HttpClient &http, QString runId, QObject *parent)
    : QObject(parent), m_http(http), m_runId(std::move(runId))
{
    m_retry.setSingleShot(true);
    m_silence.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &RunFollower::open);
    connect(&m_silence, &QTimer::timeout, this, [this] {
        lose(base::unavailable(u"following %1"_s.arg(m_runId), u"the engine has fallen silent"_s));
    });
}

void RunFollower::start(const QByteArray &lastSeen)
{
    m_lastId = lastSeen;
    open();
}

void RunFollower::stop()
{
    m_over = true;
    m_retry.stop();
    m_silence.stop();
    if (m_reply) {
        m_reply->disconnect(&m_http);
        m_reply->abort();
        m_reply->deleteLater();
        m_reply.clear();
    }
}

void RunFollower::open()
{
    ApiRequest request;
    request.path = "/api/automations/runs/" + segment(m_runId) + "/stream";
    request.lastEventId = m_lastId;
    m_reader = SseReader();
    m_opened.start();
    // While the engine is away an attempt must not outlive what is left of the patience.
    m_silence.start(m_away.isValid() ? m_patience : std::chrono::milliseconds(longestSilence));
    const QPointer<RunFollower> self(this);
    m_reply = m_http.stream(
        request,
        [self](const QByteArray &piece) {
            if (self && !self->m_over) {
                self->read(piece);
            }
        },
        [self](const base::Result<QByteArray> &end) {
            if (self && !self->m_over) {
                self->lose(end ? base::unavailable(u"following %1"_s.arg(self->m_runId), u"the stream broke off"_s)
                               : end.error());
            }
        });
}

void RunFollower::read(const QByteArray &piece)
{
    m_silence.start(longestSilence);
    const auto events = m_reader.feed(piece);
    if (!events) {
        fail(events.error());
        return;
    }
    for (const ServerEvent &event : *events) {
        take(event);
        if (m_over) {
            return;
        }
    }
}

void RunFollower::take(const ServerEvent &event)
{
    m_away.invalidate();
    if (event.name == "end") {
        const QString status = QJsonDocument::fromJson(event.data).object().value("status"_L1).toString();
        if (status.isEmpty()) {
            fail(base::unavailable(u"following %1"_s.arg(m_runId), u"the stream ended without a status"_s));
            return;
        }
        stop();
        Q_EMIT ended(status);
        return;
    }
    if (event.name.isEmpty()) {
        m_lastId = event.id;
        // One line of a log has no line feed; what came as several lines was parted at carriage returns.
        Q_EMIT line(event.id.toLongLong(), QString::fromUtf8(event.data).replace(u'\n', u'\r'));
    }
}

void RunFollower::lose(const base::Error &error)
{
    if (error.code != base::ErrorCode::Unavailable && error.code != base::ErrorCode::Timeout) {
        fail(error);
        return;
    }
    const bool wasGood = m_opened.elapsed() >= goodMs && m_reply &&
                         m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 200;
    if (!m_away.isValid() || wasGood) {
        m_away.start();
    }
    if (m_away.elapsed() >= m_patience.count()) {
        fail(base::unavailable(u"following %1"_s.arg(m_runId),
                               u"the engine has gone and did not come back within %1 s (%2)"_s
                                   .arg(std::chrono::duration_cast<std::chrono::seconds>(m_patience).count())
                                   .arg(error.message())));
        return;
    }
    m_silence.stop();
    if (m_reply) {
        m_reply->disconnect(&m_http);
        m_reply->abort();
        m_reply.clear();
    }
    m_retry.start(pause);
}

void RunFollower::fail(const base::Error &error)
{
    stop();
    Q_EMIT failed(error);
}

} // namespace cli
