// SPDX-License-Identifier: Apache-2.0
// Lists that can be long are read in pages: each row once, in one order, whatever the size of the pages.
#include "tests/support/registry.h"
#include "tests/unit/server/house.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using test::await;

namespace {

QByteArray last(const QJsonArray &page, QLatin1StringView key)
{
    const QJsonValue value = page.last().toObject().value(key);
    return value.isString() ? value.toString().toLatin1() : QByteArray::number(value.toInteger());
}

} // namespace

class PagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_house = std::make_unique<test::House>(); }
    void cleanup() { m_house.reset(); }

    void automations()
    {
        for (int i = 0; i < 7; ++i) {
            m_house->addAutomation(test::someAutomation(u"A%1"_s.arg(i)));
        }
        pagesAddUp("/api/automations", "after", "id"_L1);
    }
    void windows()
    {
        for (int i = 0; i < 7; ++i) {
            const QByteArray body = "{\"name\":\"W" + QByteArray::number(i) +
                                    "\",\"start\":\"2026-10-25T03:00:00\",\"end\":\"2026-10-25T04:00:00\"}";
            QCOMPARE(m_house->ask({.method = "POST", .path = "/api/maintenance", .body = body}).status, 201);
        }
        pagesAddUp("/api/maintenance", "after", "id"_L1);
    }
    void theQueue()
    {
        const base::AutomationId id = m_house->addAutomation().id;
        for (int i = 0; i < 7; ++i) {
            QVERIFY(await(m_house->workspace->runs().request(id, u"kim"_s)));
        }
        pagesAddUp("/api/queue", "after", "id"_L1);
    }
    void tokens()
    {
        for (int i = 0; i < 7; ++i) {
            const QByteArray body = "{\"name\":\"t\",\"role\":\"user\"}";
            QCOMPARE(m_house->ask({.method = "POST", .path = "/api/tokens", .body = body}).status, 201);
        }
        pagesAddUp("/api/tokens", "after", "id"_L1);
    }
    void versions()
    {
        const QByteArray one = "/api/automations/" + m_house->addAutomation().id.text().toLatin1();
        for (int i = 0; i < 6; ++i) {
            const QByteArray body = "{\"description\":\"" + QByteArray::number(i) + "\"}";
            QCOMPARE(m_house->ask({.method = "PUT", .path = one, .body = body}).status, 200);
        }
        pagesAddUp(one + "/history", "before", "version"_L1);
        QCOMPARE(m_house->get(one + "/history?before=1").json().array(), QJsonArray());
    }
    void approvals()
    {
        domain::Automation asking = test::someAutomation();
        asking.approval = domain::ApprovalPolicy{};
        const base::AutomationId id = m_house->addAutomation(asking).id;
        for (int i = 0; i < 7; ++i) {
            const domain::Run run = await(m_house->workspace->runs().request(id, u"kim"_s)).value();
            QVERIFY(await(m_house->workspace->approvals().ask(run.id)));
        }
        pagesAddUp("/api/approvals", "before", "id"_L1);
    }

    void whatGrowsIsCutWhereNobodySaysHowMuch()
    {
        const QByteArray one = "/api/automations/" + m_house->addAutomation().id.text().toLatin1();
        for (int i = 0; i < 104; ++i) {
            const QByteArray body = "{\"description\":\"" + QByteArray::number(i) + "\"}";
            QCOMPARE(m_house->ask({.method = "PUT", .path = one, .body = body}).status, 200);
        }
        QCOMPARE(m_house->get(one + "/history").json().array().size(), 100);
        QCOMPARE(m_house->get(one + "/history?limit=0").json().array().size(), 105);
    }

    void whatIsNoPageIsNamed()
    {
        for (const QByteArray &all :
             {"/api/automations"_ba, "/api/maintenance"_ba, "/api/queue"_ba, "/api/tokens"_ba}) {
            const test::Reply nowhere = m_house->get(all + "?after=none");
            QCOMPARE(nowhere.status, 400);
            QCOMPARE(nowhere.object().value("field"_L1).toString(), u"after"_s);
            QCOMPARE(m_house->get(all + "?limit=-1").object().value("field"_L1).toString(), u"limit"_s);
            QCOMPARE(m_house->get(all + "?limit=x").status, 400);
        }
    }

private:
    /// `next` is the name under which the key of the last row goes into the next question.
    void pagesAddUp(const QByteArray &path, const QByteArray &next, QLatin1StringView key)
    {
        const QJsonArray whole = m_house->get(path).json().array();
        QCOMPARE(whole.size(), 7);
        for (const int size : {1, 2, 3, 7, 50}) {
            const QByteArray first = path + "?limit=" + QByteArray::number(size);
            QJsonArray together;
            QJsonArray page = m_house->get(first).json().array();
            while (!page.isEmpty()) {
                QVERIFY(page.size() <= size);
                for (const QJsonValue row : page) {
                    together.append(row);
                }
                page = m_house->get(first + '&' + next + '=' + last(page, key)).json().array();
            }
            QCOMPARE(together, whole);
        }
    }

    std::unique_ptr<test::House> m_house;
};

REGISTER_TEST(PagesTest);
#include "test_pages.moc"
