// SPDX-License-Identifier: Apache-2.0
// What only the command line sees to, where neither a window nor a service has run for a while.
#include "tests/support/registry.h"
#include "tests/support/tempstore.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::await;

class CommandsAloneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatExpiredMeanwhileIsDecidedBeforeItIsTold()
    {
        QTemporaryDir folder;
        const QString workspace = folder.filePath(u"workspace"_s);
        const auto [late, waiting] = askAnHourAgo(workspace);
        QVERIFY(!late.isEmpty() && !waiting.isEmpty());
        const QHash<QString, QString> statuses = approvals(workspace);
        QCOMPARE(statuses.value(late.text()), u"expired"_s);
        QCOMPARE(statuses.value(waiting.text()), u"pending"_s);

        const base::SystemClock clock;
        store::Store store(workspace, clock);
        QVERIFY(await(store.open()));
        QCOMPARE(await(store.runs().get(late))->status, domain::RunStatus::Rejected);
        QCOMPARE(await(store.runs().get(waiting))->status, domain::RunStatus::AwaitingApproval);
        const auto audit = await(store.audit().page({}));
        QVERIFY(audit && std::any_of(audit->begin(), audit->end(), [](const store::AuditEntry &entry) {
                    return entry.action == "expire_approval"_L1;
                }));
    }

private:
    /// Two runs that wait for people: the first one's time is over by now.
    static std::pair<base::RunId, base::RunId> askAnHourAgo(const QString &workspace)
    {
        const test::FakeClock clock(base::SystemClock().now() - 1h);
        store::Store store(workspace, clock);
        if (!await(store.open()))
            return {};
        QList<base::RunId> asked;
        for (const int seconds : {600, 24 * 3600}) {
            domain::Automation automation = test::someAutomation();
            automation.approval = domain::ApprovalPolicy{};
            automation.approval->expiresSeconds = seconds;
            const auto made = await(store.automations().create({automation}, u"ann"_s));
            const auto run = await(store.runs().request(made->first().id, u"ann"_s));
            const auto waits = await(store.approvals().ask(run->id));
            asked.append(waits ? waits->id : base::RunId());
        }
        return {asked.at(0), asked.at(1)};
    }

    /// By run, as the command line tells it.
    static QHash<QString, QString> approvals(const QString &workspace)
    {
        QProcess program;
        program.start(QStringLiteral(SIGNALBOX_PROGRAM),
                      {u"--store"_s, workspace, u"approvals"_s, u"--status"_s, u"all"_s, u"--json"_s});
        QHash<QString, QString> statuses;
        if (!program.waitForFinished(30'000))
            return statuses;
        const QJsonArray all = QJsonDocument::fromJson(program.readAllStandardOutput()).array();
        for (const QJsonValue &one : all)
            statuses.insert(one[u"run_id"].toString(), one[u"status"].toString());
        return statuses;
    }
};

REGISTER_TEST(CommandsAloneTest);

#include "test_commandsalone.moc"
