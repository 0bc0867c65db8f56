// SPDX-License-Identifier: Apache-2.0
#include "app/providers/posthog/entries.h"
#include "tests/support/registry.h"
#include "tests/unit/providers/outcome.h"
#include "tests/unit/providers/posthog/posthoghouse.h"

using namespace Qt::StringLiterals;
using base::ErrorCode;
using domain::Judgement;
using test::answerOf;
using test::Fault;
using test::PosthogAge;
using test::PosthogDouble;
using test::PosthogHouse;

namespace {

const QByteArray commandPath = PosthogDouble::at("{}/runs/{}/command/");
const QByteArray streamPath = PosthogDouble::at("{}/runs/{}/stream/");

QJsonObject option(const QString &id, const QString &kind)
{
    return {{u"optionId"_s, id}, {u"kind"_s, kind}, {u"name"_s, id}};
}

QJsonObject question(const QString &request)
{
    return {{u"type"_s, u"permission_request"_s},
            {u"requestId"_s, request},
            {u"toolCall"_s, QJsonObject{{u"title"_s, u"git push"_s}, {u"kind"_s, u"execute"_s}}},
            {u"options"_s, QJsonArray{option(u"always"_s, u"allow_always"_s), option(u"yes"_s, u"allow_once"_s),
                                      option(u"no"_s, u"reject_once"_s)}}};
}

QByteArray told(const QByteArray &id, const QJsonObject &data)
{
    return "id: " + id + "\ndata: " + QJsonDocument(data).toJson(QJsonDocument::Compact) + "\n\n";
}

/// What waits there, once `count` do.
QList<syncing::RemoteApproval> pending(PosthogHouse &house, qsizetype count)
{
    QList<syncing::RemoteApproval> found;
    (void)QTest::qWaitFor(
        [&] {
            found = answerOf(house.box->approvals()).value_or({});
            return found.size() == count;
        },
        5000);
    return found;
}

QJsonObject paramsOf(const PosthogHouse &house)
{
    return house.remote.commands.last().value("params"_L1).toObject();
}

} // namespace

/// What agents ask and are told; files of runs.
class PosthogQuestionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void trapQuestionsStandInTheStreamOnly()
    {
        PosthogHouse house;
        house.remote.streamHead = told("1-0", question(u"q1"_s)); // asked before we came
        const auto found = pending(house, 1);
        QCOMPARE(found.size(), 1);
        const syncing::RemoteApproval &one = found.first();
        QCOMPARE(one.remoteId, u"t1/r5/q1"_s);
        QCOMPARE(one.runRemoteId, u"t1/r5"_s);
        QCOMPARE(one.automationRemoteId, u"t1"_s);
        QCOMPARE(one.title, u"git push"_s);
        QCOMPARE(one.details.value("options"_L1).toArray().size(), 3);
        QVERIFY(one.status == domain::ApprovalStatus::Pending);
        house.remote.push(question(u"q2"_s));
        QCOMPARE(pending(house, 2).size(), 2);
        QCOMPARE(house.remote.server.count("GET", streamPath), 1); // and it is listened to once
    }

    void aQuestionIsAnsweredWithYes()
    {
        PosthogHouse house;
        house.remote.streamHead = told("1-0", question(u"q1"_s));
        QCOMPARE(pending(house, 1).size(), 1);
        QVERIFY(answerOf(house.box->decide(u"t1/r5/q1"_s, Judgement::Approve, {})));
        QCOMPARE(house.remote.commands.last().value("method"_L1).toString(), u"permission_response"_s);
        QCOMPARE(house.remote.commands.last().value("jsonrpc"_L1).toString(), u"2.0"_s);
        QCOMPARE(paramsOf(house), (QJsonObject{{u"requestId"_s, u"q1"_s}, {u"optionId"_s, u"yes"_s}})); // not for ever
        QCOMPARE(pending(house, 0).size(), 0);
        house.remote.push(question(u"q1"_s)); // told again
        QTest::qWait(50);
        QCOMPARE(answerOf(house.box->approvals())->size(), 0);
    }

    void aQuestionIsAnsweredWithNoAndWhy()
    {
        PosthogHouse house;
        house.remote.streamHead = told("1-0", question(u"q1"_s));
        QCOMPARE(pending(house, 1).size(), 1);
        QVERIFY(answerOf(house.box->decide(u"t1/r5/q1"_s, Judgement::Reject, u"not today"_s)));
        QCOMPARE(
            paramsOf(house),
            (QJsonObject{{u"requestId"_s, u"q1"_s}, {u"optionId"_s, u"no"_s}, {u"customInput"_s, u"not today"_s}}));
    }

    void whatSomebodyElseAnsweredWaitsNoMore()
    {
        PosthogHouse house;
        house.remote.streamHead = told("1-0", question(u"q1"_s));
        QCOMPARE(pending(house, 1).size(), 1);
        house.remote.push({{u"notification"_s, QJsonObject{{u"method"_s, u"__posthog/permission_response"_s},
                                                           {u"params"_s, QJsonObject{{u"requestId"_s, u"q1"_s}}}}}});
        QCOMPARE(pending(house, 0).size(), 0);
    }

    void theQuestionsOfARunThatIsOverAreGone()
    {
        PosthogHouse house;
        house.remote.streamHead = told("1-0", question(u"q1"_s));
        QCOMPARE(pending(house, 1).size(), 1);
        house.remote.setRun(u"t1"_s, u"r5"_s, {{u"status"_s, u"completed"_s}});
        QCOMPARE(answerOf(house.box->approvals())->size(), 0);
    }

    void trapASecondAnswerFailsWithin200()
    {
        PosthogHouse house;
        const QJsonObject fields{{u"run"_s, u"t1/r5"_s}, {u"request"_s, u"q1"_s}, {u"option"_s, u"yes"_s}};
        QVERIFY(answerOf(house.box->act(u"answer-permission"_s, fields)));
        const auto second = answerOf(house.box->act(u"answer-permission"_s, fields));
        QCOMPARE(second.error().code, ErrorCode::Conflict);
        QVERIFY(second.error().detail.contains(u"No pending permission request"_s));
    }

    void trapWithoutASandboxNobodyHears()
    {
        PosthogHouse house;
        house.remote.hasSandbox = false;
        house.remote.streamHead = told("1-0", question(u"q1"_s));
        QCOMPARE(pending(house, 1).size(), 1);
        const auto refused = answerOf(house.box->decide(u"t1/r5/q1"_s, Judgement::Approve, {}));
        QCOMPARE(refused.error().code, ErrorCode::Invalid);
        QVERIFY(refused.error().detail.contains(u"No active sandbox for this task run"_s));
        QCOMPARE(pending(house, 1).size(), 1);
    }

    void trapASandboxThatDoesNotAnswerLeavesItOpen()
    {
        PosthogHouse house;
        house.remote.streamHead = told("1-0", question(u"q1"_s));
        QCOMPARE(pending(house, 1).size(), 1);
        house.remote.server.fault("POST", commandPath, Fault::GatewayPage, 1);
        QCOMPARE(answerOf(house.box->decide(u"t1/r5/q1"_s, Judgement::Approve, {})).error().code, ErrorCode::Timeout);
        QCOMPARE(house.remote.server.count("POST", commandPath), 1); // it is looked for, and not sent again
        QVERIFY(answerOf(house.box->decide(u"t1/r5/q1"_s, Judgement::Approve, {})));
    }

    void aDecisionBeforeTheQuestionIsKnownWaits()
    {
        PosthogHouse house;
        house.remote.streamHead = told("1-0", question(u"q1"_s));
        QCOMPARE(answerOf(house.box->decide(u"t1/r5/q1"_s, Judgement::Approve, {})).error().code,
                 ErrorCode::Unavailable);
        QVERIFY(QTest::qWaitFor(
            [&] { return answerOf(house.box->decide(u"t1/r5/q1"_s, Judgement::Approve, {})).has_value(); }, 5000));
        QCOMPARE(answerOf(house.box->decide(u"nonsense"_s, Judgement::Approve, {})).error().code, ErrorCode::NotFound);
        QCOMPARE(answerOf(house.box->decide(u"t1/r5"_s, Judgement::Approve, {})).error().code, ErrorCode::NotFound);
    }

    void aDecisionAboutARunThatIsGoneDoesNotEndTheStreams()
    {
        PosthogHouse house;
        QCOMPARE(answerOf(house.box->decide(u"t1/gone/q1"_s, Judgement::Approve, {})).error().code,
                 ErrorCode::Unavailable);
        QVERIFY(QTest::qWaitFor([&] { return house.remote.server.count("GET", streamPath) == 1; }, 3000));
        house.remote.streamHead = told("1-0", question(u"q1"_s));
        QCOMPARE(pending(house, 1).size(), 1);
    }

    void aQuestionWithoutYesAndNoIsNotGuessedAt()
    {
        PosthogHouse house;
        QJsonObject odd = question(u"q1"_s);
        odd.insert("options"_L1, QJsonArray{option(u"red"_s, u"colour"_s)});
        house.remote.streamHead = told("1-0", odd);
        QCOMPARE(pending(house, 1).size(), 1);
        QCOMPARE(answerOf(house.box->decide(u"t1/r5/q1"_s, Judgement::Approve, {})).error().code,
                 ErrorCode::Unsupported);
        QVERIFY(answerOf(house.box->act(u"answer-permission"_s, {{u"run"_s, u"t1/r5"_s},
                                                                 {u"request"_s, u"q1"_s},
                                                                 {u"option"_s, u"red"_s},
                                                                 {u"custom_input"_s, u"dark"_s},
                                                                 {u"answers"_s, u"{\"a\":1}"_s}})));
        QCOMPARE(paramsOf(house), (QJsonObject{{u"requestId"_s, u"q1"_s},
                                               {u"optionId"_s, u"red"_s},
                                               {u"customInput"_s, u"dark"_s},
                                               {u"answers"_s, QJsonObject{{u"a"_s, 1}}}}));
    }

    void trapEarlyServersAskNobody()
    {
        PosthogHouse house(PosthogAge::Early);
        QVERIFY(answerOf(house.box->facts())); // which it is
        const qsizetype before = house.remote.server.asked.size();
        QVERIFY(answerOf(house.box->approvals())->isEmpty());
        QCOMPARE(house.remote.server.asked.size(), before);
        const QJsonObject fields{{u"run"_s, u"t1/r5"_s}, {u"request"_s, u"q1"_s}, {u"option"_s, u"yes"_s}};
        const auto refused = answerOf(house.box->act(u"answer-permission"_s, fields));
        QCOMPARE(refused.error().code, ErrorCode::Invalid);
        QVERIFY(refused.error().detail.contains(u"permission_response"_s));
    }

    void aStreamThatIsCutOffIsListenedToFromThere()
    {
        PosthogHouse house;
        house.remote.streamHead = told("1-0", question(u"q1"_s));
        QCOMPARE(pending(house, 1).size(), 1);
        house.remote.streamHead.clear();
        house.remote.push({{u"type"_s, u"rotated"_s}}, "end");
        QVERIFY(QTest::qWaitFor([&] { return house.remote.server.count("GET", streamPath) == 2; }, 3000));
        QVERIFY(house.remote.server.asked.last().headers.contains("last-event-id"));
        QCOMPARE(pending(house, 1).size(), 1);
    }

    void agentsAreSpokenTo()
    {
        PosthogHouse house;
        const auto said = answerOf(house.box->act(
            u"command"_s,
            {{u"run"_s, u"t1/r5"_s}, {u"method"_s, u"user_message"_s}, {u"params"_s, u"{\"content\":\"hello\"}"_s}}));
        QVERIFY2(said, said ? "" : qPrintable(said.error().message()));
        QCOMPARE(said->toObject(), (QJsonObject{{u"ok"_s, true}}));
        QCOMPARE(paramsOf(house), (QJsonObject{{u"content"_s, u"hello"_s}}));
        QCOMPARE(
            answerOf(house.box->act(u"connection-token"_s, {{u"run"_s, u"t1/r5"_s}}))->toObject().value("token"_L1),
            QJsonValue(u"jwt"_s));
        const auto set =
            answerOf(house.box->act(u"command"_s, {{u"run"_s, u"t1/r5"_s},
                                                   {u"method"_s, u"set_config_option"_s},
                                                   {u"params"_s, u"{\"configId\":\"mode\",\"value\":\"plan\"}"_s}}));
        QVERIFY2(set, set ? "" : qPrintable(set.error().message()));
        QCOMPARE(paramsOf(house), (QJsonObject{{u"configId"_s, u"mode"_s}, {u"value"_s, u"plan"_s}}));
        const auto relayed =
            answerOf(house.box->act(u"relay-message"_s, {{u"run"_s, u"t1/r5"_s}, {u"text"_s, u"x"_s}}));
        QCOMPARE(relayed->toObject().value("got"_L1).toObject(), (QJsonObject{{u"text"_s, u"x"_s}}));
    }

    void trapTheCommandCancelEndsATurnAndNotTheRun()
    {
        PosthogHouse house;
        QVERIFY(answerOf(house.box->act(u"command"_s, {{u"run"_s, u"t1/r5"_s}, {u"method"_s, u"cancel"_s}})));
        QVERIFY(answerOf(house.box->readRun(u"t1/r5"_s))->status == domain::RunStatus::Running);
        QVERIFY(answerOf(house.box->cancel(u"t1/r5"_s)));
        QCOMPARE(house.remote.commands.size(), 1); // a run is not cancelled by one
    }

    void aFileGoesUpAndComesDownWithoutTheKey_data()
    {
        QTest::addColumn<bool>("early");
        QTest::newRow("early") << true;
        QTest::newRow("later") << false;
    }
    void aFileGoesUpAndComesDownWithoutTheKey()
    {
        QFETCH(const bool, early);
        PosthogHouse house(early ? PosthogAge::Early : PosthogAge::Later);
        const QJsonObject file{{u"run"_s, u"t1/r5"_s},
                               {u"name"_s, u"report.md"_s},
                               {u"type"_s, u"output"_s},
                               {u"content"_s, u"# ok"_s},
                               {u"content_type"_s, u"text/markdown"_s}};
        const auto manifest = answerOf(house.box->act(u"upload-artifact"_s, file));
        QVERIFY2(manifest, manifest ? "" : qPrintable(manifest.error().message()));
        const QJsonObject kept = manifest->toObject().value("artifacts"_L1)[0].toObject();
        QCOMPARE(kept.value("size"_L1).toInt(), 4);
        QCOMPARE(kept.value("content_type"_L1).toString(), u"text/markdown"_s);
        const QJsonObject which{{u"run"_s, u"t1/r5"_s}, {u"storage_path"_s, kept.value("storage_path"_L1)}};
        const auto down = answerOf(house.box->act(u"download-artifact"_s, which));
        QVERIFY2(down, down ? "" : qPrintable(down.error().message()));
        QCOMPARE(
            down->toObject(),
            (QJsonObject{
                {u"name"_s, u"report.md"_s}, {u"content"_s, u"# ok"_s}, {u"encoding"_s, u"utf-8"_s}, {u"size"_s, 4}}));
        QCOMPARE(house.remote.storage.asked.size(), early ? 1 : 0); // later ones hand it out themselves
        QVERIFY(!early || !house.remote.storage.asked.first().headers.contains("authorization"));
        const auto address = answerOf(house.box->act(u"presign-artifact"_s, which));
        QCOMPARE(address->toObject().value("expires_in"_L1).toInt(), 3600);
    }

    void trapTheSameNameTwiceAreTwoFiles()
    {
        PosthogHouse house;
        QJsonObject file{{u"run"_s, u"t1/r5"_s}, {u"name"_s, u"a"_s}, {u"content"_s, u"x"_s}};
        (void)answerOf(house.box->act(u"upload-artifact"_s, file));
        file.insert(u"content"_s, u"newer"_s);
        const auto manifest = answerOf(house.box->act(u"upload-artifact"_s, file));
        QCOMPARE(manifest->toObject().value("artifacts"_L1).toArray().size(), 2); // it is the whole manifest

        const auto load = [&house](QJsonObject which) {
            which.insert(u"run"_s, u"t1/r5"_s);
            return answerOf(house.box->act(u"download-artifact"_s, which));
        };
        QCOMPARE(load({{u"name"_s, u"a"_s}})->toObject().value("content"_L1).toString(), u"newer"_s);
        const auto missing = load({{u"name"_s, u"b"_s}});
        QCOMPARE(missing.error().code, ErrorCode::NotFound);
        QVERIFY2(missing.error().detail.endsWith(u"; it has a"_s), qPrintable(missing.error().detail));
        QCOMPARE(load({}).error().field, u"name"_s);
        QCOMPARE(load({{u"name"_s, u"a"_s}, {u"storage_path"_s, u"x"_s}}).error().field, u"name"_s);
    }

    void trapBase64IsTakenApartByLaterServersOnly_data()
    {
        QTest::addColumn<bool>("early");
        QTest::newRow("early") << true;
        QTest::newRow("later") << false;
    }
    void trapBase64IsTakenApartByLaterServersOnly()
    {
        QFETCH(const bool, early);
        PosthogHouse house(early ? PosthogAge::Early : PosthogAge::Later);
        const QJsonObject file{{u"run"_s, u"t1/r5"_s},
                               {u"name"_s, u"a"_s},
                               {u"content"_s, u"AP/+"_s},
                               {u"content_encoding"_s, u"base64"_s}};
        const auto manifest = answerOf(house.box->act(u"upload-artifact"_s, file));
        const QJsonValue path = manifest->toObject().value("artifacts"_L1)[0]["storage_path"_L1];
        const auto down =
            answerOf(house.box->act(u"download-artifact"_s, {{u"run"_s, u"t1/r5"_s}, {u"storage_path"_s, path}}));
        QCOMPARE(down->toObject().value("encoding"_L1).toString(), early ? u"utf-8"_s : u"base64"_s);
        QCOMPARE(down->toObject().value("content"_L1).toString(), u"AP/+"_s);
    }

    void trapAFileOfAnotherRunIsNotFound()
    {
        PosthogHouse house;
        const auto down =
            answerOf(house.box->act(u"download-artifact"_s, {{u"run"_s, u"t1/r5"_s}, {u"storage_path"_s, u"x"_s}}));
        QCOMPARE(down.error().code, ErrorCode::NotFound);
        QVERIFY(down.error().detail.contains(u"Artifact not found on this run"_s));
        const QJsonObject file{{u"run"_s, u"t1/r5"_s}, {u"name"_s, QString(256, u'a')}};
        QCOMPARE(answerOf(house.box->act(u"upload-artifact"_s, file)).error().field, u"name"_s);
    }
};

REGISTER_TEST(PosthogQuestionsTest);
#include "test_posthogquestions.moc"
