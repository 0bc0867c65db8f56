// SPDX-License-Identifier: Apache-2.0
#include "tests/support/registry.h"
#include "tests/unit/providers/outcome.h"
#include "tests/unit/providers/posthog/posthoghouse.h"

using namespace Qt::StringLiterals;

using test::answerOf;

using test::PosthogDouble;
using test::PosthogHouse;

namespace {

const test::Asked &last(const PosthogHouse &house)
{
    return house.remote.server.asked.last();
}

/// What the action answers; fails the test where it does not.
QJsonValue done(PosthogHouse &house, const QString &action, const QJsonObject &fields)
{
    const auto answer = answerOf(house.box->act(action, fields));
    if (!answer) {
        qWarning("%s: %s", qPrintable(action), qPrintable(answer.error().message()));
        return QJsonValue::Undefined;
    }
    return *answer;
}

} // namespace

/// Lists of tasks: filters, and parts that others add to meanwhile.
class PosthogListsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tasksAreFilteredByTheConnection()
    {
        PosthogHouse house;
        house.remote.tasks[1].insert("repository"_L1, u"other/thing"_s);
        house.open({{u"organization"_s, u"acme"_s},
                    {u"repository"_s, u"acme/infra"_s},
                    {u"origin_product"_s, u"user_created"_s},
                    {u"stage"_s, u"build"_s},
                    {u"created_by"_s, u"7"_s}});
        const auto page = answerOf(house.box->automations({}));
        QVERIFY2(page, page ? "" : qPrintable(page.error().message()));
        QCOMPARE(page->items.size(), 1);
        QCOMPARE(page->items.first().remoteId, u"t1"_s);
        QCOMPARE(last(house).value(u"repository"_s), u"acme/infra"_s);
        QCOMPARE(last(house).value(u"created_by"_s), u"7"_s);
    }

    void tasksAreFilteredByTheAction()
    {
        PosthogHouse house;
        const QJsonObject list =
            done(house, u"tasks"_s, {{u"stage"_s, u"build"_s}, {u"limit"_s, 1}, {u"status"_s, u"in_progress"_s}})
                .toObject();
        QCOMPARE(list.value("count"_L1).toInt(), 1);
        QCOMPARE(list.value("results"_L1)[0]["id"_L1].toString(), u"t1"_s);
        QCOMPARE(last(house).value(u"limit"_s), u"1"_s);
    }

    void trapTheNextPartIsBuiltFromTheOffsetAlone()
    {
        PosthogHouse house;
        for (int i = 0; i < 230; ++i) {
            house.remote.addTask(u"more%1"_s.arg(i), u"More"_s);
        }
        QSet<QString> ids;
        QString cursor;
        QStringList cursors;
        do {
            const auto page = answerOf(house.box->automations(cursor));
            QVERIFY2(page, page ? "" : qPrintable(page.error().message()));
            for (const auto &task : page->items) {
                ids.insert(task.remoteId);
            }
            cursor = page->next;
            cursors.append(cursor);
        } while (!cursor.isEmpty());
        QCOMPARE(ids.size(), 232);
        QCOMPARE(cursors, (QStringList{u"100"_s, u"200"_s, QString()}));
    }

    void trapATaskThatMovedToTheNextPartIsTakenOnce()
    {
        PosthogHouse house;
        for (int i = 0; i < 120; ++i) {
            house.remote.addTask(u"more%1"_s.arg(i), u"More"_s);
        }
        house.remote.addRun(u"more0"_s, u"x"_s, u"completed"_s);
        // Each list of tasks finds one more at its begin.
        house.remote.server.route("GET", PosthogDouble::at(""), [&house, n = 0](const test::Asked &asked) mutable {
            house.remote.addTask(u"new%1"_s.arg(n++), u"New"_s);
            const int offset = asked.value(u"offset"_s).toInt();
            QJsonArray items;
            for (const QJsonObject &task : house.remote.tasks.mid(offset, 100)) {
                QJsonObject shown = task;
                const QJsonArray runs = house.remote.runs.value(task.value("id"_L1).toString());
                shown.insert("latest_run"_L1, runs.isEmpty() ? QJsonValue() : runs.first());
                items.append(shown);
            }
            const bool more = offset + 100 < house.remote.tasks.size();
            return test::told({{u"count"_s, house.remote.tasks.size()},
                               {u"next"_s, more ? QJsonValue(u"/?offset=%1"_s.arg(offset + 100)) : QJsonValue()},
                               {u"results"_s, items}});
        });
        const auto page = answerOf(house.box->runs({}));
        QVERIFY2(page, page ? "" : qPrintable(page.error().message()));
        QStringList ids;
        for (const auto &run : page->items) {
            QVERIFY(!ids.contains(run.remoteId));
            ids.append(run.remoteId);
        }
        QVERIFY(ids.contains(u"more0/x"_s) && ids.contains(u"t1/r5"_s));
    }
};

REGISTER_TEST(PosthogListsTest);
#include "test_posthoglists.moc"
