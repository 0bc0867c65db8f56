// SPDX-License-Identifier: Apache-2.0
#include "app/engine/processoutput.h"

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

} // namespace engine
