// SPDX-License-Identifier: Apache-2.0
#include "app/runner/worker.h"

#include "app/runner/run.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <vector>

namespace runner {

namespace {

struct Order
{
    StartMessage start;
    Descriptor fds[mostStartDescriptors];
    bool whole = false; ///< Size and descriptors are as they should be.
};

enum class Received { Order, Nothing, End };

std::size_t expectedDescriptors(std::uint32_t flags)
{
    const int count = (flags & survivesEngine) != 0 ? SurvivorDescriptorCount : StartDescriptorCount;
    return static_cast<std::size_t>((flags & inGroup) != 0 ? count + 1 : count);
}

Received receive(Order &order)
{
    alignas(cmsghdr) char ancillary[CMSG_SPACE(sizeof(int) * mostStartDescriptors)];
    iovec part{&order.start, sizeof order.start};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = ancillary;
    message.msg_controllen = sizeof ancillary;
    const ssize_t n = ::recvmsg(controlDescriptor, &message, MSG_CMSG_CLOEXEC);
    if (n <= 0) {
        return n < 0 && (errno == EINTR || errno == EAGAIN) ? Received::Nothing : Received::End;
    }
    std::size_t count = 0;
    for (cmsghdr *header = CMSG_FIRSTHDR(&message); header != nullptr; header = CMSG_NXTHDR(&message, header)) {
        if (header->cmsg_level == SOL_SOCKET && header->cmsg_type == SCM_RIGHTS) {
            int fds[mostStartDescriptors];
            count = std::min<std::size_t>((header->cmsg_len - CMSG_LEN(0)) / sizeof(int), mostStartDescriptors);
            std::memcpy(fds, CMSG_DATA(header), count * sizeof(int));
            for (std::size_t i = 0; i < count; ++i) {
                order.fds[i].reset(fds[i]);
            }
        }
    }
    order.whole = n == sizeof order.start && count == expectedDescriptors(order.start.flags) &&
                  (message.msg_flags & MSG_CTRUNC) == 0;
    return Received::Order;
}

// The strings of a specification, where the memory file lies in this process.
class Strings
{
public:
    explicit Strings(const Order &order)
    {
        const StartMessage &start = order.start;
        struct stat info
        {
        };
        const int fd = order.fds[Spec].get();
        if (start.version != protocolVersion || (start.flags & ~(survivesEngine | inGroup)) != 0 ||
            start.specBytes == 0 || start.specBytes > maxSpecBytes || ::fstat(fd, &info) < 0 ||
            info.st_size != off_t{start.specBytes}) {
            return;
        }
        void *memory = ::mmap(nullptr, start.specBytes, PROT_READ | PROT_WRITE, MAP_PRIVATE, fd, 0);
        if (memory == MAP_FAILED) {
            return;
        }
        m_memory = static_cast<char *>(memory);
        m_size = start.specBytes;
        m_next = m_memory;
        m_valid = m_memory[m_size - 1] == '\0' && (m_directory = next()) != nullptr &&
                  take(start.argumentCount, m_arguments) && take(start.environmentCount, m_environment) &&
                  start.argumentCount > 0;
    }
    ~Strings()
    {
        if (m_memory != nullptr) {
            ::munmap(m_memory, m_size);
        }
    }
    Strings(const Strings &) = delete;
    Strings &operator=(const Strings &) = delete;

    bool valid() const { return m_valid; }
    Launch launch()
    {
        return {.directory = m_directory, .arguments = m_arguments.data(), .environment = m_environment.data()};
    }

private:
    char *next()
    {
        if (m_next >= m_memory + m_size) {
            return nullptr;
        }
        char *text = m_next;
        m_next += std::strlen(text) + 1;
        return text;
    }
    bool take(std::uint32_t count, std::vector<char *> &out)
    {
        for (std::uint32_t i = 0; i < count; ++i) {
            char *text = next();
            if (text == nullptr) {
                return false;
            }
            out.push_back(text);
        }
        out.push_back(nullptr);
        return true;
    }

    char *m_memory = nullptr;
    std::size_t m_size = 0;
    char *m_next = nullptr;
    char *m_directory = nullptr;
    std::vector<char *> m_arguments;
    std::vector<char *> m_environment;
    bool m_valid = false;
};

bool serve(Order order, int children)
{
    Run run(controlDescriptor, children, std::move(order.fds[Channel]));
    Strings strings(order);
    if (!order.whole || !strings.valid()) {
        run.refuse(Stage::Protocol, EPROTO);
        return true;
    }
    order.fds[Spec].reset();
    Launch what = strings.launch();
    what.memoryBytes = order.start.memoryBytes;
    Descriptor standard[3];
    for (int i = 0; i < 3; ++i) {
        standard[i] = std::move(order.fds[StandardInput + i]);
    }
    if ((order.start.flags & survivesEngine) != 0) {
        run.survive(order.fds, order.start.timeoutMillis);
    }
    if ((order.start.flags & inGroup) != 0) {
        run.joinGroup(std::move(order.fds[expectedDescriptors(order.start.flags) - 1]));
    }
    run.perform(what, standard, order.start.killAfterMillis);
    return run.leftNothing();
}

} // namespace

std::size_t Board::idleCount() const
{
    const std::uint32_t end = used.load(std::memory_order_relaxed);
    return static_cast<std::size_t>(std::count(idle, idle + end, std::uint8_t{1}));
}

int work(const WorkerPlace &place)
{
    ::setsid();
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGCHLD);
    const Descriptor children(::signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK));
    std::atomic<std::uint8_t> &idle = place.board->idle[place.index];
    for (;;) {
        idle.store(1);
        Order order;
        Received received = Received::Nothing;
        while (received == Received::Nothing) {
            received = receive(order);
        }
        idle.store(0);
        if (received == Received::End) {
            return 0;
        }
        if (place.board->idleCount() < fewestIdle) {
            const std::uint64_t one = 1;
            [[maybe_unused]] const ssize_t poked = ::write(place.poke, &one, sizeof one);
        }
        if (!serve(std::move(order), children.get()) || place.board->idleCount() >= mostIdle) {
            return 0;
        }
    }
}

} // namespace runner
