// SPDX-License-Identifier: Apache-2.0
#include "tests/support/registry.h"
#include "tests/support/tempstore.h"

using namespace Qt::StringLiterals;
using base::ErrorCode;
using store::SavedView;
using test::await;
using test::TempStore;

namespace {

QStringList namesOf(TempStore &store, const QString &pane)
{
    QStringList names;
    for (const SavedView &view : await(store->views().ofPane(pane)).value_or({})) {
        names.append(view.name + u'=' + view.filter);
    }
    return names;
}

class ViewsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void viewsAreKeptByPaneAndName()
    {
        TempStore store;
        QVERIFY(await(store->views().save(u"runs"_s, u"  Broken   today "_s, u"status:failed since:today"_s)));
        QVERIFY(await(store->views().save(u"runs"_s, u"all of deploy"_s, u"deploy"_s)));
        QVERIFY(await(store->views().save(u"automations"_s, u"Broken today"_s, u"status:failing"_s)));
        store.reopen();
        QCOMPARE(namesOf(store, u"runs"_s),
                 (QStringList{u"all of deploy=deploy"_s, u"Broken today=status:failed since:today"_s}));
        QVERIFY(await(store->views().save(u"runs"_s, u"broken TODAY"_s, u"status:failed"_s)));
        QCOMPARE(namesOf(store, u"runs"_s), (QStringList{u"all of deploy=deploy"_s, u"broken TODAY=status:failed"_s}));
        QCOMPARE(namesOf(store, u"automations"_s), QStringList{u"Broken today=status:failing"_s});
    }

    void renamingTakesNoNameAway()
    {
        TempStore store;
        const SavedView one = *await(store->views().save(u"runs"_s, u"One"_s, u"a"_s));
        const SavedView two = *await(store->views().save(u"runs"_s, u"Two"_s, u"b"_s));
        QCOMPARE(await(store->views().rename(two.id, u"one"_s)).error().code, ErrorCode::Conflict);
        QCOMPARE(await(store->views().rename(two.id, u"  "_s)).error().field, u"name"_s);
        QCOMPARE(await(store->views().rename(one.id, u"ONE"_s))->name, u"ONE"_s);
        QCOMPARE(namesOf(store, u"runs"_s), (QStringList{u"ONE=a"_s, u"Two=b"_s}));
    }

    void whatIsRemovedIsAnsweredAndGone()
    {
        TempStore store;
        const SavedView view = *await(store->views().save(u"runs"_s, u"One"_s, u"a"_s));
        QCOMPARE(*await(store->views().remove(view.id)), view);
        QVERIFY(namesOf(store, u"runs"_s).isEmpty());
        QCOMPARE(await(store->views().remove(view.id)).error().code, ErrorCode::NotFound);
        QCOMPARE(await(store->views().rename(view.id, u"Two"_s)).error().code, ErrorCode::NotFound);
    }
};

REGISTER_TEST(ViewsTest);

} // namespace

#include "test_views.moc"
