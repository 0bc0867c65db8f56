// SPDX-License-Identifier: Apache-2.0
// Commands about what waits for people, who they are, and who did what.
#include "app/domain/audit/chain.h"
#include "tests/support/registry.h"
#include "tests/unit/cli/outcome.h"
#include "tests/unit/cli/scriptedserver.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using test::json;
using test::Request;
using test::runCommand;
using test::ScriptedServer;

namespace {

const QJsonObject request{{u"id"_s, u"req_1"_s},      {u"title"_s, u"Key rotation"_s},
                          {u"run_id"_s, u"run_1"_s},  {u"requested_by"_s, u"ann"_s},
                          {u"approvals"_s, 1},        {u"quorum"_s, 2},
                          {u"status"_s, u"pending"_s}};

QByteArray text(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject bodyOf(const ScriptedServer &server)
{
    return QJsonDocument::fromJson(server.requests().first().body).object();
}

QByteArray someExport()
{
    const QByteArray row = domain::chainText({.seq = 1, .by = u"ann"_s, .action = u"edit"_s, .subject = u"*"_s});
    domain::AuditExporter out(1, domain::chainStart());
    out.add(row, domain::Chain().next(domain::chainStart(), row));
    return out.finish();
}

} // namespace

class ApprovalCommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theQueueIsListedAndOneIsShown()
    {
        ScriptedServer server([](const Request &asked) {
            return json(200,
                        asked.target.contains("req_1") ? text(request) : QJsonDocument(QJsonArray{request}).toJson());
        });
        const QByteArray listed = runCommand(server, {u"approvals"_s, u"--status"_s, u"all"_s}).out;
        QVERIFY(listed.contains("req_1") && listed.contains("1 of 2"));
        QVERIFY(runCommand(server, {u"show"_s, u"req_1"_s}).out.contains("Key rotation"));
        QCOMPARE(server.lines(),
                 (QList<QByteArray>{"GET /api/approvals?status=all&limit=0", "GET /api/approvals/req_1"}));
    }

    void aRequestIsDecided()
    {
        ScriptedServer server([](const Request &) { return json(200, text(request)); });
        const auto approved = runCommand(server, {u"approve"_s, u"req_1"_s, u"--comment"_s, u"fine"_s});
        QCOMPARE(approved.out, "approved req_1, 1 of 2, pending\n"_ba);
        QCOMPARE(bodyOf(server), (QJsonObject{{u"comment"_s, u"fine"_s}}));
        QCOMPARE(runCommand(server, {u"reject"_s, u"req_1"_s}).status, 2); // not without a comment
        QCOMPARE(runCommand(server, {u"reject"_s, u"req_1"_s, u"--comment"_s, u"no"_s}).status, 0);
        QCOMPARE(server.lines(),
                 (QList<QByteArray>{"POST /api/approvals/req_1/approve", "POST /api/approvals/req_1/reject"}));
    }

    void aTokenIsMadeAndRevoked()
    {
        ScriptedServer server([](const Request &) {
            return json(201, R"({"id":"tok_1","name":"ci","role":"user","token":"tok_1.secret"})");
        });
        const auto made = runCommand(server, {u"token"_s, u"create"_s, u"--name"_s, u"ci"_s, u"--role"_s, u"user"_s,
                                              u"--operator"_s, u"bob"_s, u"--expires"_s, u"30"_s});
        QVERIFY(made.out.contains("tok_1.secret"));
        QCOMPARE(
            bodyOf(server),
            (QJsonObject{
                {u"name"_s, u"ci"_s}, {u"role"_s, u"user"_s}, {u"operator"_s, u"bob"_s}, {u"expires_days"_s, 30}}));
        QCOMPARE(runCommand(server, {u"token"_s, u"revoke"_s, u"tok_1"_s}).out, "revoked tok_1\n"_ba);
        QCOMPARE(server.lines(), (QList<QByteArray>{"POST /api/tokens", "DELETE /api/tokens/tok_1"}));
    }

    void operatorsAreKept()
    {
        ScriptedServer server([](const Request &) { return json(200, R"({"name":"bob","role":"user"})"); });
        runCommand(server, {u"operator"_s, u"add"_s, u"bob"_s, u"--role"_s, u"user"_s});
        runCommand(server, {u"operator"_s, u"set-role"_s, u"bob"_s, u"admin"_s});
        runCommand(server, {u"operator"_s, u"remove"_s, u"bob"_s});
        QCOMPARE(server.lines(),
                 (QList<QByteArray>{"POST /api/operators", "PUT /api/operators/bob", "DELETE /api/operators/bob"}));
        QCOMPARE(bodyOf(server), (QJsonObject{{u"name"_s, u"bob"_s}, {u"role"_s, u"user"_s}}));
    }

    void theAuditIsExportedAndVerified()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"audit.jsonl"_s);
        ScriptedServer server([](const Request &asked) {
            return json(200, asked.target.contains("verify")
                                 ? R"({"ok":false,"rows":null,"problem":"row 2 is wrong"})"_ba
                                 : someExport());
        });
        QCOMPARE(runCommand(server, {u"audit"_s, u"export"_s, path}).status, 0);
        QCOMPARE(runCommand(server, {u"audit"_s, u"export"_s, path}).status, 6); // nothing is written over
        QCOMPARE(runCommand(server, {u"audit"_s, u"export"_s}).out, someExport());
        QCOMPARE(runCommand(server, {u"audit"_s, u"verify"_s, path}).out, "1 rows, none changed or missing\n"_ba);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(200) && file.putChar('#'));
        file.close();
        QCOMPARE(runCommand(server, {u"audit"_s, u"verify"_s, path}).status, 1);
        const auto store = runCommand(server, {u"audit"_s, u"verify"_s});
        QCOMPARE(store.status, 1);
        QVERIFY(store.err.contains("row 2 is wrong"));
        QCOMPARE(runCommand(server, {u"audit"_s, u"erase"_s}).status, 2);
    }
};

REGISTER_TEST(ApprovalCommandsTest);

#include "test_approvalcommands.moc"
