// SPDX-License-Identifier: Apache-2.0
#include "app/store/secretrecords.h"

#include "app/domain/input/environment.h"
#include "app/domain/input/secretrefs.h"
#include "app/store/desk.h"
#include "app/store/tables/audittable.h"
#include "app/store/tables/automationtable.h"
#include "app/store/tables/runtable.h"

using namespace Qt::StringLiterals;

namespace store {

namespace {

using base::Result;
using Records = QMap<QString, SecretRecord>;

Result<SecretRecord> readRow(const Query &row)
{
    return SecretRecord{.name = row.text(0), .writtenAt = row.instant(1), .writtenBy = row.text(2), .uses = {}};
}

Result<QList<SecretRecord>> lentRecords(Connection &db)
{
    return db.all("SELECT name, written_at, written_by FROM secret WHERE name LIKE 'run%/%'", {}, readRow);
}

Result<Records> keptRecords(Connection &db)
{
    TRY(const QList<SecretRecord> rows,
        db.all("SELECT name, written_at, written_by FROM secret WHERE name NOT LIKE '%/%'", {}, readRow));
    Records records;
    for (const SecretRecord &record : rows) {
        records.insert(record.name, record);
    }
    return records;
}

base::Status addUses(Connection &db, Records &records)
{
    TRY(const QList<domain::Automation> automations, AutomationTable(db).all());
    for (const domain::Automation &automation : automations) {
        const QMap<QString, QStringList> uses = domain::secretsOf(automation);
        for (auto use = uses.constBegin(); use != uses.constEnd(); ++use) {
            SecretRecord &record = records[use.key()];
            record.name = use.key();
            record.uses.append({automation.id, automation.name, use.value()});
        }
    }
    return {};
}

Result<bool> isWritten(Connection &db, const QString &name)
{
    TRY(const qint64 count, db.number("SELECT count(*) FROM secret WHERE name = ?", {name}));
    return count > 0;
}

base::Status audit(Transaction &transaction, const QString &action, const QString &name, const domain::Actor &by)
{
    if (domain::isLentName(name)) {
        return {};
    }
    return record(transaction, {.by = by, .action = action, .subject = u"secret "_s + name});
}

} // namespace

QFuture<Result<QList<SecretRecord>>> SecretRecords::list() const
{
    return m_desk.read([](Transaction &transaction) -> Result<QList<SecretRecord>> {
        TRY(Records records, keptRecords(transaction.db()));
        CHECK(addUses(transaction.db(), records));
        return records.values();
    });
}

QFuture<Result<QStringList>> SecretRecords::names() const
{
    return m_desk.read([](Transaction &transaction) -> Result<QStringList> {
        TRY(const Records records, keptRecords(transaction.db()));
        return QStringList(records.keys());
    });
}

QFuture<Result<QList<bool>>> SecretRecords::written(const QStringList &names) const
{
    return m_desk.read([names](Transaction &transaction) -> Result<QList<bool>> {
        QList<bool> written;
        for (const QString &name : names) {
            TRY(const bool one, isWritten(transaction.db(), name));
            written.append(one);
        }
        return written;
    });
}

QFuture<Result<LentRecords>> SecretRecords::lent() const
{
    return m_desk.read([](Transaction &transaction) -> Result<LentRecords> {
        TRY(const QList<SecretRecord> all, lentRecords(transaction.db()));
        LentRecords records;
        for (const SecretRecord &lent : all) {
            TRY(const auto run, RunTable(transaction.db()).find(base::RunId(domain::runOfLent(lent.name))));
            // It is lent before its run is made.
            const bool never = !run && lent.writtenAt < transaction.now() - std::chrono::hours(1);
            const bool over = never || (run && domain::isFinal(run->status));
            (over ? records.over : records.needed).append(lent.name);
        }
        return records;
    });
}

QFuture<Result<QString>> SecretRecords::service() const
{
    return m_desk.read([](Transaction &transaction) -> Result<QString> {
        TRY(Query row, transaction.db().query("SELECT service FROM keychain"));
        TRY(const bool found, row.next());
        return found ? Result<QString>(row.text(0)) : base::internal(u"the store names no keychain service"_s);
    });
}

QFuture<Result<void>> SecretRecords::noteWritten(const QStringList &names, domain::Actor by)
{
    return m_desk.write([names, by](Transaction &transaction) -> Result<void> {
        for (const QString &name : names) {
            TRY(const bool known, isWritten(transaction.db(), name));
            CHECK(transaction.db().run(
                "INSERT INTO secret (name, written_at, written_by) VALUES (?, ?, ?) ON CONFLICT (name)"
                " DO UPDATE SET written_at = excluded.written_at, written_by = excluded.written_by",
                {name, qint64(base::toMillis(transaction.now())), by.name}));
            CHECK(audit(transaction, u"set"_s, name, by));
            transaction.note(Table::Secrets, known ? ChangeKind::Updated : ChangeKind::Inserted, name);
        }
        return {};
    });
}

QFuture<Result<void>> SecretRecords::noteRemoved(const QStringList &names, domain::Actor by)
{
    return m_desk.write([names, by](Transaction &transaction) -> Result<void> {
        for (const QString &name : names) {
            TRY(const int removed, transaction.db().run("DELETE FROM secret WHERE name = ?", {name}));
            if (removed > 0) {
                CHECK(audit(transaction, u"delete"_s, name, by));
                transaction.note(Table::Secrets, ChangeKind::Deleted, name);
            }
        }
        return {};
    });
}

QFuture<Result<void>> SecretRecords::noteUsed(const QStringList &names, const base::RunId &run)
{
    return m_desk.write([names, run](Transaction &transaction) -> Result<void> {
        for (const QString &name : names) {
            CHECK(
                domain::isLentName(name)
                    ? base::Status()
                    : record(transaction, {.action = u"use"_s, .subject = u"secret "_s + name, .detail = run.text()}));
            transaction.note(Table::Secrets, ChangeKind::Updated, name);
        }
        return {};
    });
}

} // namespace store
