// SPDX-License-Identifier: Apache-2.0
#include "app/store/tables/argumentmemory.h"

#include "app/domain/input/secretrefs.h"
#include "app/store/tables/runrow.h"

using namespace Qt::StringLiterals;

namespace store {

base::Status rememberArguments(Connection &db, const domain::Automation &automation,
                               const domain::ArgumentValues &values)
{
    domain::ArgumentValues kept;
    for (const domain::Argument &argument : automation.arguments) {
        const QString value = values.value(argument.name);
        const bool secret = argument.kind == domain::ArgumentKind::Secret;
        const bool lent = secret && domain::isLentName(domain::referredSecret(value).value_or(QString()));
        if (domain::isAsked(argument) && !value.isEmpty() && !lent) {
            kept.insert(argument.name, value);
        }
    }
    CHECK(db.run("INSERT INTO argument_memory (automation_id, arguments) VALUES (?, ?)"
                 " ON CONFLICT (automation_id) DO UPDATE SET arguments = excluded.arguments",
                 {automation.id.text(), argumentsToText(kept)}));
    return {};
}

base::Result<domain::ArgumentValues> rememberedArguments(Connection &db, const base::AutomationId &automation)
{
    TRY(Query row, db.query("SELECT arguments FROM argument_memory WHERE automation_id = ?", {automation.text()}));
    TRY(const bool found, row.next());
    return found ? argumentsFromText(row.text(0)) : domain::ArgumentValues();
}

} // namespace store
