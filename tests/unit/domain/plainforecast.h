// SPDX-License-Identifier: Apache-2.0
// The forecast told the slow and plain way: a list of runs, and all that wait are asked again whenever anything
// happens, as the engine's dispatcher does. What domain::forecast() is compared with.
#pragma once

#include "app/domain/admission.h"
#include "app/domain/forecast.h"

#include <algorithm>
#include <vector>

namespace test {

class PlainForecast
{
public:
    explicit PlainForecast(const domain::ForecastInput &input) : m_input(input) {}

    QList<domain::ForecastSlot> slots()
    {
        seed();
        for (domain::ForecastSlot &slot : planned()) {
            settle(slot.due());
            m_runs.push_back({slot, slot.automation, State::New, slot.due()});
            arrive(m_runs.size() - 1, slot.due());
        }
        settle(base::Instant::max());
        QList<domain::ForecastSlot> all;
        for (const PlainRun &run : m_runs) {
            if (run.slot) {
                all.append(*run.slot);
            }
        }
        return all;
    }

private:
    enum class State { New, Waiting, Held, Running, Over };
    struct PlainRun
    {
        std::optional<domain::ForecastSlot> slot; ///< None of a run that was open at the begin.
        quint32 automation = 0;
        State state = State::New;
        base::Instant at; ///< The end of Running, the release of Held.
    };

    base::Seconds longestJitter() const
    {
        base::Seconds longest{0};
        for (const domain::Automation &automation : m_input.automations) {
            for (const domain::Trigger &trigger : automation.triggers) {
                longest = std::max(longest, base::Seconds(std::get<domain::Schedule>(trigger).jitterSeconds));
            }
        }
        return longest;
    }

    std::vector<domain::ForecastSlot> planned() const
    {
        const base::Seconds longest = longestJitter(); // Slots moved into the span come from no further.
        std::vector<domain::ForecastSlot> all;
        for (qsizetype i = 0; i < m_input.automations.size(); ++i) {
            const domain::Automation &automation = m_input.automations[i];
            for (qsizetype t = 0; t < automation.triggers.size(); ++t) {
                const auto &schedule = std::get<domain::Schedule>(automation.triggers[t]);
                const auto finder = domain::SlotFinder::make(schedule, automation.createdAt).value();
                auto at = finder.next(m_input.from - longest - base::Seconds(1));
                for (; at && *at < m_input.to; at = finder.next(*at)) {
                    domain::ForecastSlot slot;
                    slot.slot = *at;
                    slot.automation = quint32(i);
                    slot.trigger = quint16(t);
                    slot.jitterMs = quint32((finder.dueAt(*at, automation.id) - *at).count());
                    all.push_back(slot);
                }
            }
        }
        std::stable_sort(all.begin(), all.end(), [](const auto &a, const auto &b) {
            return std::tuple(a.due(), a.automation) < std::tuple(b.due(), b.automation);
        });
        std::vector<domain::ForecastSlot> kept;
        for (const domain::ForecastSlot &slot : all) {
            const bool known = std::any_of(kept.begin(), kept.end(), [&](const domain::ForecastSlot &other) {
                return other.automation == slot.automation && other.slot == slot.slot;
            });
            if (!known) {
                kept.push_back(slot);
            }
        }
        std::erase_if(kept, [this](const auto &slot) { return slot.due() < m_input.from || slot.due() >= m_input.to; });
        return kept;
    }

    void seed()
    {
        QList<domain::OpenRun> open = m_input.open;
        std::stable_sort(open.begin(), open.end(),
                         [](const auto &a, const auto &b) { return a.queuedAt < b.queuedAt; });
        for (const bool running : {true, false}) {
            for (const domain::OpenRun &run : std::as_const(open)) {
                if (run.startedAt.has_value() != running) {
                    continue;
                }
                const quint32 index = indexOf(run.automation);
                m_runs.push_back({std::nullopt, index, State::New, {}});
                if (running) {
                    const base::Instant end = std::max(*run.startedAt + lasts(index), m_input.from);
                    m_runs.back() = {std::nullopt, index, State::Running, end};
                } else {
                    arrive(m_runs.size() - 1, m_input.from);
                }
            }
        }
    }

    quint32 indexOf(const base::AutomationId &id) const
    {
        const auto found = std::find_if(m_input.automations.begin(), m_input.automations.end(),
                                        [&](const auto &automation) { return automation.id == id; });
        return quint32(found - m_input.automations.begin());
    }

    base::Millis lasts(quint32 automation) const
    {
        const domain::Automation &one = m_input.automations[automation];
        const base::Millis usual = m_input.durations.value(one.id, domain::unknownDuration);
        return one.timeoutSeconds == 0 ? usual : std::min<base::Millis>(usual, base::Seconds(one.timeoutSeconds));
    }

    int count(State state, quint32 automation, size_t before) const
    {
        return int(std::count_if(m_runs.begin(), m_runs.begin() + std::ptrdiff_t(before), [&](const PlainRun &run) {
            return run.state == state && run.automation == automation;
        }));
    }

    domain::Surroundings around(size_t index) const
    {
        const quint32 automation = m_runs[index].automation;
        const auto takesPlace = [this](const PlainRun &run) {
            return run.state == State::Running && !isElsewhere(run.automation);
        };
        return {.runningHere = count(State::Running, automation, m_runs.size()),
                .queuedBefore = count(State::Waiting, automation, index),
                .runningEverywhere = int(std::count_if(m_runs.begin(), m_runs.end(), takesPlace)),
                .globalLimit = isElsewhere(automation) ? std::numeric_limits<int>::max() : m_input.globalLimit};
    }

    /// Its slots are where it lives: the machine, its windows and its pause have no say.
    bool isElsewhere(quint32 automation) const
    {
        return qsizetype(automation) < m_input.automations.size() &&
               !m_input.automations[automation].connectionId.isEmpty();
    }

    static domain::ForecastReason reasonOf(domain::Verdict verdict, const domain::Automation &automation,
                                           const domain::Surroundings &now)
    {
        using domain::ForecastReason;
        const bool earlier = now.runningHere > 0 || now.queuedBefore > 0;
        if (verdict == domain::Verdict::ReplaceFirst) {
            return ForecastReason::Replaces;
        }
        if (verdict == domain::Verdict::Skip) {
            return automation.overlap == domain::Overlap::Skip && earlier ? ForecastReason::Overlap
                                                                          : ForecastReason::QueueFull;
        }
        if (automation.overlap == domain::Overlap::Queue && earlier) {
            return ForecastReason::EarlierRun;
        }
        const bool parallel = automation.overlap == domain::Overlap::Parallel && automation.maxParallel;
        return parallel && now.runningHere >= *automation.maxParallel ? ForecastReason::ParallelLimit
                                                                      : ForecastReason::MachineLimit;
    }

    void over(PlainRun &run, base::Instant now, domain::Decision decision, domain::ForecastReason reason)
    {
        run.state = State::Over;
        if (run.slot) {
            run.slot->start = run.slot->end = now;
            run.slot->decision = decision;
            run.slot->reason = reason;
        }
    }

    void wait(PlainRun &run, State state, domain::ForecastReason reason)
    {
        run.state = state;
        if (run.slot) {
            run.slot->decision = domain::Decision::Wait;
            if (run.slot->reason == domain::ForecastReason::None) {
                run.slot->reason = reason;
            }
        }
    }

    bool passesWindows(size_t index, base::Instant now)
    {
        using domain::WindowEffect;
        PlainRun &run = m_runs[index];
        if (isElsewhere(run.automation)) {
            return true;
        }
        const auto found = domain::strictestWindow(m_input.windows, m_input.automations[run.automation], now);
        if (!found || m_input.windows[*found].effect == WindowEffect::Execute) {
            return true;
        }
        const domain::Window &window = m_input.windows[*found];
        if (run.slot) {
            run.slot->window = quint16(*found);
        }
        if (window.effect == WindowEffect::Notify) {
            return true;
        }
        const bool held = count(State::Held, run.automation, m_runs.size()) > 0;
        if (window.effect == WindowEffect::OnceAfter && !held) {
            for (const domain::WindowSpan &span : window.spans) {
                run.at = span.contains(now) ? std::max(run.at, span.to) : run.at;
            }
            wait(run, State::Held, domain::ForecastReason::Window);
        } else {
            over(run, now, window.effect == WindowEffect::Approve ? domain::Decision::Approval : domain::Decision::Skip,
                 domain::ForecastReason::Window);
        }
        return false;
    }

    void arrive(size_t index, base::Instant now)
    {
        PlainRun &run = m_runs[index];
        const domain::Automation &automation = m_input.automations[run.automation];
        if (run.slot && run.slot->decision == domain::Decision::Run && run.state == State::New) {
            if (m_input.everythingPaused && !isElsewhere(run.automation)) {
                over(run, now, domain::Decision::Skip, domain::ForecastReason::EverythingPaused);
                return;
            }
            if (automation.paused) {
                over(run, now, domain::Decision::Skip, domain::ForecastReason::AutomationPaused);
                return;
            }
        }
        run.state = State::New;
        if (!passesWindows(index, now)) {
            return;
        }
        const domain::Surroundings surroundings = around(index);
        const domain::Verdict verdict = domain::admit({}, automation, surroundings).verdict;
        if (verdict == domain::Verdict::Start) {
            start(run, now);
        } else if (verdict == domain::Verdict::Skip) {
            over(run, now, domain::Decision::Skip, reasonOf(verdict, automation, surroundings));
        } else {
            wait(run, State::Waiting, reasonOf(verdict, automation, surroundings));
            if (verdict == domain::Verdict::ReplaceFirst) {
                replace(run.automation, now);
            }
        }
    }

    void start(PlainRun &run, base::Instant now)
    {
        run.state = State::Running;
        run.at = now + lasts(run.automation);
        if (run.slot) {
            run.slot->decision = now == run.slot->due() ? domain::Decision::Run : domain::Decision::Wait;
            run.slot->start = now;
            run.slot->end = run.at;
        }
    }

    void replace(quint32 automation, base::Instant now)
    {
        for (PlainRun &run : m_runs) {
            if (run.state == State::Running && run.automation == automation && run.at > now) {
                run.at = now;
                if (run.slot) {
                    run.slot->end = now;
                    run.slot->replaced = true;
                }
            }
        }
    }

    /// All that wait, in order, as often as something changes.
    void considerWaiting(base::Instant now)
    {
        for (size_t i = 0; i < m_runs.size(); ++i) {
            if (m_runs[i].state != State::Waiting) {
                continue;
            }
            const domain::Automation &automation = m_input.automations[m_runs[i].automation];
            const domain::Verdict verdict = domain::admit({}, automation, around(i)).verdict;
            if (verdict == domain::Verdict::ReplaceFirst) {
                replace(m_runs[i].automation, now);
            } else if (verdict == domain::Verdict::Start && passesWindows(i, now)) {
                start(m_runs[i], now);
            }
        }
    }

    void settle(base::Instant until)
    {
        for (;;) {
            const auto next = [this](State state) {
                auto first = m_runs.end();
                for (auto run = m_runs.begin(); run != m_runs.end(); ++run) {
                    first = run->state == state && (first == m_runs.end() || run->at < first->at) ? run : first;
                }
                return first;
            };
            const auto ends = next(State::Running);
            const auto held = next(State::Held);
            if (held != m_runs.end() && held->at <= until && (ends == m_runs.end() || held->at < ends->at)) {
                arrive(size_t(held - m_runs.begin()), held->at);
            } else if (ends != m_runs.end() && ends->at <= until) {
                const base::Instant now = ends->at;
                for (PlainRun &run : m_runs) {
                    if (run.state == State::Running && run.at <= now) {
                        run.state = State::Over;
                    }
                }
                considerWaiting(now);
            } else {
                return;
            }
        }
    }

    const domain::ForecastInput m_input;
    std::vector<PlainRun> m_runs;
};

} // namespace test
