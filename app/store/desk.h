// SPDX-License-Identifier: Apache-2.0
// Where verbs are handed in. A writer thread with the one writing connection commits all that wait in one transaction;
// a reader thread with a read-only connection answers the rest. Nobody who asks ever waits.
#pragma once

#include "app/store/lane.h"
#include "app/store/transaction.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <atomic>

namespace store {

class StoreFile;

/// Lives on the thread that made it; verbs may be handed in from any thread.
class Desk : public QObject
{
    Q_OBJECT

public:
    Desk(QString directory, const base::Clock &clock, QObject *parent = nullptr);
    ~Desk() override;

    /// See Store::open(). Verbs handed in meanwhile wait for it. `opened` is called on the writer's thread before the
    /// answer, unless it is an error.
    QFuture<base::Result<void>> open(std::function<void()> opened = {});
    /// Works off what waits. Blocks. Verbs answer Unavailable afterwards.
    void close();

    /// `fn` is a function from Transaction & to a Result. It must not write.
    template <typename Fn> auto read(Fn fn) -> QFuture<std::invoke_result_t<Fn, Transaction &>>
    {
        return post(*m_readers, Manner::InTransaction, std::move(fn));
    }
    /// `fn` is a function from Transaction & to a Result; if it answers an error, nothing it wrote stays.
    template <typename Fn> auto write(Fn fn) -> QFuture<std::invoke_result_t<Fn, Transaction &>>
    {
        return post(*m_writers, Manner::InTransaction, std::move(fn));
    }

    /// A number that another process's commits move, and those of this one do not.
    QFuture<base::Result<qint64>> foreignVersion();
    /// What it was when the store was opened: before the first verb read anything.
    qint64 firstForeignVersion() const { return m_firstVersion; }

    /// How many transactions have been committed since open().
    qint64 commits() const { return m_commits; }

Q_SIGNALS:
    /// After a commit. From the writer thread.
    void committed(const store::Changes &changes);
    /// See Store::troubled(). From the writer thread.
    void troubled(const std::optional<base::Error> &problem);

private:
    template <typename Fn, typename Answer> class Asked;
    template <typename Fn>
    auto post(Lane &lane, Manner manner, Fn fn) -> QFuture<std::invoke_result_t<Fn, Transaction &>>;
    static base::Error closedError();

    base::Status openFile();
    void writeAll(Verbs verbs);
    void lookOutside(Verbs &verbs);
    base::Status begin();
    base::Status runAll(Verbs &verbs, Transaction &transaction);
    base::Status runOne(Verb &verb, Transaction &transaction);
    base::Status settle(base::Status status);
    void watchTrouble(bool wrote);
    void readAll(Verbs verbs);
    base::Status readOne(Verb &verb);

    const base::Clock &m_clock;
    std::atomic<qint64> m_commits{0};
    std::atomic<qint64> m_firstVersion{0};
    std::unique_ptr<StoreFile> m_file;    // used on the writer thread
    std::unique_ptr<Connection> m_writer; // used on the writer thread
    std::unique_ptr<Connection> m_reader; // used on the reader thread
    std::atomic<bool> m_open{false};      // set by the writer thread once both connections are there
    bool m_troubled = false;              // used on the writer thread
    std::unique_ptr<Lane> m_readers;
    std::unique_ptr<Lane> m_writers;
};

template <typename Fn, typename Answer> class Desk::Asked final : public Verb
{
public:
    Asked(Manner manner, Fn fn) : Verb(manner), m_fn(std::move(fn)) { m_promise.start(); }
    QFuture<Answer> future() { return m_promise.future(); }

    base::Status run(Transaction &transaction) override
    {
        m_answer.emplace(m_fn(transaction));
        return *m_answer ? base::Status() : base::Status(m_answer->error());
    }
    void finish(const base::Status &outcome) override
    {
        if (!outcome && (!m_answer || *m_answer)) {
            m_answer.emplace(outcome.error());
        }
        m_promise.addResult(std::move(*m_answer));
        m_promise.finish();
    }

private:
    Fn m_fn;
    QPromise<Answer> m_promise;
    std::optional<Answer> m_answer;
};

template <typename Fn>
auto Desk::post(Lane &lane, Manner manner, Fn fn) -> QFuture<std::invoke_result_t<Fn, Transaction &>>
{
    using Answer = std::invoke_result_t<Fn, Transaction &>;
    auto asked = std::make_unique<Asked<Fn, Answer>>(manner, std::move(fn));
    QFuture<Answer> future = asked->future();
    if (const auto refused = lane.post(std::move(asked))) {
        refused->finish(closedError());
    }
    return future;
}

} // namespace store
