// SPDX-License-Identifier: Apache-2.0
#include "app/store/views.h"

#include "app/store/desk.h"

using namespace Qt::StringLiterals;

namespace store {

using base::Result;

namespace {

constexpr qsizetype longestName = 100;

Result<SavedView> readView(const Query &row)
{
    return SavedView{.id = row.integer(0), .pane = row.text(1), .name = row.text(2), .filter = row.text(3)};
}

Result<SavedView> get(Connection &db, qint64 id)
{
    TRY(const QList<SavedView> found,
        db.all("SELECT id, pane, name, filter FROM saved_view WHERE id = ?", {id}, readView));
    if (found.isEmpty()) {
        return base::notFound(u"view %1"_s.arg(id));
    }
    return found.constFirst();
}

Result<QString> checkedName(const QString &name)
{
    const QString trimmed = name.simplified();
    if (trimmed.isEmpty() || trimmed.size() > longestName) {
        return base::invalid(u"name"_s, u"name must have 1 to %1 characters"_s.arg(longestName));
    }
    return trimmed;
}

} // namespace

QFuture<Result<QList<SavedView>>> Views::ofPane(const QString &pane) const
{
    return m_desk.read([pane](Transaction &transaction) {
        return transaction.db().all("SELECT id, pane, name, filter FROM saved_view WHERE pane = ? ORDER BY name",
                                    {pane}, readView);
    });
}

QFuture<Result<SavedView>> Views::save(const QString &pane, const QString &name, const QString &filter)
{
    return m_desk.write([pane, name, filter](Transaction &transaction) -> Result<SavedView> {
        TRY(const QString called, checkedName(name));
        TRY(const qint64 id, transaction.db().number("INSERT INTO saved_view (pane, name, filter) VALUES (?, ?, ?)"
                                                     " ON CONFLICT (pane, name) DO UPDATE SET name = excluded.name,"
                                                     " filter = excluded.filter RETURNING id",
                                                     {pane, called, filter}));
        transaction.note(Table::Views, ChangeKind::Updated, QString::number(id));
        return get(transaction.db(), id);
    });
}

QFuture<Result<SavedView>> Views::rename(qint64 id, const QString &name)
{
    return m_desk.write([id, name](Transaction &transaction) -> Result<SavedView> {
        TRY(const QString called, checkedName(name));
        TRY(const SavedView view, get(transaction.db(), id));
        TRY(const qint64 others,
            transaction.db().number("SELECT count(*) FROM saved_view WHERE pane = ? AND name = ? AND id <> ?",
                                    {view.pane, called, id}));
        if (others > 0) {
            return base::conflict(u"there is a view %1 already"_s.arg(called));
        }
        CHECK(transaction.db().run("UPDATE saved_view SET name = ? WHERE id = ?", {called, id}));
        transaction.note(Table::Views, ChangeKind::Updated, QString::number(id));
        return get(transaction.db(), id);
    });
}

QFuture<Result<SavedView>> Views::remove(qint64 id)
{
    return m_desk.write([id](Transaction &transaction) -> Result<SavedView> {
        TRY(const SavedView view, get(transaction.db(), id));
        CHECK(transaction.db().run("DELETE FROM saved_view WHERE id = ?", {id}));
        transaction.note(Table::Views, ChangeKind::Deleted, QString::number(id));
        return view;
    });
}

} // namespace store
