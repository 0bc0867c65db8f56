// SPDX-License-Identifier: Apache-2.0
#include "tests/support/registry.h"
#include "tests/unit/providers/outcome.h"
#include "tests/unit/providers/posthog/posthoghouse.h"

#include <QTemporaryFile>

using namespace Qt::StringLiterals;
using base::ErrorCode;
using test::answerOf;
using test::Fault;
using test::PosthogAge;
using test::PosthogDouble;
using test::PosthogHouse;

namespace {

const QByteArray direct = PosthogDouble::at("{}/runs/{}/artifacts/");
const QByteArray prepare = PosthogDouble::at("{}/runs/{}/artifacts/prepare_upload/");
const QByteArray finalize = PosthogDouble::at("{}/runs/{}/artifacts/finalize_upload/");

/// More than goes up in one request; bytes of every value, and the edges of forms among them.
QByteArray largeContent()
{
    QByteArray content = "\r\n--part-\r\n\r\n";
    while (content.size() < 1'200'000) {
        content.append(static_cast<char>(content.size() * 7 % 256));
    }
    return content;
}

QJsonObject largeFile(const QString &name = u"dump.bin"_s)
{
    return {{u"run"_s, u"t1/r5"_s},
            {u"name"_s, name},
            {u"type"_s, u"user_attachment"_s},
            {u"content"_s, QString::fromLatin1(largeContent().toBase64())},
            {u"content_encoding"_s, u"base64"_s},
            {u"content_type"_s, u"application/x-dump"_s}};
}

QJsonObject someAutomation()
{
    return {{u"name"_s, u"Nightly"_s},
            {u"prompt"_s, u"Look after the dependencies"_s},
            {u"repository"_s, u"Acme/Infra"_s},
            {u"cron_expression"_s, u"0 9 * * 1-5"_s}};
}

} // namespace

/// What later servers add: files straight into the storage, and automations by schedules of the server.
class PosthogLaterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLargeFileGoesStraightIntoTheStorageWithoutTheKey()
    {
        PosthogHouse house;
        const auto manifest = answerOf(house.box->act(u"upload-artifact"_s, largeFile()));
        QVERIFY2(manifest, manifest ? "" : qPrintable(manifest.error().message()));
        const QJsonObject kept = manifest->toObject().value("artifacts"_L1)[0].toObject();
        QCOMPARE(kept.value("size"_L1).toInteger(), largeContent().size());
        QCOMPARE(kept.value("content_type"_L1).toString(), u"application/x-dump"_s);
        QCOMPARE(house.remote.files.value(kept.value("storage_path"_L1).toString()), largeContent());
        QVERIFY(!house.remote.storage.asked.last().headers.contains("authorization"));
        QCOMPARE(house.remote.server.count("POST", direct), 0);
        QCOMPARE(house.remote.server.count("POST", finalize), 1);
        // It comes down as any other.
        const QJsonObject which{{u"run"_s, u"t1/r5"_s}, {u"storage_path"_s, kept.value("storage_path"_L1)}};
        const auto down = answerOf(house.box->act(u"download-artifact"_s, which));
        QCOMPARE(QByteArray::fromBase64(down->toObject().value("content"_L1).toString().toLatin1()), largeContent());
    }

    void trapEarlyServersTakeALargeFileInOneRequestOnly()
    {
        PosthogHouse house(PosthogAge::Early);
        QJsonObject file = largeFile();
        file.insert("content"_L1, QString(1'200'000, u'a'));
        file.remove("content_encoding"_L1);
        const auto manifest = answerOf(house.box->act(u"upload-artifact"_s, file));
        QVERIFY2(manifest, manifest ? "" : qPrintable(manifest.error().message()));
        QCOMPARE(house.remote.server.count("POST", prepare), 1); // nothing was known of the server
        QCOMPARE(house.remote.server.count("POST", direct), 1);
        (void)answerOf(house.box->automations({}));
        (void)answerOf(house.box->act(u"upload-artifact"_s, file));
        QCOMPARE(house.remote.server.count("POST", prepare), 1); // now it is known
        file.insert("content"_L1, QString(20'000'001, u'a'));
        const auto tooLarge = answerOf(house.box->act(u"upload-artifact"_s, file));
        QCOMPARE(tooLarge.error().field, u"content"_s);
        QVERIFY2(tooLarge.error().detail.contains(u"20 MB"_s), qPrintable(tooLarge.error().detail));
        file.insert("content"_L1, QString(10'000'000, u'"')); // twice that once it is written as JSON
        QCOMPARE(answerOf(house.box->act(u"upload-artifact"_s, file)).error().field, u"content"_s);
        QTemporaryFile source;
        QVERIFY(source.open() && source.write(QByteArray(20'000'001, 'a')) == 20'000'001 && source.flush());
        const QJsonObject given{{u"run"_s, u"t1/r5"_s}, {u"path"_s, source.fileName()}};
        QCOMPARE(answerOf(house.box->act(u"upload-artifact"_s, given)).error().field, u"path"_s);
        QCOMPARE(house.remote.server.count("POST", direct), 2);
    }

    void aFileOfThisMachineGoesUpAsItIs_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text, blanks at its ends") << QByteArray("  # ok\n\n");
        QTest::newRow("with a byte order mark") << QByteArray("\xef\xbb\xbfx");
        QTest::newRow("no text") << QByteArray("\x89PNG\r\n\0\xff", 8);
        QTest::newRow("nothing at all") << QByteArray();
    }
    void aFileOfThisMachineGoesUpAsItIs()
    {
        QFETCH(const QByteArray, bytes);
        PosthogHouse house;
        QTemporaryFile file;
        QVERIFY(file.open() && file.write(bytes) == bytes.size() && file.flush());
        const auto manifest =
            answerOf(house.box->act(u"upload-artifact"_s, {{u"run"_s, u"t1/r5"_s}, {u"path"_s, file.fileName()}}));
        QVERIFY2(manifest, manifest ? "" : qPrintable(manifest.error().message()));
        const QJsonObject kept = manifest->toObject().value("artifacts"_L1)[0].toObject();
        QCOMPARE(kept.value("name"_L1).toString(), QFileInfo(file).fileName());
        QCOMPARE(house.remote.files.value(kept.value("storage_path"_L1).toString()), bytes);
    }

    void trapEarlyServersKeepTextOnly()
    {
        PosthogHouse house(PosthogAge::Early);
        QTemporaryFile file;
        QVERIFY(file.open() && file.write("\xff\xfe") == 2 && file.flush());
        const QJsonObject given{{u"run"_s, u"t1/r5"_s}, {u"path"_s, file.fileName()}};
        const auto refused = answerOf(house.box->act(u"upload-artifact"_s, given));
        QCOMPARE(refused.error().field, u"path"_s);
        QVERIFY(house.remote.files.isEmpty());
    }

    void whatIsNoFileIsNamed()
    {
        PosthogHouse house;
        for (const QString &path : {u"/nowhere/x"_s, u"relative"_s, QDir::tempPath(), u"/dev/zero"_s}) {
            const auto refused =
                answerOf(house.box->act(u"upload-artifact"_s, {{u"run"_s, u"t1/r5"_s}, {u"path"_s, path}}));
            QCOMPARE(refused.error().field, u"path"_s);
        }
        const QJsonObject both{{u"run"_s, u"t1/r5"_s}, {u"path"_s, u"/etc/hostname"_s}, {u"content"_s, u"x"_s}};
        QCOMPARE(answerOf(house.box->act(u"upload-artifact"_s, both)).error().field, u"path"_s);
        QCOMPARE(answerOf(house.box->act(u"upload-artifact"_s, {{u"run"_s, u"t1/r5"_s}})).error().field, u"name"_s);
    }

    void trapATokenOfASandboxWantsTheScopeToWrite()
    {
        PosthogHouse house;
        house.remote.scopes = {u"task:read"_s};
        const auto denied = answerOf(house.box->act(u"connection-token"_s, {{u"run"_s, u"t1/r5"_s}}));
        QVERIFY2(denied.error().detail.contains(u"needs the scope task:write"_s), qPrintable(denied.error().detail));
    }

    void aFileThatTheStorageRefusesIsNotToldToTheRun()
    {
        PosthogHouse house;
        house.remote.storage.fault("POST", "/bucket", Fault::Forbidden);
        const auto refused = answerOf(house.box->act(u"upload-artifact"_s, largeFile()));
        QCOMPARE(refused.error().code, ErrorCode::Denied);
        QCOMPARE(house.remote.server.count("POST", finalize), 0);
        QVERIFY(house.remote.runOf(u"t1"_s, u"r5"_s).value("artifacts"_L1).toArray().isEmpty());
    }

    void aPlaceWithoutAnAddressIsAnError()
    {
        PosthogHouse house;
        house.remote.server.route("POST", prepare, [](const test::Asked &) {
            return test::told({{u"artifacts"_s, QJsonArray{QJsonObject{{u"id"_s, u"x"_s}}}}});
        });
        const auto refused = answerOf(house.box->act(u"upload-artifact"_s, largeFile()));
        QCOMPARE(refused.error().code, ErrorCode::Corrupt);
    }

    void aLostEndOfAnUploadIsNotRepeatedBlindly()
    {
        PosthogHouse house;
        house.remote.server.fault("POST", finalize, Fault::Reset);
        const auto lost = answerOf(house.box->act(u"upload-artifact"_s, largeFile()));
        QCOMPARE(lost.error().code, ErrorCode::Timeout); // it may have been done
        QCOMPARE(house.remote.server.count("POST", finalize), 1);
    }

    void trapPdfsToReadAreSmallerThanOtherFiles()
    {
        PosthogHouse house;
        QJsonObject file = largeFile(u"manual.PDF"_s);
        file.insert("content"_L1, QString((10 << 20) + 1, u'a'));
        file.remove("content_encoding"_L1);
        const auto refused = answerOf(house.box->act(u"upload-artifact"_s, file));
        QCOMPARE(refused.error().field, u"content"_s);
        QVERIFY2(refused.error().detail.contains(u"10 MB"_s), qPrintable(refused.error().detail));
        file.insert("type"_L1, u"output"_s); // nobody reads that
        file.insert("content"_L1, QString((30 << 20) + 1, u'a'));
        const auto tooLarge = answerOf(house.box->act(u"upload-artifact"_s, file));
        QVERIFY2(tooLarge.error().detail.contains(u"30 MB"_s), qPrintable(tooLarge.error().detail));
        file.insert("content_encoding"_L1, u"base64"_s);
        file.insert("content"_L1, u"not base64!"_s);
        QCOMPARE(answerOf(house.box->act(u"upload-artifact"_s, file)).error().field, u"content"_s);
    }

    void trapARunOfALocalMachineIsCancelledByItsStatus()
    {
        PosthogHouse house;
        (void)answerOf(house.box->automations({})); // it is known as a later one
        house.remote.setRun(u"t1"_s, u"r5"_s, {{u"environment"_s, u"local"_s}});
        const auto cancelled = answerOf(house.box->cancel(u"t1/r5"_s));
        QVERIFY2(cancelled, cancelled ? "" : qPrintable(cancelled.error().message()));
        QCOMPARE(house.remote.runOf(u"t1"_s, u"r5"_s).value("status"_L1).toString(), u"cancelled"_s);
    }

    void aTaskAutomationIsMadeChangedRunAndDeleted()
    {
        PosthogHouse house;
        const auto act = [&house](const QString &action, const QJsonObject &fields) {
            const auto answer = answerOf(house.box->act(action, fields));
            return answer ? answer->toObject() : QJsonObject{{u"error"_s, answer.error().message()}};
        };
        const QJsonObject made = act(u"create-automation"_s, someAutomation());
        QCOMPARE(made.value("repository"_L1).toString(), u"acme/infra"_s);
        const QJsonObject which{{u"automation"_s, made.value("id"_L1)}};
        QCOMPARE(act(u"automations"_s, {{u"limit"_s, 10}}).value("count"_L1).toInt(), 1);
        QCOMPARE(act(u"automation"_s, which).value("prompt"_L1).toString(), u"Look after the dependencies"_s);
        QJsonObject change = which;
        change.insert("enabled"_L1, u"false"_s);
        change.insert("timezone"_L1, u"Europe/Berlin"_s);
        QCOMPARE(act(u"update-automation"_s, change).value("enabled"_L1), QJsonValue(false));
        // Only what is given is sent.
        QCOMPARE(house.remote.server.asked.last().json(),
                 (QJsonObject{{u"enabled"_s, false}, {u"timezone"_s, u"Europe/Berlin"_s}}));
        QCOMPARE(act(u"run-automation"_s, which).value("last_run_status"_L1).toString(), u"queued"_s);
        QVERIFY(answerOf(house.box->act(u"delete-automation"_s, which)));
        QVERIFY(house.remote.automations.isEmpty());
        QCOMPARE(answerOf(house.box->act(u"automation"_s, which)).error().code, ErrorCode::NotFound);
    }

    void aFaultInATaskAutomationIsNamed()
    {
        PosthogHouse house;
        QJsonObject wrong = someAutomation();
        wrong.insert("cron_expression"_L1, u"0 0 9 * * 1-5"_s);
        const auto refused = answerOf(house.box->act(u"create-automation"_s, wrong));
        QCOMPARE(refused.error().field, u"cron_expression"_s);
        QVERIFY(house.remote.automations.isEmpty());
        wrong.remove("prompt"_L1);
        QCOMPARE(answerOf(house.box->act(u"create-automation"_s, wrong)).error().field, u"prompt"_s);
        house.remote.scopes = {u"task:read"_s};
        const auto denied = answerOf(house.box->act(u"create-automation"_s, someAutomation()));
        QVERIFY2(denied.error().detail.contains(u"task:write"_s), qPrintable(denied.error().detail));
    }

    void trapEarlyServersHaveNoTaskAutomations()
    {
        PosthogHouse house(PosthogAge::Early);
        QCOMPARE(answerOf(house.box->act(u"automations"_s, {})).error().code, ErrorCode::NotFound);
    }
};

REGISTER_TEST(PosthogLaterTest);
#include "test_posthoglater.moc"
