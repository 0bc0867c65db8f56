// SPDX-License-Identifier: Apache-2.0
// Every endpoint that a system documents is reached by a command.
#include "tests/flow/remotecommands/commandline.h"
#include "tests/flow/remotecommands/farsystem.h"
#include "tests/support/registry.h"
#include "tests/support/service.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using test::FarSystem;
using test::Said;

namespace {

constexpr int patience = 20'000;

/// What is documented, and the command for it. `AUTOMATION` stands for the one that lives there, `LOCAL` for one that
/// does not, `RUN` for the newest run of the first and `REQUEST` for what waits to be decided.
struct Endpoint
{
    const char *system;
    const char *method;
    QByteArray pattern;
    const char *command;
    QByteArray input = {};
};

const QByteArray tasks = "/api/projects/7/tasks/";
const QByteArray brahma = "/v1/vendor";
const QByteArray window = R"({"name":"Weekly reboot","start":"2026-03-22T03:00:00","end":"2026-03-22T04:00:00",)"
                          R"("recurring":"0 3 * * 0","scope":["monitor_abc"],"autonomy_override":"disabled"})";

QList<Endpoint> nobaEndpoints()
{
    return {
        {"noba", "GET", "/api/automations", "sync noba"},
        {"noba", "POST", "/api/automations", "publish LOCAL noba --accept-losses"},
        {"noba", "PUT", "/api/automations/{}", "edit AUTOMATION -", R"({"name":"Renamed"})"},
        {"noba", "POST", "/api/automations/{}/run", "run AUTOMATION"},
        {"noba", "GET", "/api/automations/runs/{}", "sync noba"},
        {"noba", "GET", "/api/automations/runs/{}/stream", "remote noba run-stream --set run=run_abc123"},
        {"noba", "GET", "/api/approvals", "sync noba"},
        {"noba", "POST", "/api/approvals/{}/approve", "approve REQUEST --comment fine"},
        {"noba", "POST", "/api/approvals/{}/reject", "reject REQUEST --comment no"},
        {"noba", "GET", "/api/automations/templates", "remote noba templates"},
        {"noba", "POST", "/api/automations/templates/{}/apply", "remote noba apply-template --set id=disk-cleanup"},
        {"noba", "GET", "/api/automations/export", "remote noba export"},
        {"noba", "POST", "/api/automations/import", "remote noba import -", R"({"automations":[{"name":"a"}]})"},
        {"noba", "POST", "/api/automations/webhook/{}", "remote noba fire-webhook --set hook_id=key --set body={}"},
        {"noba", "GET", "/api/maintenance", "remote noba windows"},
        {"noba", "POST", "/api/maintenance", "remote noba create-window -", window},
        {"noba", "POST", "/api/maintenance/{}/activate", "remote noba activate-window --set id=mw_1"},
        {"noba", "POST", "/api/maintenance/{}/deactivate", "remote noba deactivate-window --set id=mw_1"},
        {"noba", "DELETE", "/api/maintenance/{}", "remote noba remove-window --set id=mw_1"},
        {"noba", "DELETE", "/api/automations/{}", "delete AUTOMATION"},
    };
}

QList<Endpoint> defenderEndpoints()
{
    return {
        {"defender", "PUT", "/autotasks/{}/code", "remote defender upload-code --set id=one --set code=CODE"},
        {"defender", "GET", "/autotasks", "sync defender"},
        {"defender", "GET", "/autotasks/{}", "remote defender show --set id=one"},
        {"defender", "PUT", "/autotasks/", "edit AUTOMATION -", R"({"name":"Renamed"})"},
        {"defender", "GET", "/autotasks/{}/runs", "remote defender runs --set id=one"},
        {"defender", "GET", "/autotasks/runs/{}", "logs RUN"},
        {"defender", "POST", "/autotasks/{}/runs/manual", "run AUTOMATION"},
        {"defender", "POST", "/autotasks", "publish BUNDLE defender --accept-losses"},
        {"defender", "DELETE", "/autotasks/{}", "delete AUTOMATION"},
    };
}

QList<Endpoint> posthogEndpoints()
{
    return {
        {"posthog", "GET", tasks, "sync posthog"},
        {"posthog", "POST", tasks, "remote posthog create-task --set title=New"},
        {"posthog", "GET", tasks + "{}/", "remote posthog task --set task=one"},
        {"posthog", "PATCH", tasks + "{}/", "edit AUTOMATION -", R"({"name":"Renamed"})"},
        {"posthog", "POST", tasks + "{}/run/", "run AUTOMATION"},
        {"posthog", "GET", tasks + "{}/runs/", "remote posthog runs --set task=one"},
        {"posthog", "POST", tasks + "{}/runs/", "remote posthog create-run --set task=one"},
        {"posthog", "GET", tasks + "{}/runs/{}/", "remote posthog show-run --set run=one/r1"},
        {"posthog", "PATCH", tasks + "{}/runs/{}/", "remote posthog update-run --set run=one/r1 --set stage=plan"},
        {"posthog", "POST", tasks + "{}/runs/{}/append_log/",
         "remote posthog append-log --set run=one/r1 --set message=hello"},
        {"posthog", "POST", tasks + "{}/runs/{}/artifacts/",
         "remote posthog upload-artifact --set run=one/r1 --set name=report.md --set content=ok"},
        {"posthog", "DELETE", tasks + "{}/", "delete AUTOMATION"},
    };
}

QList<Endpoint> otherEndpoints()
{
    return {
        {"theeye", "GET", "/acme/task", "sync theeye"},
        {"theeye", "GET", "/acme/task/{}", "edit AUTOMATION -", R"({"name":"Renamed"})"},
        {"theeye", "GET", "/acme/task/{}/recipe", "remote theeye recipe --set id=one"},
        {"theeye", "GET", "/acme/task/import", "remote theeye import-recipe -",
         R"({"recipe":{"name":"New","type":"dummy"}})"},
        {"theeye", "GET", "/acme/task/{}/credentials", "remote theeye secret-key --set id=one"},
        {"theeye", "POST", "/acme/job", "run AUTOMATION"},
        {"theeye", "POST", "/acme/task/{}/job", "remote theeye run-otherwise --set id=one --set task_arguments=[]"},
        {"theeye", "POST", "/job/secret/{}", "remote theeye run-with-key --set id=one --set key=KEY"},
        {"theeye", "DELETE", "/acme/task/{}/job", "remote theeye empty-queue --set id=one"},
        {"theeye", "DELETE", "/acme/task/{}", "delete AUTOMATION"},
        {"theeye", "PUT", "/gw/api/session/customer/{}", "remote theeye change-organisation --set organisation=acme"},
        {"theeye", "POST", "/gw/api/session/logout", "remote theeye logout"},
        {"theeye as it is", "POST", "/acme/task/{}/secret/{}/job",
         "remote theeye+as+it+is run-with-key --set id=one --set key=KEY"},

        {"brahma", "POST", brahma + "/automations/executor", "remote brahma register --set client_id=refuel"},
        {"brahma", "GET", brahma + "/automations/executor/{}/subscriptions", "remote brahma subscriptions"},
        {"brahma", "POST", brahma + "/automations/tasks/validate/{}",
         "remote brahma validate --set account=ACCOUNT --set to=ACCOUNT"},
        {"brahma", "POST", brahma + "/automations/tasks/execute/{}", "run AUTOMATION --arg to=ACCOUNT --arg value=5"},
        {"brahma", "GET", brahma + "/relayer/tasks/status/{}", "remote brahma task-status --set task_id=task-0"},
    };
}

/// In the order in which they are asked.
const QList<Endpoint> &endpoints()
{
    static const QList<Endpoint> all = nobaEndpoints() + defenderEndpoints() + posthogEndpoints() + otherEndpoints();
    return all;
}

} // namespace

class EndpointsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_service.start());
        for (const QJsonValue sample : m_type.ask({u"list"_s}).toArray()) {
            QCOMPARE(m_type.run({u"delete"_s, sample["id"_L1].toString()}).exit, 0);
        }
        m_words = {{u"KEY"_s, QString(64, u'a')},
                   {u"CODE"_s, test::someCode()},
                   {u"ACCOUNT"_s, u"0x3e26fe336ebae6135a3ae1600f13a01a1d2510c4"_s},
                   {u"LOCAL"_s, made({{u"name"_s, u"Here"_s}, {u"type"_s, u"notify"_s}, {u"params"_s, message()}})},
                   {u"BUNDLE"_s, made({{u"name"_s, u"Bundle"_s},
                                       {u"type"_s, u"bundle"_s},
                                       {u"triggers"_s, QJsonArray{everyDay()}},
                                       {u"params"_s, QJsonObject{{u"code"_s, test::someCode()}}}})}};
        for (const FarSystem &far : m_systems) {
            QStringList add{u"connection"_s, u"add"_s, far.provider, u"--name"_s, far.name()};
            for (const QString &value : far.settings + far.right) {
                add << u"--set"_s << value;
            }
            const Said said = m_type.run(add);
            QVERIFY2(said.exit == 0, said.all());
            QVERIFY2(QTest::qWaitFor([&] { return !automationOf(far.name()).isEmpty(); }, patience),
                     m_type.run({u"connections"_s}).all());
            m_automations.insert(far.name(), automationOf(far.name()));
        }
    }
    void cleanupTestCase() { QCOMPARE(m_service.terminate(), 0); }

    void everyEndpointIsReached_data()
    {
        QTest::addColumn<int>("row");
        for (qsizetype i = 0; i < endpoints().size(); ++i) {
            const Endpoint &one = endpoints().at(i);
            QTest::newRow(QByteArray(one.system) + ' ' + one.method + ' ' + one.pattern) << int(i);
        }
    }
    void everyEndpointIsReached()
    {
        QFETCH(const int, row);
        const Endpoint &endpoint = endpoints().at(row);
        const QString system = QString::fromLatin1(endpoint.system);
        test::FaultServer &server = *serverOf(system);
        const int before = server.count(endpoint.method, endpoint.pattern);
        const QStringList command = commandOf(endpoint);
        const Said said = m_type.run(command, endpoint.input);
        QVERIFY2(said.exit == 0, said.all());
        const auto arrived = [&] {
            approveWhatIsAsked(system);
            return server.count(endpoint.method, endpoint.pattern) > before;
        };
        QVERIFY2(QTest::qWaitFor(arrived, patience),
                 said.all() + m_type.run({u"outbox"_s}).all() + m_type.run({u"runs"_s}).all());
    }

private:
    static QJsonObject everyDay() { return {{u"type"_s, u"schedule"_s}, {u"every_minutes"_s, 1440}}; }
    static QJsonObject message() { return {{u"message"_s, u"hello"_s}}; }
    QString made(const QJsonObject &automation) const
    {
        return m_type.run({u"create"_s, u"-"_s, u"--json"_s}, QJsonDocument(automation).toJson())
            .json()["id"_L1]
            .toString();
    }
    test::FaultServer *serverOf(const QString &system) const
    {
        for (const FarSystem &far : m_systems) {
            if (far.name() == system) {
                return far.server;
            }
        }
        return nullptr;
    }
    QString automationOf(const QString &system) const
    {
        for (const QJsonValue one : m_type.ask({u"connections"_s}).toArray()) {
            for (const QJsonValue automation : m_type.ask({u"list"_s}).toArray()) {
                if (one["name"_L1].toString() == system && automation["connection_id"_L1] == one["id"_L1]) {
                    return automation["id"_L1].toString();
                }
            }
        }
        return {};
    }
    /// With what its words stand for; a `+` is a space.
    QStringList commandOf(const Endpoint &endpoint)
    {
        const QString automation = m_automations.value(QString::fromLatin1(endpoint.system));
        QHash<QString, QString> words = m_words;
        words.insert(u"AUTOMATION"_s, automation);
        if (QByteArrayView(endpoint.command).contains("RUN")) {
            words.insert(u"RUN"_s, m_type.ask({u"runs"_s, u"--automation"_s, automation})[0]["id"_L1].toString());
        }
        if (QByteArrayView(endpoint.command).contains("REQUEST")) {
            words.insert(u"REQUEST"_s, request());
        }
        QStringList command;
        for (QString word : QString::fromLatin1(endpoint.command).split(u' ')) {
            for (auto it = words.constBegin(); it != words.constEnd(); ++it) {
                word.replace(it.key(), it.value());
            }
            command.append(word.replace(u'+', u' '));
        }
        return command;
    }
    /// Of those that wait; they come with a look.
    QString request() const
    {
        QString id;
        (void)QTest::qWaitFor(
            [&] {
                id = m_type.ask({u"approvals"_s})[0]["id"_L1].toString();
                return !id.isEmpty();
            },
            patience);
        return id;
    }
    /// What this side asks before it sends anything to Brahma.
    void approveWhatIsAsked(const QString &system) const
    {
        for (const QJsonValue one : system == "brahma"_L1 ? m_type.ask({u"approvals"_s}).toArray() : QJsonArray()) {
            (void)m_type.run({u"approve"_s, one["id"_L1].toString()});
        }
    }

    const std::vector<FarSystem> m_systems = test::documentedSystems();
    QTemporaryDir m_folder;
    test::Service m_service{QStringLiteral(SIGNALBOX_PROGRAM), m_folder.filePath(u"workspace"_s)};
    const test::CommandLine m_type{QStringLiteral(SIGNALBOX_PROGRAM), m_folder.filePath(u"workspace"_s)};
    QHash<QString, QString> m_words;
    QHash<QString, QString> m_automations; // here, by system
};

REGISTER_TEST(EndpointsTest);
#include "test_endpoints.moc"
