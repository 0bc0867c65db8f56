// SPDX-License-Identifier: Apache-2.0
#include "app/cli/command.h"

#include "app/cli/commands/commandtable.h"
#include "app/cli/commands/session.h"

using namespace Qt::StringLiterals;

namespace cli {

Command::Command(Invocation invocation, store::Endpoint endpoint, Engine engine, const base::Clock &clock,
                 Streams streams)
    : m_session(std::make_unique<Session>(std::move(invocation), std::move(endpoint), engine, clock, streams))
{
    connect(m_session.get(), &Session::finished, this, &Command::finished);
}

Command::~Command() = default;

void Command::start()
{
    const CommandSpec *spec = findCommand(m_session->asked().command);
    if (spec == nullptr || spec->run == nullptr) {
        m_session->fail(base::internal(u"%1 is not a command of the API"_s.arg(m_session->asked().command)));
        return;
    }
    spec->run(*m_session);
}

} // namespace cli
