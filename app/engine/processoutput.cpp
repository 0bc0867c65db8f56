// SPDX-License-Identifier: Apache-2.0
#include "app/engine/processoutput.h"

#include <cerrno>
#include <fcntl.h>

using namespace Qt::StringLiterals;

namespace engine {

base::Status PipedOutput::equip(ProcessSpec &spec)
{
    for (const store::Stream stream : {store::Stream::Out, store::Stream::Err}) {
        std::unique_ptr<OutputPipe> &pipe = m_pipes[static_cast<size_t>(stream)];
        TRY(pipe, OutputPipe::create());
        connect(pipe.get(), &OutputPipe::read, this,
                [this, stream](const QByteArray &bytes) { Q_EMIT read(stream, bytes); });
        connect(pipe.get(), &OutputPipe::drained, this, [this] {
            if (--m_draining == 0) {
                Q_EMIT drained();
            }
        });
    }
    spec.out = m_pipes[0]->takeWriteEnd();
    spec.err = m_pipes[1]->takeWriteEnd();
    return {};
}

void PipedOutput::holdBack(bool held)
{
    for (const std::unique_ptr<OutputPipe> &pipe : m_pipes) {
        held ? pipe->pause() : pipe->resume();
    }
}

void PipedOutput::drain()
{
    m_draining = 2;
    for (const std::unique_ptr<OutputPipe> &pipe : m_pipes) {
        pipe->drain();
    }
}

base::Status TerminalOutput::equip(ProcessSpec &spec)
{
    TRY(m_terminal, OutputPipe::createTerminal());
    connect(m_terminal.get(), &OutputPipe::read, this,
            [this](const QByteArray &bytes) { Q_EMIT read(store::Stream::Out, bytes); });
    connect(m_terminal.get(), &OutputPipe::drained, this, &ProcessOutput::drained);
    spec.out = m_terminal->takeWriteEnd();
    spec.err = ::fcntl(spec.out, F_DUPFD_CLOEXEC, 0);
    return spec.err >= 0 ? base::Status() : base::unavailable(u"making a terminal"_s, qt_error_string(errno));
}

void TerminalOutput::holdBack(bool held)
{
    held ? m_terminal->pause() : m_terminal->resume();
}

void TerminalOutput::drain()
{
    m_terminal->drain();
}

} // namespace engine
