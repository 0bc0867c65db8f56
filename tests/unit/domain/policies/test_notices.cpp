// SPDX-License-Identifier: Apache-2.0
// The rule of an automation about notices, when a run is late, and how many things are told as one.
#include "app/domain/automation.h"
#include "app/domain/input/environment.h"
#include "app/domain/notices/lateness.h"
#include "app/domain/notices/notice.h"
#include "tests/support/registry.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::NoticeCause;
using domain::NoticeWay;

namespace {

constexpr base::Instant start{std::chrono::sys_days(std::chrono::year(2026) / 10 / 25)};

domain::Run took(base::Millis length)
{
    domain::Run run;
    run.status = domain::RunStatus::Done;
    run.startedAt = start;
    run.finishedAt = start + length;
    return run;
}

domain::NoticeRun ended(const QString &name, const QString &reason = u"exit code 1"_s)
{
    return {
        .id = base::RunId::make(), .automation = {}, .automationName = name, .status = u"failed"_s, .reason = reason};
}

base::Result<domain::Automation> withRule(const QJsonValue &rule)
{
    return domain::automationFromJson({{u"name"_s, u"a"_s}, {u"type"_s, u"script"_s}, {u"notify"_s, rule}});
}

} // namespace

class DomainNoticesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRuleComesBackAsItWas()
    {
        const QJsonObject whole{{u"failure"_s, QJsonArray{u"desktop"_s, u"sound"_s}},
                                {u"late"_s, QJsonArray{u"webhook"_s}},
                                {u"webhook"_s, u"https://example.org/${secret:hook}"_s}};
        const auto automation = withRule(whole);
        QVERIFY(automation);
        QCOMPARE(domain::toJson(*automation).value(u"notify").toObject(), whole);
        QCOMPARE(domain::secretsOf(*automation).value(u"hook"_s), QStringList{u"notify.webhook"_s});
        const auto again = domain::automationFromJson(domain::toJson(*automation), domain::Provenance::Store);
        QVERIFY(again && again->notify == automation->notify);
    }

    void aRuleIsReplacedAsAWhole()
    {
        const auto before = withRule(QJsonObject{{u"failure"_s, QJsonArray{u"desktop"_s}}});
        QVERIFY(before);
        const auto other = domain::edited(*before, {{u"description"_s, u"x"_s}});
        QVERIFY(other && other->notify == before->notify);
        const auto replaced =
            domain::edited(*before, {{u"notify"_s, QJsonObject{{u"success"_s, QJsonArray{u"sound"_s}}}}});
        QVERIFY(replaced && !replaced->notify.ways.contains(NoticeCause::Failure));
        const auto none = domain::edited(*before, {{u"notify"_s, QJsonValue::Null}});
        QVERIFY(none && none->notify == domain::NoticeRule());
    }

    void wrongRulesAreNamed()
    {
        const auto field = [](const QJsonValue &rule) {
            const auto read = withRule(rule);
            return read ? QString() : read.error().field;
        };
        QCOMPARE(field(QJsonObject{{u"failure"_s, QJsonArray{u"desktop"_s, u"smoke"_s}}}), u"notify.failure[1]"_s);
        QCOMPARE(field(QJsonObject{{u"failure"_s, u"desktop"_s}}), u"notify.failure"_s);
        QCOMPARE(field(QJsonObject{{u"always"_s, QJsonArray{u"desktop"_s}}}), u"notify.always"_s);
        QCOMPARE(field(QJsonObject{{u"late"_s, QJsonArray{u"webhook"_s}}}), u"notify.webhook"_s);
        QCOMPARE(field(QJsonObject{{u"webhook"_s, u"ftp://example.org"_s}}), u"notify.webhook"_s);
        QCOMPARE(field(QJsonObject{{u"webhook"_s, u"https://me:pass@example.org"_s}}), u"notify.webhook"_s);
        QCOMPARE(field(QJsonObject{{u"webhook"_s, u"https://example.org/${secret:"_s}}), u"notify.webhook"_s);
        QCOMPARE(field(QJsonObject{{u"webhook"_s, u"${secret:hook}"_s}}), QString());
        QCOMPARE(field(u"desktop"_s), u"notify"_s);
    }

    void aRunIsLateAMinuteAfterItsSlotOrItsHold()
    {
        domain::Run run;
        run.status = domain::RunStatus::Queued;
        QVERIFY(!domain::lateStart(run)); // nobody planned it
        run.plannedFor = start;
        QCOMPARE(domain::lateStart(run), std::optional(start + 60s));
        run.status = domain::RunStatus::Held;
        QCOMPARE(domain::lateStart(run), std::optional(start + 60s)); // waits for a decision
        run.heldUntil = start + 300s;
        QCOMPARE(domain::lateStart(run), std::optional(start + 360s));
        run.startedAt = start; // between two attempts
        QVERIFY(!domain::lateStart(run));
    }

    void usualIsWhatNinetyFiveOfAHundredTook()
    {
        QList<domain::Run> runs;
        for (int i = 1; i <= 4; ++i) {
            runs.append(took(base::Seconds(i)));
        }
        QVERIFY(!domain::usualLongest(runs));
        runs.append(took(9s));
        QCOMPARE(domain::usualLongest(runs), std::optional<base::Millis>(9s));
        runs.clear();
        for (int i = 100; i >= 1; --i) {
            runs.append(took(base::Seconds(i)));
        }
        QCOMPARE(domain::usualLongest(runs), std::optional<base::Millis>(95s));
    }

    void manyAreToldAsOne()
    {
        domain::NoticeTally tally;
        tally.add({ended(u"Backup"_s)});
        QCOMPARE(tally.notice(NoticeCause::Failure).title, u"Backup failed"_s);
        QCOMPARE(tally.notice(NoticeCause::Failure).text, u"exit code 1"_s);
        QCOMPARE(tally.notice(NoticeCause::Failure).level, domain::NoticeLevel::Error);
        tally.add({ended(u"Backup"_s, u"exit code 2"_s)});
        QCOMPARE(tally.notice(NoticeCause::Failure).title, u"Backup failed, 2 times"_s);
        QCOMPARE(tally.notice(NoticeCause::Failure).text, u"exit code 2"_s);
        tally.add({ended(u"Sync"_s)});
        QCOMPARE(tally.notice(NoticeCause::Late).title, u"3 runs are late"_s);
        QCOMPARE(tally.notice(NoticeCause::Failure).text, u"Backup (2 times), Sync"_s);
        for (int i = 0; i < 500; ++i) {
            tally.add({ended(u"Other %1"_s.arg(i), QString(10000, u'x'))});
        }
        const domain::Notice many = tally.notice(NoticeCause::Failure);
        QCOMPARE(many.title, u"503 runs failed"_s);
        QCOMPARE(many.text, u"Backup (2 times), Sync, Other 0, Other 1, Other 2, 497 other automations"_s);
        QCOMPARE(many.runs.size(), domain::mostRunsListed);
        QCOMPARE(domain::toJson(many).value(u"count").toInteger(), 503);
    }
};

REGISTER_TEST(DomainNoticesTest);
#include "test_notices.moc"
