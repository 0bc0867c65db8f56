// SPDX-License-Identifier: Apache-2.0
// Writes a line with stdio, which keeps it back in a pipe, then waits until somebody opens a fifo for writing:
// `stdio_writer FIFO`. At a terminal it tells of it first.
#include <cstdio>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    winsize size{};
    if (isatty(STDOUT_FILENO) != 0 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) {
        std::printf("terminal %d by %d, %s\n", size.ws_col, size.ws_row,
                    open("/dev/tty", O_RDWR | O_CLOEXEC) < 0 ? "controls nobody" : "controls");
    }
    std::printf("a line\n");
    std::fprintf(stderr, "an error\n");
    const int gate = argc > 1 ? open(argv[1], O_RDONLY | O_CLOEXEC) : -1;
    std::printf("the end, without a newline");
    return gate < 0 ? 1 : 0;
}
