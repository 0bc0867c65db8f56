// SPDX-License-Identifier: Apache-2.0
// One command of the command line, run against an engine's API. Asynchronous, on the thread that made it, which must
// have an event loop.
#pragma once

#include "app/base/clock.h"
#include "app/cli/invocation.h"
#include "app/cli/local.h"
#include "app/cli/text/output.h"
#include "app/store/endpoint.h"

#include <QObject>

#include <memory>

namespace cli {

class Session;

enum class Engine {
    Running, ///< Another process runs it.
    Own,     ///< This process, for the length of the command; `run` then waits.
};

class Command : public QObject
{
    Q_OBJECT

public:
    /// `invocation.command` must be one that needsServer(). `clock` must outlive this.
    Command(Invocation invocation, store::Endpoint endpoint, Engine engine, const base::Clock &clock,
            Streams streams = {});
    ~Command() override;

    void start();

Q_SIGNALS:
    /// Once; the exit status. Everything is written by then.
    void finished(int status);

private:
    std::unique_ptr<Session> m_session;
};

} // namespace cli
