// SPDX-License-Identifier: Apache-2.0
#include "app/store/tables/sight.h"

namespace store {

std::optional<HiddenIds> hiddenIds(const domain::Operator &who)
{
    if (who.role == domain::Role::Admin) {
        return std::nullopt;
    }
    HiddenIds hidden;
    QByteArrayList places;
    for (const QString &word : domain::peopleWords(who)) {
        places.append("?");
        hidden.values.emplace_back(word);
    }
    hidden.select = "SELECT automation_id FROM automation_acl WHERE automation_id NOT IN"
                    " (SELECT automation_id FROM automation_acl WHERE who IN (" +
                    places.join(", ") + "))";
    return hidden;
}

base::Result<QSet<base::AutomationId>> readHidden(Connection &db, const domain::Operator &who)
{
    const std::optional<HiddenIds> hidden = hiddenIds(who);
    if (!hidden) {
        return QSet<base::AutomationId>();
    }
    TRY(const QList<base::AutomationId> ids,
        db.all(hidden->select, hidden->values,
               [](const Query &row) -> base::Result<base::AutomationId> { return base::AutomationId(row.text(0)); }));
    return QSet<base::AutomationId>(ids.begin(), ids.end());
}

base::Status saveAcl(Connection &db, const domain::Automation &automation)
{
    CHECK(db.run("DELETE FROM automation_acl WHERE automation_id = ?", {automation.id.text()}));
    for (const QString &who : automation.acl) {
        CHECK(db.run("INSERT INTO automation_acl (automation_id, who) VALUES (?, ?)", {automation.id.text(), who}));
    }
    return {};
}

} // namespace store
