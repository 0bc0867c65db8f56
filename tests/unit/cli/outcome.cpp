// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/cli/outcome.h"

#include "app/cli/local.h"
#include "tests/support/fakeclock.h"
#include "tests/unit/cli/scriptedserver.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace test {

namespace {

base::Instant now()
{
    return *base::parseIso(u"2026-06-01T12:00:30Z"_s);
}

} // namespace

Files::Files(const QByteArray &input) : m_in(std::tmpfile()), m_out(std::tmpfile()), m_err(std::tmpfile())
{
    std::fwrite(input.constData(), 1, static_cast<size_t>(input.size()), m_in);
    std::rewind(m_in);
}

Files::~Files()
{
    std::fclose(m_in);
    std::fclose(m_out);
    std::fclose(m_err);
}

QByteArray Files::content(std::FILE *file)
{
    std::fflush(file);
    const long end = std::ftell(file);
    QByteArray all(end, Qt::Uninitialized);
    std::rewind(file);
    const size_t got = std::fread(all.data(), 1, static_cast<size_t>(end), file);
    return all.left(static_cast<qsizetype>(got));
}

cli::Invocation invocation(const QStringList &words)
{
    const auto parsed = cli::parse(words, QProcessEnvironment(), u"/tmp/nowhere"_s);
    if (!parsed) {
        qFatal("%s", qPrintable(parsed.error().message()));
    }
    return *parsed;
}

Outcome runCommand(const ScriptedServer &server, const QStringList &words, const QByteArray &input, cli::Engine engine)
{
    const Files files(input);
    Outcome outcome;
    const FakeClock clock(now());
    {
        cli::Command command(invocation(words), store::Endpoint{server.url(), "secret-token", 1}, engine, clock,
                             files.streams());
        QSignalSpy finished(&command, &cli::Command::finished);
        command.start();
        if (!finished.isEmpty() || finished.wait(20000)) {
            outcome.status = finished.first().first().toInt();
        }
    }
    outcome.out = files.out();
    outcome.err = files.err();
    return outcome;
}

Outcome runHere(const QStringList &words, const QByteArray &input)
{
    const Files files(input);
    const FakeClock clock(now());
    const int status = cli::runLocal(invocation(words), files.streams(), clock);
    return {status, files.out(), files.err()};
}

} // namespace test
