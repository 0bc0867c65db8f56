// SPDX-License-Identifier: Apache-2.0
#include "app/store/automations.h"

#include "app/domain/followers.h"
#include "app/domain/workflow/steps.h"
#include "app/store/approvals/approvalmoves.h"
#include "app/store/desk.h"
#include "app/store/hooks/hooktable.h"
#include "app/store/tables/aftertable.h"
#include "app/store/tables/audittable.h"
#include "app/store/tables/automationtable.h"
#include "app/store/tables/nesting.h"
#include "app/store/tables/runmoves.h"
#include "app/store/tables/scheduletable.h"
#include "app/store/tables/sight.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace store {

namespace {

using base::Result;
using domain::Automation;

AuditEntry about(const Automation &automation, const QString &action, const domain::Actor &by)
{
    return {.by = by,
            .action = action,
            .subject = automation.id.text(),
            .detail = u"%1, version %2"_s.arg(automation.name).arg(automation.version)};
}

/// `start` by name, and everyone on the way back to it.
QString inNames(Transaction &transaction, const QList<base::AutomationId> &cycle, const Automation &start)
{
    QStringList names;
    for (const base::AutomationId &id : cycle) {
        const auto one = AutomationTable(transaction.db()).find(id);
        names.append(id == start.id ? start.name : one && *one ? (*one)->name : id.text());
    }
    return names.join(u" → "_s);
}

/// Whom it follows: somebody that is there, unless it is an old trigger, and never itself on a way round.
base::Status checkFollowed(Transaction &transaction, const Automation &automation, const QList<domain::Trigger> &before)
{
    TRY(domain::Following following, AfterTable(transaction.db()).all());
    following.insert(automation.id, {});
    for (qsizetype i = 0; i < automation.triggers.size(); ++i) {
        const auto *after = std::get_if<domain::After>(&automation.triggers.at(i));
        if (!after) {
            continue;
        }
        const QString field = u"triggers[%1].automation_id"_s.arg(i);
        TRY(const auto there, AutomationTable(transaction.db()).paused(after->automation));
        if (!there && !before.contains(automation.triggers.at(i))) {
            return base::invalid(field, u"there is no automation %1"_s.arg(after->automation.text()));
        }
        following[automation.id] = {after->automation};
        const QList<base::AutomationId> cycle = domain::cycleThrough(following, automation.id);
        if (!cycle.isEmpty()) {
            return base::invalid(
                field, u"these would start each other without end: %1"_s.arg(inNames(transaction, cycle, automation)));
        }
    }
    return {};
}

Result<Automation> saveVersion(Transaction &transaction, Automation automation, const Automation &stored,
                               const domain::Actor &by)
{
    automation.version = stored.version + 1;
    automation.createdAt = stored.createdAt;
    automation.updatedAt = transaction.now();
    automation.updatedBy = by;
    CHECK(AutomationTable(transaction.db()).replace(automation));
    CHECK(fitToken(transaction, automation, by));
    const QString action = automation.paused == stored.paused ? u"edit"_s
                           : automation.paused                ? u"pause"_s
                                                              : u"resume"_s;
    CHECK(record(transaction, about(automation, action, by), toJson(stored), toJson(automation)));
    CHECK(askAnew(transaction, automation));
    transaction.note(Table::Automations, ChangeKind::Updated, automation.id.text());
    return automation;
}

Result<Automation> insertOne(Transaction &transaction, Automation automation, const domain::Actor &by,
                             const QString &action)
{
    CHECK(checkStorable(automation));
    CHECK(checkFollowed(transaction, automation, {}));
    CHECK(checkSteps(transaction, automation, {}));
    automation.version = 1;
    automation.createdAt = transaction.now();
    automation.updatedAt = transaction.now();
    automation.updatedBy = by;
    CHECK(AutomationTable(transaction.db()).insert(automation));
    CHECK(fitToken(transaction, automation, by));
    CHECK(record(transaction, about(automation, action, by), {}, toJson(automation)));
    transaction.note(Table::Automations, ChangeKind::Inserted, automation.id.text());
    return automation;
}

Result<Automation> createOne(Transaction &transaction, Automation automation, const domain::Actor &by)
{
    automation.id = base::AutomationId::make();
    return insertOne(transaction, std::move(automation), by, u"create"_s);
}

base::Status checkNew(Transaction &transaction, const base::AutomationId &id)
{
    TRY(const QList<Automation> versions, AutomationTable(transaction.db()).versions(id));
    return !id.isEmpty() && versions.isEmpty() ? base::Status()
                                               : base::conflict(u"there is, or was, an automation %1"_s.arg(id.text()));
}

/// The order in which each comes behind those that it names, as far as that goes.
class ImportOrder
{
public:
    explicit ImportOrder(const QList<Automation> &automations) : m_automations(automations)
    {
        for (int i = 0; i < automations.size(); ++i) {
            m_places.insert(automations.at(i).id, i);
        }
        for (int i = 0; i < automations.size(); ++i) {
            visit(i);
        }
    }

    const QList<int> &places() const { return m_order; }

private:
    struct Step
    {
        int place = 0;
        QList<base::AutomationId> named;
    };

    /// Without recursion: a file may hold a chain of any length.
    void visit(int place)
    {
        QList<Step> way;
        enter(way, place);
        while (!way.isEmpty()) {
            if (way.last().named.isEmpty()) {
                m_order.append(way.takeLast().place);
                continue;
            }
            const auto next = m_places.constFind(way.last().named.takeLast());
            if (next != m_places.constEnd()) {
                enter(way, *next);
            }
        }
    }

    void enter(QList<Step> &way, int place)
    {
        if (m_seen.contains(place)) {
            return;
        }
        m_seen.insert(place);
        const Automation &automation = m_automations.at(place);
        way.append({place, domain::followedBy(automation) + domain::automationsOf(automation.params)});
    }

    const QList<Automation> &m_automations;
    QHash<base::AutomationId, int> m_places;
    QSet<int> m_seen;
    QList<int> m_order;
};

} // namespace

Result<QList<Automation>> importAll(Transaction &transaction, const QList<Automation> &automations,
                                    const domain::Actor &by)
{
    QList<Automation> made = automations;
    const ImportOrder order(automations);
    for (const int place : order.places()) {
        CHECK(checkNew(transaction, automations.at(place).id));
        Result<Automation> one = insertOne(transaction, automations.at(place), by, u"import"_s);
        if (!one) {
            return one.error().inField(u"[%1]"_s.arg(place));
        }
        made[place] = *std::move(one);
    }
    return made;
}

QFuture<Result<QList<Automation>>> Automations::list() const
{
    return m_desk.read([](Transaction &transaction) { return AutomationTable(transaction.db()).all(); });
}

QFuture<Result<Automation>> Automations::get(const base::AutomationId &id) const
{
    return m_desk.read([id](Transaction &transaction) { return AutomationTable(transaction.db()).get(id); });
}

QFuture<Result<QSet<base::AutomationId>>> Automations::hiddenFrom(domain::Operator who) const
{
    return m_desk.read([who](Transaction &transaction) { return readHidden(transaction.db(), who); });
}

QFuture<Result<QList<Automation>>> Automations::create(QList<Automation> automations, domain::Actor by)
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

QFuture<Result<QList<Automation>>> Automations::import(QList<Automation> automations, domain::Actor by)
{
    return m_desk.write(
        [automations, by](Transaction &transaction) { return importAll(transaction, automations, by); });
}

QFuture<Result<Automation>> Automations::update(Automation automation, domain::Actor by)
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
        CHECK(checkFollowed(transaction, automation, stored.triggers));
        CHECK(checkSteps(transaction, automation, stored));
        TRY(const int forgotten, ScheduleTable(transaction.db()).keepOnly(automation.id, automation.triggers));
        if (forgotten > 0) {
            transaction.note(Table::Schedules, ChangeKind::Deleted, automation.id.text());
        }
        return saveVersion(transaction, automation, stored, by);
    });
}

QFuture<Result<void>> Automations::remove(const base::AutomationId &id, domain::Actor by)
{
    return m_desk.write([id, by](Transaction &transaction) -> Result<void> {
        AutomationTable table(transaction.db());
        TRY(const Automation automation, table.get(id));
        CHECK(cancelOpenRuns(transaction, id, by));
        CHECK(record(transaction, about(automation, u"delete"_s, by), toJson(automation), {}));
        CHECK(table.remove(id));
        CHECK(HookTable(transaction.db()).removeToken(id));
        transaction.note(Table::Automations, ChangeKind::Deleted, id.text());
        return {};
    });
}

QFuture<Result<Automation>> Automations::restore(const base::AutomationId &id, qint64 version, domain::Actor by)
{
    return m_desk.write([id, version, by](Transaction &transaction) -> Result<Automation> {
        AutomationTable table(transaction.db());
        TRY(const QList<Automation> versions, table.versions(id));
        const auto wanted = std::find_if(versions.begin(), versions.end(),
                                         [&](const Automation &one) { return one.version == version || version == 0; });
        if (wanted == versions.end()) {
            return base::notFound(u"version %1 of automation %2"_s.arg(version).arg(id.text()));
        }
        Automation automation = *wanted;
        automation.version = versions.first().version + 1;
        automation.createdAt = versions.first().createdAt;
        automation.updatedAt = transaction.now();
        automation.updatedBy = by;
        TRY(const std::optional<Automation> stored, table.find(id));
        CHECK(checkFollowed(transaction, automation, automation.triggers));
        CHECK(checkSteps(transaction, automation, automation));
        CHECK(stored ? table.replace(automation) : table.insert(automation));
        CHECK(fitToken(transaction, automation, by));
        CHECK(ScheduleTable(transaction.db()).keepOnly(id, automation.triggers));
        CHECK(record(transaction, {.by = by,
                                   .action = u"restore"_s,
                                   .subject = id.text(),
                                   .detail = u"%1, version %2"_s.arg(automation.name).arg(wanted->version)}));
        CHECK(askAnew(transaction, automation));
        transaction.note(Table::Automations, stored ? ChangeKind::Updated : ChangeKind::Inserted, id.text());
        return automation;
    });
}

QFuture<Result<void>> Automations::setPaused(const QList<base::AutomationId> &ids, bool paused, domain::Actor by)
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

QFuture<Result<QList<Automation>>> Automations::history(const base::AutomationId &id, VersionPage page) const
{
    return m_desk.read([id, page](Transaction &transaction) -> Result<QList<Automation>> {
        TRY(const QList<Automation> versions, AutomationTable(transaction.db()).versions(id, page));
        if (versions.isEmpty() && page.before == 0) {
            return base::notFound(u"automation "_s + id.text());
        }
        return versions;
    });
}

} // namespace store
