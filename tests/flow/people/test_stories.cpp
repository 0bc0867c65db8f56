// SPDX-License-Identifier: Apache-2.0
// Random stories with a real engine: requests, decisions, edits, time, restarts, windows that open and close. A second,
// plain model is the judge: no run starts without its quorum or while a window says no, none is released twice, every
// slot has its row and every row its reason. Several seeds; more with SIGNALBOX_LONG, one with SIGNALBOX_SEED.
#include "tests/flow/people/plainjudge.h"
#include "tests/support/enginehouse.h"
#include "tests/support/registry.h"

#include <QJsonArray>

#include <random>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::Judgement;
using domain::RunStatus;
using test::await;
using test::Judge;
using test::PlainAutomation;
using test::PlainWindow;

namespace {

const QStringList people{u"ann"_s, u"bob"_s, u"cid"_s};
const QStringList effects{u"disabled"_s, u"approve"_s, u"notify"_s, u"execute"_s};
const QStringList scopes{u"*"_s, u"tag:0"_s, u"tag:1"_s};

class Story
{
public:
    explicit Story(unsigned seed) : m_random(seed) {}

    QHash<RunStatus, int> ends; ///< How often a run came to its end so.
    int held = 0;

    void begin()
    {
        m_house.start();
        make(0, 1);
        make(1, 2);
        make(2, 0);
        settle();
    }
    void step()
    {
        m_house.pass(1s);
        settle();
        switch (below(12)) {
        case 0:
        case 1:
            request();
            break;
        case 2:
            edit();
            break;
        case 3:
            restart();
            break;
        case 4:
        case 5:
            openWindow();
            break;
        case 6:
            changeWindow();
            break;
        case 7:
        case 8:
            m_house.pass(base::Seconds(1 + below(60)));
            break;
        default:
            decide();
        }
        settle();
    }
    /// After the last step: each that ran did so once.
    void end()
    {
        const QList<domain::Run> runs = m_house.runs();
        for (const domain::Run &run : runs) {
            ++ends[run.status];
            QCOMPARE(m_house.log(run.id), run.startedAt ? "ran\n"_ba : ""_ba);
            QCOMPARE(run.attempt, 1);
        }
        held = int(m_held.size());
    }

private:
    base::Instant now() const { return m_house.store.clock.now(); }
    int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(m_random); }

    /// A definition that nobody has seen before.
    domain::Automation defined(domain::Automation automation, PlainAutomation &plain)
    {
        plain.definition = ++m_definitions;
        plain.quorum = below(3);
        automation.env = {{u"DEFINITION"_s, QString::number(plain.definition)}};
        automation.approval.reset();
        if (plain.quorum > 0) {
            automation.approval = domain::ApprovalPolicy{};
            automation.approval->quorum = plain.quorum;
            if (below(2) == 0) {
                automation.approval->expiresSeconds = 90;
            }
        }
        return automation;
    }
    void make(int number, int everyMinutes)
    {
        PlainAutomation plain{.everyMinutes = everyMinutes};
        plain.id = m_house
                       .add(u"echo ran"_s,
                            [&](domain::Automation &automation) {
                                automation = defined(automation, plain);
                                automation.tags = {QString::number(number)};
                                automation.overlap = domain::Overlap::Parallel;
                                if (everyMinutes > 0) {
                                    const QString cron = u"*/%1 * * * *"_s.arg(everyMinutes);
                                    automation.triggers = {domain::Schedule{.cron = cron, .timezone = u"UTC"_s}};
                                }
                            })
                       .id;
        m_judge.automations.append(plain);
    }

    void request()
    {
        const base::AutomationId id = m_judge.automations.at(below(3)).id;
        QVERIFY(await(m_house.store->runs().request(id, people.at(below(3)))));
    }
    void edit()
    {
        PlainAutomation &plain = m_judge.automations[below(3)];
        const domain::Automation stored = await(m_house.store->automations().get(plain.id)).value();
        QVERIFY(await(m_house.store->automations().update(defined(stored, plain), u"ann"_s)));
    }
    void restart()
    {
        m_house.stop();
        m_house.store.clock.advance(base::Seconds(below(300)));
        m_house.start();
    }
    void openWindow()
    {
        const base::Instant from = now() + std::chrono::minutes(below(4) - 1);
        const base::Instant to = from + std::chrono::minutes(1 + below(5));
        PlainWindow plain{.effect = effects.at(below(4)),
                          .scope = scopes.at(below(3)),
                          .blocksManual = below(2) == 0,
                          .length = to - from,
                          .spans = {{from, to}}};
        const auto wall = [](base::Instant at) { return base::isoUtc(at).left(19); };
        const auto window = domain::windowFromJson({{u"name"_s, u"W%1"_s.arg(m_judge.windows.size())},
                                                    {u"start"_s, wall(from)},
                                                    {u"end"_s, wall(to)},
                                                    {u"timezone"_s, u"UTC"_s},
                                                    {u"scope"_s, QJsonArray{plain.scope}},
                                                    {u"autonomy_override"_s, plain.effect},
                                                    {u"manual_runs"_s, plain.blocksManual ? u"block"_s : u"warn"_s},
                                                    {u"blocked_slots"_s, below(2) ? u"once_after"_s : u"skip"_s}});
        const auto made = await(m_house.store->windows().create({*window}, u"ann"_s));
        QVERIFY(made);
        plain.id = made->first().id;
        m_judge.windows.append(plain);
    }
    /// Opened again, closed or removed by hand.
    void changeWindow()
    {
        if (m_judge.windows.isEmpty()) {
            return;
        }
        PlainWindow &window = m_judge.windows[below(int(m_judge.windows.size()))];
        const auto isOpen = [this](const domain::WindowSpan &span) { return span.contains(now()); };
        if (std::any_of(window.spans.begin(), window.spans.end(), isOpen)) {
            QVERIFY(await(m_house.store->windows().deactivate(window.id, u"ann"_s)));
            std::for_each(window.spans.begin(), window.spans.end(),
                          [&](domain::WindowSpan &span) { span.to = isOpen(span) ? now() : span.to; });
        } else if (below(2) == 0) {
            QVERIFY(await(m_house.store->windows().activate(window.id, u"ann"_s)));
            window.spans.append({now(), now() + window.length});
        } else {
            QVERIFY(await(m_house.store->windows().remove(window.id, u"ann"_s)));
            m_judge.windows.removeIf([id = window.id](const PlainWindow &one) { return one.id == id; });
        }
    }
    void decide()
    {
        const QList<domain::Approval> pending = waiting();
        if (pending.isEmpty()) {
            return;
        }
        learn(pending); // after an edit a run is asked about anew, a moment later
        const domain::Approval &one = pending.at(below(int(pending.size())));
        const QString who = people.at(below(3));
        const Judgement verdict = below(5) == 0 ? Judgement::Reject : Judgement::Approve;
        const bool may = m_judge.mayDecide(one, who, now());
        const domain::Operator by{who, domain::Role::Operator};
        QCOMPARE(await(m_house.store->approvals().decide({one.id}, {verdict, {}}, by)).has_value(), may);
        if (may && verdict == Judgement::Approve) {
            m_judge.requests[one.id.text()].agreed.insert(who);
        }
    }

    QList<domain::Approval> waiting()
    {
        return await(m_house.store->approvals().page({.status = domain::ApprovalStatus::Pending, .limit = 0}))
            .value_or({});
    }
    QStringList requestsOf(const domain::Run &run)
    {
        QStringList ids;
        const auto page = await(m_house.store->approvals().page({.run = run.id, .limit = 0}));
        for (const domain::Approval &one : page.value_or({})) {
            ids.append(one.id.text());
        }
        return ids;
    }

    /// A request that was not seen before is about the definition of now.
    void learn(const QList<domain::Approval> &requests)
    {
        for (const domain::Approval &one : requests) {
            if (!m_judge.requests.contains(one.id.text())) {
                m_judge.requests.insert(one.id.text(), {.definition = definitionOf(one.automation), .agreed = {}});
            }
        }
    }

    /// Waits until the engine has done what there is to do now, and judges what it did.
    void settle()
    {
        QString left;
        const bool done = QTest::qWaitFor([&] { return (left = unsettled()).isEmpty(); }, 20000);
        QVERIFY2(done, qPrintable(left));
        learn(waiting());
        for (const domain::Run &run : std::as_const(m_runs)) {
            QVERIFY2(run.status == RunStatus::Done || !run.reason.isEmpty(), qPrintable(told(run)));
            if (run.status == RunStatus::Held) {
                m_held.insert(run.id);
            }
            if (run.startedAt && !m_started.contains(run.id)) {
                m_started.insert(run.id);
                const QString why = m_judge.whyNot(run, requestsOf(run), now());
                QVERIFY2(why.isEmpty(), qPrintable(told(run) + u" began, but "_s + why));
            }
        }
    }
    /// What the engine still has to see to; empty where there is nothing.
    QString unsettled()
    {
        QHash<base::AutomationId, qint64> told;
        m_runs = m_house.runs();
        for (const domain::Run &run : std::as_const(m_runs)) {
            const bool moves = run.status == RunStatus::Queued || run.status == RunStatus::Running;
            if (moves || (run.status == RunStatus::Held && !m_judge.isBlocked(run, now()))) {
                return this->told(run);
            }
            told[run.automationId] += run.plannedFor ? std::max<qint64>(1, run.missedCount) : 0;
        }
        for (const PlainAutomation &one : std::as_const(m_judge.automations)) {
            const auto minutes = std::chrono::floor<std::chrono::minutes>(now() - test::tempStoreStart).count();
            const qint64 planned = one.everyMinutes > 0 ? minutes / one.everyMinutes : 0;
            if (told.value(one.id) != planned) {
                return u"%1 slots, %2 in rows"_s.arg(planned).arg(told.value(one.id));
            }
        }
        const QList<domain::Approval> pending = waiting();
        const bool late = std::any_of(pending.begin(), pending.end(), [this](const domain::Approval &one) {
            return one.expiresAt && *one.expiresAt <= now();
        });
        return late ? u"a request is over due"_s : QString();
    }
    int definitionOf(const base::AutomationId &id) const
    {
        const auto found = std::find_if(m_judge.automations.begin(), m_judge.automations.end(),
                                        [&id](const PlainAutomation &one) { return one.id == id; });
        return found == m_judge.automations.end() ? 0 : found->definition;
    }
    QString told(const domain::Run &run) const
    {
        return u"%1 of %2, %3 (%4)"_s.arg(run.id.text())
            .arg(m_judge.numberOf(run))
            .arg(domain::statusWord(run.status), run.reason);
    }

    std::mt19937 m_random;
    test::EngineHouse m_house;
    Judge m_judge;
    QList<domain::Run> m_runs; // as they were when all was settled
    QSet<base::RunId> m_started;
    QSet<base::RunId> m_held;
    int m_definitions = 0;
};

} // namespace

class StoriesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStoryIsAsTheJudgeSays()
    {
        const bool isLong = !qEnvironmentVariableIsEmpty("SIGNALBOX_LONG");
        const unsigned only = unsigned(qEnvironmentVariableIntValue("SIGNALBOX_SEED"));
        const int steps = isLong ? 200 : 50;
        QHash<RunStatus, int> ends;
        int held = 0;
        for (unsigned seed = std::max(1U, only); seed <= (only > 0 ? only : isLong ? 60 : 6); ++seed) {
            Story story(seed);
            story.begin();
            for (int i = 0; i < steps && !QTest::currentTestFailed(); ++i) {
                story.step();
            }
            story.end();
            QVERIFY2(!QTest::currentTestFailed(), qPrintable(u"seed %1"_s.arg(seed)));
            for (const RunStatus status : {RunStatus::Done, RunStatus::Skipped, RunStatus::Rejected}) {
                ends[status] += story.ends.value(status);
            }
            held += story.held;
        }
        // The stories are about something.
        QVERIFY2(ends.value(RunStatus::Done) > 20, qPrintable(QString::number(ends.value(RunStatus::Done))));
        QVERIFY2(ends.value(RunStatus::Skipped) > 5, qPrintable(QString::number(ends.value(RunStatus::Skipped))));
        QVERIFY2(ends.value(RunStatus::Rejected) > 0, qPrintable(QString::number(ends.value(RunStatus::Rejected))));
        QVERIFY2(held > 5, qPrintable(QString::number(held)));
    }
};

REGISTER_TEST(StoriesTest);

#include "test_stories.moc"
