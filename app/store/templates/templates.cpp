// SPDX-License-Identifier: Apache-2.0
#include "app/store/templates/templates.h"

#include "app/base/ids.h"
#include "app/store/automations.h"
#include "app/store/desk.h"
#include "app/store/tables/audittable.h"
#include "app/store/windows/windows.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace store {

using base::Result;

namespace {

constexpr qsizetype longestName = 200;

Result<OwnTemplate> readTemplate(const Query &row)
{
    return OwnTemplate{.id = row.text(0),
                       .name = row.text(1),
                       .body = QJsonDocument::fromJson(row.text(2).toUtf8()).object(),
                       .madeBy = row.text(3),
                       .madeAt = base::fromMillis(row.integer(4))};
}

base::Status check(Connection &db, const OwnTemplate &made)
{
    if (made.name.trimmed().isEmpty() || made.name.size() > longestName) {
        return base::invalid(u"name"_s, u"name must have 1 to %1 characters"_s.arg(longestName));
    }
    TRY(const qint64 count, db.number("SELECT count(*) FROM template"));
    return count < mostTemplates
               ? base::Status()
               : base::invalid({}, u"a workspace can have %1 templates of its own"_s.arg(mostTemplates));
}

} // namespace

QFuture<Result<QList<OwnTemplate>>> Templates::list() const
{
    return m_desk.read([](Transaction &transaction) {
        return transaction.db().all("SELECT id, name, body, made_by, made_at FROM template ORDER BY lower(name), id",
                                    {}, readTemplate);
    });
}

QFuture<Result<OwnTemplate>> Templates::save(OwnTemplate made, domain::Actor by)
{
    return m_desk.write([made, by](Transaction &transaction) mutable -> Result<OwnTemplate> {
        CHECK(check(transaction.db(), made));
        if (made.id.isEmpty()) {
            made.id = base::newId(u"tpl_"_s);
        }
        made.madeBy = made.madeBy.isEmpty() ? by.name : made.madeBy;
        made.madeAt = transaction.now();
        const QByteArray body = QJsonDocument(made.body).toJson(QJsonDocument::Compact);
        CHECK(transaction.db().run(
            "INSERT INTO template (id, name, body, made_by, made_at) VALUES (?, ?, ?, ?, ?)",
            {made.id, made.name, QString::fromUtf8(body), made.madeBy, base::toMillis(made.madeAt)}));
        CHECK(record(transaction, {.by = by, .action = u"save_template"_s, .subject = made.id, .detail = made.name}));
        transaction.note(Table::Templates, ChangeKind::Inserted, made.id);
        return made;
    });
}

QFuture<Result<OwnTemplate>> Templates::remove(const QString &id, domain::Actor by)
{
    return m_desk.write([id, by](Transaction &transaction) -> Result<OwnTemplate> {
        TRY(const QList<OwnTemplate> found,
            transaction.db().all("SELECT id, name, body, made_by, made_at FROM template WHERE id = ?", {id},
                                 readTemplate));
        if (found.isEmpty()) {
            return base::notFound(u"template "_s + id);
        }
        CHECK(transaction.db().run("DELETE FROM template WHERE id = ?", {id}));
        CHECK(record(transaction,
                     {.by = by, .action = u"delete_template"_s, .subject = id, .detail = found.constFirst().name}));
        transaction.note(Table::Templates, ChangeKind::Deleted, id);
        return found.constFirst();
    });
}

QFuture<Result<OfTemplate>> Templates::make(OfTemplate wanted, domain::Actor by)
{
    return m_desk.write([wanted, by](Transaction &transaction) -> Result<OfTemplate> {
        OfTemplate made;
        TRY(made.automations, importAll(transaction, wanted.automations, by));
        TRY(made.windows, createAll(transaction, wanted.windows, by));
        return made;
    });
}

} // namespace store
