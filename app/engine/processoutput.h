// SPDX-License-Identifier: Apache-2.0
// Where both streams of a process come from: two pipes, a terminal, or the spools of a run that survives its
// engine.
#pragma once

#include "app/engine/kind.h"
#include "app/engine/outputpipe.h"
#include "app/engine/runnertypes.h"

#include <QObject>

#include <array>
#include <memory>

namespace engine {

/// Lives on the engine thread.
class ProcessOutput : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Gives `spec` what the process needs; once, before it is started. Unavailable without descriptors.
    virtual base::Status equip(ProcessSpec &spec) = 0;
    /// The process is started under this ticket.
    virtual void follow(quint64 ticket) = 0;
    /// No read() while held back.
    virtual void holdBack(bool held) = 0;
    /// The run is over: what is left is read, then drained() follows, within or later.
    virtual void drain() = 0;
    /// Null where it ends with the engine.
    virtual Survivor *survivor() = 0;

Q_SIGNALS:
    void read(store::Stream stream, const QByteArray &bytes);
    /// Once; no read() follows.
    void drained();
};

class PipedOutput final : public ProcessOutput
{
    Q_OBJECT

public:
    base::Status equip(ProcessSpec &spec) override;
    void follow(quint64) override {}
    void holdBack(bool held) override;
    void drain() override;
    Survivor *survivor() override { return nullptr; }

private:
    std::array<std::unique_ptr<OutputPipe>, 2> m_pipes; ///< By stream.
    int m_draining = 0;
};

/// Both streams through one terminal: programs that hold back what they write to a pipe show it at once.
class TerminalOutput final : public ProcessOutput
{
    Q_OBJECT

public:
    base::Status equip(ProcessSpec &spec) override;
    void follow(quint64) override {}
    void holdBack(bool held) override;
    void drain() override;
    Survivor *survivor() override { return nullptr; }

private:
    std::unique_ptr<OutputPipe> m_terminal;
};

} // namespace engine
