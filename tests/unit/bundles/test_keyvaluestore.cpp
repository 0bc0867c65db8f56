// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/keyvaluestore.h"
#include "tests/support/fakeclock.h"
#include "tests/support/registry.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(not there)");
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class KeyValueStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatIsPut()
    {
        Ground ground;
        QVERIFY(!ground.store.get(u"a"_s)->has_value());
        QVERIFY(ground.store.put(u"a"_s, u"1"_s).has_value());
        QVERIFY(ground.store.put(u"b"_s, u"line\nbreak \"\u00fc\""_s).has_value());
        QVERIFY(ground.store.put(u"a"_s, u"2"_s).has_value());
        QCOMPARE(ground.value(u"a"_s), u"2"_s);
        QCOMPARE(ground.value(u"b"_s), u"line\nbreak \"\u00fc\""_s);
        QCOMPARE(*ground.store.remove(u"a"_s), true);
        QCOMPARE(*ground.store.remove(u"a"_s), false);
        QVERIFY(!ground.store.get(u"a"_s)->has_value());
    }

    void theFileIsThatOfDefendersClient()
    {
        Ground ground;
        QVERIFY(ground.store.put(u"x"_s, u"1"_s).has_value());
        QVERIFY(ground.store.put(u"y \"q\""_s, u"\n"_s).has_value());
        QCOMPARE(readAll(ground.file), QByteArray("{\n  \"x\": \"1\",\n  \"y \\\"q\\\"\": \"\\n\"\n}"));
        struct stat info
        {
        };
        QCOMPARE(stat(QFile::encodeName(ground.file).constData(), &info), 0);
        QCOMPARE(info.st_mode & 07777U, 0600U);
        // What that client wrote is read, and kept when something else is written.
        write(ground.file, "{\n  \"theirs\": \"t\"\n}");
        QCOMPARE(ground.value(u"theirs"_s), u"t"_s);
        QVERIFY(ground.store.put(u"ours"_s, u"o"_s).has_value());
        QCOMPARE(ground.value(u"theirs"_s), u"t"_s);
        QVERIFY(!ground.store.get(u"x"_s)->has_value());
    }

    void forgetsAfter90Days()
    {
        Ground ground;
        QVERIFY(ground.store.put(u"old"_s, u"1"_s).has_value());
        QVERIFY(ground.store.put(u"again"_s, u"1"_s).has_value());
        ground.clock.advance(24h * 60);
        QVERIFY(ground.store.put(u"again"_s, u"2"_s).has_value());
        ground.clock.advance(24h * 30 - 1ms);
        QCOMPARE(ground.value(u"old"_s), u"1"_s);
        ground.clock.advance(1ms);
        QVERIFY(!ground.store.get(u"old"_s)->has_value());
        QCOMPARE(ground.value(u"again"_s), u"2"_s);
        QCOMPARE(ground.store.all()->size(), 1);
        QVERIFY(readAll(ground.file).contains("old"));
        QVERIFY(ground.store.put(u"new"_s, u"1"_s).has_value());
        QVERIFY(!readAll(ground.file).contains("old"));
        QCOMPARE(ground.store.all()->first().expiresAt, ground.store.all()->first().writtenAt + 24h * 90);
    }

    void keysAndValuesHaveLimits()
    {
        Ground ground;
        const QString longKey(1024, u'k');
        const QString longValue(300 * 1024, u'v');
        QVERIFY(ground.store.put(longKey, longValue).has_value());
        QCOMPARE(ground.value(longKey), longValue);
        for (const QString &key : {QString(), longKey + u'k'}) {
            const base::Status refused = ground.store.put(key, u"v"_s);
            QVERIFY(!refused);
            QCOMPARE(refused.error().field, u"key"_s);
            QVERIFY(!ground.store.get(key));
        }
        const base::Status refused = ground.store.put(u"k"_s, longValue + u'v');
        QVERIFY(!refused);
        QCOMPARE(refused.error().field, u"value"_s);
    }

    void aBrokenFileIsLeftAlone()
    {
        Ground ground;
        for (const QByteArray &text : {QByteArray("{\"a\": "), QByteArray("[1]"), QByteArray("x")}) {
            write(ground.file, text);
            const base::Status refused = ground.store.put(u"a"_s, u"1"_s);
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, base::ErrorCode::Corrupt);
            QCOMPARE(readAll(ground.file), text);
        }
    }

    /// Processes, since the lock is one of the kernel's.
    void manyProcessesLoseNothing()
    {
        Ground ground;
        constexpr int processes = 6;
        constexpr int keys = 25;
        QList<pid_t> children;
        for (int p = 0; p < processes; ++p) {
            const pid_t child = fork();
            if (child == 0) {
                bool good = true;
                for (int k = 0; k < keys; ++k) {
                    good = ground.store.put(u"%1-%2"_s.arg(p).arg(k), u"v"_s).has_value() && good;
                }
                _exit(good ? 0 : 1);
            }
            children.append(child);
        }
        for (const pid_t child : std::as_const(children)) {
            int status = 0;
            while (waitpid(child, &status, 0) < 0 && errno == EINTR) { // Qt hears of every child that ends
            }
            QCOMPARE(status, 0);
        }
        QCOMPARE(ground.store.all()->size(), processes * keys);
    }

private:
    struct Ground
    {
        QTemporaryDir folder;
        test::FakeClock clock{base::Instant(24h * 365 * 56)};
        bundles::KeyValueStore store{folder.path(), clock};
        QString file = folder.filePath(u"kvstore.json"_s);

        QString value(const QString &key)
        {
            const auto found = store.get(key);
            return found ? found->value_or(u"(none)"_s) : found.error().message();
        }
    };
};

REGISTER_TEST(KeyValueStoreTest);
#include "test_keyvaluestore.moc"
