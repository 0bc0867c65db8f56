// SPDX-License-Identifier: Apache-2.0
// The wire between the engine and signalbox-runner: fixed structs over SOCK_SEQPACKET on one machine, one build.
// The control socket carries only starts, taken by any idle worker; every run has a channel of its own for all the
// rest.
#pragma once

#include <cstdint>

namespace runner {

/// Both sides refuse another number. Raise it with every change of this file.
inline constexpr std::uint32_t protocolVersion = 3;
/// Where the keeper finds its end of the control socket.
inline constexpr int controlDescriptor = 3;
/// The most bytes of directory, arguments and environment together; the kernel's own limit for exec is 2 MiB by
/// default.
inline constexpr std::uint32_t maxSpecBytes = 8U << 20U;
/// A kill receipt lists at most so many signals; EndedMessage::killedTotal counts all.
inline constexpr std::uint32_t maxKilled = 512;

/// Descriptors that come with a StartMessage, in this order; those from OutputSpool on only with `survivesEngine`,
/// where output and error are not given to the program.
enum StartDescriptor : int {
    Channel,
    Spec,
    StandardInput,
    StandardOutput,
    StandardError,
    StartDescriptorCount,
    OutputSpool = StartDescriptorCount, ///< An empty file; the worker writes the program's output to it.
    ErrorSpool,
    Ledger,   ///< Engines keep in it how far the spools are in the log; the worker only hands it on.
    Listener, ///< A listening socket where the next engine asks for the run.
    SurvivorDescriptorCount
};

/// StartMessage::flags: the run goes on when its channel ends, until an engine adopts it and settles it.
inline constexpr std::uint32_t survivesEngine = 1;

/// StartMessage::flags: one more descriptor comes last, the folder of a control group (cgroup v2) that the run is to
/// live in and that is killed at its end.
inline constexpr std::uint32_t inGroup = 2;
inline constexpr int mostStartDescriptors = SurvivorDescriptorCount + 1;

/// Engine → any idle worker, over the control socket. The `Spec` descriptor is a memory file holding NUL-terminated
/// strings: the working directory (empty: the runner's), the arguments (the first is the program's absolute path) and
/// the environment.
struct StartMessage
{
    std::uint32_t version = protocolVersion;
    std::uint32_t flags = 0; ///< A worker refuses a run with a flag it does not know.
    std::uint32_t killAfterMillis = 0;
    std::uint32_t argumentCount = 0;
    std::uint32_t environmentCount = 0;
    std::uint32_t specBytes = 0;
    std::int64_t timeoutMillis = 0; ///< With `survivesEngine`: the limit while no engine watches; 0 is none.
    std::int64_t memoryBytes = 0;   ///< RLIMIT_AS of the program and what it starts; 0 is none.
};

/// What a packet on a run's channel is; its first word.
enum class MessageKind : std::uint32_t {
    Stop = 1, ///< Engine → worker: end the run's tree. May come more than once.
    Started,  ///< Worker → engine, at most once: the program is running. Left out for one that ended at once.
    Ended,    ///< Worker → engine, once, last. The channel's end without it means that the worker was killed.
    // Only with `survivesEngine`:
    Adopted, ///< Worker → engine that came to the socket, first.
    Spooled, ///< Worker → engine: there is more in the spools.
    Kept,    ///< Engine → worker: what is below these offsets will not be asked for again.
    Settled, ///< Engine → worker: the end is on record; until then it is told to every engine anew.
};

struct StopMessage
{
    MessageKind kind = MessageKind::Stop;
};

/// Kept and Spooled: offsets in the spools of output and error.
struct OffsetsMessage
{
    MessageKind kind = MessageKind::Spooled;
    std::uint32_t reserved = 0;
    std::int64_t offsets[2] = {0, 0};
};

struct SettledMessage
{
    MessageKind kind = MessageKind::Settled;
};

/// Descriptors that come with an AdoptedMessage, in this order.
enum AdoptedDescriptor : int { AdoptedOutput, AdoptedError, AdoptedLedger, AdoptedDescriptorCount };

/// Kind and version stand first in every version; what follows is to be read only where the version is one's own.
struct AdoptedMessage
{
    MessageKind kind = MessageKind::Adopted;
    std::uint32_t version = protocolVersion;
    std::int32_t pid = 0; ///< Of the main process, also where it is gone.
    std::uint32_t reserved = 0;
    std::int64_t elapsedMillis = 0; ///< Since the start.
    std::int64_t spooled[2] = {0, 0};
};

struct StartedMessage
{
    MessageKind kind = MessageKind::Started;
    std::int32_t pid = 0;
};

/// OutOfReach: the main process changed its user, so that the kernel protects it from us; it may live on.
enum class Outcome : std::uint32_t { Exited, Signalled, NotStarted, OutOfReach };

/// The step that failed when the outcome is NotStarted; `code` is its errno.
enum class Stage : std::uint32_t { None, Protocol, Cancelled, Fork, Limits, Descriptors, Directory, Exec };

/// Followed by `killedListed` KilledRecords in the same packet.
struct EndedMessage
{
    MessageKind kind = MessageKind::Ended;
    Outcome outcome = Outcome::Exited;
    std::int32_t code = 0; ///< Exit code, signal number or errno, by outcome.
    Stage stage = Stage::None;
    std::int32_t pid = 0; ///< Of the main process; 0 where there was none.
    std::uint32_t coreDumped = 0;
    std::uint32_t stopped = 0;   ///< 1 where a stop was asked for before the main process was gone.
    std::uint32_t abandoned = 0; ///< 1 where the engine or the keeper was gone before the main process was.
    std::uint32_t timedOut = 0;  ///< 1 where the time limit ended it while no engine watched.
    std::int64_t cpuMicros = 0;  ///< User and system time of every reaped process of the tree.
    std::int64_t peakKib = 0;    ///< Peak resident set of the largest single process.
    std::int64_t blocksIn = 0;   ///< Of 512 bytes, from the disk.
    std::int64_t blocksOut = 0;
    std::uint32_t killedTotal = 0;
    std::uint32_t killedListed = 0;
};

/// One signal sent to one process of the run.
struct KilledRecord
{
    std::int32_t pid = 0;
    std::int32_t signal = 0;
    std::int64_t atMillis = 0; ///< Since the ending began.
    std::uint32_t denied = 0;  ///< 1: the kernel refused (EPERM), the process may live on.
    char name[20] = {};
};

} // namespace runner
