// SPDX-License-Identifier: Apache-2.0
#include "app/store/desk.h"

#include "app/store/storefile.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace store {

namespace {

Q_LOGGING_CATEGORY(logStore, "signalbox.store")

} // namespace

Desk::Desk(QString directory, const base::Clock &clock, QObject *parent)
    : QObject(parent),
      m_clock(clock),
      m_file(std::make_unique<StoreFile>(directory)),
      m_readers(std::make_unique<Lane>(u"store reader"_s, [this](Verbs verbs) { readAll(std::move(verbs)); })),
      m_writers(std::make_unique<Lane>(u"store writer"_s, [this](Verbs verbs) { writeAll(std::move(verbs)); }))
{
}

Desk::~Desk()
{
    close();
}

base::Error Desk::closedError()
{
    return base::unavailable({}, u"the store is not open"_s);
}

QFuture<base::Result<void>> Desk::open(std::function<void()> opened)
{
    m_readers->hold(); // A writer's verbs stand behind this one anyway.
    return post(*m_writers, Manner::Outside, [this, opened = std::move(opened)](Transaction &) {
        const base::Status status = openFile();
        m_readers->release();
        if (status && opened) {
            opened();
        }
        return status;
    });
}

void Desk::close()
{
    m_writers->close();
    m_readers->close();
    m_open = false;
    // The writer goes last: only a writing connection can fold the write-ahead file back.
    m_reader.reset();
    m_writer.reset();
    m_file->release();
}

QFuture<base::Result<qint64>> Desk::foreignVersion()
{
    return post(*m_writers, Manner::Outside, [this](Transaction &transaction) -> base::Result<qint64> {
        if (!m_open || !m_writer) {
            return closedError();
        }
        return transaction.db().number("PRAGMA data_version");
    });
}

base::Status Desk::openFile()
{
    if (m_open) {
        return base::conflict(u"the store is open already"_s);
    }
    TRY(m_writer, m_file->open());
    auto reader = Connection::open(m_file->path(), Connection::Mode::Read);
    if (!reader) {
        m_writer.reset();
        m_file->release();
        return reader.error();
    }
    m_reader = *std::move(reader);
    m_firstVersion = m_writer->number("PRAGMA data_version").value_or(0);
    m_open = true;
    return {};
}

void Desk::writeAll(Verbs verbs)
{
    lookOutside(verbs);
    if (verbs.empty()) {
        return;
    }
    base::Status outcome = begin();
    Transaction transaction(m_writer.get(), m_clock.now());
    bool wrote = false;
    if (outcome) {
        const qint64 before = m_writer->totalChanges();
        outcome = settle(runAll(verbs, transaction));
        wrote = outcome && m_writer->totalChanges() != before;
    }
    m_commits += wrote ? 1 : 0;
    for (const std::unique_ptr<Verb> &verb : verbs) {
        verb->finish(outcome);
    }
    const Changes changes = transaction.changes();
    if (outcome && !changes.isEmpty()) {
        Q_EMIT committed(changes);
    }
    watchTrouble(wrote);
}

void Desk::lookOutside(Verbs &verbs)
{
    std::erase_if(verbs, [this](const std::unique_ptr<Verb> &verb) {
        if (verb->manner() == Manner::InTransaction) {
            return false;
        }
        Transaction none(m_writer.get(), m_clock.now());
        verb->finish(verb->run(none));
        return true;
    });
}

base::Status Desk::begin()
{
    if (!m_open) {
        return closedError();
    }
    if (!m_writer) {
        TRY(m_writer, m_file->connect());
    }
    return m_writer->script("BEGIN IMMEDIATE");
}

base::Status Desk::runAll(Verbs &verbs, Transaction &transaction)
{
    for (const std::unique_ptr<Verb> &verb : verbs) {
        CHECK(runOne(*verb, transaction));
    }
    return m_writer->script("COMMIT");
}

// An error here is one of the transaction as a whole, not of the verb.
base::Status Desk::runOne(Verb &verb, Transaction &transaction)
{
    CHECK(m_writer->run("SAVEPOINT verb"));
    const qsizetype mark = transaction.mark();
    const base::Status done = verb.run(transaction);
    if (!done) {
        transaction.forgetSince(mark);
        if (!m_writer->inTransaction()) {
            return done;
        }
        CHECK(m_writer->run("ROLLBACK TO verb"));
    }
    CHECK(m_writer->run("RELEASE verb"));
    return {};
}

base::Status Desk::settle(base::Status status)
{
    if (!status && m_writer->inTransaction() && !m_writer->script("ROLLBACK")) {
        qCWarning(logStore) << "a transaction could not be rolled back:" << status.error().message();
    }
    return status;
}

void Desk::watchTrouble(bool wrote)
{
    const std::optional<base::Error> trouble = m_writer ? m_writer->takeTrouble() : std::nullopt;
    if (trouble && !m_troubled) {
        m_troubled = true;
        qCWarning(logStore) << trouble->message();
        Q_EMIT troubled(trouble);
    } else if (!trouble && wrote && m_troubled) {
        m_troubled = false;
        Q_EMIT troubled(std::nullopt);
    }
    if (m_writer && m_writer->isBroken()) {
        // After a failed flush nobody knows what reached the disk; only a fresh connection reads it as it is.
        m_writer.reset();
    }
}

void Desk::readAll(Verbs verbs)
{
    for (const std::unique_ptr<Verb> &verb : verbs) {
        verb->finish(readOne(*verb));
    }
}

base::Status Desk::readOne(Verb &verb)
{
    if (!m_open) {
        return closedError();
    }
    CHECK(m_reader->run("BEGIN"));
    Transaction transaction(m_reader.get(), m_clock.now());
    const base::Status status = verb.run(transaction);
    const base::Result<int> ended = m_reader->run(status ? "COMMIT" : "ROLLBACK");
    return status && !ended ? base::Status(ended.error()) : status;
}

} // namespace store
