// SPDX-License-Identifier: Apache-2.0
// One command of the command line, run against an engine's API. Asynchronous, on the thread that made it, which must have
// an event loop.
#pragma once

#include "app/cli/invocation.h"
#include "app/cli/text/output.h"
#include "app/store/endpoint.h"

#include <QObject>

#include <memory>

namespace cli {

enum class Holder;
class Session;

class Command : public QObject
{
    Q_OBJECT

public:
    /// `invocation.command` must be one that needsServer().
    Command(Invocation invocation, store::Endpoint endpoint, Holder holder, Streams streams = {});
    ~Command() override;

    void start();

Q_SIGNALS:
    /// Once; the exit status. Everything is written by then.
    void finished(int status);

private:
    std::unique_ptr<Session> m_session;
};

} // namespace cli
