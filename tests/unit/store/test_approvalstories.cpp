// SPDX-License-Identifier: Apache-2.0
// Random stories of requests, decisions, edits, time and restarts, with a second, plain model as the judge: no run
// starts without its quorum, and none is released twice.
#include "tests/support/registry.h"
#include "tests/unit/store/somerows.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::Judgement;
using domain::RunStatus;
using test::TempStore;

namespace {

/// Blocks, so that a long story is not paced by the event loop; the store answers from its own threads.
template <typename T> base::Result<T> await(const QFuture<base::Result<T>> &future)
{
    return future.result();
}

const QStringList people{u"ann"_s, u"bob"_s, u"cid"_s, u"dan"_s};

/// What the judge knows of an automation: a number for each definition it ever had, and who has to agree.
struct PlainAutomation
{
    int definition = 0;
    int quorum = 0; ///< 0 asks nobody.
    int expires = 0;
    bool approvedByTime = false;
};

struct PlainRun
{
    int automation = 0;
    QString requester;
    RunStatus status = RunStatus::Queued;
    int clearedFor = -1;
    QStringList votes;
    PlainAutomation asked; ///< As it was when the request was made.
    base::Instant deadline;
    int starts = 0;
};

class Judge
{
public:
    QList<PlainAutomation> automations;
    QList<PlainRun> runs;

    void ask(int run, base::Instant now)
    {
        PlainRun &one = runs[run];
        const PlainAutomation &its = automations.at(one.automation);
        if (one.status == RunStatus::Queued && its.quorum > 0 && one.clearedFor != its.definition) {
            wait(one, now);
        }
    }
    bool decide(int run, const QString &who, Judgement verdict, base::Instant now)
    {
        PlainRun &one = runs[run];
        const bool late = one.asked.expires > 0 && one.deadline <= now;
        if (one.status != RunStatus::AwaitingApproval || one.votes.contains(who) || one.requester == who || late) {
            return false;
        }
        one.votes.append(who);
        if (verdict == Judgement::Reject) {
            one.status = RunStatus::Rejected;
        } else if (one.votes.size() >= one.asked.quorum) {
            release(one);
        }
        return true;
    }
    void expire(base::Instant now)
    {
        for (PlainRun &one : runs) {
            if (one.status == RunStatus::AwaitingApproval && one.asked.expires > 0 && one.deadline <= now) {
                if (one.asked.approvedByTime) {
                    release(one);
                } else {
                    one.status = RunStatus::Rejected;
                }
            }
        }
    }
    void edit(int automation, const PlainAutomation &changed, base::Instant now)
    {
        automations[automation] = changed;
        for (PlainRun &one : runs) {
            if (one.automation == automation && one.status == RunStatus::AwaitingApproval) {
                if (changed.quorum > 0) {
                    wait(one, now);
                } else {
                    one.status = RunStatus::Queued;
                    one.clearedFor = -1;
                }
            }
        }
    }
    void start(int run, base::Instant now)
    {
        ask(run, now);
        PlainRun &one = runs[run];
        if (one.status == RunStatus::Queued) {
            one.status = RunStatus::Running;
            ++one.starts;
        }
    }

private:
    void wait(PlainRun &run, base::Instant now) const
    {
        run.asked = automations.at(run.automation);
        run.votes.clear();
        run.deadline = now + base::Seconds(run.asked.expires);
        run.status = RunStatus::AwaitingApproval;
    }
    static void release(PlainRun &run)
    {
        run.status = RunStatus::Queued;
        run.clearedFor = run.asked.definition;
    }
};

class Story
{
public:
    explicit Story(unsigned seed) : m_random(seed) {}

    void begin()
    {
        for (int i = 0; i < 2; ++i) {
            const PlainAutomation plain = somePlain();
            m_judge.automations.append(plain);
            const auto created = await(m_store->automations().create({made(plain)}, u"ann"_s));
            m_ids.append(created.value().first().id);
        }
    }

    void step()
    {
        switch (below(13)) {
        case 0:
        case 1:
            request();
            break;
        case 2:
            edit();
            break;
        case 3:
            m_store.clock.advance(base::Seconds(below(40)));
            QVERIFY(await(m_store->approvals().expireDue()));
            m_judge.expire(m_store.clock.now());
            break;
        case 4:
            m_store.reopen();
            break;
        case 5:
            cancel();
            break;
        case 6:
            start();
            break;
        case 7:
            ask();
            break;
        default:
            decide();
        }
        compare();
    }

    int starts() const
    {
        int all = 0;
        for (const PlainRun &run : m_judge.runs) {
            all += run.starts;
        }
        return all;
    }

private:
    int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(m_random); }
    PlainAutomation somePlain()
    {
        return {.definition = m_definitions++,
                .quorum = below(3),
                .expires = below(2) * 60,
                .approvedByTime = below(3) == 0};
    }
    static domain::Automation made(const PlainAutomation &plain)
    {
        domain::Automation automation = test::someAutomation();
        automation.env = {{u"DEFINITION"_s, QString::number(plain.definition)}};
        if (plain.quorum > 0) {
            automation.approval = domain::ApprovalPolicy{};
            automation.approval->quorum = plain.quorum;
            automation.approval->onExpiry = plain.approvedByTime ? domain::OnExpiry::Approve : domain::OnExpiry::Reject;
            if (plain.expires > 0) {
                automation.approval->expiresSeconds = plain.expires;
            }
        }
        return automation;
    }

    void request()
    {
        const int automation = below(2);
        const QString by = people.at(below(4));
        m_runs.append(await(m_store->runs().request(m_ids.at(automation), by)).value().id);
        PlainRun plain;
        plain.automation = automation;
        plain.requester = by;
        m_judge.runs.append(plain);
    }
    void edit()
    {
        const int which = below(2);
        const domain::Automation stored = await(m_store->automations().get(m_ids.at(which))).value();
        const PlainAutomation plain = somePlain();
        domain::Automation changed = made(plain);
        changed.id = stored.id;
        changed.version = stored.version;
        QVERIFY(await(m_store->automations().update(changed, u"ann"_s)));
        m_judge.edit(which, plain, m_store.clock.now());
    }
    void ask()
    {
        if (!m_runs.isEmpty()) {
            const int run = below(int(m_runs.size()));
            (void)await(m_store->approvals().ask(m_runs.at(run))).has_value();
            m_judge.ask(run, m_store.clock.now());
        }
    }
    void start()
    {
        if (!m_runs.isEmpty()) {
            const int run = below(int(m_runs.size()));
            const auto automation = await(m_store->automations().get(m_ids.at(m_judge.runs.at(run).automation)));
            (void)await(m_store->runs().start(m_runs.at(run), 1, automation.value().version)).has_value();
            m_judge.start(run, m_store.clock.now());
        }
    }
    void cancel()
    {
        if (!m_runs.isEmpty()) {
            const int run = below(int(m_runs.size()));
            PlainRun &plain = m_judge.runs[run];
            if (plain.status == RunStatus::Queued || plain.status == RunStatus::AwaitingApproval) {
                QVERIFY(await(m_store->runs().cancel(m_runs.at(run), u"ann"_s)));
                plain.status = RunStatus::Cancelled;
            }
        }
    }
    /// The newest request of any run: also of one that is over or was asked about anew.
    void decide()
    {
        if (m_runs.isEmpty()) {
            return;
        }
        const int run = below(int(m_runs.size()));
        const auto requests = await(m_store->approvals().page({.run = m_runs.at(run), .limit = 1})).value();
        const domain::Operator who{people.at(below(4)), domain::Role::Operator};
        const Judgement verdict = below(4) == 0 ? Judgement::Reject : Judgement::Approve;
        bool taken = false;
        if (!requests.isEmpty()) {
            taken = await(m_store->approvals().decide({requests.first().id}, {verdict, {}}, who)).has_value();
        }
        QCOMPARE(taken, m_judge.decide(run, who.name, verdict, m_store.clock.now()));
    }

    void compare()
    {
        for (int i = 0; i < m_runs.size(); ++i) {
            const domain::Run run = await(m_store->runs().get(m_runs.at(i))).value();
            QCOMPARE(domain::statusWord(run.status), domain::statusWord(m_judge.runs.at(i).status));
            QVERIFY(m_judge.runs.at(i).starts <= 1);
        }
    }

    std::mt19937 m_random;
    TempStore m_store;
    Judge m_judge;
    QList<base::AutomationId> m_ids;
    QList<base::RunId> m_runs;
    int m_definitions = 0;
};

} // namespace

class ApprovalStoriesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStoryEndsAsTheJudgeSays()
    {
        int starts = 0;
        for (unsigned seed = 1; seed <= 100; ++seed) {
            Story story(seed);
            story.begin();
            for (int i = 0; i < 60 && !QTest::currentTestFailed(); ++i) {
                story.step();
            }
            QVERIFY2(!QTest::currentTestFailed(), qPrintable(u"seed %1"_s.arg(seed)));
            starts += story.starts();
        }
        QVERIFY2(starts > 50, qPrintable(QString::number(starts))); // the stories are about something
    }
};

REGISTER_TEST(ApprovalStoriesTest);

#include "test_approvalstories.moc"
