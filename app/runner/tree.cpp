// SPDX-License-Identifier: Apache-2.0
#include "app/runner/tree.h"

#include "app/runner/descriptor.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/syscall.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>

namespace runner {

namespace {

std::string readSmallFile(const char *path)
{
    std::string text;
    const Descriptor file(::open(path, O_RDONLY | O_CLOEXEC));
    char part[4096];
    ssize_t n = 0;
    while (file && (n = ::read(file.get(), part, sizeof part)) > 0) {
        text.append(part, static_cast<std::size_t>(n));
    }
    return text;
}

bool readProcess(pid_t pid, Process &process)
{
    char path[32];
    std::snprintf(path, sizeof path, "/proc/%d/stat", pid);
    const std::string text = readSmallFile(path);
    // The name is in brackets and may itself hold brackets and spaces.
    const std::size_t open = text.find('(');
    const std::size_t close = text.rfind(')');
    if (open == std::string::npos || close == std::string::npos || close < open) {
        return false;
    }
    char state = 0;
    long threads = 0;
    process.pid = pid;
    if (std::sscanf(text.c_str() + close + 1,
                    " %c %d %*d %*d %*d %*d %*u %*u %*u %*u %*u %*u %*u %*d %*d %*d %*d %ld %*d %llu", &state,
                    &process.parent, &threads, &process.startTicks) != 4) {
        return false;
    }
    // A main thread that has left shows as a zombie while its other threads go on.
    process.dead = (state == 'Z' || state == 'X') && threads <= 1;
    const std::size_t length = std::min(close - open - 1, sizeof process.name - 1);
    std::memcpy(process.name, text.data() + open + 1, length);
    process.name[length] = '\0';
    return true;
}

// Children belong to the thread that made them.
void appendChildren(pid_t pid, std::vector<pid_t> &out)
{
    char path[64];
    std::snprintf(path, sizeof path, "/proc/%d/task", pid);
    const std::unique_ptr<DIR, int (*)(DIR *)> tasks(::opendir(path), [](DIR *dir) { return ::closedir(dir); });
    while (const dirent *entry = tasks ? ::readdir(tasks.get()) : nullptr) {
        if (entry->d_name[0] == '.') {
            continue;
        }
        std::snprintf(path, sizeof path, "/proc/%d/task/%.16s/children", pid, entry->d_name);
        const std::string text = readSmallFile(path);
        for (const char *at = text.c_str(); *at != '\0';) {
            char *end = nullptr;
            const long child = std::strtol(at, &end, 10);
            if (end == at) {
                break;
            }
            out.push_back(static_cast<pid_t>(child));
            at = end;
            while (*at == ' ') {
                ++at;
            }
        }
    }
}

// Not through <sys/pidfd.h>: glibc 2.36 declares these without C linkage.
int openProcess(pid_t pid)
{
    return static_cast<int>(::syscall(SYS_pidfd_open, pid, 0));
}

// The same process still, not one that got its number, and below this one.
bool isDescendant(const Process &wanted)
{
    const pid_t self = ::getpid();
    Process process;
    if (!readProcess(wanted.pid, process) || process.startTicks != wanted.startTicks) {
        return false;
    }
    while (process.parent != self) {
        const unsigned long long born = process.startTicks;
        // A parent younger than its child is somebody else with the parent's number.
        if (process.parent <= 1 || !readProcess(process.parent, process) || process.startTicks > born) {
            return false;
        }
    }
    return true;
}

} // namespace

std::vector<Process> descendants(const std::vector<pid_t> &except, const std::function<void(const Process &)> &visit)
{
    std::vector<pid_t> pids;
    appendChildren(::getpid(), pids);
    std::erase_if(pids, [&except](pid_t pid) { return std::find(except.begin(), except.end(), pid) != except.end(); });
    std::vector<Process> found;
    for (std::size_t i = 0; i < pids.size(); ++i) {
        Process process;
        if (readProcess(pids[i], process)) {
            found.push_back(process);
            if (visit) {
                visit(process);
            }
            appendChildren(pids[i], pids);
        }
    }
    return found;
}

Signalled signalDescendant(const Process &process, int signal)
{
    const Descriptor handle(openProcess(process.pid));
    if (!handle || !isDescendant(process)) {
        return Signalled::Gone;
    }
    if (::syscall(SYS_pidfd_send_signal, handle.get(), signal, nullptr, 0) == 0) {
        return Signalled::Sent;
    }
    return errno == EPERM ? Signalled::Denied : Signalled::Gone;
}

} // namespace runner
