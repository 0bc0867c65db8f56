// SPDX-License-Identifier: Apache-2.0
#include "app/store/automations.h"

#include "app/domain/followers.h"
#include "app/domain/workflow/steps.h"
#include "app/store/approvals/approvalmoves.h"
#include "app/store/desk.h"
#include "app/store/hooks/hooktable.h"
#include "app/store/mirrors/homes.h"
#include "app/store/tables/audittable.h"
#include "app/store/tables/automationmoves.h"
#include "app/store/tables/automationtable.h"
#include "app/store/tables/nesting.h"
#include "app/store/tables/scheduletable.h"
#include "app/store/tables/sight.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace store {

namespace {

using base::Result;
using domain::Automation;

Result<Automation> createOne(Transaction &transaction, Automation automation, const domain::Actor &by)
{
    automation.id = base::AutomationId::make();
    return insertHere(transaction, std::move(automation), by, u"create"_s);
}

/// A new version, which is sent to where it lives.
Result<Automation> saveEdit(Transaction &transaction, const Automation &automation, const Automation &stored,
                            const domain::Actor &by)
{
    TRY(Automation saved, saveVersion(transaction, automation, stored, by));
    CHECK(sendEdit(transaction, saved, stored, by));
    return saved;
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
        Result<Automation> one = insertHere(transaction, automations.at(place), by, u"import"_s);
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
        Automation edited = automation;
        edited.connectionId = stored.connectionId; // where it lives is no part of an edit
        edited.remoteId = stored.remoteId;
        CHECK(checkStorable(edited));
        if (stored.connectionId.isEmpty()) {
            CHECK(checkFollowed(transaction, edited, stored.triggers));
            CHECK(checkSteps(transaction, edited, stored));
        }
        TRY(const int forgotten, ScheduleTable(transaction.db()).keepOnly(edited.id, edited.triggers));
        if (forgotten > 0) {
            transaction.note(Table::Schedules, ChangeKind::Deleted, edited.id.text());
        }
        return saveEdit(transaction, edited, stored, by);
    });
}

QFuture<Result<void>> Automations::remove(const base::AutomationId &id, domain::Actor by)
{
    return m_desk.write([id, by](Transaction &transaction) -> Result<void> {
        TRY(const Automation automation, AutomationTable(transaction.db()).get(id));
        CHECK(sendRemoval(transaction, automation, by));
        return removeAutomation(transaction, automation, by);
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
        CHECK(sendRestored(transaction, automation, stored, by));
        if (automation.connectionId.isEmpty()) {
            CHECK(checkFollowed(transaction, automation, automation.triggers));
            CHECK(checkSteps(transaction, automation, automation));
        }
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
                CHECK(saveEdit(transaction, automation, stored, by));
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
