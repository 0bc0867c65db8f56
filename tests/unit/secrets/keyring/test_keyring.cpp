// SPDX-License-Identifier: Apache-2.0
// The real keyring, in the states that sessions.sh brings it into, one class each, over one workspace.
#include "app/engine/input/ledger.h"
#include "app/secrets/desktopkeychain.h"
#include "tests/support/registry.h"
#include "tests/support/tempstore.h"

using namespace Qt::StringLiterals;
using base::ErrorCode;
using test::await;

namespace {

/// The same folder for all classes, so that the store remembers what an earlier session wrote.
class Workspace
{
public:
    Workspace() : m_store(qEnvironmentVariable("SIGNALBOX_KEYRING_STORE"), m_clock)
    {
        if (!await(m_store.open())) {
            qFatal("the store of the test can't be opened");
        }
    }

    QStringList names()
    {
        QStringList names;
        const auto records = await(m_store.secretRecords().list()).value();
        for (const store::SecretRecord &record : records) {
            names.append(record.name);
        }
        return names;
    }
    QString get(const QString &name)
    {
        const auto values = await(m_secrets.read({name}), longest);
        return values ? values->value(name) : base::errorCodeName(values.error().code);
    }
    QString set(const QString &name, const QString &value) { return word(m_secrets.set(name, value, {})); }
    QString remove(const QString &name) { return word(m_secrets.remove(name, {})); }
    secrets::SecretStore &secrets() { return m_secrets; }

private:
    static constexpr base::Millis longest{30000};

    static QString word(const QFuture<base::Status> &answer)
    {
        const base::Status status = await(answer, longest);
        return status ? u"ok"_s : base::errorCodeName(status.error().code);
    }

    base::SystemClock m_clock;
    store::Store m_store;
    secrets::SecretStore m_secrets{std::make_unique<secrets::DesktopKeychain>(), engine::ledgerOf(m_store)};
};

const QString kept = u"kept \"w\" ü 🗝\nsecond line"_s;

} // namespace

class OpenKeyringTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesComeBackAsTheyWere()
    {
        Workspace workspace;
        QCOMPARE(workspace.set(u"kept"_s, kept), u"ok"_s);
        QCOMPARE(workspace.get(u"kept"_s), kept);
        const QString large = QString(64 * 1024, u'x');
        QCOMPARE(workspace.set(u"large"_s, large), u"ok"_s);
        QCOMPARE(workspace.get(u"large"_s), large);
        QCOMPARE(workspace.set(u"large"_s, u"small"_s), u"ok"_s);
        QCOMPARE(workspace.get(u"large"_s), u"small"_s);
        QCOMPARE(workspace.remove(u"large"_s), u"ok"_s);
        QCOMPARE(workspace.get(u"large"_s), u"not_found"_s);
        QCOMPARE(workspace.remove(u"large"_s), u"not_found"_s);
        QCOMPARE(workspace.names(), QStringList{u"kept"_s});
    }
};

class LockedKeyringTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLockIsNoLoss()
    {
        Workspace workspace;
        QCOMPARE(workspace.get(u"kept"_s), u"denied"_s);
        QCOMPARE(workspace.set(u"kept"_s, u"other"_s), u"denied"_s);
        QCOMPARE(workspace.remove(u"kept"_s), u"denied"_s);
        QCOMPARE(workspace.get(u"never set"_s), u"not_found"_s);
        QCOMPARE(workspace.names(), QStringList{u"kept"_s});
    }
};

class NoKeyringTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingCanBeHadButWhatIsLent()
    {
        Workspace workspace;
        QCOMPARE(workspace.get(u"kept"_s), u"unavailable"_s);
        QCOMPARE(workspace.set(u"kept"_s, u"other"_s), u"unavailable"_s);
        QCOMPARE(workspace.remove(u"kept"_s), u"unavailable"_s);
        QVERIFY(await(workspace.secrets().lend({{u"run_a/T"_s, u"value"_s}}, {}), base::Millis(30000)));
        QCOMPARE(workspace.get(u"run_a/T"_s), u"value"_s);
        QVERIFY(await(workspace.secrets().takeBack({u"run_a/T"_s}), base::Millis(30000)));
    }
};

class SameKeyringTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasKeptIsStillThere()
    {
        Workspace workspace;
        QCOMPARE(workspace.get(u"kept"_s), kept);
        QVERIFY(await(workspace.secrets().lend({{u"run_a/T"_s, u"value"_s}}, {})));
        QCOMPARE(workspace.get(u"run_a/T"_s), u"value"_s);
        QVERIFY(await(workspace.secrets().takeBack({u"run_a/T"_s})));
        QCOMPARE(workspace.get(u"run_a/T"_s), u"not_found"_s);
        QCOMPARE(workspace.remove(u"kept"_s), u"ok"_s);
        QCOMPARE(workspace.names(), QStringList());
    }
};

REGISTER_TEST(OpenKeyringTest);
REGISTER_TEST(LockedKeyringTest);
REGISTER_TEST(NoKeyringTest);
REGISTER_TEST(SameKeyringTest);
#include "test_keyring.moc"
