// SPDX-License-Identifier: Apache-2.0
// Every way out that escapee knows: nobody is left one second after the grace, and no innocent is hit.
#include "tests/chaos/escapes/escapehouse.h"
#include "tests/support/registry.h"

using engine::ProcessEnd;
using test::EscapeHouse;
using test::Voice;

namespace {

constexpr int graceMillis = 300; // as RunnerFixture sets it
constexpr int toleranceMillis = 1000;

} // namespace

class PatternTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_house.fixture.open());
        QVERIFY(m_house.innocents.start());
    }

    void cleanup()
    {
        // One that failed must not fail the others.
        m_house.fixture.runner.stop(m_ticket);
        QTRY_VERIFY_WITH_TIMEOUT(m_house.fixture.hasEnded(m_ticket), 30000);
    }

    void nobodyEscapes_data()
    {
        QTest::addColumn<QByteArray>("pattern");
        QTest::addColumn<int>("ups");
        QTest::addColumn<bool>("leaves");
        QProcess list;
        list.start(QStringLiteral(ESCAPEE), {QStringLiteral("--list")});
        QVERIFY(list.waitForFinished());
        const QByteArrayList lines = list.readAllStandardOutput().trimmed().split('\n');
        QVERIFY(lines.size() >= 40);
        const int rounds = qEnvironmentVariableIsEmpty("SIGNALBOX_LONG") ? 1 : 10;
        for (int round = 1; round <= rounds; ++round) {
            for (const QByteArray &line : lines) {
                const QByteArrayList parts = line.split('\t');
                const QByteArray name =
                    rounds == 1 ? parts.at(0) : parts.at(0) + ", round " + QByteArray::number(round);
                QTest::newRow(name) << parts.at(0) << parts.at(1).toInt() << (parts.at(2) == "leaves");
            }
        }
    }
    void nobodyEscapes()
    {
        QFETCH(QByteArray, pattern);
        QFETCH(int, ups);
        QFETCH(bool, leaves);
        Voice voice;
        m_ticket = m_house.start(m_house.escapee(pattern), voice);
        QTRY_VERIFY_WITH_TIMEOUT(voice.ups().size() >= ups || !voice.skipped().isEmpty(), 30000);
        if (!voice.skipped().isEmpty()) {
            QSKIP(voice.skipped());
        }
        QElapsedTimer timer;
        timer.start();
        if (!leaves) {
            m_house.fixture.runner.stop(m_ticket);
        }
        QTRY_VERIFY_WITH_TIMEOUT(m_house.fixture.hasEnded(m_ticket), 30000);
        const qint64 took = timer.elapsed();
        QCOMPARE(m_house.survivors(), QList<qint64>());
        QCOMPARE(m_house.innocents.missing(), QList<pid_t>());
        QVERIFY2(took <= graceMillis + toleranceMillis, QByteArray::number(took) + " ms");
        const ProcessEnd &end = m_house.fixture.ends[m_ticket];
        QVERIFY(end.how == ProcessEnd::How::Exited || end.how == ProcessEnd::How::Signalled);
        QCOMPARE(end.stopped, !leaves);
        QVERIFY(end.killedTotal > 0);
    }

private:
    EscapeHouse m_house;
    quint64 m_ticket = 0;
};

REGISTER_TEST(PatternTest);
#include "test_patterns.moc"
