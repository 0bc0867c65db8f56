// SPDX-License-Identifier: Apache-2.0
// A day with remote systems on the command line, in its chapters; each is told of every system.
#include "tests/flow/remotecommands/commandline.h"
#include "tests/flow/remotecommands/farsystem.h"
#include "tests/support/registry.h"
#include "tests/support/service.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using test::FarSystem;
using test::Said;

namespace {

enum Exit { Ok, Failed, Invalid, NotFound, Denied, Conflict, Unavailable };

constexpr int patience = 20'000;
const QByteArray binary("\x7f"
                        "ELF\0\xff\r\n",
                        8);

QStringList sets(const QStringList &values)
{
    QStringList options;
    for (const QString &value : values) {
        options << u"--set"_s << value;
    }
    return options;
}

QByteArray object(const QString &name, const QJsonValue &value)
{
    return QJsonDocument(QJsonObject{{name, value}}).toJson();
}

} // namespace

#define SAYS(said, wanted, ...)                                                                                        \
    do {                                                                                                               \
        const Said heard = (said);                                                                                     \
        QVERIFY2(heard.exit == (wanted), heard.all());                                                                 \
        for (const QByteArray &text : QByteArrayList{__VA_ARGS__}) {                                                   \
            QVERIFY2((heard.out + heard.err).contains(text), QByteArray(text + " is missing: " + heard.all()));        \
        }                                                                                                              \
    } while (false)

class RemoteStoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        QVERIFY(m_service.start());
        for (const QJsonValue sample : m_type.ask({u"list"_s}).toArray()) {
            SAYS(m_type.run({u"delete"_s, sample["id"_L1].toString()}), Ok);
        }
    }
    void cleanupTestCase() { QCOMPARE(m_service.terminate(), 0); }

    void aWrongCredentialIsNamedAndTheRightOneCounts_data() { rows(); }
    void aWrongCredentialIsNamedAndTheRightOneCounts()
    {
        const FarSystem &far = system();
        const QString name = far.provider;
        SAYS(m_type.run(QStringList{u"connection"_s, u"add"_s, name, u"--name"_s, name} +
                        sets(far.settings + far.wrong)),
             Ok, "added conn_");
        SAYS(m_type.run({u"connection"_s, u"test"_s, name}), Denied, "credential");
        QVERIFY2(stands(u"needs_login"_s), told());
        QVERIFY(!connection().value("detail"_L1).toString().isEmpty());
        SAYS(m_type.run(QStringList{u"connection"_s, u"edit"_s, name} + sets(far.right)), Ok, "edited conn_");
        QVERIFY2(stands(u"online"_s), told()); // before the test: some systems take one login at a time
        SAYS(m_type.run({u"connection"_s, u"test"_s, name}), Ok, "who");
        SAYS(m_type.run({u"connections"_s}), Ok, name.toUtf8());
    }

    void whatIsThereIsListed_data() { rows(); }
    void whatIsThereIsListed()
    {
        SAYS(m_type.run({u"sync"_s, system().provider}), Ok, "looking at");
        QTRY_VERIFY_WITH_TIMEOUT(!automation().isEmpty(), patience);
        const QString id = automation().value("id"_L1).toString();
        SAYS(m_type.run({u"list"_s}), Ok, id.toUtf8());
        SAYS(m_type.run({u"show"_s, id}), Ok, automation().value("remote_id"_L1).toString().toUtf8());
        m_ids.insert(system().provider, id);
    }

    void anEditGoesThere_data() { rows(); }
    void anEditGoesThere()
    {
        if (system().edits == test::Edits::KeptHere) {
            SAYS(m_type.run({u"edit"_s, id(), u"-"_s}, object(u"name"_s, u"Renamed"_s)), Failed, "can't change");
            const QJsonObject asks{{u"expires_s"_s, 86400}, {u"allow_requester"_s, true}};
            SAYS(m_type.run({u"edit"_s, id(), u"-"_s}, object(u"approval"_s, asks)), Ok, "updated");
            QCOMPARE(waiting(), QJsonArray());
            return;
        }
        SAYS(m_type.run({u"edit"_s, id(), u"-"_s}, object(u"name"_s, u"Renamed"_s)), Ok, "updated");
        QTRY_COMPARE_WITH_TIMEOUT(system().nameThere(), u"Renamed"_s, patience);
        QTRY_VERIFY2_WITH_TIMEOUT(waiting().isEmpty(), told(), patience);
    }

    void aRunIsFollowedToItsEnd_data() { rows(); }
    void aRunIsFollowedToItsEnd()
    {
        const FarSystem &far = system();
        const int before = far.runsThere();
        const Said said = m_type.run(QStringList{u"run"_s, id(), u"--follow"_s} + far.runOptions, {},
                                     [this, &far, before, ended = false]() mutable {
                                         approveWhatIsAsked();
                                         if (!ended && far.runsThere() > before) {
                                             ended = true;
                                             far.endRun();
                                         }
                                     });
        SAYS(said, Ok, "is done");
        QCOMPARE(far.runsThere(), before + 1);
        const QString run = newestRun();
        SAYS(m_type.run({u"runs"_s, u"--automation"_s, id()}), Ok, run.toUtf8(), "done");
        SAYS(said, Ok, far.said);
        SAYS(m_type.run({u"logs"_s, run}), Ok, far.said.isEmpty() ? "tells no logs"_ba : far.said);
        SAYS(m_type.run({u"show"_s, run}), Ok, run.toUtf8(), "done");
    }

    void anActionSaysWhatIsWrongWithIt_data() { rows(); }
    void anActionSaysWhatIsWrongWithIt()
    {
        const QString name = system().provider;
        SAYS(m_type.run({u"remote"_s, name, u"no-such"_s}), NotFound, "no-such");
        const QJsonArray actions = m_type.ask({u"remote"_s, name}).toArray();
        int asked = 0;
        for (const QJsonValue action : actions) {
            const QJsonValue field = action["fields"_L1][0];
            if (asked < 2 && field["required"_L1].toBool()) {
                ++asked;
                const QString verb = action["name"_L1].toString();
                SAYS(m_type.run({u"remote"_s, name, verb}), Invalid, field["name"_L1].toString().toUtf8());
                SAYS(m_type.run({u"remote"_s, name, verb, u"--set"_s, u"nonsense=1"_s}), Invalid, "nonsense");
            }
        }
        QVERIFY(asked > 0);
    }

    void whatComesHomeIsOneOfOurs_data() { rows(); }
    void whatComesHomeIsOneOfOurs()
    {
        const QString name = system().provider;
        const QString verb = u"bring-home"_s;
        const QString which = u"id="_s + automation().value("remote_id"_L1).toString();
        const QJsonArray actions = m_type.ask({u"remote"_s, name}).toArray();
        if (std::none_of(actions.begin(), actions.end(),
                         [&verb](const QJsonValue &action) { return action["name"_L1] == verb; })) {
            SAYS(m_type.run({u"remote"_s, name, verb, u"--set"_s, which}), NotFound, "bring-home");
            return;
        }
        const Said said = m_type.run({u"--json"_s, u"remote"_s, name, verb, u"--set"_s, which});
        if (!system().staysThere.isEmpty()) {
            SAYS(said, Failed, system().staysThere);
            return;
        }
        SAYS(said, Ok, "paused");
        const QString made = QJsonDocument::fromJson(said.out)["id"_L1].toString();
        const QJsonObject home = m_type.ask({u"show"_s, made}).toObject();
        QVERIFY(home.value("paused"_L1).toBool());
        QVERIFY(home.value("connection_id"_L1).toString().isEmpty());
        SAYS(m_type.run({u"delete"_s, made}), Ok);
    }

    void whatIsThereBecomesAFileHere_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::addColumn<QByteArray>("begin");
        QTest::newRow("posthog") << QStringList{u"posthog"_s, u"download-artifact"_s, u"--set"_s, u"run=one/r1"_s,
                                                u"--set"_s,   u"name=core.bin"_s}
                                 << binary;
        QTest::newRow("defender") << QStringList{u"defender"_s, u"download-code"_s, u"--set"_s, u"id=one"_s}
                                  << "PK\x03\x04"_ba;
        QTest::newRow("theeye") << QStringList{u"theeye"_s, u"recipe"_s, u"--set"_s, u"id=one"_s} << "{\n"_ba;
    }
    void whatIsThereBecomesAFileHere()
    {
        QFETCH(const QStringList, command);
        QFETCH(const QByteArray, begin);
        QFile given(m_folder.filePath(u"core.bin"_s));
        QVERIFY(given.open(QIODevice::WriteOnly) && given.write(binary) == binary.size());
        given.close();
        if (command.first() == "posthog"_L1) {
            SAYS(m_type.run({u"remote"_s, u"posthog"_s, u"upload-artifact"_s, u"--set"_s, u"run=one/r1"_s, u"--set"_s,
                             u"path="_s + given.fileName()}),
                 Ok, "core.bin");
        }
        const QString path = m_folder.filePath(command.first());
        const QStringList whole = QStringList{u"remote"_s} + command + QStringList{u"--output"_s, path};
        SAYS(m_type.run(whole), Ok, "saved");
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY2(bytes.startsWith(begin), bytes.left(80));
        QVERIFY(begin != binary || bytes == binary);
        SAYS(m_type.run(whole), Conflict, "--force");
    }

    void whatIsRefusedThereSaysWhy_data() { rows(); }
    void whatIsRefusedThereSaysWhy()
    {
        const FarSystem &far = system();
        far.server->fault(far.sending.method, far.sending.pattern, test::Fault::Forbidden);
        if (far.edits == test::Edits::Sent) {
            SAYS(m_type.run({u"edit"_s, id(), u"-"_s}, object(u"name"_s, u"Refused"_s)), Ok, "updated");
            QTRY_VERIFY2_WITH_TIMEOUT(waiting()[0]["state"_L1].toString() == u"refused"_s, told(), patience);
            SAYS(m_type.run({u"outbox"_s}), Ok, "refused", "403");
            SAYS(m_type.run({u"task"_s, u"drop"_s, QString::number(waiting()[0]["id"_L1].toInteger())}), Ok,
                 "given up");
            QCOMPARE(far.nameThere(), u"Renamed"_s);
            QCOMPARE(automation().value("name"_L1).toString(), u"Renamed"_s);
        } else {
            const Said said = m_type.run(QStringList{u"run"_s, id(), u"--wait"_s} + far.runOptions, {},
                                         [this] { approveWhatIsAsked(); });
            SAYS(said, Failed, "is failed", "403");
        }
        far.server->heal();
    }

    void aChangeThatFailsWaitsAlone_data() { rows(); }
    void aChangeThatFailsWaitsAlone()
    {
        const FarSystem &far = system();
        if (far.edits == test::Edits::KeptHere) {
            return;
        }
        far.server->fault(far.sending.method, far.sending.pattern, test::Fault::ServerError);
        SAYS(m_type.run({u"edit"_s, id(), u"-"_s}, object(u"name"_s, u"Unlucky"_s)), Ok, "updated");
        QTRY_VERIFY2_WITH_TIMEOUT(waiting()[0]["attempts"_L1].toInt() > 0 &&
                                      waiting()[0]["state"_L1].toString() != u"asking"_s,
                                  told(), patience);
        SAYS(m_type.run({u"outbox"_s}), Ok, "answered 500", "tried again at");
        QCOMPARE(connection().value("state"_L1).toString(), u"online"_s);
        far.server->heal();
        QTRY_VERIFY2_WITH_TIMEOUT(waiting().isEmpty(), told(), patience);
        QCOMPARE(far.nameThere(), u"Unlucky"_s);
    }

    void aLookThatFailsSaysWhy_data() { rows(); }
    void aLookThatFailsSaysWhy()
    {
        const FarSystem &far = system();
        far.server->fault(far.listing.method, far.listing.pattern, test::Fault::Page);
        SAYS(m_type.run({u"sync"_s, far.provider}), Ok, "looking at");
        QVERIFY2(stands(u"offline"_s), told());
        SAYS(m_type.run({u"connections"_s}), Ok, "where JSON was expected");
        far.server->heal();
        SAYS(m_type.run({u"sync"_s, far.provider}), Ok, "looking at");
        QVERIFY2(stands(u"online"_s), told());
    }

    void whatIsAwayIsStillReadAndEditedHere_data() { rows(); }
    void whatIsAwayIsStillReadAndEditedHere()
    {
        const FarSystem &far = system();
        for (const FarSystem &one : m_away++ == 0 ? m_systems : std::vector<FarSystem>()) {
            one.server->goAway();
            SAYS(m_type.run({u"sync"_s, one.provider}), Ok, "looking at");
        }
        SAYS(m_type.run({u"show"_s, id()}), Ok, automation().value("remote_id"_L1).toString().toUtf8());
        SAYS(m_type.run({u"logs"_s, newestDoneRun()}), Ok, far.said);
        m_sent.insert(far.provider, far.server->count(far.sending.method, far.sending.pattern));
        if (far.edits == test::Edits::Sent) {
            SAYS(m_type.run({u"edit"_s, id(), u"-"_s}, object(u"name"_s, u"Written offline"_s)), Ok, "updated");
        } else {
            const Said said = m_type.run(QStringList{u"run"_s, id()} + far.runOptions);
            SAYS(said, Ok, "run_");
            QVERIFY(QTest::qWaitFor([this] { return approveWhatIsAsked() > 0; }, patience));
        }
        QTRY_COMPARE_WITH_TIMEOUT(waiting().size(), 1, patience);
        SAYS(m_type.run({u"outbox"_s}), Ok, automation().value("name"_L1).toString().toUtf8());
        QVERIFY2(stands(u"offline"_s), told());
        SAYS(m_type.run({u"list"_s}), Ok, automation().value("name"_L1).toString().toUtf8());
        SAYS(m_type.run({u"connections"_s}), Ok, "127.0.0.1");
        QCOMPARE(waiting().size(), 1);
    }

    void whatComesBackGetsItOnce_data() { rows(); }
    void whatComesBackGetsItOnce()
    {
        const FarSystem &far = system();
        QVERIFY(far.server->comeBack());
        SAYS(m_type.run({u"sync"_s, far.provider}), Ok, "looking at");
        QVERIFY2(stands(u"online"_s), told());
        QTRY_VERIFY2_WITH_TIMEOUT(waiting().isEmpty(), told(), patience);
        QCOMPARE(far.server->count(far.sending.method, far.sending.pattern), m_sent.value(far.provider) + 1);
        if (far.edits == test::Edits::Sent) {
            QCOMPARE(far.nameThere(), u"Written offline"_s);
            QCOMPARE(automation().value("name"_L1).toString(), u"Written offline"_s);
        }
    }

    void whoeverRegistersElsewhereSeesItAfterASync_data() { rows(); }
    void whoeverRegistersElsewhereSeesItAfterASync()
    {
        const FarSystem &far = system();
        for (const bool isThere : far.setRegistered ? QList<bool>{false, true} : QList<bool>()) {
            far.setRegistered(isThere);
            SAYS(m_type.run({u"sync"_s, far.provider}), Ok, "looking at");
            QTRY_VERIFY2_WITH_TIMEOUT((connection().value("role"_L1) == u"not registered"_s) != isThere, told(),
                                      patience);
        }
    }

    void inTheEndNothingWaits()
    {
        QCOMPARE(m_type.ask({u"outbox"_s}).toArray(), QJsonArray());
        QCOMPARE(m_type.ask({u"conflicts"_s}).toArray(), QJsonArray());
    }

private:
    void rows()
    {
        QTest::addColumn<int>("row");
        for (size_t i = 0; i < m_systems.size(); ++i) {
            QTest::newRow(qPrintable(m_systems.at(i).provider)) << int(i);
        }
    }
    const FarSystem &system() const
    {
        QFETCH(const int, row);
        return m_systems.at(row);
    }
    QString id() const { return m_ids.value(system().provider); }

    QJsonObject connection() const
    {
        for (const QJsonValue one : m_type.ask({u"connections"_s}).toArray()) {
            if (one["name"_L1].toString() == system().provider) {
                return one.toObject();
            }
        }
        return {};
    }
    bool stands(const QString &state) const
    {
        return QTest::qWaitFor([&] { return connection().value("state"_L1).toString() == state; }, patience);
    }
    QJsonObject automation() const
    {
        const QString home = connection().value("id"_L1).toString();
        for (const QJsonValue one : m_type.ask({u"list"_s}).toArray()) {
            if (one["connection_id"_L1].toString() == home) {
                return one.toObject();
            }
        }
        return {};
    }
    QJsonArray waiting() const
    {
        QJsonArray tasks;
        for (const QJsonValue one : m_type.ask({u"outbox"_s}).toArray()) {
            if (one["automation_id"_L1].toString() == id()) {
                tasks.append(one);
            }
        }
        return tasks;
    }
    QString newestRun() const { return m_type.ask({u"runs"_s, u"--automation"_s, id()})[0]["id"_L1].toString(); }
    QString newestDoneRun() const
    {
        return m_type.ask({u"runs"_s, u"--automation"_s, id(), u"--status"_s, u"done"_s})[0]["id"_L1].toString();
    }
    /// How many requests there were.
    qsizetype approveWhatIsAsked() const
    {
        const QJsonArray asked = m_type.ask({u"approvals"_s}).toArray();
        for (const QJsonValue request : asked) {
            (void)m_type.run({u"approve"_s, request["id"_L1].toString()});
        }
        return asked.size();
    }
    /// For a message: how everything stands.
    const char *told() const
    {
        m_told = m_type.run({u"connections"_s}).all() + m_type.run({u"outbox"_s}).all();
        return m_told.constData();
    }

    const std::vector<FarSystem> m_systems = test::farSystems();
    QTemporaryDir m_folder;
    test::Service m_service{QStringLiteral(SIGNALBOX_PROGRAM), m_folder.filePath(u"workspace"_s)};
    const test::CommandLine m_type{QStringLiteral(SIGNALBOX_PROGRAM), m_folder.filePath(u"workspace"_s)};
    QHash<QString, QString> m_ids; // of the automation here, by system
    int m_away = 0;                // rows of that chapter so far
    QHash<QString, int> m_sent;    // before that, by system
    mutable QByteArray m_told;
};

REGISTER_TEST(RemoteStoryTest);
#include "test_remotestory.moc"
