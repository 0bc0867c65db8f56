// SPDX-License-Identifier: Apache-2.0
#include "app/store/windows/windows.h"

#include "app/base/ids.h"
#include "app/store/desk.h"
#include "app/store/tables/audittable.h"
#include "app/store/windows/windowtable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace store {

namespace {

using base::Result;
using domain::MaintenanceWindow;
using domain::WindowFinder;

QString about(const MaintenanceWindow &window)
{
    const QString times =
        u"%1, %2 – %3"_s.arg(window.name, domain::wallText(window.start), domain::wallText(window.end));
    return window.recurring.isEmpty() ? times : u"%1, %2"_s.arg(times, window.recurring);
}

/// Who does what.
struct Deed
{
    const domain::Actor &by;
    QString action;
};

AuditEntry entryFor(const MaintenanceWindow &window, const Deed &deed)
{
    return {.by = deed.by, .action = deed.action, .subject = window.id, .detail = about(window)};
}

Result<MaintenanceWindow> insertOne(Transaction &transaction, MaintenanceWindow window, const Deed &deed)
{
    window.id = window.id.isEmpty() ? base::newId(u"window_"_s) : window.id;
    window.createdBy = window.createdBy.isEmpty() ? deed.by.name : window.createdBy;
    TRY(const qint64 last, WindowTable(transaction.db()).lastVersion(window.id));
    window.version = last + 1;
    window.updatedAt = transaction.now();
    window.updatedBy = deed.by.name;
    CHECK(WindowTable(transaction.db()).insert(window));
    transaction.note(Table::Windows, ChangeKind::Inserted, window.id);
    CHECK(record(transaction, entryFor(window, deed), {}, toJson(window)));
    return window;
}

Result<MaintenanceWindow> saveOne(Transaction &transaction, MaintenanceWindow window, const MaintenanceWindow &stored,
                                  const Deed &deed)
{
    window.version = stored.version + 1;
    window.updatedAt = transaction.now();
    window.updatedBy = deed.by.name;
    CHECK(WindowTable(transaction.db()).save(window));
    transaction.note(Table::Windows, ChangeKind::Updated, window.id);
    CHECK(record(transaction, entryFor(window, deed), toJson(stored), toJson(window)));
    return window;
}

/// `wanted` is how it is from now on, whether it is there or not.
Result<MaintenanceWindow> bringBack(Transaction &transaction, const MaintenanceWindow &wanted, const Deed &saving,
                                    const Deed &making)
{
    TRY(const std::optional<MaintenanceWindow> stored, WindowTable(transaction.db()).find(wanted.id));
    return stored ? saveOne(transaction, wanted, *stored, saving) : insertOne(transaction, wanted, making);
}

/// What a calendar brought would be there again with its next reading.
base::Status checkOwn(const MaintenanceWindow &window)
{
    return window.calendar.isEmpty()
               ? base::Status()
               : base::conflict(u"the window %1 comes from a calendar and is changed there"_s.arg(window.name));
}

Result<WindowFinder> finderOf(const MaintenanceWindow &window)
{
    domain::Zones zones;
    return WindowFinder::make(window, zones);
}

} // namespace

Result<QList<MaintenanceWindow>> createAll(Transaction &transaction, const QList<MaintenanceWindow> &windows,
                                           const domain::Actor &by)
{
    QList<MaintenanceWindow> stored;
    for (const MaintenanceWindow &window : windows) {
        TRY(MaintenanceWindow one, insertOne(transaction, window, {by, u"create_window"_s}));
        stored.append(std::move(one));
    }
    return stored;
}

QFuture<Result<QList<MaintenanceWindow>>> Windows::list() const
{
    return m_desk.read([](Transaction &transaction) { return WindowTable(transaction.db()).all(); });
}

Windows::Answer Windows::get(const QString &id) const
{
    return m_desk.read([id](Transaction &transaction) { return WindowTable(transaction.db()).get(id); });
}

QFuture<Result<QList<MaintenanceWindow>>> Windows::create(QList<MaintenanceWindow> windows, domain::Actor by)
{
    return m_desk.write([windows, by](Transaction &transaction) { return createAll(transaction, windows, by); });
}

Windows::Answer Windows::change(const QString &id, domain::Actor by, QString action, Change how)
{
    return m_desk.write([id, by, action, how](Transaction &transaction) -> Result<MaintenanceWindow> {
        TRY(const MaintenanceWindow before, WindowTable(transaction.db()).get(id));
        TRY(MaintenanceWindow after, how(before, transaction.now()));
        return saveOne(transaction, std::move(after), before, {by, action});
    });
}

Windows::Answer Windows::edit(const QString &id, QJsonObject changes, domain::Actor by)
{
    return change(id, by, u"edit_window"_s,
                  [changes](const MaintenanceWindow &before, base::Instant) -> Result<MaintenanceWindow> {
                      CHECK(checkOwn(before));
                      const QJsonValue version = changes.value("version"_L1);
                      if (!version.isUndefined() && version.toInteger(-1) != before.version) {
                          return base::conflict(
                              u"the window %1 has version %2 by now"_s.arg(before.name).arg(before.version));
                      }
                      return domain::edited(before, changes);
                  });
}

Windows::Answer Windows::remove(const QString &id, domain::Actor by)
{
    return m_desk.write([id, by](Transaction &transaction) -> Result<MaintenanceWindow> {
        TRY(const MaintenanceWindow window, WindowTable(transaction.db()).get(id));
        CHECK(checkOwn(window));
        CHECK(WindowTable(transaction.db()).remove(id));
        transaction.note(Table::Windows, ChangeKind::Deleted, id);
        CHECK(record(transaction, entryFor(window, {by, u"delete_window"_s}), toJson(window), {}));
        return window;
    });
}

Windows::Answer Windows::activate(const QString &id, domain::Actor by)
{
    return change(id, by, u"activate"_s,
                  [](const MaintenanceWindow &window, base::Instant now) -> Result<MaintenanceWindow> {
                      TRY(const WindowFinder finder, finderOf(window));
                      return domain::activated(finder, now);
                  });
}

Windows::Answer Windows::deactivate(const QString &id, domain::Actor by)
{
    return change(id, by, u"deactivate"_s,
                  [](const MaintenanceWindow &window, base::Instant now) -> Result<MaintenanceWindow> {
                      TRY(const WindowFinder finder, finderOf(window));
                      return domain::deactivated(finder, now);
                  });
}

Windows::Answer Windows::extend(const QString &id, base::Instant until, domain::Actor by)
{
    return change(id, by, u"extend"_s,
                  [until](const MaintenanceWindow &window, base::Instant now) -> Result<MaintenanceWindow> {
                      TRY(const WindowFinder finder, finderOf(window));
                      return domain::extended(finder, now, until);
                  });
}

Windows::Answer Windows::move(const QString &id, base::Instant start, domain::WindowSpan span, domain::Actor by)
{
    return change(id, by, u"edit_window"_s,
                  [start, span](const MaintenanceWindow &window, base::Instant) -> Result<MaintenanceWindow> {
                      TRY(const WindowFinder finder, finderOf(window));
                      return domain::moved(finder, start, span);
                  });
}

Windows::Answer Windows::putBack(MaintenanceWindow window, domain::Actor by)
{
    return m_desk.write([window, by](Transaction &transaction) -> Result<MaintenanceWindow> {
        return bringBack(transaction, window, {by, u"edit_window"_s}, {by, u"create_window"_s});
    });
}

QFuture<Result<QList<MaintenanceWindow>>> Windows::history(const QString &id) const
{
    return m_desk.read([id](Transaction &transaction) -> Result<QList<MaintenanceWindow>> {
        TRY(const QList<MaintenanceWindow> versions, WindowTable(transaction.db()).versions(id));
        if (versions.isEmpty()) {
            return base::notFound(u"window %1"_s.arg(id));
        }
        return versions;
    });
}

Windows::Answer Windows::restore(const QString &id, qint64 version, domain::Actor by)
{
    return m_desk.write([id, version, by](Transaction &transaction) -> Result<MaintenanceWindow> {
        TRY(const QList<MaintenanceWindow> versions, WindowTable(transaction.db()).versions(id));
        const auto wanted = std::find_if(versions.begin(), versions.end(),
                                         [version](const MaintenanceWindow &one) { return one.version == version; });
        if (wanted == versions.end()) {
            return base::notFound(u"version %1 of window %2"_s.arg(version).arg(id));
        }
        CHECK(checkOwn(*wanted));
        const Deed deed{by, u"restore_window"_s};
        return bringBack(transaction, *wanted, deed, deed);
    });
}

} // namespace store
