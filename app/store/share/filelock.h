// SPDX-License-Identifier: Apache-2.0
// A lock of the kernel on a file (flock(2)). It goes with the process, however that dies, and a program started by us
// does not inherit it.
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QString>

namespace store {

/// Used by one thread at a time.
class FileLock
{
public:
    enum class Kind { Shared, Exclusive };

    FileLock() = default;
    ~FileLock() { release(); }
    Q_DISABLE_COPY_MOVE(FileLock)

    /// Makes the file (mode 0600) if missing, without locking it. Unavailable with its path if that can't be done.
    base::Status open(const QString &path);
    /// Never waits. Replaces the kind that is held.
    [[nodiscard]] bool tryLock(Kind kind);
    void unlock();
    /// Unlocks and closes.
    void release();
    /// Replaces what the file says; for people who look, nobody here reads it.
    void write(const QByteArray &text);

private:
    int m_fd = -1;
};

} // namespace store
