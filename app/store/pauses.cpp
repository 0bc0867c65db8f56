// SPDX-License-Identifier: Apache-2.0
#include "app/store/pauses.h"

#include "app/store/desk.h"
#include "app/store/tables/audittable.h"
#include "app/store/tables/pausetable.h"

using namespace Qt::StringLiterals;

namespace store {

using base::Result;

QFuture<Result<AllPaused>> Pauses::allPaused() const
{
    return m_desk.read([](Transaction &transaction) { return readAllPaused(transaction.db()); });
}

QFuture<Result<AllPaused>> Pauses::setAllPaused(Pausing state, domain::Actor by)
{
    return m_desk.write([state, by](Transaction &transaction) -> Result<AllPaused> {
        TRY(const AllPaused before, readAllPaused(transaction.db()));
        if (before.state == state) {
            return before;
        }
        const AllPaused now{.state = state, .by = by, .at = transaction.now()};
        CHECK(writeAllPaused(transaction.db(), now));
        CHECK(record(transaction,
                     {.by = by, .action = state == Pausing::On ? u"pause"_s : u"resume"_s, .subject = u"*"_s}));
        transaction.note(Table::Pauses, ChangeKind::Updated, {});
        return now;
    });
}

} // namespace store
