// SPDX-License-Identifier: Apache-2.0
// A terminal that does not show what is typed, for as long as this lives.
#pragma once

#include <cstdio>
#include <optional>

#include <termios.h>

namespace cli {

class QuietTerminal
{
public:
    /// Does nothing where `input` is no terminal.
    explicit QuietTerminal(std::FILE *input);
    ~QuietTerminal();
    QuietTerminal(const QuietTerminal &) = delete;
    QuietTerminal &operator=(const QuietTerminal &) = delete;

    bool isTerminal() const { return m_before.has_value(); }

private:
    int m_fd;
    std::optional<termios> m_before;
};

} // namespace cli
