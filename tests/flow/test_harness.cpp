// SPDX-License-Identifier: Apache-2.0
// The house of these tests itself: a check that fails fails its test and no other one.
#include "tests/support/enginehouse.h"
#include "tests/support/registry.h"

#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

/// Fails when HarnessTest asks for it, with a run under way.
class FailingOnPurpose : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fails()
    {
        test::EngineHouse house;
        const auto automation = house.add(u"sleep 300"_s);
        house.start();
        QVERIFY(test::await(house.store->runs().request(automation.id, {})));
        QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"running"_s}, 10000);
        QVERIFY(!qEnvironmentVariableIsSet("SIGNALBOX_FAIL_ON_PURPOSE"));
    }
    void comesAfterwards()
    {
        test::EngineHouse house;
        house.start();
        QVERIFY(house.runs().isEmpty());
    }
};

class HarnessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFailedCheckEndsNothingElse()
    {
        QProcess tests;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"SIGNALBOX_FAIL_ON_PURPOSE"_s, u"1"_s);
        tests.setProcessEnvironment(environment);
        tests.start(QCoreApplication::applicationFilePath(), {u"FailingOnPurpose"_s});
        QVERIFY(tests.waitForFinished(60000));
        const QByteArray said = tests.readAllStandardOutput();
        QCOMPARE(tests.exitStatus(), QProcess::NormalExit);
        QCOMPARE(tests.exitCode(), 1);
        QVERIFY2(said.contains("FAIL!  : FailingOnPurpose::fails()"), said);
        QVERIFY2(said.contains("PASS   : FailingOnPurpose::comesAfterwards()"), said);
    }
};

REGISTER_TEST(FailingOnPurpose);
REGISTER_TEST(HarnessTest);

#include "test_harness.moc"
