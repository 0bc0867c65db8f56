// SPDX-License-Identifier: Apache-2.0
// Runs a command line from its words to its exit status, with streams that can be read afterwards.
#pragma once

#include "app/cli/command.h"

#include <QByteArray>
#include <QStringList>

#include <cstdio>
#include <memory>

namespace test {

class ScriptedServer;

/// Three temporary files.
class Files
{
public:
    explicit Files(const QByteArray &input = {});
    ~Files();
    Files(const Files &) = delete;
    Files &operator=(const Files &) = delete;

    cli::Streams streams() const { return {m_in, m_out, m_err}; }
    QByteArray out() const { return content(m_out); }
    QByteArray err() const { return content(m_err); }

private:
    static QByteArray content(std::FILE *file);

    std::FILE *m_in;
    std::FILE *m_out;
    std::FILE *m_err;
};

struct Outcome
{
    int status = -1; ///< -1: it did not end.
    QByteArray out;
    QByteArray err;
};

cli::Invocation invocation(const QStringList &words);
/// Against an API, until it ends; at most 20 s.
Outcome runCommand(const ScriptedServer &server, const QStringList &words, const QByteArray &input = {},
                   cli::Engine engine = cli::Engine::Running);
/// A local command.
Outcome runHere(const QStringList &words, const QByteArray &input = {});

} // namespace test
