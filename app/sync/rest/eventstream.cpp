// SPDX-License-Identifier: Apache-2.0
#include "app/sync/rest/eventstream.h"

#include "app/sync/rest/attempts.h"
#include "app/sync/rest/errorreader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace rest {

namespace {

constexpr qsizetype longestRefusal = 64 << 10;
constexpr qint64 noLimit = std::numeric_limits<qint64>::max();
constexpr base::Millis longestStream = base::Seconds(86400); // a stream is opened again after it

} // namespace

EventStream::EventStream(RestClient &client, Call call, const QByteArray &lastId, QObject *parent)
    : QObject(parent), m_client(client), m_call(std::move(call)), m_lastId(lastId)
{
    m_call.expects = Expects::Anything;
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &EventStream::connectAgain);
}

void EventStream::start()
{
    connectAgain();
}

void EventStream::holdBack(bool held)
{
    m_held = held;
    if (m_exchange) {
        m_exchange->holdBack(held);
    }
}

void EventStream::connectAgain()
{
    base::Result<net::Request> request = m_client.requestOf(m_call);
    if (!request) {
        end(request.error());
        return;
    }
    request->headers.emplaceBack("Accept", "text/event-stream");
    if (!m_lastId.isEmpty() && net::isHeaderValue(m_lastId)) {
        request->headers.emplaceBack("Last-Event-ID", m_lastId);
    }
    request->longestSilence = m_client.remote().habits.streamSilence;
    request->longest = longestStream;
    request->mostBytes = noLimit;
    m_generation = m_client.generation();
    m_reader.reset();
    m_refusal.clear();
    m_exchange = new net::Exchange(*std::move(request), this);
    connect(m_exchange, &net::Exchange::answered, this, &EventStream::onAnswered);
    connect(m_exchange, &net::Exchange::body, this, &EventStream::onBody);
    connect(m_exchange, &net::Exchange::finished, this, &EventStream::onFinished);
    m_exchange->start();
    m_exchange->holdBack(m_held);
}

void EventStream::onAnswered()
{
    const net::Answer &answer = m_exchange->answer();
    if (answer.status == 200 && answer.header("Content-Type").toLower().startsWith("text/event-stream")) {
        m_reader = std::make_unique<EventReader>(m_lastId);
        Q_EMIT opened();
    }
}

void EventStream::onBody(const QByteArray &bytes)
{
    if (m_over) {
        return;
    }
    if (!m_reader) {
        m_refusal += bytes.first(std::min(bytes.size(), longestRefusal - m_refusal.size()));
        return;
    }
    const base::Result<QList<Event>> events = m_reader->read(bytes);
    if (!events) {
        end(events.error());
        return;
    }
    if (!events->isEmpty()) {
        m_attempts = 0;
        m_renewed = false;
        m_lastId = events->last().id;
        Q_EMIT arrived(*events);
    }
}

void EventStream::onFinished(const base::Status &status)
{
    net::Exchange *exchange = std::exchange(m_exchange, nullptr);
    exchange->deleteLater();
    if (m_over) {
        return;
    }
    if (m_reader) {
        waitAndConnect(status ? base::unavailable(
                                    {}, u"the stream of %1 ends again and again"_s.arg(exchange->answer().url.host()))
                              : status.error());
    } else if (!status) {
        waitAndConnect(lost(m_call, exchange->sent(), status.error()));
    } else {
        const net::Answer &answer = exchange->answer();
        refused({.status = answer.status, .headers = answer.headers, .body = m_refusal, .url = answer.url});
    }
}

void EventStream::refused(const Reply &reply)
{
    if (reply.status == 204) {
        end({});
    } else if (reply.status == 401 && m_client.canRenew() && !std::exchange(m_renewed, true)) {
        m_client.renewSince(m_generation, [self = QPointer(this)](const base::Status &status) {
            if (self) {
                status ? self->connectAgain() : self->end(status);
            }
        });
    } else if (reply.status == 429 || reply.status >= 500) {
        waitAndConnect(errorOf(reply, m_call));
    } else if (reply.status == 200) {
        end(base::Error{.code = base::ErrorCode::Corrupt,
                        .detail = u"%1 answered %2 where a stream of events was expected"_s.arg(
                            reply.url.host(), QString::fromLatin1(reply.header("Content-Type")))});
    } else {
        end(errorOf(reply, m_call));
    }
}

void EventStream::waitAndConnect(const base::Error &why)
{
    const Habits &habits = m_client.remote().habits;
    if (++m_attempts >= habits.streamAttempts) {
        end(why);
        return;
    }
    const base::Millis doubled = habits.firstPause * (1LL << std::min(m_attempts - 1, 20));
    const auto most = static_cast<double>(std::min(doubled, habits.longestPause).count());
    base::Millis pause(static_cast<qint64>(most * m_client.chance()));
    if (m_reader && m_reader->retry()) {
        pause = std::max(pause, base::Millis(*m_reader->retry()));
    }
    m_pause.start(pause);
}

void EventStream::end(const base::Status &status)
{
    if (!std::exchange(m_over, true)) {
        Q_EMIT ended(status);
    }
}

} // namespace rest
