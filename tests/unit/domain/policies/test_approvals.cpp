// SPDX-License-Identifier: Apache-2.0
// Who may decide about a request, and what becomes of it.
#include "app/domain/approvals/approval.h"
#include "app/domain/approvals/subject.h"
#include "tests/support/registry.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::Approval;
using domain::ApprovalStatus;
using domain::Judgement;
using domain::Operator;
using domain::Role;

namespace {

constexpr base::Instant noon{std::chrono::sys_days(std::chrono::year(2026) / 10 / 25) + 12h};
const Operator ann{u"ann"_s, Role::Operator};
const Operator bob{u"bob"_s, Role::Operator};
const Operator chief{u"chief"_s, Role::Admin};

Approval request(domain::ApprovalPolicy policy = {})
{
    Approval approval;
    approval.id = domain::ApprovalId(u"req_1"_s);
    approval.requestedBy = u"kim"_s;
    approval.requestedAt = noon;
    approval.policy = policy;
    if (policy.expiresSeconds) {
        approval.expiresAt = noon + base::Seconds(*policy.expiresSeconds);
    }
    return approval;
}

domain::ApprovalDecision says(Judgement verdict, base::Instant at = noon)
{
    return {.by = {}, .verdict = verdict, .comment = u"seen"_s, .at = at};
}

base::ErrorCode refusal(const base::Status &status)
{
    return status ? base::ErrorCode::Internal : status.error().code;
}

domain::Automation automation()
{
    domain::Automation made;
    made.name = u"Backup"_s;
    made.type = u"script"_s;
    made.params = {{u"command"_s, u"true"_s}};
    return made;
}

} // namespace

class ApprovalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoMayDecide();
    void aQuorumReleases();
    void oneRejectionEndsIt();
    void timeEndsIt();
    void aRequestIsDecidedOnce();
    void wrongPoliciesNameTheirField_data();
    void wrongPoliciesNameTheirField();
    void policiesReadWhatTheyWrote();
    void aWindowAsksOnlyOfWhatNobodyStarted();
    void theDigestChangesWithWhatRuns_data();
    void theDigestChangesWithWhatRuns();
};

void ApprovalsTest::whoMayDecide()
{
    const Approval open = request();
    QVERIFY(mayDecide(open, ann, noon));
    QCOMPARE(refusal(mayDecide(open, {u"eve"_s, Role::User}, noon)), base::ErrorCode::Denied);
    QCOMPARE(refusal(mayDecide(open, {u"kim"_s, Role::Admin}, noon)), base::ErrorCode::Denied); // their own request

    domain::ApprovalPolicy named;
    named.approvers = {u"ann"_s, u"role:admin"_s};
    QVERIFY(mayDecide(request(named), ann, noon));
    QVERIFY(mayDecide(request(named), chief, noon));
    QCOMPARE(refusal(mayDecide(request(named), bob, noon)), base::ErrorCode::Denied);
    QCOMPARE(refusal(mayDecide(request(named), {u"ann"_s, Role::Viewer}, noon)), base::ErrorCode::Denied);

    domain::ApprovalPolicy own;
    own.allowRequester = true;
    QVERIFY(mayDecide(request(own), {u"kim"_s, Role::Operator}, noon));
}

void ApprovalsTest::aQuorumReleases()
{
    domain::ApprovalPolicy two;
    two.quorum = 2;
    const auto first = decide(request(two), says(Judgement::Approve), ann);
    QVERIFY(first);
    QCOMPARE(first->status, ApprovalStatus::Pending);
    QVERIFY(!releases(*first));
    QCOMPARE(refusal(mayDecide(*first, ann, noon)), base::ErrorCode::Conflict); // once a person
    const auto second = decide(*first, says(Judgement::Approve, noon + 1s), bob);
    QVERIFY(second && releases(*second));
    QCOMPARE(second->status, ApprovalStatus::Approved);
    QCOMPARE(second->decidedAt, noon + 1s);
    QCOMPARE(second->decisions.first().by, u"ann"_s);
}

void ApprovalsTest::oneRejectionEndsIt()
{
    domain::ApprovalPolicy two;
    two.quorum = 2;
    const auto first = decide(request(two), says(Judgement::Approve), ann);
    const auto second = decide(*first, says(Judgement::Reject), bob);
    QVERIFY(second && !releases(*second));
    QCOMPARE(second->status, ApprovalStatus::Rejected);
    QCOMPARE(refusal(mayDecide(*second, chief, noon)), base::ErrorCode::Conflict);
}

void ApprovalsTest::timeEndsIt()
{
    domain::ApprovalPolicy policy;
    policy.expiresSeconds = 60;
    QVERIFY(mayDecide(request(policy), ann, noon + 59s));
    QCOMPARE(refusal(mayDecide(request(policy), ann, noon + 60s)), base::ErrorCode::Conflict);
    QVERIFY(!expire(request(policy), noon + 59s));
    const auto rejected = expire(request(policy), noon + 60s);
    QVERIFY(rejected && !releases(*rejected));
    QCOMPARE(rejected->status, ApprovalStatus::Expired);
    policy.onExpiry = domain::OnExpiry::Approve;
    const auto approved = expire(request(policy), noon + 60s);
    QVERIFY(approved && releases(*approved));
    QVERIFY(!expire(request(), noon + 10000h)); // never
}

void ApprovalsTest::aRequestIsDecidedOnce()
{
    const auto withdrawn = withdraw(request(), u"it changed"_s, noon);
    QVERIFY(withdrawn && !releases(*withdrawn));
    QVERIFY(!withdraw(*withdrawn, u"again"_s, noon));
    QVERIFY(!decide(*withdrawn, says(Judgement::Approve), ann));
    QVERIFY(!expire(*withdrawn, noon + 1h));
}

void ApprovalsTest::wrongPoliciesNameTheirField_data()
{
    QTest::addColumn<QJsonObject>("given");
    QTest::addColumn<QString>("field");
    QTest::newRow("unknown") << QJsonObject{{u"quorums"_s, 2}} << u"approval.quorums"_s;
    QTest::newRow("quorum") << QJsonObject{{u"quorum"_s, 0}} << u"approval.quorum"_s;
    QTest::newRow("too few") << QJsonObject{{u"quorum"_s, 2}, {u"approvers"_s, QJsonArray{u"ann"_s}}}
                             << u"approval.quorum"_s;
    QTest::newRow("expiry") << QJsonObject{{u"expires_s"_s, -1}} << u"approval.expires_s"_s;
    QTest::newRow("word") << QJsonObject{{u"on_expiry"_s, u"ask"_s}} << u"approval.on_expiry"_s;
    QTest::newRow("role") << QJsonObject{{u"approvers"_s, QJsonArray{u"ann"_s, u"role:viewer"_s}}}
                          << u"approval.approvers[1]"_s;
    QTest::newRow("name") << QJsonObject{{u"approvers"_s, QJsonArray{u" "_s}}} << u"approval.approvers[0]"_s;
}

void ApprovalsTest::wrongPoliciesNameTheirField()
{
    QFETCH(QJsonObject, given);
    QFETCH(QString, field);
    QJsonObject object{{u"name"_s, u"Backup"_s}, {u"type"_s, u"script"_s}, {u"approval"_s, given}};
    const auto read = domain::automationFromJson(object);
    QVERIFY(!read);
    QCOMPARE(read.error().code, base::ErrorCode::Invalid);
    QCOMPARE(read.error().field, field);
}

void ApprovalsTest::policiesReadWhatTheyWrote()
{
    domain::Automation made = automation();
    domain::ApprovalPolicy policy;
    policy.approvers = {u"ann"_s, u"role:operator"_s};
    policy.quorum = 3;
    policy.expiresSeconds = 3600;
    policy.onExpiry = domain::OnExpiry::Approve;
    policy.note = u"look at the date"_s;
    policy.allowRequester = true;
    made.approval = policy;
    const auto read = domain::automationFromJson(toJson(made));
    QVERIFY2(read, read ? "" : qPrintable(read.error().message()));
    QCOMPARE(read->approval, made.approval);
    const auto without = domain::edited(*read, {{u"approval"_s, QJsonValue::Null}});
    QVERIFY(without && !without->approval);
}

void ApprovalsTest::aWindowAsksOnlyOfWhatNobodyStarted()
{
    domain::Run manual;
    domain::Run scheduled;
    scheduled.trigger = domain::TriggerKind::Schedule;
    const domain::WindowDemand asks{.effect = domain::WindowEffect::Approve, .approval = {}};
    QVERIFY(!neededApproval({}, manual, asks));
    QCOMPARE(neededApproval({}, scheduled, asks), std::optional(domain::windowDefaultPolicy()));
    QVERIFY(!neededApproval({}, scheduled, {.effect = domain::WindowEffect::Notify, .approval = {}}));
    domain::ApprovalPolicy own;
    own.quorum = 4;
    QCOMPARE(neededApproval(own, scheduled, asks)->quorum, 4);
    domain::ApprovalPolicy window;
    window.quorum = 2;
    QCOMPARE(neededApproval(own, scheduled, {.effect = asks.effect, .approval = window})->quorum, 2);
    QCOMPARE(neededApproval(own, manual, {.effect = asks.effect, .approval = window})->quorum, 4);
}

void ApprovalsTest::theDigestChangesWithWhatRuns_data()
{
    QTest::addColumn<QJsonObject>("change");
    QTest::addColumn<bool>("other");
    QTest::newRow("command") << QJsonObject{{u"params"_s, QJsonObject{{u"command"_s, u"false"_s}}}} << true;
    QTest::newRow("env") << QJsonObject{{u"env"_s, QJsonObject{{u"A"_s, u"1"_s}}}} << true;
    QTest::newRow("run_as") << QJsonObject{{u"run_as"_s, u"sudo"_s}} << true;
    QTest::newRow("limit") << QJsonObject{{u"timeout_s"_s, 5}} << true;
    QTest::newRow("policy") << QJsonObject{{u"approval"_s, QJsonObject{{u"quorum"_s, 2}}}} << true;
    QTest::newRow("name") << QJsonObject{{u"name"_s, u"Other"_s}} << false;
    QTest::newRow("paused") << QJsonObject{{u"paused"_s, true}} << false;
    QTest::newRow("tags") << QJsonObject{{u"tags"_s, QJsonArray{u"x"_s}}} << false;
}

void ApprovalsTest::theDigestChangesWithWhatRuns()
{
    QFETCH(QJsonObject, change);
    QFETCH(bool, other);
    const auto changed = domain::edited(automation(), change);
    QVERIFY2(changed, changed ? "" : qPrintable(changed.error().message()));
    const auto digest = [](const domain::Automation &of, const domain::ArgumentValues &values) {
        return domain::approvalDigest(domain::definitionDigest(of), values);
    };
    QCOMPARE(digest(*changed, {}) != digest(automation(), {}), other);
    QVERIFY(digest(*changed, {{u"a"_s, u"1"_s}}) != digest(*changed, {{u"a"_s, u"2"_s}}));
    QCOMPARE(digest(automation(), {}).size(), 64);
}

REGISTER_TEST(ApprovalsTest);

#include "test_approvals.moc"
