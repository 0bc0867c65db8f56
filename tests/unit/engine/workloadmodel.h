// SPDX-License-Identifier: Apache-2.0
// What a dispatcher should do, said as simply as possible: it looks at every pair of runs and has no memory but the
// list of them.
#pragma once

#include "app/domain/automation.h"
#include "app/domain/run.h"

#include <QHash>
#include <QList>

namespace test {

/// What a run is in the model.
enum class State { Waits, Works, Between, Over };

struct Modelled
{
    base::RunId id;
    const domain::Automation *automation = nullptr;
    State state = State::Waits;
    QString end; ///< The word of its final status.
    int attempt = 1;
    bool due = false; ///< Between attempts, and its time has come.
};

class Model
{
public:
    explicit Model(int limit) : m_limit(limit) {}

    QList<Modelled> runs; // in the order they were made

    void setLimit(int limit) { m_limit = limit; }
    Modelled *find(const base::RunId &id)
    {
        const auto found = std::find_if(runs.begin(), runs.end(), [&](const Modelled &run) { return run.id == id; });
        return found == runs.end() ? nullptr : &*found;
    }

    /// Whatever may be done is done, the oldest first, until nothing may.
    void settle()
    {
        for (qsizetype i = 0; i < runs.size(); ++i) {
            if (act(runs[i])) {
                i = -1;
            }
        }
    }

private:
    bool isOpen(const Modelled &run) const { return run.state == State::Works || run.state == State::Between; }
    bool sameAutomation(const Modelled &a, const Modelled &b) const { return a.automation == b.automation; }
    bool shareALock(const Modelled &a, const Modelled &b) const
    {
        const QStringList &names = b.automation->resourceLocks;
        return std::any_of(names.begin(), names.end(),
                           [&](const QString &name) { return a.automation->resourceLocks.contains(name); });
    }
    template <typename Test> int count(Test test) const { return int(std::count_if(runs.begin(), runs.end(), test)); }

    static bool end(Modelled &run, const QString &word)
    {
        run.state = State::Over;
        run.end = word;
        return true;
    }

    bool machineIsFull() const
    {
        return count([](const Modelled &run) { return run.state == State::Works; }) >= m_limit;
    }

    /// True if something changed.
    bool act(Modelled &run)
    {
        if (run.state == State::Between && run.due && !machineIsFull()) {
            run.state = State::Works;
            ++run.attempt;
            return true;
        }
        if (run.state != State::Waits) {
            return false;
        }
        const auto *self = &run;
        const domain::Automation &rules = *run.automation;
        const int openHere = count([&](const Modelled &o) { return sameAutomation(o, run) && isOpen(o); });
        const int before =
            count([&](const Modelled &o) { return sameAutomation(o, run) && o.state == State::Waits && &o < self; });
        const bool newer = count([&](const Modelled &o) {
                               return sameAutomation(o, run) && o.state == State::Waits && &o > self;
                           }) > 0;
        bool mayStart = true;
        switch (rules.overlap) {
        case domain::Overlap::Parallel:
            mayStart = !rules.maxParallel || openHere < *rules.maxParallel;
            break;
        case domain::Overlap::Queue:
            mayStart = openHere == 0 && before == 0;
            break;
        case domain::Overlap::Skip:
            if (openHere > 0 || before > 0) {
                return end(run, QStringLiteral("skipped"));
            }
            break;
        case domain::Overlap::Replace:
            if (newer) {
                return end(run, QStringLiteral("cancelled"));
            }
            if (openHere > 0) {
                for (Modelled &other : runs) {
                    if (sameAutomation(other, run) && isOpen(other)) {
                        end(other, QStringLiteral("cancelled"));
                    }
                }
                return true;
            }
            break;
        }
        const bool lockTaken =
            count([&](const Modelled &o) {
                return &o != self && shareALock(o, run) && (isOpen(o) || (o.state == State::Waits && &o < self));
            }) > 0;
        if (mayStart && !lockTaken && !machineIsFull()) {
            run.state = State::Works;
            return true;
        }
        return before >= rules.maxQueued && end(run, QStringLiteral("skipped"));
    }

    int m_limit;
};

} // namespace test
