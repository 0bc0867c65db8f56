// SPDX-License-Identifier: Apache-2.0
// Roles, lists of people, and what keeps somebody from acting.
#include "app/domain/audit/chain.h"
#include "app/domain/automation.h"
#include "app/domain/rights/rights.h"
#include "tests/support/registry.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::Actor;
using domain::Operator;
using domain::Right;
using domain::Role;

class DomainRightsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aListLetsInWhomItNames_data();
    void aListLetsInWhomItNames();
    void whatIsHiddenIsNotFoundAndTheRestDenied();
    void whoeverIsBarredLooks();
    void everyActHasItsRight();
    void theAclIsReadAndChecked();
    void whereItWasDoneIsPartOfTheChain();
};

void DomainRightsTest::aListLetsInWhomItNames_data()
{
    QTest::addColumn<QStringList>("acl");
    QTest::addColumn<QString>("seeing"); // v viewer vic, u user uma, o operator olaf, a admin ann
    QTest::newRow("everyone") << QStringList() << u"vuoa"_s;
    QTest::newRow("a name") << QStringList{u"vic"_s} << u"va"_s;
    QTest::newRow("another name") << QStringList{u"zoe"_s} << u"a"_s;
    QTest::newRow("a role and higher") << QStringList{u"role:user"_s} << u"uoa"_s;
    QTest::newRow("the highest") << QStringList{u"role:admin"_s} << u"a"_s;
    QTest::newRow("both") << QStringList{u"vic"_s, u"role:operator"_s} << u"voa"_s;
    QTest::newRow("no role") << QStringList{u"role:vic"_s} << u"a"_s;
}

void DomainRightsTest::aListLetsInWhomItNames()
{
    QFETCH(QStringList, acl);
    QFETCH(QString, seeing);
    const QList<Operator> all{
        {u"vic"_s, Role::Viewer}, {u"uma"_s, Role::User}, {u"olaf"_s, Role::Operator}, {u"ann"_s, Role::Admin}};
    QString seen;
    for (const Operator &one : all) {
        seen += domain::sees(one, acl) ? u"vuoa"_s.at(int(one.role)) : QChar();
    }
    QCOMPARE(seen.remove(QChar()), seeing);
}

void DomainRightsTest::whatIsHiddenIsNotFoundAndTheRestDenied()
{
    const Operator uma{u"uma"_s, Role::User};
    const auto codeOf = [&uma](Right right, const QStringList &acl) {
        const base::Status status = domain::authorize(uma, right, {u"automation auto_1"_s, acl});
        return status ? -1 : int(status.error().code);
    };
    QCOMPARE(codeOf(Right::Run, {}), -1);
    QCOMPARE(codeOf(Right::Run, {u"uma"_s}), -1);
    QCOMPARE(codeOf(Right::Edit, {u"uma"_s}), int(base::ErrorCode::Denied));
    QCOMPARE(codeOf(Right::Edit, {u"zoe"_s}), int(base::ErrorCode::NotFound));
    QCOMPARE(codeOf(Right::View, {u"zoe"_s}), int(base::ErrorCode::NotFound));
}

void DomainRightsTest::whoeverIsBarredLooks()
{
    Actor ann(u"ann"_s, Role::Admin, u"window"_s);
    QVERIFY(domain::authorize(ann, Right::Admin));
    ann.barred = u"The desk is locked."_s;
    QVERIFY(domain::authorize(ann, Right::View));
    for (const Right right : {Right::Run, Right::Edit, Right::Admin}) {
        QCOMPARE(domain::authorize(ann, right).error().detail, u"The desk is locked."_s);
    }
}

void DomainRightsTest::everyActHasItsRight()
{
    QCOMPARE(domain::rightFor(u"login"_s, u"tok_1"_s), Right::View);
    QCOMPARE(domain::rightFor(u"run"_s, u"run_1"_s), Right::Run);
    QCOMPARE(domain::rightFor(u"delete"_s, u"auto_1"_s), Right::Edit);
    QCOMPARE(domain::rightFor(u"delete"_s, u"secret NAS"_s), Right::Admin);
    QCOMPARE(domain::rightFor(u"create_token"_s, u"tok_1"_s), Right::Admin);
    QCOMPARE(domain::rightFor(u"whatever comes"_s, {}), Right::Edit);
}

void DomainRightsTest::theAclIsReadAndChecked()
{
    QJsonObject object{{u"name"_s, u"A"_s}, {u"type"_s, u"script"_s}, {u"acl"_s, QJsonArray{u"ann"_s, u"ann"_s}}};
    const auto read = domain::automationFromJson(object);
    QCOMPARE(read->acl, QStringList{u"ann"_s});
    QCOMPARE(domain::automationFromJson(toJson(*read))->acl, read->acl);
    object.insert("acl"_L1, QJsonArray{u"ann"_s, u"role:boss"_s});
    QCOMPARE(domain::automationFromJson(object).error().field, u"acl[1]"_s);
    object.insert("acl"_L1, QJsonArray{u" "_s});
    QCOMPARE(domain::automationFromJson(object).error().field, u"acl[0]"_s);
    object.insert("acl"_L1, u"ann"_s);
    QCOMPARE(domain::automationFromJson(object).error().field, u"acl"_s);
}

void DomainRightsTest::whereItWasDoneIsPartOfTheChain()
{
    domain::AuditEntry entry{.seq = 1, .by = u"ann"_s, .action = u"edit"_s, .subject = u"*"_s};
    const QByteArray before = domain::chainText(entry);
    QVERIFY(!before.contains("from")); // as rows were hashed before there was this
    entry.by.from = u"API token ci"_s;
    QVERIFY(domain::chainText(entry).contains("\"from\":\"API token ci\""));
    QVERIFY(domain::chainText(entry) != before);
}

REGISTER_TEST(DomainRightsTest);

#include "test_rights.moc"
