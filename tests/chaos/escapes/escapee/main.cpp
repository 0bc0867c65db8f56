// SPDX-License-Identifier: Apache-2.0
// escapee PATTERN: becomes it. escapee --list: one line a pattern, `name TAB ups TAB stopped|leaves`.
#include "tests/chaos/escapes/escapee/pattern.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <vector>

namespace escapee {

namespace {

int announced[2] = {-1, -1};

} // namespace

void up()
{
    char line[32];
    const int size = std::snprintf(line, sizeof line, "up %d\n", static_cast<int>(::getpid()));
    [[maybe_unused]] const ssize_t told = ::write(1, line, static_cast<std::size_t>(size));
    [[maybe_unused]] const ssize_t here = ::write(announced[1], "u", 1);
}

void awaitUps(int count)
{
    for (char byte = 0; count > 0; --count) {
        [[maybe_unused]] const ssize_t n = ::read(announced[0], &byte, 1);
    }
}

void hang()
{
    for (;;) {
        ::pause();
    }
}

void deaf()
{
    for (int signal = 1; signal <= SIGRTMAX; ++signal) {
        if (signal != SIGCHLD && signal != SIGSEGV && signal != SIGBUS) {
            ::signal(signal, SIG_IGN);
        }
    }
}

void stay()
{
    deaf();
    up();
    hang();
}

void skip(const char *why)
{
    std::printf("skip %s: %s\n", why, std::strerror(errno));
    std::fflush(stdout);
    ::_exit(0);
}

void again(const char *name, char *const environment[])
{
    char program[] = "escapee";
    char *arguments[] = {program, const_cast<char *>(name), nullptr};
    ::execve("/proc/self/exe", arguments, environment);
    skip("execve");
}

} // namespace escapee

int main(int argc, char **argv)
{
    using namespace escapee;
    if (::pipe2(announced, O_CLOEXEC | O_NONBLOCK) < 0) {
        return 1;
    }
    ::fcntl(announced[0], F_SETFL, 0);
    const bool list = argc == 2 && std::strcmp(argv[1], "--list") == 0;
    for (const auto patterns : {plainPatterns(), signalPatterns(), stormPatterns(), threadPatterns(), kernelPatterns(),
                                neighbourPatterns()}) {
        for (const Pattern &pattern : patterns) {
            if (list && pattern.ups > 0) {
                std::printf("%s\t%d\t%s\n", pattern.name, pattern.ups,
                            pattern.ending == Ending::Stopped ? "stopped" : "leaves");
            } else if (argc == 2 && std::strcmp(argv[1], pattern.name) == 0) {
                pattern.run();
                return 0;
            }
        }
    }
    return list ? 0 : 2;
}
