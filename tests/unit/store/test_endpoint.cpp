// SPDX-License-Identifier: Apache-2.0
#include "app/store/doctor.h"
#include "app/store/endpoint.h"
#include "tests/support/registry.h"
#include "tests/support/tempstore.h"

#include <QFile>
#include <QSet>

using namespace Qt::StringLiterals;

class EndpointTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokensAreLongAndNeverTheSame()
    {
        QSet<QByteArray> tokens;
        for (int i = 0; i < 100; ++i) {
            tokens.insert(store::newToken());
            QCOMPARE(store::newToken().size(), 64);
        }
        QCOMPARE(tokens.size(), 100);
    }

    void whatIsWrittenIsReadByItsOwnerOnly()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"endpoint.json"_s);
        QCOMPARE(store::readEndpoint(folder.path()).error().code, base::ErrorCode::NotFound);
        const store::Endpoint mine{
            .url = u"http://127.0.0.1:1"_s, .token = "t", .pid = QCoreApplication::applicationPid()};
        QVERIFY(store::writeEndpoint(folder.path(), mine));
        QCOMPARE(QFile::permissions(path) & ~(QFile::ReadUser | QFile::WriteUser),
                 QFile::ReadOwner | QFile::WriteOwner);
        const auto read = store::readEndpoint(folder.path());
        QVERIFY(read);
        QCOMPARE(read->url, mine.url);
        QCOMPARE(read->token, mine.token);
        store::removeEndpoint(folder.path());
        QVERIFY(!QFile::exists(path));
    }

    void theEndpointOfAnotherProcessIsLeftAlone()
    {
        const QTemporaryDir folder;
        QVERIFY(store::writeEndpoint(folder.path(), {.url = u"http://127.0.0.1:1"_s, .token = "t", .pid = 1}));
        store::removeEndpoint(folder.path());
        QVERIFY(store::readEndpoint(folder.path()));
    }

    void theEndpointOfAProcessThatIsGoneIsNone()
    {
        const QTemporaryDir folder;
        constexpr qint64 beyondAnyPid = 1LL << 30; // Linux gives none above 2^22.
        QVERIFY(
            store::writeEndpoint(folder.path(), {.url = u"http://127.0.0.1:1"_s, .token = "t", .pid = beyondAnyPid}));
        QCOMPARE(store::readEndpoint(folder.path()).error().code, base::ErrorCode::NotFound);
    }

    void whatIsNoEndpointIsInvalid()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"endpoint.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"url\":5");
        file.close();
        QCOMPARE(store::readEndpoint(folder.path()).error().code, base::ErrorCode::Invalid);
    }

    void healthNamesADamagedFile()
    {
        test::TempStore workspace;
        QVERIFY(store::examine(workspace.directory()).problems.isEmpty());
        workspace->close();
        QFile file(workspace.directory() + u"/logs.db"_s);
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.write(QByteArray(4096, 'x'));
        file.close();
        const store::Health health = store::examine(workspace.directory());
        QVERIFY(!health.problems.isEmpty());
        QVERIFY(health.schema > 0);
    }
};

REGISTER_TEST(EndpointTest);
#include "test_endpoint.moc"
