// SPDX-License-Identifier: Apache-2.0
#include "app/store/automations.h"

#include "app/store/desk.h"
#include "app/store/tables/audittable.h"
#include "app/store/tables/automationtable.h"
#include "app/store/tables/runmoves.h"
#include "app/store/tables/scheduletable.h"

using namespace Qt::StringLiterals;

namespace store {

namespace {

using base::Result;
using domain::Automation;

base::Status recordAbout(Transaction &transaction, const Automation &automation, const QString &action,
                         const QString &by)
{
    return record(transaction, {.by = by,
                                .action = action,
                                .subject = automation.id.text(),
                                .detail = u"%1, version %2"_s.arg(automation.name).arg(automation.version)});
}

Result<Automation> saveVersion(Transaction &transaction, Automation automation, const Automation &stored,
                               const QString &by)
{
    automation.version = stored.version + 1;
    automation.createdAt = stored.createdAt;
    automation.updatedAt = transaction.now();
    automation.updatedBy = by;
    CHECK(AutomationTable(transaction.db()).replace(automation));
    const QString action = automation.paused == stored.paused ? u"edit"_s
                           : automation.paused                ? u"pause"_s
                                                              : u"resume"_s;
    CHECK(recordAbout(transaction, automation, action, by));
    transaction.note(Table::Automations, ChangeKind::Updated, automation.id.text());
    return automation;
}

Result<Automation> createOne(Transaction &transaction, Automation automation, const QString &by)
{
    CHECK(checkStorable(automation));
    automation.id = base::AutomationId::make();
    automation.version = 1;
    automation.createdAt = transaction.now();
    automation.updatedAt = transaction.now();
    automation.updatedBy = by;
    CHECK(AutomationTable(transaction.db()).insert(automation));
    CHECK(recordAbout(transaction, automation, u"create"_s, by));
    transaction.note(Table::Automations, ChangeKind::Inserted, automation.id.text());
    return automation;
}

} // namespace

QFuture<Result<QList<Automation>>> Automations::list() const
{
    return m_desk.read([](Transaction &transaction) { return AutomationTable(transaction.db()).all(); });
}

QFuture<Result<Automation>> Automations::get(const base::AutomationId &id) const
{
    return m_desk.read([id](Transaction &transaction) { return AutomationTable(transaction.db()).get(id); });
}

QFuture<Result<QList<Automation>>> Automations::create(QList<Automation> automations, QString by)
{
    return m_desk.write([automations, by](Transaction &transaction) -> Result<QList<Automation>> {
        QList<Automation> created;
        for (int i = 0; i < automations.size(); ++i) {
            Result<Automation> one = createOne(transaction, automations.at(i), by);
            if (!one) {
                return automations.size() == 1 ? one.error() : one.error().inField(u"[%1]"_s.arg(i));
            }
            created.append(*std::move(one));
        }
        return created;
    });
}

QFuture<Result<Automation>> Automations::update(Automation automation, QString by)
{
    return m_desk.write([automation, by](Transaction &transaction) -> Result<Automation> {
        TRY(const Automation stored, AutomationTable(transaction.db()).get(automation.id));
        if (stored.version != automation.version) {
            return base::conflict(
                u"automation %1 was changed meanwhile: it is at version %2, not %3"_s.arg(automation.id.text())
                    .arg(stored.version)
                    .arg(automation.version));
        }
        CHECK(checkStorable(automation));
        TRY(const int forgotten, ScheduleTable(transaction.db()).keepOnly(automation.id, automation.triggers));
        if (forgotten > 0) {
            transaction.note(Table::Schedules, ChangeKind::Deleted, automation.id.text());
        }
        return saveVersion(transaction, automation, stored, by);
    });
}

QFuture<Result<void>> Automations::remove(const base::AutomationId &id, QString by)
{
    return m_desk.write([id, by](Transaction &transaction) -> Result<void> {
        AutomationTable table(transaction.db());
        TRY(const Automation automation, table.get(id));
        CHECK(cancelOpenRuns(transaction, id, by));
        CHECK(recordAbout(transaction, automation, u"delete"_s, by));
        CHECK(table.remove(id));
        transaction.note(Table::Automations, ChangeKind::Deleted, id.text());
        return {};
    });
}

QFuture<Result<void>> Automations::setPaused(const QList<base::AutomationId> &ids, bool paused, QString by)
{
    return m_desk.write([ids, paused, by](Transaction &transaction) -> Result<void> {
        for (const base::AutomationId &id : ids) {
            TRY(Automation automation, AutomationTable(transaction.db()).get(id));
            if (automation.paused != paused) {
                const Automation stored = automation;
                automation.paused = paused;
                CHECK(saveVersion(transaction, automation, stored, by));
            }
        }
        return {};
    });
}

QFuture<Result<Automation>> Automations::version(const base::AutomationId &id, qint64 version) const
{
    return m_desk.read(
        [id, version](Transaction &transaction) { return AutomationTable(transaction.db()).version(id, version); });
}

QFuture<Result<QList<Automation>>> Automations::history(const base::AutomationId &id) const
{
    return m_desk.read([id](Transaction &transaction) -> Result<QList<Automation>> {
        TRY(const QList<Automation> versions, AutomationTable(transaction.db()).versions(id));
        if (versions.isEmpty()) {
            return base::notFound(u"automation "_s + id.text());
        }
        return versions;
    });
}

} // namespace store
