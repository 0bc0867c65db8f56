// SPDX-License-Identifier: Apache-2.0
// One stream of a run's output: a pipe (or terminal) whose reading can be switched off, so that a program writing
// faster than the store takes is slowed down instead of buffered. Lives on the engine thread.
#pragma once

#include "app/base/result.h"
#include "app/engine/runnerwire.h"

#include <QByteArray>
#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <array>
#include <memory>

namespace engine {

class OutputPipe : public QObject
{
    Q_OBJECT

public:
    /// A pipe of 1 MiB where the system grants it, closed on exec, reading at once. Unavailable without descriptors.
    static base::Result<std::unique_ptr<OutputPipe>> create();
    /// The same with a terminal of 80 by 24 at the program's end, which nobody is controlled by and which passes every
    /// byte on as it is.
    static base::Result<std::unique_ptr<OutputPipe>> createTerminal();

    /// The program's end, for ProcessSpec, which closes it. -1 from the second call on.
    int takeWriteEnd() { return m_writeEnd.release(); }

    /// No read() from here until resume(); the program blocks once the pipe is full.
    void pause();
    void resume();

    /// The run is over: reads what is in the pipe now, emits drained(), closes. Does not wait for the end of the
    /// stream, which a process that got away from the run could keep open. While paused, it happens on resume().
    void drain();

Q_SIGNALS:
    /// At most 256 KiB. The memory is used again once the last copy is gone. In a flood a chunk ends with its last
    /// whole line, and the rest opens the next chunk, so that the lines need not be copied together.
    void read(const QByteArray &chunk);
    /// The answer to drain(), once; no read() follows.
    void drained();
    /// The last writer closed its end; no read() follows. Does not replace drain().
    void closed();

private:
    enum class State { Reading, Draining, Drained };
    enum class Means { Pipe, Terminal };

    OutputPipe(Means means, wire::Fd readEnd, wire::Fd writeEnd);
    void onReadable();
    void listen();
    void finishDraining();
    /// Bytes read, 0 at the end of the stream, -1 where there is nothing now.
    qsizetype readOnce(qsizetype atMost);
    void tell(QByteArray &buffer, qsizetype size);
    /// The end of a line that is not there yet.
    void tellCarried();
    QByteArray &freeBuffer();
    void close();

    const Means m_means;
    wire::Fd m_readEnd;
    wire::Fd m_writeEnd;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QTimer m_rest; ///< While it runs, the pipe is left to fill.
    std::array<QByteArray, 8> m_buffers;
    QByteArray m_carried;
    State m_state = State::Reading;
    bool m_paused = false;
};

} // namespace engine
