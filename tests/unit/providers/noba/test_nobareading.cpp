// SPDX-License-Identifier: Apache-2.0
#include "app/providers/noba/actions.h"
#include "app/providers/noba/config.h"
#include "app/providers/noba/cron.h"
#include "app/providers/noba/masking.h"
#include "app/providers/noba/reading.h"
#include "app/providers/noba/session.h"
#include "app/providers/noba/windows.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace providers;

class NobaReadingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void trapDayAndWeekdayMustBothMatch_data()
    {
        QTest::addColumn<QString>("theirs");
        QTest::addColumn<QString>("ours"); // empty: it never fires there
        const auto row = [](const char *name, const QString &theirs, const QString &ours) {
            QTest::newRow(name) << theirs << ours;
        };
        row("plain", u"0 3 * * *"_s, u"0 3 * * *"_s);
        row("lists and ranges", u"0,30 8-18/2 * 1-3 *"_s, u"0,30 8-18/2 * 1-3 *"_s);
        row("day and weekday must both match", u"0 3 1 * 1"_s, u"0 3 1 * +1"_s);
        row("7 is no Sunday", u"0 3 * * 7"_s, {});
        row("7 in a list", u"0 3 * * 1,7"_s, u"0 3 * * 1"_s);
        row("a range up to 7", u"0 3 * * 5-7"_s, u"0 3 * * 5-6"_s);
        row("no step from a number", u"5/10 * * * *"_s, {});
        row("no names", u"0 3 * * mon"_s, {});
        row("no macros", u"@daily"_s, {});
        row("any text is kept there", u"whenever you like"_s, {});
        row("out of range", u"0 24 * * *"_s, {});
        row("step 0", u"*/0 * * * *"_s, {});
        row("seconds", u"0 0 3 * * *"_s, {});
    }
    void trapDayAndWeekdayMustBothMatch()
    {
        QFETCH(const QString, theirs);
        QFETCH(const QString, ours);
        const std::optional<QString> read = noba::cronOfTheirs(theirs);
        QCOMPARE(read.value_or(QString()), ours);
        QVERIFY(!read || domain::Cron::parse(*read));
    }

    void oursIsSaidInTheirsOrRefused_data()
    {
        QTest::addColumn<QString>("ours");
        QTest::addColumn<QString>("theirs"); // empty: refused
        const auto row = [](const char *name, const QString &ours, const QString &theirs) {
            QTest::newRow(name) << ours << theirs;
        };
        row("plain", u"*/5 3 * * 1-5"_s, u"*/5 3 * * 1-5"_s);
        row("Sunday", u"0 3 * * 7"_s, u"0 3 * * 0"_s);
        row("names", u"0 3 * jan MON,sun"_s, u"0 3 * 1 1,0"_s);
        row("macro", u"@weekly"_s, u"0 0 * * 0"_s);
        row("both days, said so", u"0 3 1 * +1"_s, u"0 3 1 * 1"_s);
        row("either day", u"0 3 1 * 1"_s, {});
        row("last day", u"0 3 L * *"_s, {});
        row("seconds", u"0 0 3 * * *"_s, {});
        row("question mark", u"0 3 ? * 2"_s, u"0 3 * * 2"_s);
    }
    void oursIsSaidInTheirsOrRefused()
    {
        QFETCH(const QString, ours);
        QFETCH(const QString, theirs);
        const auto said = noba::theirCron(ours);
        QCOMPARE(said.value_or(QString()), theirs);
        QVERIFY(said || said.error().field == u"cron"_s);
    }

    void trapSecretsAreToldToEverybody()
    {
        const QJsonObject config{{u"url"_s, u"https://a"_s},
                                 {u"auth_token"_s, u"t0p"_s},
                                 {u"auth_pass"_s, u"p4ss"_s},
                                 {u"headers"_s, QJsonObject{{u"X-API-Key"_s, u"k"_s}, {u"Accept"_s, u"x"_s}}},
                                 {u"steps"_s, QJsonArray{QJsonObject{{u"hmac_secret"_s, u"h"_s}}}},
                                 {u"trigger_key"_s, u""_s},
                                 {u"tokens_used"_s, 7}};
        const QByteArray shown = QJsonDocument(noba::masked(config).toObject()).toJson();
        for (const char *secret : {"t0p", "p4ss", "\"k\"", "\"h\""}) {
            QVERIFY2(!shown.contains(secret), shown.constData());
        }
        QVERIFY(shown.contains("https://a") && shown.contains("\"Accept\": \"x\""));
        QCOMPARE(noba::unmasked(noba::masked(config), config)->toObject(), config);
        const auto missing = noba::unmasked(noba::masked(config), QJsonObject());
        QVERIFY(!missing && !missing.error().field.isEmpty());
    }

    void aNameThatBeginsWithAByteOrderMarkKeepsItsSecret()
    {
        const QByteArray text =
            "{\"headers\":{\"\xef\xbb\xbfX-Api-Key\":\"one\",\"X-Api-Key\":\"two\",\"\xef\xbb\xbf\":\"x\"}}";
        const QJsonObject config = QJsonDocument::fromJson(text).object();
        const auto back = noba::unmasked(noba::masked(config), config);
        QVERIFY2(back, back ? "" : qPrintable(back.error().message()));
        QCOMPARE(QJsonDocument(back->toObject()).toJson(), QJsonDocument(config).toJson());
        // The same once it was kept: what is read back has the name without the mark.
        const QJsonObject kept =
            QJsonDocument::fromJson(QJsonDocument(noba::masked(config).toObject()).toJson()).object();
        const auto later = noba::unmasked(kept, config);
        QVERIFY2(later, later ? "" : qPrintable(later.error().message()));
        QVERIFY(!QJsonDocument(later->toObject()).toJson().contains("****"));
    }

    void aStepThatIsAByteOrderMarkComesBack()
    {
        const QJsonObject config =
            QJsonDocument::fromJson("{\"steps\":[\"\xef\xbb\xbf\",\"b\"],\"mode\":\"parallel\"}").object();
        const noba::OurKind kind = noba::ourKind(u"workflow"_s, config);
        const auto theirs = noba::theirKind(kind.type, kind.params, config);
        QVERIFY2(theirs, theirs ? "" : qPrintable(theirs.error().message()));
        QCOMPARE(QJsonDocument(theirs->config).toJson(), QJsonDocument(config).toJson());
    }

    void secretsAreMaskedInTheExport()
    {
        const QString masked =
            noba::maskedYaml(u"automations:\n- id: a\n  config:\n    url: https://x\n    auth_token: abc\n"
                             "    secret: |\n      line one\n      line two\n    headers:\n"
                             "      Authorization: Bearer z\n    hmac_secret: null\n  name: n\n"_s);
        for (const QString &secret : {u"abc"_s, u"line one"_s, u"line two"_s, u"Bearer z"_s}) {
            QVERIFY2(!masked.contains(secret), qPrintable(masked));
        }
        QVERIFY(masked.contains(u"url: https://x"_s) && masked.contains(u"  name: n"_s) && masked.contains(u"null"_s));
    }

    void trapTypesAreOthersThanAreDocumented_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QJsonObject>("config");
        QTest::addColumn<QString>("ours");
        const auto row = [](const char *name, const QString &type, const QJsonObject &config, const QString &ours) {
            QTest::newRow(name) << type << config << ours;
        };
        row("script", u"script"_s, {{u"command"_s, u"echo"_s}, {u"hmac_secret"_s, u"x"_s}}, u"script"_s);
        row("a script of the server", u"script"_s, {{u"script"_s, u"backup"_s}}, u"noba_script"_s);
        row("service", u"service"_s, {{u"service"_s, u"nginx"_s}, {u"action"_s, u"stop"_s}, {u"is_user"_s, true}},
            u"service_control"_s);
        row("http", u"http"_s, {{u"url"_s, u"https://a"_s}, {u"method"_s, u"PUT"_s}, {u"auth_token"_s, u"x"_s}},
            u"http"_s);
        row("http with a JSON body", u"http"_s, {{u"url"_s, u"https://a"_s}, {u"body"_s, QJsonObject{{u"a"_s, 1}}}},
            u"noba_http"_s);
        row("delay", u"delay"_s, {{u"seconds"_s, 5}}, u"delay"_s);
        row("delay by text", u"delay"_s, {{u"duration"_s, u"5m"_s}}, u"noba_delay"_s);
        row("notify", u"notify"_s, {{u"message"_s, u"m"_s}, {u"channels"_s, QJsonArray{u"mail"_s}}}, u"notify"_s);
        row("steps", u"workflow"_s,
            {{u"steps"_s, QJsonArray{u"a"_s, u"b"_s}}, {u"mode"_s, u"sequential"_s}, {u"retries"_s, 2}}, u"workflow"_s);
        row("side by side", u"workflow"_s, {{u"steps"_s, QJsonArray{u"a"_s, u"b"_s}}, {u"mode"_s, u"parallel"_s}},
            u"workflow"_s);
        row("graph", u"workflow"_s, {{u"nodes"_s, QJsonArray()}, {u"entry"_s, u"n"_s}}, u"noba_workflow"_s);
        row("condition", u"condition"_s, {{u"condition"_s, u"cpuPercent > 90"_s}}, u"noba_condition"_s);
        row("a type that is new", u"teleport"_s, {{u"to"_s, u"Mars"_s}}, u"noba_teleport"_s);
    }
    void trapTypesAreOthersThanAreDocumented()
    {
        QFETCH(const QString, type);
        QFETCH(const QJsonObject, config);
        QFETCH(const QString, ours);
        const noba::OurKind kind = noba::ourKind(type, config);
        QCOMPARE(kind.type, ours);
        const auto back = noba::theirKind(kind.type, kind.params, config);
        QVERIFY2(back, back ? "" : qPrintable(back.error().message()));
        QCOMPARE(back->type, type);
        QCOMPARE(back->config, config);
    }

    void whatNobaHasNoPlaceForIsRefused()
    {
        const auto fieldOf = [](const QString &type, const QJsonObject &params) {
            const auto theirs = noba::theirKind(type, params, {});
            return theirs ? QString() : theirs.error().field;
        };
        QCOMPARE(fieldOf(u"script"_s, {{u"command"_s, u"x"_s}, {u"pty"_s, true}}), u"params.pty"_s);
        QCOMPARE(fieldOf(u"service_control"_s, {{u"service"_s, u"x"_s}, {u"action"_s, u"reload"_s}}),
                 u"params.action"_s);
        QCOMPARE(fieldOf(u"bundle"_s, {}), u"type"_s);
        const QJsonObject join{
            {u"id"_s, u"c"_s},
            {u"automation_id"_s, u"z"_s},
            {u"after"_s, QJsonArray{QJsonObject{{u"step"_s, u"a"_s}}, QJsonObject{{u"step"_s, u"b"_s}}}}};
        QCOMPARE(fieldOf(u"workflow"_s, {{u"steps"_s, QJsonArray{QJsonObject{{u"id"_s, u"a"_s}}, join}}}),
                 u"params.steps"_s);
        QCOMPARE(noba::theirSchedule({domain::Startup{}}, {}).error().field, u"triggers"_s);
        QCOMPARE(noba::theirSchedule({domain::Schedule{.everySeconds = 60}}, {}).error().field, u"triggers[0]"_s);
        QCOMPARE(
            noba::theirSchedule({domain::Schedule{.cron = u"0 3 * * *"_s, .timezone = u"UTC"_s}}, {}).error().field,
            u"triggers[0].timezone"_s);
        QCOMPARE(noba::theirSchedule({domain::Schedule{.cron = u"0 3 L * *"_s}}, {}).error().field,
                 u"triggers[0].cron"_s);
    }

    void trapIdsAreNumbersAndTimesAreSeconds()
    {
        const QJsonObject item{{u"id"_s, 5},
                               {u"automation_id"_s, u"17036b3914a6"_s},
                               {u"status"_s, u"failed"_s},
                               {u"started_at"_s, 1795334562},
                               {u"finished_at"_s, 1795334563},
                               {u"exit_code"_s, 3},
                               {u"error"_s, u"Exit code 3"_s},
                               {u"triggered_by"_s, u"admin"_s}};
        const auto run = noba::runOf(item);
        QVERIFY(run);
        QCOMPARE(run->remoteId, u"5"_s);
        QCOMPARE(base::toMillis(*run->startedAt), 1795334562000);
        QCOMPARE(run->exitCode, std::optional(3));
        QCOMPARE(run->reason, u"Exit code 3"_s);
        QCOMPARE(noba::idText(QJsonValue(qint64(9007199254740993))), u"9007199254740993"_s);
        QVERIFY(!noba::secondsOf(u"2026-01-01T00:00:00"_s));
        QVERIFY(!noba::secondsOf(1e300));
    }

    void whatNobodyAskedForIsNotOurs()
    {
        const auto keyOf = [](const QString &trigger) {
            return noba::runOf({{u"id"_s, 1}, {u"status"_s, u"done"_s}, {u"trigger"_s, trigger}})->key;
        };
        QCOMPARE(keyOf(u"auto:script:hello"_s), std::nullopt); // it may be
        QCOMPARE(keyOf({}), std::nullopt);
        QCOMPARE(keyOf(u"schedule:0 3 * * *"_s), std::optional(QString()));
        QCOMPARE(keyOf(u"workflow:16396dbf4963:step1"_s), std::optional(QString()));
    }

    void trapWordsThatAreNewAreNoErrors()
    {
        using enum domain::RunStatus;
        const auto statusOf = [](const QString &word, bool isOver = false) { return noba::statusOf(word, isOver); };
        QCOMPARE(statusOf(u"done"_s), Done);
        QCOMPARE(statusOf(u"timeout"_s), TimedOut);
        QCOMPARE(statusOf(u"pending_approval"_s), AwaitingApproval);
        QCOMPARE(statusOf(u"dreaming"_s), Running);
        QCOMPARE(statusOf(u"dreamt"_s, true), Failed);
    }

    void trapACrashLeavesRunsWithoutAnEnd()
    {
        const auto run = noba::runOf({{u"id"_s, 1},
                                      {u"status"_s, u"failed"_s},
                                      {u"error"_s, u"Server restarted"_s},
                                      {u"started_at"_s, 1795334562},
                                      {u"finished_at"_s, QJsonValue()}});
        QCOMPARE(run->status, domain::RunStatus::Interrupted);
        QVERIFY(!run->finishedAt);
    }

    void trapMuchOutputEndsARunAsFailed()
    {
        const auto run = noba::runOf({{u"id"_s, 1},
                                      {u"status"_s, u"failed"_s},
                                      {u"exit_code"_s, -15},
                                      {u"output"_s, u"x\n[output truncated]\n"_s},
                                      {u"error"_s, u"Exit code -15"_s}});
        QVERIFY2(run->reason.contains(u"256 KiB"_s), qPrintable(run->reason));
    }

    void windowsAreReadAndWritten()
    {
        const auto weekly = noba::windowOf({{u"id"_s, 1},
                                            {u"name"_s, u"Weekly"_s},
                                            {u"schedule"_s, u"0 3 1 * 0"_s},
                                            {u"duration_min"_s, 90},
                                            {u"override_autonomy"_s, u"whatever"_s},
                                            {u"created_at"_s, 1795334671}});
        QCOMPARE(weekly->window.timezone, u"UTC"_s);
        QCOMPARE(weekly->window.recurring, u"0 3 1 * +0"_s);
        QCOMPARE(weekly->window.length(), base::Millis(90 * 60000));
        QCOMPARE(weekly->window.autonomyOverride, domain::AutonomyOverride::Disabled);
        QCOMPARE(weekly->window.scope, QStringList{u"*"_s});
        domain::MaintenanceWindow window = weekly->window;
        QCOMPARE(noba::theirWindow(window)->value("schedule"_L1).toString(), u"0 3 1 * 0"_s);
        window.timezone = u"Europe/Berlin"_s;
        QCOMPARE(noba::theirWindow(window).error().field, u"timezone"_s);
    }

    void trapTimesOfWindowsAreWholeSeconds()
    {
        const auto window = domain::windowFromJson({{u"name"_s, u"Once"_s},
                                                    {u"start"_s, u"2026-03-22T03:00:00"_s},
                                                    {u"end"_s, u"2026-03-22T04:30:00"_s},
                                                    {u"timezone"_s, u"Europe/Berlin"_s}});
        const auto theirs = noba::theirWindow(*window);
        QVERIFY(theirs);
        QCOMPARE(theirs->value("one_off_start"_L1).toInteger(), 1774144800); // 02:00 UTC
        QCOMPARE(theirs->value("one_off_end"_L1).toInteger(), 1774150200);
        QVERIFY(theirs->value("schedule"_L1).isNull());
    }

    void trapAWindowWithoutTimesIsNeverOpen()
    {
        const auto text = noba::windowOf({{u"id"_s, 1},
                                          {u"one_off_start"_s, u"2026-03-22T03:00:00"_s},
                                          {u"one_off_end"_s, u"2026-03-22T04:00:00"_s}});
        QCOMPARE(domain::wallText(text->window.start), u"2026-03-22T03:00:00"_s);
        QCOMPARE(text->remote.value("one_off_start"_L1).toString(), u"2026-03-22T03:00:00"_s);
        const auto neither = noba::windowOf({{u"id"_s, 2}, {u"duration_min"_s, 60}});
        QCOMPARE(neither->window.length(), base::Millis(0)); // never open
    }

    void trapHealingPutsARuleWhereAnAutomationStands()
    {
        const QJsonObject gate{{u"id"_s, 1},
                               {u"automation_id"_s, u"a"_s},
                               {u"trigger_source"_s, u"graph_workflow"_s},
                               {u"status"_s, u"denied"_s},
                               {u"requested_at"_s, 1795334640}};
        QCOMPARE(noba::approvalOf(gate)->automationRemoteId, u"a"_s);
        QCOMPARE(noba::approvalOf(gate)->status, domain::ApprovalStatus::Rejected);
        QJsonObject healing = gate;
        healing.insert("trigger_source"_L1, u"healing_pipeline"_s);
        QVERIFY(noba::approvalOf(healing)->automationRemoteId.isEmpty());
    }

    void trapWhoMayMakeMayNotRemove()
    {
        using enum domain::Capability;
        QVERIFY(!noba::capabilitiesOf(u"viewer"_s).has(Run));
        QVERIFY(noba::capabilitiesOf(u"operator"_s).has(Run));
        QVERIFY(!noba::capabilitiesOf(u"operator"_s).has(Delete)); // although it may make one
        QVERIFY(!noba::capabilitiesOf(u"operator"_s).has(Windows));
        QVERIFY(noba::capabilitiesOf(u"admin"_s).has(Delete));
        QCOMPARE(noba::capabilitiesOf(u"admin"_s).log, domain::RemoteLog::AtEnd);
    }

    void codesAreThoseOfTheStandard()
    {
        const QString secret = u"GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"_s; // the key of RFC 6238, appendix B
        const auto codeAt = [&secret](qint64 seconds) {
            return noba::totpCode(secret, base::fromMillis(seconds * 1000));
        };
        QCOMPARE(codeAt(59), u"287082"_s);
        QCOMPARE(codeAt(1111111109), u"081804"_s);
        QCOMPARE(codeAt(1234567890), u"005924"_s);
        QCOMPARE(codeAt(20000000000), u"353130"_s);
        QVERIFY(noba::totpCode(u"not base 32!"_s, {}).isEmpty());
    }

    void trapSignaturesAreOverTheBytesThatAreSent()
    {
        QCOMPARE(noba::signatureOf("what do ya want for nothing?", u"Jefe"_s), // RFC 4231, case 2
                 "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"_ba);
        const auto call = noba::callOf(
            u"fire-webhook"_s, {{u"hook_id"_s, u"h"_s}, {u"secret"_s, u"Jefe"_s}, {u"body"_s, u"{ \"a\" : 1 }"_s}});
        QCOMPARE(call->body, "{ \"a\" : 1 }"_ba);
        QVERIFY(call->identity == rest::Identity::None);
    }
};

REGISTER_TEST(NobaReadingTest);
#include "test_nobareading.moc"
