// SPDX-License-Identifier: Apache-2.0
// While a run is being ended, strangers take the numbers of its dead. Whoever ends it still has these on its list.
#include "tests/chaos/escapes/escapehouse.h"
#include "tests/support/registry.h"

#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>

using test::EscapeHouse;
using test::Voice;

namespace {

/// Shared with the thief.
struct Loot
{
    volatile int count = 0;
    volatile pid_t taken[256] = {};
};

/// Takes the numbers as soon as they are free, with processes that stay. Never returns; system calls only, because it
/// is a fork of a Qt program.
[[noreturn]] void steal(const QList<pid_t> &numbers, Loot &loot)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::signal(SIGTERM, SIG_DFL); // Qt Test's handler would look into what happened
    std::vector<pid_t> wanted(numbers.rbegin(), numbers.rend());
    for (;;) {
        for (pid_t &number : wanted) {
            if (number == 0 || ::kill(number, 0) == 0 || !test::chooseNextPid(number)) {
                continue;
            }
            const pid_t pid = ::fork();
            if (pid == 0) {
                ::prctl(PR_SET_PDEATHSIG, SIGKILL);
                while (::getpid() == number) {
                    ::pause();
                }
                ::_exit(0);
            }
            if (pid == number) {
                loot.taken[loot.count] = pid;
                loot.count = loot.count + 1;
                number = 0;
            } else {
                ::waitpid(pid, nullptr, 0);
            }
        }
    }
}

} // namespace

class NumberTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void strangersWithFreedNumbersAreSpared()
    {
        if (!test::inOwnNamespace() || !test::chooseNextPid(300)) {
            QSKIP("numbers can't be chosen here");
        }
        EscapeHouse house;
        QVERIFY(house.fixture.open());
        const int rounds = qEnvironmentVariableIsEmpty("SIGNALBOX_LONG") ? 5 : 100;
        int taken = 0;
        for (int round = 0; round < rounds; ++round) {
            oneRound(house, taken);
            if (QTest::currentTestFailed()) {
                return;
            }
        }
        qInfo("%d numbers were taken over", taken);
        QVERIFY(taken > rounds);
    }

private:
    static void oneRound(EscapeHouse &house, int &taken)
    {
        Voice voice;
        const quint64 ticket = house.start(house.escapee("children that die together"), voice);
        QTRY_COMPARE_WITH_TIMEOUT(voice.ups().size(), 201, 30000);
        void *memory = ::mmap(nullptr, sizeof(Loot), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
        QVERIFY(memory != MAP_FAILED);
        auto *loot = new (memory) Loot;
        const pid_t thief = ::fork();
        if (thief == 0) {
            steal(voice.ups(), *loot);
        }
        house.fixture.runner.stop(ticket);
        QTRY_VERIFY_WITH_TIMEOUT(house.fixture.hasEnded(ticket), 30000);
        ::kill(thief, SIGSTOP); // nobody takes more, and the dead stay to be seen
        QList<pid_t> hit;
        for (int i = 0; i < loot->count; ++i) {
            if (!test::isAlive(loot->taken[i])) {
                hit.append(loot->taken[i]);
            }
        }
        taken += loot->count;
        ::kill(thief, SIGKILL); // and with it all of them
        ::waitpid(thief, nullptr, 0);
        ::munmap(memory, sizeof(Loot));
        QCOMPARE(hit, QList<pid_t>());
        QCOMPARE(house.survivors(), QList<qint64>());
    }
};

REGISTER_TEST(NumberTest);
#include "test_numbers.moc"
