// SPDX-License-Identifier: Apache-2.0
#include "app/engine/outputpipe.h"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

using namespace Qt::StringLiterals;

namespace engine {

namespace {

constexpr int pipeBytes = 1 << 20;
constexpr qsizetype bufferBytes = 256 << 10;
// Then the event loop gets its turn: other runs write, too.
constexpr int readsPerTurn = 4;
// A program that has written so much at once will write more; the pipe is left to fill for a moment, for to be woken
// for every few kilobytes costs both sides more than the bytes.
constexpr qsizetype muchAtOnce = 4 << 10;
constexpr std::chrono::milliseconds moment{1};
// A line or two must not hold on to a whole buffer while they wait to be stored.
constexpr qsizetype copyBelow = 32 << 10;
// More than a terminal holds; it can't tell how much that is.
constexpr int terminalBytes = 1 << 20;
// More than this is not the start of a line, but a line as long as a chunk.
constexpr qsizetype mostCarried = 8 << 10;

} // namespace

base::Result<std::unique_ptr<OutputPipe>> OutputPipe::create()
{
    int fds[2];
    if (::pipe2(fds, O_CLOEXEC) < 0) {
        return base::unavailable(u"making a pipe"_s, qt_error_string(errno));
    }
    // The program's end stays blocking: programs don't expect EAGAIN on their output.
    ::fcntl(fds[0], F_SETFL, O_NONBLOCK);
    ::fcntl(fds[0], F_SETPIPE_SZ, pipeBytes); // above the user's limit it keeps its size
    return std::unique_ptr<OutputPipe>(new OutputPipe(Means::Pipe, wire::Fd(fds[0]), wire::Fd(fds[1])));
}

base::Result<std::unique_ptr<OutputPipe>> OutputPipe::createTerminal()
{
    wire::Fd ours(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC));
    if (!ours.isOpen() || ::unlockpt(ours.get()) != 0) {
        return base::unavailable(u"making a terminal"_s, qt_error_string(errno));
    }
    wire::Fd theirs(::ioctl(ours.get(), TIOCGPTPEER, O_RDWR | O_NOCTTY | O_CLOEXEC));
    termios settings{};
    if (!theirs.isOpen() || ::tcgetattr(theirs.get(), &settings) != 0) {
        return base::unavailable(u"making a terminal"_s, qt_error_string(errno));
    }
    settings.c_oflag &= ~tcflag_t(OPOST); // It would add a carriage return to every line.
    settings.c_lflag &= ~tcflag_t(ECHO | ECHONL);
    const winsize size{.ws_row = 24, .ws_col = 80, .ws_xpixel = 0, .ws_ypixel = 0};
    if (::tcsetattr(theirs.get(), TCSANOW, &settings) != 0 || ::ioctl(theirs.get(), TIOCSWINSZ, &size) != 0) {
        return base::unavailable(u"making a terminal"_s, qt_error_string(errno));
    }
    ::fcntl(ours.get(), F_SETFL, O_NONBLOCK);
    return std::unique_ptr<OutputPipe>(new OutputPipe(Means::Terminal, std::move(ours), std::move(theirs)));
}

OutputPipe::OutputPipe(Means means, wire::Fd readEnd, wire::Fd writeEnd)
    : m_means(means),
      m_readEnd(std::move(readEnd)),
      m_writeEnd(std::move(writeEnd)),
      m_notifier(std::make_unique<QSocketNotifier>(m_readEnd.get(), QSocketNotifier::Read))
{
    m_rest.setSingleShot(true);
    m_rest.setTimerType(Qt::PreciseTimer);
    m_rest.setInterval(moment);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &OutputPipe::onReadable);
    connect(&m_rest, &QTimer::timeout, this, &OutputPipe::listen);
}

void OutputPipe::listen()
{
    if (m_notifier) {
        m_notifier->setEnabled(!m_paused && !m_rest.isActive());
    }
}

void OutputPipe::pause()
{
    m_paused = true;
    listen();
}

void OutputPipe::resume()
{
    m_paused = false;
    if (m_state == State::Draining) {
        finishDraining();
    } else {
        listen();
    }
}

void OutputPipe::drain()
{
    if (m_state == State::Reading) {
        m_state = State::Draining;
        m_writeEnd.reset();
        finishDraining();
    }
}

void OutputPipe::onReadable()
{
    qsizetype got = 1;
    qsizetype all = 0;
    for (int i = 0; i < readsPerTurn && got > 0 && !m_paused && m_state == State::Reading; ++i) {
        got = readOnce(bufferBytes);
        all += got;
    }
    if (got == 0) {
        close();
        tellCarried();
        Q_EMIT closed();
    } else if (all >= muchAtOnce) {
        m_rest.start();
        listen();
    }
}

void OutputPipe::finishDraining()
{
    // What is there now and no more: an escaped writer could write for ever.
    int left = 0;
    if (m_readEnd.isOpen() && m_means == Means::Terminal) {
        left = terminalBytes;
    } else if (m_readEnd.isOpen()) {
        ::ioctl(m_readEnd.get(), FIONREAD, &left);
    }
    qsizetype got = 1;
    while (!m_paused && left > 0 && got > 0) {
        got = readOnce(std::min<qsizetype>(left, bufferBytes));
        left -= static_cast<int>(got);
    }
    if (!m_paused && m_state == State::Draining) {
        m_state = State::Drained;
        close();
        tellCarried();
        Q_EMIT drained();
    }
}

qsizetype OutputPipe::readOnce(qsizetype atMost)
{
    QByteArray &buffer = freeBuffer();
    const qsizetype before = m_carried.size();
    std::copy_n(m_carried.constData(), before, buffer.data());
    const auto room = static_cast<size_t>(std::min(atMost, bufferBytes - before));
    const ssize_t n = ::read(m_readEnd.get(), buffer.data() + before, room);
    if (n <= 0) {
        return n < 0 && (errno == EAGAIN || errno == EINTR) ? -1 : 0;
    }
    m_carried.clear();
    tell(buffer, before + n);
    return n;
}

void OutputPipe::tell(QByteArray &buffer, qsizetype size)
{
    if (size < copyBelow) {
        Q_EMIT read(QByteArray(buffer.constData(), size));
        return;
    }
    const qsizetype whole = QByteArrayView(buffer).first(size).lastIndexOf('\n') + 1;
    const bool carries = whole > 0 && size - whole <= mostCarried;
    if (carries) {
        m_carried = buffer.sliced(whole, size - whole);
    }
    buffer.resize(carries ? whole : size);
    Q_EMIT read(buffer);
}

void OutputPipe::tellCarried()
{
    if (!m_carried.isEmpty()) {
        Q_EMIT read(std::exchange(m_carried, {}));
    }
}

QByteArray &OutputPipe::freeBuffer()
{
    const auto free =
        std::find_if(m_buffers.begin(), m_buffers.end(), [](QByteArray &each) { return each.isDetached(); });
    QByteArray &buffer = free == m_buffers.end() ? m_buffers.front() : *free;
    if (free == m_buffers.end()) {
        buffer = QByteArray();
        buffer.reserve(bufferBytes);
    }
    buffer.resize(bufferBytes);
    return buffer;
}

void OutputPipe::close()
{
    if (m_notifier) {
        m_notifier->setEnabled(false);
        m_notifier.release()->deleteLater(); // we may be in its own signal
    }
    m_readEnd.reset();
}

} // namespace engine
