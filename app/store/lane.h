// SPDX-License-Identifier: Apache-2.0
// A thread with a queue of verbs. It takes all that wait at once, so that whoever works on them can share one commit
// among them.
#pragma once

#include "app/base/result.h"

#include <QString>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

class QThread;

namespace store {

class Transaction;

/// Whether a verb belongs into a transaction or only looks at the connection itself.
enum class Manner { InTransaction, Outside };

/// What somebody asked of the store, with the promise of its answer.
class Verb
{
public:
    explicit Verb(Manner manner) : m_manner(manner) {}
    virtual ~Verb() = default;
    Q_DISABLE_COPY_MOVE(Verb)

    Manner manner() const { return m_manner; }
    /// Does it. An error means that nothing it did may stay.
    virtual base::Status run(Transaction &transaction) = 0;
    /// Keeps the promise: with what run() answered, or with `outcome` where that is an error.
    virtual void finish(const base::Status &outcome) = 0;

private:
    Manner m_manner;
};

using Verbs = std::vector<std::unique_ptr<Verb>>;

class Lane
{
public:
    /// `work` is called on the thread with at least one verb and must finish each of them.
    Lane(const QString &name, std::function<void(Verbs)> work);
    ~Lane();

    /// Any thread; never waits. Gives the verb back after close().
    [[nodiscard]] std::unique_ptr<Verb> post(std::unique_ptr<Verb> verb);
    /// What is posted waits until release(). Any thread.
    void hold();
    void release();
    /// Works off what waits, held or not, and ends the thread. Blocks.
    void close();

private:
    void loop();

    std::function<void(Verbs)> m_work;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    Verbs m_waiting;
    bool m_held = false;
    bool m_closed = false;
    std::unique_ptr<QThread> m_thread;
};

} // namespace store
