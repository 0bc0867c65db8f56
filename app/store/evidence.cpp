// SPDX-License-Identifier: Apache-2.0
#include "app/store/evidence.h"

#include "app/domain/why/slots.h"
#include "app/store/desk.h"
#include "app/store/tables/automationtable.h"
#include "app/store/tables/evidencetable.h"
#include "app/store/tables/pausetable.h"
#include "app/store/tables/runtable.h"
#include "app/store/tables/scheduletable.h"

#include <QJsonDocument>

namespace store {

namespace {

using base::Result;
using domain::Run;
using domain::WhyInput;

/// A block of missed slots may have rows of other schedules in its middle.
constexpr int mostBetween = 20;

base::Status addPositions(Transaction &transaction, const base::AutomationId &id, WhyInput &input)
{
    TRY(const QList<SchedulePosition> positions, ScheduleTable(transaction.db()).all());
    for (const SchedulePosition &position : positions) {
        if (position.automation == id) {
            const QJsonObject form = QJsonDocument::fromJson(position.key.toUtf8()).object();
            const auto schedule = domain::scheduleFromJson(form, domain::Provenance::Store);
            if (schedule) {
                input.positions.append({*schedule, position.plannedUntil});
            }
        }
    }
    return {};
}

/// The next row that stands for several slots.
Result<std::optional<Run>> coverOf(EvidenceTable &table, const base::AutomationId &id, base::Instant slot)
{
    for (int i = 0; i < mostBetween; ++i) {
        TRY(std::optional<Run> next, table.afterSlot(id, slot));
        if (!next || next->missedCount > 1) {
            return next;
        }
        slot = *next->plannedFor;
    }
    return std::optional<Run>();
}

/// The runs made before this one; it is among them by its time.
base::Status addEarlier(EvidenceTable &table, const base::AutomationId &id, WhyInput &input, base::Instant until)
{
    TRY(input.earlier, table.madeUntil(id, until));
    if (input.run) {
        const auto self = std::find_if(input.earlier.begin(), input.earlier.end(),
                                       [&](const Run &run) { return run.id == input.run->id; });
        if (self != input.earlier.end()) {
            input.earlier.erase(input.earlier.begin(), self + 1);
        }
    }
    return {};
}

/// It is of this machine, and not of what lives elsewhere.
base::Status addPause(Transaction &transaction, WhyInput &input)
{
    if (!input.versions.isEmpty() && !input.versions.first().connectionId.isEmpty()) {
        return {};
    }
    TRY(const AllPaused paused, readAllPaused(transaction.db()));
    if (paused.state == Pausing::On) {
        input.everythingPaused = {paused.by, paused.at};
    } else if (!paused.by.isEmpty()) {
        input.everythingResumed = paused.at;
    }
    return {};
}

Result<WhyInput> read(Transaction &transaction, const base::AutomationId &id,
                      const std::optional<domain::AskedTime> &asked)
{
    WhyInput input;
    input.now = transaction.now();
    input.asked = asked;
    CHECK(AutomationTable(transaction.db()).get(id));
    TRY(input.versions, AutomationTable(transaction.db()).versions(id));
    CHECK(addPositions(transaction, id, input));
    CHECK(addPause(transaction, input));
    EvidenceTable table(transaction.db());
    const std::optional<base::Instant> slot = domain::slotAskedFor(input.versions, asked, input.now);
    if (slot) {
        TRY(input.run, table.ofSlot(id, *slot));
        if (!input.run) {
            TRY(input.cover, coverOf(table, id, *slot));
        }
    }
    const base::Instant around = slot ? *slot : (asked ? asked->ranges.last().until : input.now);
    CHECK(addEarlier(table, id, input, input.run ? input.run->queuedAt : around));
    TRY(input.engines, table.enginesAround(around));
    return input;
}

Result<WhyInput> read(Transaction &transaction, const base::RunId &id)
{
    WhyInput input;
    input.now = transaction.now();
    TRY(input.run, RunTable(transaction.db()).get(id));
    const base::AutomationId automation = input.run->automationId;
    TRY(const std::optional<bool> paused, AutomationTable(transaction.db()).paused(automation));
    input.removed = !paused;
    TRY(input.versions, AutomationTable(transaction.db()).versions(automation));
    CHECK(addPause(transaction, input));
    EvidenceTable table(transaction.db());
    CHECK(addEarlier(table, automation, input, input.run->queuedAt));
    TRY(input.engines, table.enginesAround(input.run->plannedFor.value_or(input.run->queuedAt)));
    return input;
}

} // namespace

QFuture<Result<WhyInput>> Evidence::about(const base::AutomationId &id, std::optional<domain::AskedTime> asked) const
{
    return m_desk.read([id, asked](Transaction &transaction) { return read(transaction, id, asked); });
}

QFuture<Result<WhyInput>> Evidence::about(const base::RunId &id) const
{
    return m_desk.read([id](Transaction &transaction) { return read(transaction, id); });
}

} // namespace store
