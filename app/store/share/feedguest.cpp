// SPDX-License-Identifier: Apache-2.0
#include "app/store/share/feedguest.h"

#include "app/base/answer.h"
#include "app/store/desk.h"
#include "app/store/share/feedframe.h"

#include <QDeadlineTimer>

namespace store {

namespace {

constexpr std::chrono::milliseconds firstPause(50);
constexpr std::chrono::milliseconds longestPause(1000);
constexpr std::chrono::milliseconds lookEvery(250);
constexpr std::chrono::milliseconds flushPatience(300);

} // namespace

FeedGuest::FeedGuest(QString path, Desk &desk, std::optional<qint64> version)
    : m_path(std::move(path)), m_desk(desk), m_pause(firstPause), m_version(version)
{
    connect(&m_socket, &QLocalSocket::connected, this, &FeedGuest::connected);
    connect(&m_socket, &QLocalSocket::disconnected, this, &FeedGuest::lost);
    connect(&m_socket, &QLocalSocket::readyRead, this, &FeedGuest::read);
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &FeedGuest::tryConnect);
    m_look.setInterval(lookEvery);
    connect(&m_look, &QTimer::timeout, this, &FeedGuest::look);
}

FeedGuest::~FeedGuest()
{
    m_socket.disconnect(this);
}

void FeedGuest::start(std::chrono::milliseconds delay)
{
    m_retry.start(delay);
    m_look.start();
}

void FeedGuest::send(const Changes &changes)
{
    m_unsent = condensed(m_unsent + changes);
    tell();
}

void FeedGuest::flush()
{
    m_retry.stop();
    m_look.stop();
    m_socket.disconnect(this);
    const QDeadlineTimer deadline(flushPatience);
    if (m_socket.state() != QLocalSocket::ConnectedState) {
        if (m_unsent.isEmpty()) {
            return;
        }
        m_socket.connectToServer(m_path);
        if (!m_socket.waitForConnected(static_cast<int>(deadline.remainingTime()))) {
            return;
        }
    }
    tell();
    m_socket.write(encodeFrame({}));
    while (m_socket.bytesToWrite() > 0 && m_socket.waitForBytesWritten(static_cast<int>(deadline.remainingTime()))) {
    }
}

void FeedGuest::tryConnect()
{
    if (m_socket.state() == QLocalSocket::UnconnectedState) {
        m_socket.connectToServer(m_path);
    }
    if (m_socket.state() == QLocalSocket::UnconnectedState) {
        lost();
    }
}

void FeedGuest::connected()
{
    m_pause = firstPause;
    m_retry.stop();
    m_buffer.clear();
    tell();
}

void FeedGuest::lost()
{
    m_retry.start(m_pause);
    m_pause = std::min(m_pause * 2, longestPause);
    Q_EMIT holderMissing();
}

void FeedGuest::read()
{
    m_buffer += m_socket.readAll();
    for (;;) {
        const base::Result<std::optional<Changes>> frame = takeFrame(m_buffer);
        if (!frame) {
            m_socket.abort();
            return;
        }
        if (!frame->has_value()) {
            return;
        }
        m_heard = true;
        Q_EMIT heard(**frame);
    }
}

void FeedGuest::tell()
{
    if (!m_unsent.isEmpty() && m_socket.state() == QLocalSocket::ConnectedState) {
        m_socket.write(encodeFrame(std::exchange(m_unsent, {})));
    }
}

void FeedGuest::look()
{
    base::onAnswer(this, m_desk.foreignVersion(), [this](const base::Result<qint64> &version) {
        if (version) {
            compare(*version);
        }
    });
}

// A commit is seen a moment before its announcement arrives, so it has until the next look to explain itself.
void FeedGuest::compare(qint64 version)
{
    const bool moved = m_version && *m_version != version;
    const bool told = std::exchange(m_heard, false);
    m_version = version;
    if (m_unexplained && !told) {
        Q_EMIT heard(everything());
    }
    m_unexplained = moved && !told;
}

} // namespace store
