// SPDX-License-Identifier: Apache-2.0
// Automations out and in over the API, and what is made of templates.
#include "tests/support/registry.h"
#include "tests/unit/server/comers.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

domain::Catalog wideCatalog()
{
    return domain::Catalog(
        QList<domain::KindInfo>{{.type = u"script"_s,
                                 .fields = {{.name = u"command"_s, .type = domain::FieldType::Command},
                                            {.name = u"script"_s, .type = domain::FieldType::Script}}}});
}

QJsonArray withoutIds(QJsonArray items)
{
    for (qsizetype i = 0; i < items.size(); ++i) {
        QJsonObject item = items.at(i).toObject();
        item.remove(u"id"_s);
        items.replace(i, item);
    }
    return items;
}

} // namespace

class TransferRoutesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exportImportExportIsTheSameButForIds()
    {
        test::House house;
        domain::Automation first = test::someAutomation(u"First"_s);
        first.env = {{u"TOKEN"_s, u"${secret:api}"_s}};
        const domain::Automation one = house.addAutomation(first);
        domain::Automation after = test::someAutomation(u"Second"_s);
        after.triggers = {domain::After{.automation = one.id}};
        house.addAutomation(after);
        const test::Reply before = house.get("/api/automations/export");
        QCOMPARE(before.status, 200);
        test::House other;
        const test::Reply imported =
            other.ask({.method = "POST", .path = "/api/automations/import", .body = before.body});
        QCOMPARE(imported.status, 200);
        QCOMPARE(object(imported).value(u"imported"_s).toInt(), 2);
        const QJsonArray there = array(other.get("/api/automations/export"));
        QJsonArray again = withoutIds(there);
        QJsonArray expected = withoutIds(array(before));
        // The reference follows its automation.
        QCOMPARE(followed(there.at(1)), there.at(0).toObject().value(u"id"_s).toString());
        QCOMPARE(followed(array(before).at(1)), one.id.text());
        again.removeAt(1);
        expected.removeAt(1);
        QCOMPARE(again, expected);
        for (const QJsonValue item : array(other.get("/api/automations"))) {
            QVERIFY(item.toObject().value(u"paused"_s).toBool());
        }
    }
    void aDryRunMakesNothing()
    {
        test::House house;
        const QByteArray body = "[{\"name\":\"a\",\"type\":\"script\",\"params\":{\"command\":\"true\"}}]";
        const test::Reply dry =
            house.ask({.method = "POST", .path = "/api/automations/import?dry_run=1", .body = body});
        QCOMPARE(dry.status, 200);
        QCOMPARE(object(dry).value(u"imported"_s).toInt(), 0);
        QCOMPARE(object(dry).value(u"automations"_s).toArray().size(), 1);
        QVERIFY(array(house.get("/api/automations")).isEmpty());
        QCOMPARE(house.ask({.method = "POST", .path = "/api/automations/import?dry_run=x", .body = body}).status, 400);
    }
    void oneThatIsWrongLetsNoneIn()
    {
        test::House house;
        const test::Reply refused = house.ask({.method = "POST",
                                               .path = "/api/automations/import",
                                               .body = "[{\"name\":\"a\",\"type\":\"script\",\"params\":{\"command\":"
                                                       "\"true\"}},{\"name\":\"b\",\"type\":\"nothing\"}]"});
        QCOMPARE(refused.status, 400);
        QCOMPARE(object(refused).value(u"field"_s).toString(), u"[1].type"_s);
        QVERIFY(array(house.get("/api/automations")).isEmpty());
    }

    void templatesAreListedAppliedAndKept()
    {
        test::House house(wideCatalog());
        const QJsonArray all = array(house.get("/api/automations/templates"));
        QVERIFY(all.size() >= 16);
        QCOMPARE(array(house.get("/api/templates")).size(), all.size());
        const test::Reply made = house.ask({.method = "POST",
                                            .path = "/api/automations/templates/disk-space/apply",
                                            .body = "{\"name\":\"Mine\",\"values\":{\"most\":\"80\"}}"});
        QCOMPARE(made.status, 201);
        QCOMPARE(object(made).value(u"status"_s).toString(), u"created"_s);
        QCOMPARE(object(made).value(u"name"_s).toString(), u"Mine"_s);
        QCOMPARE(object(made).value(u"env"_s).toObject().value(u"MOST_PERCENT"_s).toString(), u"80"_s);
        QCOMPARE(house.ask({.method = "POST", .path = "/api/templates/disk-space/apply"}).status, 201);
        QCOMPARE(house.ask({.method = "POST", .path = "/api/templates/nothing/apply"}).status, 404);
        QCOMPARE(
            house
                .ask(
                    {.method = "POST", .path = "/api/templates/disk-space/apply", .body = "{\"values\":{\"x\":\"1\"}}"})
                .status,
            400);
        const QByteArray id = object(made).value(u"id"_s).toString().toUtf8();
        const test::Reply kept = house.ask({.method = "POST",
                                            .path = "/api/templates",
                                            .body = "{\"automation_id\":\"" + id + "\",\"name\":\"Own\"}"});
        QCOMPARE(kept.status, 201);
        const QByteArray own = "/api/templates/" + object(kept).value(u"id"_s).toString().toUtf8();
        QCOMPARE(house.ask({.method = "POST", .path = own + "/apply"}).status, 201);
        QCOMPARE(house.ask({.method = "DELETE", .path = own}).status, 200);
        QCOMPARE(house.ask({.method = "DELETE", .path = own}).status, 404);
        QCOMPARE(house.ask({.method = "DELETE", .path = "/api/templates/disk-space"}).status, 404);
    }

    void aWindowComesAlongWithATemplate()
    {
        test::House house(wideCatalog());
        bool told = false;
        for (const QJsonValue one : array(house.get("/api/templates"))) {
            const QJsonObject window = one.toObject().value(u"window"_s).toObject();
            told = told || (one.toObject().value(u"id"_s) == u"nightly-reboot"_s && !window.isEmpty());
        }
        QVERIFY(told);
        const QByteArray apply = "/api/templates/nightly-reboot/apply";
        QCOMPARE(house.ask({.method = "POST", .path = apply, .body = "{\"values\":{\"when\":\"never\"}}"}).status, 400);
        QVERIFY(array(house.get("/api/maintenance")).isEmpty());
        const test::Reply made = house.ask({.method = "POST", .path = apply});
        QCOMPARE(made.status, 201);
        const QJsonArray windows = array(house.get("/api/maintenance"));
        QCOMPARE(windows.size(), 1);
        const QJsonObject window = windows.first().toObject();
        QCOMPARE(object(made).value(u"windows"_s).toArray(), QJsonArray{window.value(u"id"_s)});
        QCOMPARE(window.value(u"scope"_s).toArray().last().toString(), u'!' + object(made).value(u"id"_s).toString());
    }

    void whatIsHiddenIsNotTakenOut()
    {
        test::House house;
        domain::Automation secret = test::someAutomation(u"Secret"_s);
        secret.acl = {u"ann"_s};
        const QByteArray id = house.addAutomation(secret).id.text().toLatin1();
        house.addAutomation(test::someAutomation(u"Open"_s));
        for (const QString &name : {u"ann"_s, u"olaf"_s}) {
            test::addOperator(house, name, domain::Role::Operator);
            const QByteArray token = test::tokenOf(house, name, domain::Role::Operator);
            const bool sees = name == "ann"_L1;
            const test::Reply exported = house.ask({.path = "/api/automations/export", .token = token});
            QCOMPARE(exported.status, 200);
            QCOMPARE(array(exported).size(), sees ? 2 : 1);
            QCOMPARE(exported.body.contains("Secret"), sees);
            const test::Reply kept = house.ask({.method = "POST",
                                                .path = "/api/templates",
                                                .body = "{\"automation_id\":\"" + id + "\",\"name\":\"Own\"}",
                                                .token = token});
            QCOMPARE(kept.status, sees ? 201 : 404);
            QVERIFY(sees || !kept.body.contains("Secret"));
        }
    }

private:
    static QJsonObject object(const test::Reply &reply) { return QJsonDocument::fromJson(reply.body).object(); }
    static QJsonArray array(const test::Reply &reply) { return QJsonDocument::fromJson(reply.body).array(); }
    static QString followed(const QJsonValue &automation)
    {
        const QJsonArray triggers = automation.toObject().value(u"triggers"_s).toArray();
        return triggers.at(0).toObject().value(u"automation_id"_s).toString();
    }
};

REGISTER_TEST(TransferRoutesTest);
#include "test_transferroutes.moc"
