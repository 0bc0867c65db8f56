// SPDX-License-Identifier: Apache-2.0
#include "tests/support/registry.h"
#include "tests/unit/sync/syncmodel.h"

using namespace Qt::StringLiterals;
using test::Network;
using test::SyncHouse;
using test::SyncModel;

namespace {

constexpr int movesEach = 25;
constexpr int sequencesPerStore = 25;

int given(const char *name, int fallback)
{
    bool isNumber = false;
    const int value = qEnvironmentVariableIntValue(name, &isNumber);
    return isNumber ? value : fallback;
}

} // namespace

class TestSyncModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLostOrDoubledWhateverHappens();

private:
    /// How many requests it took; adds what was wrong.
    int play(SyncHouse &house, quint32 seed, Network network);

    QStringList m_complaints;
};

int TestSyncModel::play(SyncHouse &house, quint32 seed, Network network)
{
    SyncModel model(house, seed, network);
    model.play(movesEach);
    QStringList complaints;
    if (!model.converge()) {
        complaints.append(u"the sides are not the same: "_s + model.differences().join(u"; "_s));
    }
    complaints += model.complaints();
    for (const QString &complaint : std::as_const(complaints)) {
        m_complaints.append(
            u"seed %1%2: %3"_s.arg(seed).arg(network == Network::Sound ? u", sound"_s : QString(), complaint));
    }
    const int requests = model.requests();
    house.stop();
    house.far->faults = {};
    return requests;
}

void TestSyncModel::nothingIsLostOrDoubledWhateverHappens()
{
    const int sequences = given("SIGNALBOX_SEQUENCES", qEnvironmentVariableIsEmpty("SIGNALBOX_LONG") ? 100 : 10'000);
    const int first = given("SIGNALBOX_SEED", 1);
    qint64 faulty = 0;
    qint64 sound = 0;
    std::unique_ptr<SyncHouse> house;
    for (int i = 0; i < sequences; ++i) {
        if (i % sequencesPerStore == 0) {
            house = std::make_unique<SyncHouse>();
        }
        faulty += play(*house, static_cast<quint32>(first + i), Network::Faulty);
        sound += play(*house, static_cast<quint32>(first + i), Network::Sound);
    }
    qInfo("%d sequences: %lld requests with faults, %lld without, ratio %.2f", sequences, faulty, sound,
          static_cast<double>(faulty) / static_cast<double>(sound));
    QVERIFY2(m_complaints.isEmpty(), qPrintable(m_complaints.mid(0, 20).join(u'\n')));
    QVERIFY(static_cast<double>(faulty) <= 1.5 * static_cast<double>(sound));
}

REGISTER_TEST(TestSyncModel);
#include "test_syncmodel.moc"
