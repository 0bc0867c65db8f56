// SPDX-License-Identifier: Apache-2.0
// The chain of the audit in the store: whoever changes a row behind its back is found out, and old rows are in it.
#include "app/store/doctor.h"
#include "app/store/sql/schema.h"
#include "app/store/tables/audittable.h"
#include "tests/support/registry.h"
#include "tests/unit/store/somerows.h"

#include <QTest>

using namespace Qt::StringLiterals;
using store::Connection;
using test::await;
using test::TempStore;

namespace {

void tamper(TempStore &store, const QByteArray &sql)
{
    const auto db = Connection::open(store.directory() + u"/signalbox.db"_s, Connection::Mode::Write);
    QVERIFY(db &&
            (*db)->script("DROP TRIGGER IF EXISTS audit_keeps_rows; DROP TRIGGER IF EXISTS audit_loses_none; " + sql));
}

} // namespace

class AuditTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChangedRowIsNamed_data();
    void aChangedRowIsNamed();
    void rowsOfAnOlderSchemaAreChained();
    void aRowSaysWhatChanged();
    void rowsAreNeverChanged();
};

void AuditTest::aChangedRowIsNamed_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QString>("row");
    QTest::newRow("detail") << "UPDATE audit SET detail = 'x' WHERE seq = 2"_ba << u"row 2"_s;
    QTest::newRow("time") << "UPDATE audit SET at = at + 1 WHERE seq = 3"_ba << u"row 3"_s;
    QTest::newRow("document") << "UPDATE audit SET after = '{}' WHERE seq = 1"_ba << u"row 1"_s;
    QTest::newRow("gone") << "DELETE FROM audit WHERE seq = 2"_ba << u"row 3"_s;
    QTest::newRow("first") << "DELETE FROM audit WHERE seq = 1"_ba << u"row 2"_s;
    QTest::newRow("no hash") << "UPDATE audit SET hash = NULL WHERE seq = 4"_ba << u"row 4"_s;
    QTest::newRow("exchanged") << "UPDATE audit SET seq = 9 WHERE seq = 2; UPDATE audit SET seq = 2 WHERE seq = 3;"
                                  " UPDATE audit SET seq = 3 WHERE seq = 9"_ba
                               << u"row 2"_s;
}

void AuditTest::aChangedRowIsNamed()
{
    QFETCH(QByteArray, sql);
    QFETCH(QString, row);
    TempStore store;
    for (int i = 0; i < 4; ++i) {
        test::automationIn(store, u"Backup %1"_s.arg(i));
    }
    QVERIFY(store::examine(store.directory()).problems.isEmpty());
    tamper(store, sql);
    const auto verified = await(store->audit().verify());
    QVERIFY(!verified);
    QCOMPARE(verified.error().code, base::ErrorCode::Corrupt);
    QVERIFY2(verified.error().detail.contains(row), qPrintable(verified.error().detail));
    QCOMPARE(store::examine(store.directory()).problems, QStringList{verified.error().message()});
    QVERIFY(!domain::verifyExport(await(store->audit().exported({})).value().text));
}

void AuditTest::rowsOfAnOlderSchemaAreChained()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"old.db"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const auto db = Connection::open(file.fileName(), Connection::Mode::Write);
    QVERIFY(db);
    const auto steps = store::schemaSteps();
    QVERIFY(store::migrate(**db, steps->first(9)));
    for (int i = 1; i <= 3; ++i) {
        QVERIFY((*db)->run("INSERT INTO audit (at, by, action, subject, detail) VALUES (?, 'ann', 'edit', '*', ?)",
                           {qint64(i), u"number %1"_s.arg(i)}));
    }
    QVERIFY(store::migrate(**db, *steps));
    QCOMPARE(store::verifyAudit(**db).value_or(-1), 3);
    QVERIFY((*db)->script("DROP TRIGGER audit_keeps_rows; UPDATE audit SET by = 'bob' WHERE seq = 2"));
    QVERIFY(!store::verifyAudit(**db));
}

void AuditTest::aRowSaysWhatChanged()
{
    TempStore store;
    domain::Automation automation = await(store->automations().get(test::automationIn(store))).value();
    automation.timeoutSeconds = 5;
    QVERIFY(await(store->automations().update(automation, u"ann"_s)));
    const store::AuditEntry entry = await(store->audit().page({})).value().first();
    QVERIFY(entry.before.contains(u"\"timeout_s\":600"_s));
    QVERIFY(entry.after.contains(u"\"timeout_s\":5"_s));
    QVERIFY(!entry.after.contains(u"params"_s));
    QCOMPARE(await(store->audit().page({.words = u"ANN edit"_s})).value().size(), 1);
}

void AuditTest::rowsAreNeverChanged()
{
    TempStore store;
    test::automationIn(store);
    const auto db = Connection::open(store.directory() + u"/signalbox.db"_s, Connection::Mode::Write);
    QVERIFY(!(*db)->script("UPDATE audit SET detail = 'x'"));
    QVERIFY(!(*db)->script("DELETE FROM audit"));
    QVERIFY(await(store->audit().verify()));
}

REGISTER_TEST(AuditTest);

#include "test_audit.moc"
