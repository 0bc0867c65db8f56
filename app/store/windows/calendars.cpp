// SPDX-License-Identifier: Apache-2.0
#include "app/store/windows/calendars.h"

#include "app/store/desk.h"
#include "app/store/tables/audittable.h"
#include "app/store/windows/windowtable.h"

#include <QHash>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace store {

namespace {

using base::Result;
using domain::CalendarSubscription;
using domain::MaintenanceWindow;

/// Columns: id, document, read_at, tried_at, error.
Result<CalendarSubscription> readRow(const Query &row)
{
    const QJsonObject object = QJsonDocument::fromJson(row.text(1).toUtf8()).object();
    TRY(CalendarSubscription read, domain::subscriptionFromJson(object));
    read.id = row.text(0);
    read.createdBy = object.value("created_by"_L1).toString();
    read.readAt = row.maybeInstant(2);
    read.triedAt = row.maybeInstant(3);
    read.error = row.text(4);
    return read;
}

Result<QList<CalendarSubscription>> readAll(Connection &db)
{
    TRY(QList<CalendarSubscription> all,
        db.all("SELECT id, document, read_at, tried_at, error FROM calendar ORDER BY id", {}, readRow));
    std::stable_sort(all.begin(), all.end(), [](const CalendarSubscription &a, const CalendarSubscription &b) {
        return a.name.compare(b.name, Qt::CaseInsensitive) < 0;
    });
    return all;
}

Result<CalendarSubscription> readOne(Connection &db, const QString &id)
{
    TRY(const QList<CalendarSubscription> found,
        db.all("SELECT id, document, read_at, tried_at, error FROM calendar WHERE id = ?", {id}, readRow));
    if (found.isEmpty()) {
        return base::notFound(u"calendar %1"_s.arg(id));
    }
    return found.constFirst();
}

QString documentText(const CalendarSubscription &subscription)
{
    return QString::fromUtf8(QJsonDocument(toJson(subscription)).toJson(QJsonDocument::Compact));
}

base::Status save(Transaction &transaction, const CalendarSubscription &subscription)
{
    CHECK(transaction.db().run(
        "INSERT INTO calendar (id, document, read_at, tried_at, error) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO "
        "UPDATE"
        " SET document = excluded.document, read_at = excluded.read_at, tried_at = excluded.tried_at,"
        " error = excluded.error",
        {subscription.id, documentText(subscription), orNull(subscription.readAt), orNull(subscription.triedAt),
         subscription.error}));
    transaction.note(Table::Windows, ChangeKind::Updated, subscription.id);
    return {};
}

base::Status audit(Transaction &transaction, const CalendarSubscription &subscription, const domain::Actor &by,
                   const QString &action)
{
    return record(transaction, {.by = by,
                                .action = action,
                                .subject = subscription.id,
                                .detail = u"%1, %2"_s.arg(subscription.name, subscription.source)});
}

Result<QHash<QString, MaintenanceWindow>> windowsOf(Transaction &transaction, const QString &calendar)
{
    TRY(const QList<MaintenanceWindow> all, WindowTable(transaction.db()).all());
    QHash<QString, MaintenanceWindow> mine;
    for (const MaintenanceWindow &window : all) {
        if (window.calendar == calendar) {
            mine.insert(window.id, window);
        }
    }
    return mine;
}

base::Status removeAll(Transaction &transaction, const QStringList &windows)
{
    for (const QString &id : windows) {
        CHECK(WindowTable(transaction.db()).remove(id));
        CHECK(WindowTable(transaction.db()).forgetVersions(id)); // only its calendar could bring it back
        transaction.note(Table::Windows, ChangeKind::Deleted, id);
    }
    return {};
}

/// The one that was there becomes as it is read now; whether that changed anything.
Result<bool> renew(Transaction &transaction, const MaintenanceWindow &before, MaintenanceWindow window)
{
    window.exceptions = before.exceptions;
    window.version = before.version;
    window.updatedAt = before.updatedAt;
    window.updatedBy = before.updatedBy;
    window.createdBy = before.createdBy;
    if (window == before) {
        return false;
    }
    window.version += 1;
    window.updatedAt = transaction.now();
    window.updatedBy.clear();
    CHECK(WindowTable(transaction.db()).save(window));
    transaction.note(Table::Windows, ChangeKind::Updated, window.id);
    return true;
}

Result<CalendarReading> replace(Transaction &transaction, const CalendarSubscription &subscription,
                                const QList<MaintenanceWindow> &windows)
{
    TRY(auto before, windowsOf(transaction, subscription.id));
    CalendarReading reading;
    for (MaintenanceWindow window : windows) {
        if (const auto was = before.constFind(window.id); was != before.constEnd()) {
            TRY(const bool changed, renew(transaction, *was, window));
            reading.changed += changed ? 1 : 0;
            before.remove(window.id);
            continue;
        }
        window.version = 1;
        window.updatedAt = transaction.now();
        window.createdBy = subscription.createdBy;
        CHECK(WindowTable(transaction.db()).insert(window));
        transaction.note(Table::Windows, ChangeKind::Inserted, window.id);
        ++reading.added;
    }
    CHECK(removeAll(transaction, before.keys()));
    reading.removed = int(before.size());
    return reading;
}

} // namespace

QFuture<Result<QList<CalendarSubscription>>> Calendars::list() const
{
    return m_desk.read([](Transaction &transaction) { return readAll(transaction.db()); });
}

QFuture<Result<CalendarSubscription>> Calendars::get(const QString &id) const
{
    return m_desk.read([id](Transaction &transaction) { return readOne(transaction.db(), id); });
}

QFuture<Result<CalendarSubscription>> Calendars::create(Subscription made, domain::Actor by)
{
    return m_desk.write([made, by](Transaction &transaction) -> Result<CalendarSubscription> {
        CalendarSubscription subscription = made;
        subscription.id = base::newId(u"cal_"_s);
        subscription.createdBy = by.name;
        CHECK(save(transaction, subscription));
        CHECK(audit(transaction, subscription, by, u"subscribe"_s));
        return subscription;
    });
}

QFuture<Result<CalendarSubscription>> Calendars::edit(const QString &id, QJsonObject changes, domain::Actor by)
{
    return m_desk.write([id, changes, by](Transaction &transaction) -> Result<CalendarSubscription> {
        TRY(const CalendarSubscription before, readOne(transaction.db(), id));
        TRY(CalendarSubscription after, domain::edited(before, changes));
        after.readAt = before.readAt;
        CHECK(save(transaction, after));
        CHECK(audit(transaction, after, by, u"edit_calendar"_s));
        return after;
    });
}

QFuture<Result<CalendarSubscription>> Calendars::readAgain(const QString &id, domain::Actor by)
{
    return m_desk.write([id, by](Transaction &transaction) -> Result<CalendarSubscription> {
        CHECK(domain::authorize(by, domain::Right::Edit));
        TRY(CalendarSubscription subscription, readOne(transaction.db(), id));
        subscription.triedAt.reset();
        CHECK(save(transaction, subscription));
        return subscription;
    });
}

QFuture<Result<CalendarSubscription>> Calendars::remove(const QString &id, domain::Actor by)
{
    return m_desk.write([id, by](Transaction &transaction) -> Result<CalendarSubscription> {
        TRY(const CalendarSubscription subscription, readOne(transaction.db(), id));
        TRY(const auto windows, windowsOf(transaction, id));
        CHECK(removeAll(transaction, windows.keys()));
        CHECK(transaction.db().run("DELETE FROM calendar WHERE id = ?", {id}));
        transaction.note(Table::Windows, ChangeKind::Deleted, id);
        CHECK(audit(transaction, subscription, by, u"unsubscribe"_s));
        return subscription;
    });
}

QFuture<Result<CalendarReading>> Calendars::took(const QString &id, QList<MaintenanceWindow> windows)
{
    return m_desk.write([id, windows](Transaction &transaction) -> Result<CalendarReading> {
        TRY(CalendarSubscription subscription, readOne(transaction.db(), id));
        TRY(const CalendarReading reading, replace(transaction, subscription, windows));
        subscription.readAt = transaction.now();
        subscription.triedAt = transaction.now();
        subscription.error.clear();
        CHECK(save(transaction, subscription));
        if (reading.added + reading.removed + reading.changed > 0) {
            CHECK(record(transaction, {.action = u"read_calendar"_s,
                                       .subject = id,
                                       .detail = u"%1: %2 new, %3 changed, %4 gone"_s.arg(subscription.name)
                                                     .arg(reading.added)
                                                     .arg(reading.changed)
                                                     .arg(reading.removed)}));
        }
        return reading;
    });
}

QFuture<Result<void>> Calendars::failed(const QString &id, QString why)
{
    return m_desk.write([id, why](Transaction &transaction) -> Result<void> {
        TRY(CalendarSubscription subscription, readOne(transaction.db(), id));
        subscription.triedAt = transaction.now();
        subscription.error = why.simplified();
        return save(transaction, subscription);
    });
}

} // namespace store
