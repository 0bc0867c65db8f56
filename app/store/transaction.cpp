// SPDX-License-Identifier: Apache-2.0
#include "app/store/transaction.h"

#include <set>
#include <tuple>

namespace store {

namespace {

constexpr int mostChanges = 1000;

} // namespace

Changes Transaction::changes() const
{
    return condensed(m_changes);
}

Changes condensed(const Changes &changes)
{
    QHash<Table, int> sizes;
    for (const Change &change : changes) {
        ++sizes[change.table];
    }
    Changes kept;
    std::set<std::tuple<Table, ChangeKind, QString>> seen;
    for (const Change &change : changes) {
        const Change said =
            sizes.value(change.table) > mostChanges ? Change{change.table, ChangeKind::Updated, {}} : change;
        const std::tuple key(said.table, said.kind, said.id);
        if (!seen.contains(key)) {
            seen.insert(key);
            kept.append(said);
        }
    }
    return kept;
}

Changes everything()
{
    Changes all;
    for (const Table table : {Table::Automations, Table::Runs, Table::Schedules, Table::Settings, Table::Engine,
                              Table::Pauses, Table::Secrets, Table::Views, Table::Notices, Table::Windows}) {
        all.append({table, ChangeKind::Updated, {}});
    }
    return all;
}

} // namespace store
