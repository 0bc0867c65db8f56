// SPDX-License-Identifier: Apache-2.0
// How late 1,000 automations that are due in the same second are handed over, beside a bare heap with a timerfd; and
// how long it takes until their rows are on the disk. Figures, not a test. Usage: bench_lateness [jobs] [rounds]
#include "app/base/answer.h"
#include "app/engine/scheduler.h"
#include "app/store/store.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <sys/timerfd.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

double realtimeMillis()
{
    timespec t{};
    clock_gettime(CLOCK_REALTIME, &t);
    return double(t.tv_sec) * 1e3 + double(t.tv_nsec) / 1e6;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// The least that can be done: wait for the instant, pop everything from a heap.
double floorLateness(int jobs)
{
    // Well before the next slot: waiting here holds up the scheduler's thread.
    const double due = std::ceil(realtimeMillis() / 1e3) * 1e3;
    std::vector<std::pair<double, int>> heap;
    for (int i = 0; i < jobs; ++i) {
        heap.emplace_back(due, i);
    }
    std::make_heap(heap.begin(), heap.end(), std::greater<>());
    const int timer = timerfd_create(CLOCK_REALTIME, TFD_CLOEXEC);
    itimerspec spec{};
    spec.it_value.tv_sec = time_t(due / 1e3);
    timerfd_settime(timer, TFD_TIMER_ABSTIME, &spec, nullptr);
    quint64 count = 0;
    [[maybe_unused]] const ssize_t size = read(timer, &count, sizeof count);
    std::vector<int> handed;
    while (!heap.empty()) {
        std::pop_heap(heap.begin(), heap.end(), std::greater<>());
        handed.push_back(heap.back().second);
        heap.pop_back();
    }
    close(timer);
    return realtimeMillis() - due;
}

class Bench : public QObject
{
public:
    Bench(int jobs, int rounds) : m_jobs(jobs), m_rounds(rounds), m_store(m_folder.filePath(u"store"_s), m_clock)
    {
        base::onAnswer(this, m_store.open(), [this](const base::Result<void> &) { fill(); });
    }

private:
    void fill()
    {
        QList<domain::Automation> automations;
        domain::Schedule schedule;
        schedule.cron = u"*/4 * * * * *"_s;
        for (int i = 0; i < m_jobs; ++i) {
            domain::Automation automation;
            automation.name = u"job %1"_s.arg(i);
            automation.type = u"script"_s;
            automation.triggers = {schedule};
            automations.append(automation);
        }
        base::onAnswer(this, m_store.automations().create(automations, u"bench"_s),
                       [this](const base::Result<QList<domain::Automation>> &) { begin(); });
    }

    void begin()
    {
        m_book = std::make_unique<engine::Book>(m_store);
        m_scheduler = std::make_unique<engine::Scheduler>(*m_book, m_clock, std::make_unique<engine::TimerfdAlarm>());
        connect(m_scheduler.get(), &engine::Scheduler::planned, this, &Bench::onPlanned);
        connect(m_book.get(), &engine::Book::loaded, this, [this] { m_scheduler->start({}); });
        m_book->load();
    }

    void onPlanned(const engine::Plan &plan)
    {
        const double handed = realtimeMillis();
        if (plan.runs.size() != m_jobs) {
            return; // the slots passed while the bench was being set up
        }
        const double due = double(base::toMillis(*plan.runs.first().plannedFor));
        m_handed.push_back(handed - due);
        base::onAnswer(this, m_store.runs().plan(plan.runs, plan.positions),
                       [this, due](const base::Result<QList<domain::Run>> &) {
                           m_stored.push_back(realtimeMillis() - due);
                           m_floor.push_back(floorLateness(m_jobs));
                           if (int(m_stored.size()) == m_rounds) {
                               report();
                           }
                       });
    }

    void report()
    {
        std::printf("%d jobs due together, medians of %d rounds (worst), ms late\n", m_jobs, m_rounds);
        print("last handed over", m_handed);
        print("all stored", m_stored);
        print("floor: heap + timerfd", m_floor);
        std::printf("handed over / floor: %.2f\n", median(m_handed) / median(m_floor));
        m_scheduler->stop();
        m_store.close();
        QCoreApplication::quit();
    }

    static void print(const char *name, const std::vector<double> &values)
    {
        std::printf("  %-22s %8.3f (%.3f)\n", name, median(values), *std::max_element(values.begin(), values.end()));
    }

    const int m_jobs;
    const int m_rounds;
    QTemporaryDir m_folder;
    base::SystemClock m_clock;
    store::Store m_store;
    std::unique_ptr<engine::Book> m_book;
    std::unique_ptr<engine::Scheduler> m_scheduler;
    std::vector<double> m_handed, m_stored, m_floor;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    Bench bench(argc > 1 ? std::atoi(argv[1]) : 1000, argc > 2 ? std::atoi(argv[2]) : 5);
    return QCoreApplication::exec();
}
