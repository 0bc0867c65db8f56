// SPDX-License-Identifier: Apache-2.0
#include "app/cli/text/quietterminal.h"

namespace cli {

QuietTerminal::QuietTerminal(std::FILE *input) : m_fd(fileno(input))
{
    termios now{};
    if (tcgetattr(m_fd, &now) != 0) {
        return;
    }
    m_before = now;
    now.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(m_fd, TCSAFLUSH, &now);
}

QuietTerminal::~QuietTerminal()
{
    if (m_before) {
        tcsetattr(m_fd, TCSAFLUSH, &*m_before);
    }
}

} // namespace cli
