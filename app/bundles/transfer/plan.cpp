// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/transfer/plan.h"

#include "app/domain/workflow/steps.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace bundles {

namespace {

constexpr qsizetype longestQuote = 200;

QJsonObject itemJson(const PlannedAutomation &item)
{
    const QJsonObject automation = domain::toJson(item.automation);
    QJsonObject object{{u"origin"_s, item.origin},
                       {u"id"_s, item.automation.id.text()},
                       {u"name"_s, item.automation.name},
                       {u"type"_s, item.automation.type},
                       {u"paused"_s, item.automation.paused},
                       {u"triggers"_s, automation.value("triggers"_L1)},
                       {u"not_carried"_s, QJsonArray::fromStringList(item.notCarried)},
                       {u"notes"_s, QJsonArray::fromStringList(item.notes)}};
    for (auto it = item.facts.begin(); it != item.facts.end(); ++it) {
        object.insert(it.key(), *it);
    }
    if (item.fires) {
        object.insert("fires"_L1, toJson(*item.fires));
    }
    return object;
}

/// Those of the plan and those that are there already.
QSet<QString> reachable(const ImportPlan &plan, const QSet<QString> &known)
{
    QSet<QString> ids = known;
    for (const PlannedAutomation &item : plan.items) {
        ids.insert(item.automation.id.text());
    }
    return ids;
}

void dropLostTriggers(PlannedAutomation &item, const QSet<QString> &ids)
{
    item.automation.triggers.removeIf([&](const domain::Trigger &trigger) {
        const auto *after = std::get_if<domain::After>(&trigger);
        if (!after || ids.contains(after->automation.text())) {
            return false;
        }
        item.notCarried.append(u"the trigger after %1: there is no such automation here or in what is imported"_s.arg(
            shortened(after->automation.text())));
        return true;
    });
}

/// The first step whose automation is nowhere.
std::optional<QString> lostStep(const PlannedAutomation &item, const QSet<QString> &ids)
{
    if (item.automation.type != "workflow"_L1) {
        return std::nullopt;
    }
    for (const base::AutomationId &id : domain::automationsOf(item.automation.params)) {
        if (!ids.contains(id.text())) {
            return id.text();
        }
    }
    return std::nullopt;
}

} // namespace

QList<domain::Automation> ImportPlan::automations() const
{
    QList<domain::Automation> all;
    for (const PlannedAutomation &item : items) {
        all.append(item.automation);
    }
    return all;
}

QJsonObject toJson(const ImportPlan &plan)
{
    QJsonArray items;
    for (const PlannedAutomation &item : plan.items) {
        items.append(itemJson(item));
    }
    QJsonArray left;
    for (const LeftOut &one : plan.left) {
        left.append(QJsonObject{{u"origin"_s, one.origin}, {u"what"_s, one.what}, {u"reason"_s, one.reason}});
    }
    return {{u"format"_s, plan.format}, {u"automations"_s, items}, {u"left"_s, left}};
}

QString shortened(const QString &text)
{
    const QString line = text.simplified();
    return line.size() > longestQuote ? line.left(longestQuote) + u'…' : line;
}

base::Result<PlannedAutomation> planned(const QString &origin, QJsonObject automation)
{
    automation.insert("paused"_L1, true);
    TRY(domain::Automation made, domain::automationFromJson(automation));
    made.id = base::AutomationId::make();
    return PlannedAutomation{.origin = origin, .automation = std::move(made), .notCarried = {}, .notes = {}};
}

void settleReferences(ImportPlan &plan, const QSet<QString> &known)
{
    // What is left out may be what another one runs, or follows.
    for (bool again = true; again;) {
        again = false;
        const QSet<QString> ids = reachable(plan, known);
        for (PlannedAutomation &item : plan.items) {
            dropLostTriggers(item, ids);
        }
        plan.items.removeIf([&](const PlannedAutomation &item) {
            const std::optional<QString> lost = lostStep(item, ids);
            if (lost) {
                plan.left.append(
                    {item.origin, item.automation.name,
                     u"it runs %1, which is neither here nor in what is imported"_s.arg(shortened(*lost))});
                again = true;
            }
            return lost.has_value();
        });
    }
}

} // namespace bundles
