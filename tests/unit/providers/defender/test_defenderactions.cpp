// SPDX-License-Identifier: Apache-2.0
#include "app/providers/defender/actions.h"
#include "app/providers/defender/writing.h"
#include "tests/support/registry.h"
#include "tests/unit/providers/defenderhouse.h"
#include "tests/unit/providers/outcome.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using test::answerOf;
using test::DefenderHouse;

namespace {

std::unique_ptr<DefenderHouse> calmHouse(const QString &place = u"actions"_s)
{
    rest::Habits habits = test::hastyHabits();
    habits.longestSilence = base::Millis(5000);
    habits.longest = base::Millis(8000);
    return std::make_unique<DefenderHouse>(habits, place);
}

base::Result<QJsonValue> done(DefenderHouse &house, const QString &action, QJsonObject fields = {})
{
    if (!fields.contains("id"_L1)) {
        fields.insert("id"_L1, u"one"_s);
    }
    return answerOf(house.account().act(action, fields));
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

/// What the sample holds.
void writeSources(const QTemporaryDir &folder)
{
    write(folder.filePath(u"deps.js"_s), "exports.foo = () => 42;");
    write(folder.filePath(u"index.js"_s),
          "const deps = require('./deps');\n\nexports.handler = async function() {\n  const value = deps.foo();\n"
          "  console.log(value);\n  return value;\n}");
}

int uploads(const DefenderHouse &house)
{
    return house.remote.server.count("PUT", "/actions/{}/code");
}

} // namespace

class DefenderActionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codeThatIsThereIsNotSentAgain()
    {
        const auto house = calmHouse();
        const auto same = done(*house, u"upload-code"_s, {{u"code"_s, test::someCode()}});
        QVERIFY2(same, same ? "" : qPrintable(same.error().message()));
        QCOMPARE(same->toObject(), (QJsonObject{{u"uploaded"_s, false},
                                                {u"digest"_s, u"vy58bBc/IsNfBHiuXpXP+G/mrS++/uRBQyZlQT7FoUg="_s},
                                                {u"bytes"_s, 364},
                                                {u"base64_bytes"_s, 488},
                                                {u"warnings"_s, QJsonArray()}}));
        QCOMPARE(uploads(*house), 0);
    }

    void trapTheSameFilesHaveOtherDigests()
    {
        const auto house = calmHouse();
        const QTemporaryDir folder;
        writeSources(folder);
        const auto same = done(*house, u"upload-code"_s, {{u"path"_s, folder.path()}});
        QVERIFY2(same, same ? "" : qPrintable(same.error().message()));
        QVERIFY(same->toObject().value("digest"_L1) != u"vy58bBc/IsNfBHiuXpXP+G/mrS++/uRBQyZlQT7FoUg="_s);
        QCOMPARE(same->toObject().value("uploaded"_L1), QJsonValue(false));
        QCOMPARE(uploads(*house), 0);
        write(folder.filePath(u"index.js"_s), "exports.handler = () => 1;");
        QCOMPARE(done(*house, u"upload-code"_s, {{u"path"_s, folder.path()}})->toObject().value("uploaded"_L1),
                 QJsonValue(true));
        QCOMPARE(uploads(*house), 1);
    }

    void aFolderIsPackedTheSameEveryTime()
    {
        const auto house = calmHouse();
        QStringList digests;
        for (int i = 0; i < 2; ++i) {
            const QTemporaryDir folder; // made at another time, and in another order
            if (i == 1) {
                QVERIFY(QDir(folder.path()).mkdir(u"lib"_s));
                write(folder.filePath(u"lib/z.js"_s), "1");
            }
            write(folder.filePath(u"index.js"_s), "exports.handler = () => 2;");
            if (i == 0) {
                QVERIFY(QDir(folder.path()).mkdir(u"lib"_s));
                write(folder.filePath(u"lib/z.js"_s), "1");
            }
            const auto done_ = done(*house, u"upload-code"_s, {{u"path"_s, folder.path()}});
            QVERIFY(done_);
            digests.append(done_->toObject().value("digest"_L1).toString());
        }
        QCOMPARE(digests.first(), digests.last());
        QCOMPARE(uploads(*house), 1); // the second time it was there
    }

    void aZipFileGoesUpAsItIsAndComesBack()
    {
        const auto house = calmHouse();
        QJsonObject item = house->remote.items.value("one"_L1).toObject();
        item.insert("encodedZippedCode"_L1, u"bm8gemlw"_s); // what can't be read is other code
        item.insert("codeDigest"_L1, u"another"_s);
        house->remote.items.insert(u"one"_s, item);
        const QTemporaryDir folder;
        write(folder.filePath(u"code.zip"_s), QByteArray::fromBase64(test::someCode().toLatin1()));
        const auto up = done(*house, u"upload-code"_s, {{u"path"_s, folder.filePath(u"code.zip"_s)}});
        QVERIFY2(up, up ? "" : qPrintable(up.error().message()));
        const auto down = done(*house, u"download-code"_s);
        QCOMPARE(down->toObject().value("code"_L1).toString(), test::someCode());
        QCOMPARE(down->toObject().value("digest"_L1), up->toObject().value("digest"_L1));
    }

    void trapCodeWithoutIndexIsRefused()
    {
        const auto house = calmHouse();
        const QTemporaryDir folder;
        write(folder.filePath(u"main.js"_s), "1");
        const auto refused = done(*house, u"upload-code"_s, {{u"path"_s, folder.path()}});
        QCOMPARE(refused.error().code, base::ErrorCode::Invalid);
        QCOMPARE(refused.error().field, u"path"_s);
        QVERIFY(refused.error().detail.contains("index.js"_L1));
        QCOMPARE(house->server().asked.size(), 0);
    }

    void trapTheDocumentedSizeIsTenTimesTheReal()
    {
        using providers::defender::sizeWarning;
        QCOMPARE(sizeWarning(5'000'000), QString());
        QVERIFY(sizeWarning(5'000'001).contains("5.0 MB"_L1));
        QVERIFY(sizeWarning(12'345'678).contains("50 MB are documented"_L1));
        const auto house = calmHouse();
        const QTemporaryDir folder;
        write(folder.filePath(u"index.js"_s), "exports.handler = () => 3;");
        QByteArray noise(4'500'000, '\0'); // what can't be made shorter
        quint32 state = 1;
        for (char &byte : noise) {
            state = state * 1664525 + 1013904223;
            byte = char(state >> 24U);
        }
        write(folder.filePath(u"noise.bin"_s), noise);
        const auto up = done(*house, u"upload-code"_s, {{u"path"_s, folder.path()}});
        QVERIFY2(up, up ? "" : qPrintable(up.error().message()));
        QCOMPARE(up->toObject().value("warnings"_L1).toArray().size(), 1);
        QCOMPARE(uploads(*house), 1);
        domain::Automation tooLarge = test::someBundle();
        tooLarge.params = {{u"code"_s, QString(50'000'004, u'A')}};
        QCOMPARE(providers::defender::createBody(tooLarge).error().field, u"params.code"_s);
    }

    void bringingHomeGivesWhatCanBeCreated()
    {
        const auto house = calmHouse();
        const auto home = done(*house, u"bring-home"_s);
        QVERIFY2(home, home ? "" : qPrintable(home.error().message()));
        const auto automation = domain::automationFromJson(home->toObject());
        QVERIFY2(automation, automation ? "" : qPrintable(automation.error().message()));
        QCOMPARE(automation->name, u"my task"_s);
        QCOMPARE(automation->type, u"bundle"_s);
        QCOMPARE(automation->params.value("code"_L1).toString(), test::someCode());
        QCOMPARE(std::get<domain::Schedule>(automation->triggers.first()).everySeconds, 90000);
        QCOMPARE(automation->env, (QMap<QString, QString>{{u"hello"_s, u"world"_s}}));
        QVERIFY(automation->paused); // there it still runs
        QVERIFY(automation->description.contains("relayerId"_L1));
    }

    void bringingHomeAsksForVariablesThatAreNotTold()
    {
        const auto house = calmHouse(u"autotasks"_s);
        const auto whole = [&house] { return done(*house, u"bring-home"_s)->toObject(); };
        QCOMPARE(whole().value("env"_L1).toObject(), (QJsonObject{{u"hello"_s, u"world"_s}}));
        QCOMPARE(house->server().count("GET", "/autotasks/{}/environment"), 0);
        house->remote.tellsVariables = false;
        QCOMPARE(whole().value("env"_L1).toObject(), (QJsonObject{{u"hello"_s, u"world"_s}}));
        QCOMPARE(house->server().count("GET", "/autotasks/{}/environment"), 1);
        house->remote.hasEnvironments = false; // an older service
        QCOMPARE(whole().value("env"_L1).toObject(), QJsonObject());
    }

    void codeThatIsNoneDoesNotComeHome()
    {
        const auto house = calmHouse();
        QJsonObject item = house->remote.items.value("one"_L1).toObject();
        item.insert("encodedZippedCode"_L1, u"bm8gemlw"_s);
        house->remote.items.insert(u"one"_s, item);
        QCOMPARE(done(*house, u"bring-home"_s).error().code, base::ErrorCode::Invalid);
        item.remove("encodedZippedCode"_L1);
        house->remote.items.insert(u"one"_s, item);
        QCOMPARE(done(*house, u"bring-home"_s).error().code, base::ErrorCode::Corrupt);
    }

    void trapOneFieldIsChangedBySendingAll()
    {
        const auto house = calmHouse();
        const QJsonObject before = house->remote.items.value("one"_L1).toObject();
        QVERIFY(done(*house, u"set-relayer"_s, {{u"relayer_id"_s, u"another"_s}}));
        QJsonObject after = house->remote.items.value("one"_L1).toObject();
        QCOMPARE(after.value("relayerId"_L1).toString(), u"another"_s);
        QVERIFY(done(*house, u"set-relayer"_s));
        after = house->remote.items.value("one"_L1).toObject();
        QVERIFY(!after.contains("relayerId"_L1));
        after.insert("relayerId"_L1, before.value("relayerId"_L1));
        QCOMPARE(after, before);
    }

    void trapOfSecretsOnlyNamesComeBack()
    {
        const auto house = calmHouse();
        house->remote.secrets = {{u"old"_s, u"x"_s}};
        const auto written =
            done(*house, u"set-secrets"_s,
                 {{u"secrets"_s, QJsonObject{{u"k"_s, u"v"_s}}}, {u"deletes"_s, QJsonArray{u"old"_s}}});
        QVERIFY(written);
        QCOMPARE(house->remote.secrets, (QJsonObject{{u"k"_s, u"v"_s}}));
        QCOMPARE(done(*house, u"secrets"_s)->toObject(), (QJsonObject{{u"secretNames"_s, QJsonArray{u"k"_s}}}));
        QCOMPARE(done(*house, u"set-secrets"_s).error().field, u"secrets"_s);
        QCOMPARE(done(*house, u"set-secrets"_s, {{u"secrets"_s, QJsonObject{{u"k"_s, 1}}}}).error().field,
                 u"secrets.k"_s);
    }

    void variablesAreReplaced()
    {
        const auto house = calmHouse();
        QVERIFY(done(*house, u"set-environment"_s, {{u"variables"_s, QJsonObject{{u"a"_s, u"b"_s}}}}));
        QCOMPARE(done(*house, u"environment"_s)->toObject().value("variables"_L1).toObject(),
                 (QJsonObject{{u"a"_s, u"b"_s}}));
    }

    void trapTheFilterForThrottledHasTwoWords()
    {
        const auto house = calmHouse();
        house->remote.partLength = 50;
        for (const QString &word : {u"throttled"_s, u"throttle"_s}) {
            QJsonObject run = house->remote.runs.first().toObject();
            run.insert("status"_L1, word);
            house->remote.runs.append(run);
        }
        house->remote.knowsThrottledFilter =
            false; // it wants the other word: then all are asked for and looked through
        const auto throttled = done(*house, u"runs"_s, {{u"status"_s, u"throttled"_s}});
        QVERIFY2(throttled, throttled ? "" : qPrintable(throttled.error().message()));
        QCOMPARE(throttled->toObject().value("items"_L1).toArray().size(), 2);
        const auto pending = done(*house, u"runs"_s, {{u"status"_s, u"pending"_s}});
        QCOMPARE(pending->toObject().value("items"_L1).toArray().size(), 1);
        QCOMPARE(house->server().asked.last().value(u"status"_s), u"pending"_s);
        house->remote.partLength = 2;
        const QJsonObject part = done(*house, u"runs"_s)->toObject();
        const auto next = done(*house, u"runs"_s, {{u"cursor"_s, part.value("next"_L1)}});
        QCOMPARE(next->toObject().value("items"_L1).toArray().size(), 2);
        QCOMPARE(house->server().asked.last().value(u"next"_s), part.value("next"_L1).toString());
    }

    void trapAWebhookWantsJsonAndNoKey()
    {
        const auto house = calmHouse();
        const QString url = house->server().url().toString() + u"/hook/one/runs/webhook/tenant/token"_s;
        const auto run = done(*house, u"call-webhook"_s, {{u"url"_s, url}, {u"body"_s, u"{\"a\":1}"_s}});
        QVERIFY2(run, run ? "" : qPrintable(run.error().message()));
        QCOMPARE(run->toObject().value("decodedLogs"_L1).toString(), u"said"_s); // base64 there
        const test::Asked asked = house->server().asked.last();
        QVERIFY(!asked.headers.contains("authorization") && !asked.headers.contains("x-api-key"));
        QCOMPARE(asked.headers.value("content-type"), "application/json"_ba); // else 415
        QCOMPARE(asked.json(), (QJsonObject{{u"a"_s, 1}}));
        QCOMPARE(done(*house, u"call-webhook"_s, {{u"url"_s, u"no address"_s}}).error().field, u"url"_s);
    }

    void trapA403IsAboutTheKey()
    {
        const auto house = calmHouse();
        house->server().fault("GET", "/secrets", test::Fault::Forbidden);
        const auto refused = done(*house, u"secrets"_s);
        QCOMPARE(refused.error().code, base::ErrorCode::Denied);
        QVERIFY2(refused.error().detail.contains("API key has run out"_L1), qPrintable(refused.error().detail));
    }

    void trapAServiceThatIsAwayMayBeGoneForGood()
    {
        using providers::defender::explained;
        const base::Error away{.code = base::ErrorCode::Unavailable, .detail = u"no such host"_s};
        QVERIFY(explained(away, QUrl(u"https://defender-api.openzeppelin.com/"_s)).detail.contains("2026"_L1));
        QCOMPARE(explained(away, QUrl(u"https://defender.example.org/"_s)).detail, away.detail);
    }

    void countsAndQuotas()
    {
        const auto house = calmHouse();
        QCOMPARE(done(*house, u"counts"_s)->toObject(),
                 (QJsonObject{{u"automations"_s, 1}, {u"runs_quota_usage"_s, 12}, {u"key_value_store_items"_s, 7}}));
        const auto quotas = done(*house, u"quotas"_s, {{u"quotas"_s, u"runs, alerts"_s}});
        QCOMPARE(quotas->toObject().keys(), (QStringList{u"alerts"_s, u"runs"_s}));
        QCOMPARE(done(*house, u"capabilities"_s)->toArray().size(), 2);
        const auto old = calmHouse(u"autotasks"_s);
        QCOMPARE(done(*old, u"quotas"_s).error().code, base::ErrorCode::Unsupported);
        QCOMPARE(done(*old, u"capabilities"_s).error().code, base::ErrorCode::Unsupported);
    }

    void showTellsAllButTheCode()
    {
        const auto house = calmHouse();
        const QJsonObject shown = done(*house, u"show"_s)->toObject();
        QCOMPARE(shown.value("relayerId"_L1).toString(), u"f75701bb"_s);
        QVERIFY(!shown.contains("encodedZippedCode"_L1));
    }

    void everyActionIsKnownAndNamesWhatItMisses()
    {
        const auto house = calmHouse();
        for (const domain::RemoteAction &action : providers::defender::actions()) {
            const auto answer = answerOf(house->account().act(action.name, {}));
            const auto code = answer ? base::ErrorCode::Internal : answer.error().code;
            QVERIFY2(answer || code == base::ErrorCode::Invalid, qPrintable(action.name));
            for (const domain::FieldSpec &field : action.fields) {
                if (field.required) {
                    QCOMPARE(answer.error().field, field.name);
                    break;
                }
            }
        }
        QCOMPARE(done(*house, u"dance"_s).error().code, base::ErrorCode::Unsupported);
        QCOMPARE(done(*house, u"upload-code"_s).error().field, u"code"_s);
        QCOMPARE(done(*house, u"upload-code"_s, {{u"path"_s, u"here"_s}}).error().field, u"path"_s);
        QCOMPARE(done(*house, u"run"_s, {{u"body"_s, u"[1]"_s}}).error().field, u"body"_s);
    }
};

REGISTER_TEST(DefenderActionsTest);
#include "test_defenderactions.moc"
