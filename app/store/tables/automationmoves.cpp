// SPDX-License-Identifier: Apache-2.0
#include "app/store/tables/automationmoves.h"

#include "app/domain/followers.h"
#include "app/store/approvals/approvalmoves.h"
#include "app/store/hooks/hooktable.h"
#include "app/store/tables/aftertable.h"
#include "app/store/tables/audittable.h"
#include "app/store/tables/automationtable.h"
#include "app/store/tables/nesting.h"
#include "app/store/tables/runmoves.h"

using namespace Qt::StringLiterals;

namespace store {

using base::Result;
using domain::Automation;

namespace {

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

} // namespace

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

Result<Automation> insertHere(Transaction &transaction, Automation automation, const domain::Actor &by,
                              const QString &action)
{
    automation.connectionId = {};
    automation.remoteId.clear();
    CHECK(checkStorable(automation));
    CHECK(checkFollowed(transaction, automation, {}));
    CHECK(checkSteps(transaction, automation, {}));
    TRY(Automation inserted, insertAutomation(transaction, automation, by));
    CHECK(record(transaction, about(inserted, action, by), {}, toJson(inserted)));
    return inserted;
}

Result<Automation> insertAutomation(Transaction &transaction, Automation automation, const domain::Actor &by)
{
    automation.version = 1;
    automation.createdAt = transaction.now();
    automation.updatedAt = transaction.now();
    automation.updatedBy = by;
    CHECK(AutomationTable(transaction.db()).insert(automation));
    CHECK(fitToken(transaction, automation, by));
    transaction.note(Table::Automations, ChangeKind::Inserted, automation.id.text());
    return automation;
}

base::Status removeAutomation(Transaction &transaction, const Automation &automation, const domain::Actor &by)
{
    CHECK(cancelOpenRuns(transaction, automation.id, by));
    CHECK(record(transaction, about(automation, u"delete"_s, by), toJson(automation), {}));
    return forgetAutomation(transaction, automation.id);
}

base::Status forgetAutomation(Transaction &transaction, const base::AutomationId &id)
{
    CHECK(AutomationTable(transaction.db()).remove(id));
    CHECK(HookTable(transaction.db()).removeToken(id));
    transaction.note(Table::Automations, ChangeKind::Deleted, id.text());
    return {};
}

} // namespace store
