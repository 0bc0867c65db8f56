// SPDX-License-Identifier: Apache-2.0
#include "tests/support/registry.h"
#include "tests/support/tempstore.h"

using namespace Qt::StringLiterals;
using base::ErrorCode;
using store::Mark;
using test::await;
using test::TempStore;

namespace {

class MarksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksAreKeptWithTheirRun()
    {
        TempStore store;
        const base::RunId run = someRun(store);
        QVERIFY(await(store->marks().set(run, {.line = 7, .note = u"odd"_s, .madeBy = u"ann"_s, .madeAt = {}})));
        QVERIFY(await(store->marks().set(run, {.line = 2, .note = {}, .madeBy = u"bob"_s, .madeAt = {}})));
        store.reopen();
        QList<Mark> marks = *await(store->marks().ofRun(run));
        QCOMPARE(marks.size(), 2);
        QCOMPARE(marks[0].line, 2);
        QCOMPARE(marks[1].note, u"odd"_s);
        QCOMPARE(marks[1].madeBy, u"ann"_s);
        QVERIFY(await(store->marks().set(run, {.line = 7, .note = u"fine"_s, .madeBy = u"bob"_s, .madeAt = {}})));
        marks = *await(store->marks().ofRun(run));
        QCOMPARE(marks[1].note, u"fine"_s);
        QCOMPARE(*await(store->marks().remove(run, 7)), marks[1]);
        QCOMPARE(await(store->marks().remove(run, 7)).error().code, ErrorCode::NotFound);
        QCOMPARE(await(store->marks().ofRun(run))->size(), 1);
    }

    void whatIsWrongIsNamed()
    {
        TempStore store;
        const base::RunId run = someRun(store);
        const Mark fine{.line = 1, .note = {}, .madeBy = u"ann"_s, .madeAt = {}};
        QCOMPARE(await(store->marks().set(base::RunId(u"run_none"_s), fine)).error().code, ErrorCode::NotFound);
        Mark bad = fine;
        bad.line = -1;
        QCOMPARE(await(store->marks().set(run, bad)).error().field, u"line"_s);
        bad = fine;
        bad.note = QString(store::longestNote + 1, u'x');
        QCOMPARE(await(store->marks().set(run, bad)).error().field, u"note"_s);
        QVERIFY(await(store->marks().ofRun(run))->isEmpty());
    }

private:
    static base::RunId someRun(TempStore &store)
    {
        domain::Automation automation;
        automation.name = u"Feed"_s;
        automation.type = u"script"_s;
        automation.params = {{u"command"_s, u"true"_s}};
        const auto made = await(store->automations().create({automation}, u"tester"_s));
        return await(store->runs().request(made->first().id, u"tester"_s))->id;
    }
};

REGISTER_TEST(MarksTest);

} // namespace

#include "test_marks.moc"
