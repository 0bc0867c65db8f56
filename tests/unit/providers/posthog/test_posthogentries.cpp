// SPDX-License-Identifier: Apache-2.0
#include "app/providers/posthog/entries.h"
#include "tests/support/registry.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace providers::posthog;

namespace {

QJsonObject entry(const QString &method, const QByteArray &params)
{
    return {{u"type"_s, u"notification"_s},
            {u"notification"_s,
             QJsonObject{{u"method"_s, method}, {u"params"_s, QJsonDocument::fromJson(params).object()}}}};
}

} // namespace

/// Entries of logs as lines for people.
class PosthogEntriesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMethodHasItsLine_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QByteArray>("params");
        QTest::addColumn<QByteArray>("lines");
        const QString update = u"session/update"_s;
        QTest::newRow("a line") << u"_posthog/console"_s << R"({"level":"info","message":"step 1 done"})"_ba
                                << "step 1 done\n"_ba;
        QTest::newRow("a warning") << u"_posthog/console"_s << R"({"level":"warn","message":"careful"})"_ba
                                   << "warn: careful\n"_ba;
        QTest::newRow("output") << u"_posthog/sandbox_output"_s << R"({"stdout":"a\nb\n","stderr":"c","exitCode":2})"_ba
                                << "a\nb\nc\nexit code 2\n"_ba;
        QTest::newRow("no output") << u"_posthog/sandbox_output"_s << R"({"stdout":"","exitCode":0})"_ba
                                   << ""_ba;
        QTest::newRow("the user")
            << update << R"({"update":{"sessionUpdate":"user_message_chunk","content":{"type":"text","text":"hi"}}})"_ba
            << "> hi\n"_ba;
        QTest::newRow("the agent") << update
                                   << R"({"update":{"sessionUpdate":"agent_message","content":{"text":"hello"}}})"_ba
                                   << "hello\n"_ba;
        QTest::newRow("a thought") << update
                                   << R"({"update":{"sessionUpdate":"agent_thought_chunk","content":{"text":"hm"}}})"_ba
                                   << "(hm)\n"_ba;
        QTest::newRow("a tool")
            << update
            << R"({"update":{"sessionUpdate":"tool_call","toolCallId":"c1","title":"ls","kind":"execute"}})"_ba
            << "* ls · execute\n"_ba;
        QTest::newRow("a tool that is done")
            << update << R"({"update":{"sessionUpdate":"tool_call_update","toolCallId":"c1","status":"completed"}})"_ba
            << "* completed · c1\n"_ba;
        QTest::newRow("a mode") << update
                                << R"({"update":{"sessionUpdate":"current_mode_update","currentModeId":"plan"}})"_ba
                                << "mode: plan\n"_ba;
        QTest::newRow("progress") << u"_posthog/progress"_s << R"({"step":"2","label":"Build","status":"running"})"_ba
                                  << "Build · 2 · running\n"_ba;
        QTest::newRow("the begin") << u"_posthog/run_started"_s << R"({"sessionId":"s"})"_ba
                                   << "run_started\n"_ba;
        QTest::newRow("an error") << u"_posthog/error"_s << R"({"message":"no"})"_ba
                                  << "error {\"message\":\"no\"}\n"_ba;
    }
    void everyMethodHasItsLine()
    {
        QFETCH(const QString, method);
        QFETCH(const QByteArray, params);
        QFETCH(const QByteArray, lines);
        QCOMPARE(linesOf(entry(method, params)), lines);
    }

    void trapMethodsBeginWithTwoUnderscores()
    {
        const QByteArray params = R"({"message":"x","level":"warn"})";
        QCOMPARE(linesOf(entry(u"__posthog/console"_s, params)), linesOf(entry(u"_posthog/console"_s, params)));
        QCOMPARE(linesOf(entry(u"__posthog/console"_s, params)), "warn: x\n"_ba);
    }

    void trapUnknownMethodsAreShownAsTheyCame()
    {
        const QJsonObject unknown = entry(u"other/thing"_s, R"({"a":1})"_ba);
        QCOMPARE(linesOf(unknown), QJsonDocument(unknown).toJson(QJsonDocument::Compact) + '\n');
        QVERIFY(linesOf(entry(u"_posthog/"_s, "{}"_ba)).contains("_posthog/"));
        const QJsonObject odd{{u"level"_s, u"x"_s}};
        QCOMPARE(linesOf(odd), "{\"level\":\"x\"}\n"_ba);
        const QByteArray update = linesOf(entry(u"session/update"_s, R"({"update":{"sessionUpdate":"new_thing"}})"_ba));
        QVERIFY(update.contains("new_thing"));
        QCOMPARE(linesOf(entry(u"_posthog/console"_s, R"({"text":"x"})"_ba)), "console {\"text\":\"x\"}\n"_ba);
        QVERIFY(linesOf(entry(u"_posthog/console"_s, R"({"message":""})"_ba)).isEmpty());
    }

    void linesThatAreNoJsonAreShown()
    {
        const QJsonArray entries = entriesIn("{\"a\":1}\n\nnot json\n[1]\n{\"half\": \n");
        QCOMPARE(entries.size(), 4);
        QCOMPARE(linesOf(entries.at(1).toObject()), "not json\n"_ba);
    }

    void eventsAreToldApart()
    {
        QVERIFY(sortOf({{u"type"_s, u"notification"_s}}) == Sort::Entry);
        QVERIFY(sortOf({{u"type"_s, u"task_run_state"_s}}) == Sort::RunState);
        QVERIFY(sortOf({{u"type"_s, u"permission_request"_s}}) == Sort::Permission);
        QVERIFY(sortOf({{u"type"_s, u"keepalive"_s}}) == Sort::KeepAlive);
        QVERIFY(sortOf({}) == Sort::Entry);
    }
};

REGISTER_TEST(PosthogEntriesTest);
#include "test_posthogentries.moc"
