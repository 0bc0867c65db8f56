// SPDX-License-Identifier: Apache-2.0
// What the runner is told about a process and what it tells about its end. Values.
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QMetaType>

#include <chrono>
#include <optional>
#include <vector>

namespace engine {

/// What a run gets that goes on without its engine. Descriptors are taken over and closed by start(), also when it
/// fails.
struct SurvivalSpec
{
    int output = -1;                      ///< Spool: an empty file that the worker writes to; `out` is not used.
    int error = -1;                       ///< The same for `err`.
    int ledger = -1;                      ///< Kept for the next engine.
    int listener = -1;                    ///< Where the next engine asks for the run.
    std::chrono::milliseconds timeout{0}; ///< Its limit while no engine watches; 0 is none.
};

struct ProcessSpec
{
    QByteArrayList argv;         ///< The first is the program, an absolute path. No shell reads them.
    QByteArrayList environment;  ///< `NAME=value`; all the program gets, in this order.
    QByteArray workingDirectory; ///< Empty: the engine's own at the time the runner was started.
    /// The program's ends of its standard streams, or -1 for the null device. start() takes them over and closes them,
    /// also when it fails.
    int in = -1;
    int out = -1;
    int err = -1;
    std::chrono::milliseconds killAfter{10000}; ///< Between TERM and KILL when the run is stopped.
    std::optional<SurvivalSpec> survival = {};
    int group = -1;         ///< Folder of the control group it lives in; taken over like the streams.
    qint64 memoryBytes = 0; ///< RLIMIT_AS of each of its processes; 0 is none.
};

/// Of the whole tree, as far as its processes were waited for.
struct ProcessUsage
{
    qint64 cpuMicros = 0;    ///< User and system time together.
    qint64 peakKib = 0;      ///< Peak resident memory of the largest single process.
    qint64 readBytes = 0;    ///< From the disk, not from caches.
    qint64 writtenBytes = 0; ///< To the disk.
};

/// One signal sent to one process.
struct KilledProcess
{
    qint64 pid = 0;
    QByteArray name;     ///< The kernel's short name of it, at most 15 bytes, any bytes.
    QByteArray signal;   ///< `TERM` or `KILL`.
    qint64 atMillis = 0; ///< Since the first signal.
    bool denied = false; ///< The kernel refused; the process may live on (it changed its user, like sudo).
};

struct ProcessEnd
{
    enum class How {
        Exited,     ///< `code` is the exit code.
        Signalled,  ///< `code` is the signal.
        NotStarted, ///< `code` is an errno, `stage` the step: protocol, cancelled, fork, descriptors, chdir, exec,
                    ///< limits, send.
        OutOfReach, ///< Stopped, but the main process changed its user (sudo) and can't be killed; it may live on.
        RunnerDied, ///< The worker was killed; how the program ended is unknown. Its processes are being ended.
    };
    How how = How::Exited;
    int code = 0;
    QByteArray stage;
    bool coreDumped = false;
    bool stopped = false;   ///< A stop was asked for before the main process had ended.
    bool timedOut = false;  ///< Its limit ended it while no engine watched.
    bool abandoned = false; ///< The keeper was lost before the main process had ended, and the worker ended the run.
    ProcessUsage usage;
    std::vector<KilledProcess> killed; ///< In order; the first 512.
    qint64 killedTotal = 0;            ///< Signals sent, listed or not.
};

} // namespace engine

Q_DECLARE_METATYPE(engine::ProcessEnd)
