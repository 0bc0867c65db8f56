// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/autotask.h"
#include "app/bundles/bundles.h"
#include "app/domain/automation.h"
#include "tests/support/registry.h"
#include "tests/support/tempstore.h"
#include "tests/unit/bundles/zipmaker.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace {

/// The sample of Defender's documentation.
const QString published =
    u"UEsDBAoAAAAAAAFzWFTA91VHFwAAABcAAAAHAAAAZGVwcy5qc2V4cG9ydHMuZm9vID0gKCkgPT4gNDI7UEsDBAoAAAAAAAFzWFSEyiyCiQAAAIk"
    "AAAAIAAAAaW5kZXguanNjb25zdCBkZXBzID0gcmVxdWlyZSgnLi9kZXBzJyk7CgpleHBvcnRzLmhhbmRsZXIgPSBhc3luYyBmdW5jdGlvbigpIHsK"
    "ICBjb25zdCB2YWx1ZSA9IGRlcHMuZm9vKCk7CiAgY29uc29sZS5sb2codmFsdWUpOwogIHJldHVybiB2YWx1ZTsKfVBLAQIUAAoAAAAAAAFzWFTA9"
    "1VHFwAAABcAAAAHAAAAAAAAAAAAAAAAAAAAAABkZXBzLmpzUEsBAhQACgAAAAAAAXNYVITKLIKJAAAAiQAAAAgAAAAAAAAAAAAAAAAAPAAAAGluZG"
    "V4LmpzUEsFBgAAAAACAAIAawAAAOsAAAAAAA=="_s;

bundles::Bundle numbered(int number)
{
    return bundles::Bundle(test::zip({test::plain("index.js", QByteArray::number(number))}));
}

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

quint32 modeOf(const QString &path)
{
    struct stat info
    {
    };
    return stat(QFile::encodeName(path).constData(), &info) == 0 ? info.st_mode & 07777U : 0U;
}

} // namespace

class BundleCacheTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsThePublishedSample()
    {
        const auto bundle = bundles::Bundle::fromCode(published);
        QVERIFY(bundle.has_value());
        QCOMPARE(bundle->zip().size(), 364);
        QCOMPARE(bundle->digestText(), u"vy58bBc/IsNfBHiuXpXP+G/mrS++/uRBQyZlQT7FoUg="_s);
        QCOMPARE(bundle->code(), published);
        const auto files = test::await(m_bundles.open(*bundle));
        QVERIFY(files.has_value());
        QCOMPARE(files->keys(), (QStringList{u"deps.js"_s, u"index.js"_s}));
        QCOMPARE(files->value(u"deps.js"_s), QByteArray("exports.foo = () => 42;"));
    }

    void refusesWhatIsNoCode_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("field");
        QTest::newRow("nothing") << QString() << u"params.code"_s;
        QTest::newRow("spaces") << u" \n "_s << u"params.code"_s;
        QTest::newRow("no base64") << u"PK**"_s << u"params.code"_s;
        QTest::newRow("a changed letter in a foreign script") << u"\u00e4\u00f6"_s << u"params.code"_s;
        QTest::newRow("no zip") << u"aGVsbG8gd29ybGQgaGVsbG8gd29ybGQgaGVsbG8="_s << u"params.code"_s;
        QTest::newRow("hostile") << bundles::Bundle(test::zip({test::index(), test::plain("../x")})).code()
                                 << u"params.code"_s;
    }
    void refusesWhatIsNoCode()
    {
        QFETCH(const QString, code);
        QFETCH(const QString, field);
        const auto checked = test::await(m_bundles.checkCode(code));
        QVERIFY(!checked);
        QCOMPARE(checked.error().code, base::ErrorCode::Invalid);
        QCOMPARE(checked.error().field, field);
    }
    void codeMayHaveLineBreaks()
    {
        QString broken = published;
        for (qsizetype at = 76; at < broken.size(); at += 77) {
            broken.insert(at, u'\n');
        }
        QVERIFY(test::await(m_bundles.checkCode(broken)).has_value());
    }

    void laysOutOnceAndPrivately()
    {
        const bundles::Bundle bundle = numbered(1);
        const auto first = test::await(m_bundles.layOut(bundle));
        QVERIFY2(first.has_value(), first ? "" : qPrintable(first.error().message()));
        const QString folder = (*first)->folder();
        QVERIFY(folder.contains(QString::fromLatin1(bundle.digest().toHex())));
        QCOMPARE(readAll(folder + u"/index.js"_s), QByteArray("1"));
        QCOMPARE(modeOf(m_root), 0700U);
        QCOMPARE(modeOf(folder + u"/.."_s), 0700U);
        QCOMPARE(modeOf(folder), 0500U);
        QCOMPARE(modeOf(folder + u"/index.js"_s), 0400U);
        const auto second = test::await(m_bundles.layOut(bundle));
        QVERIFY(second.has_value());
        QCOMPARE(*second, *first);
        QCOMPARE(QDir(m_root).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
    }

    void whatWasChangedIsLaidOutAnew_data()
    {
        QTest::addColumn<QString>("change");
        for (const char *change : {"contents", "added", "removed", "link", "manifest"}) {
            QTest::newRow(change) << QString::fromLatin1(change);
        }
    }
    void whatWasChangedIsLaidOutAnew()
    {
        QFETCH(const QString, change);
        const bundles::Bundle bundle = numbered(2);
        QString folder;
        {
            const auto first = test::await(m_bundles.layOut(bundle));
            QVERIFY(first.has_value());
            folder = (*first)->folder();
        }
        const QString file = folder + u"/index.js"_s;
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
        if (change == u"contents"_s) {
            write(file, "evil");
        } else if (change == u"added"_s) {
            write(folder + u"/package.json"_s, "{}");
        } else if (change == u"removed"_s) {
            QVERIFY(QFile::remove(file));
        } else if (change == u"link"_s) {
            QVERIFY(QFile::link(u"/etc/passwd"_s, folder + u"/link"_s));
        } else {
            QVERIFY(QFile::remove(folder + u"/../manifest.json"_s));
        }
        const auto again = test::await(m_bundles.layOut(bundle));
        QVERIFY2(again.has_value(), again ? "" : qPrintable(again.error().message()));
        QCOMPARE(QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot),
                 QStringList{u"index.js"_s});
        QCOMPARE(readAll(file), QByteArray("2"));
    }
    void whatARunStillUsesIsNotReplaced()
    {
        const auto held = test::await(m_bundles.layOut(numbered(3)));
        QVERIFY(held.has_value());
        const QString file = (*held)->folder() + u"/index.js"_s;
        QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
        write(file, "changed by itself");
        const auto again = test::await(m_bundles.layOut(numbered(3)));
        QVERIFY(!again);
        QCOMPARE(again.error().code, base::ErrorCode::Corrupt);
    }

    void aHostileOneLeavesNothing()
    {
        const auto refused =
            test::await(m_bundles.layOut(bundles::Bundle(test::zip({test::index(), test::plain("../../../../x")}))));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, base::ErrorCode::Invalid);
        QVERIFY(refused.error().detail.contains(u"leads out of the bundle"_s));
        QCOMPARE(QDir(m_root).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList());
    }

    void removesOldOnesButNoneInUse()
    {
        bundles::BundleCache cache(m_root, bundles::Archiver(bundles::Archiver::locate()), m_clock, {.bundles = 2});
        const auto held = cache.layOut(numbered(0));
        QVERIFY(held.has_value());
        for (int i = 1; i <= 5; ++i) {
            QVERIFY(cache.layOut(numbered(i)).has_value());
        }
        const QStringList left = QDir(m_root).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        QVERIFY(left.contains(QString::fromLatin1(numbered(0).digest().toHex())));
        QVERIFY(left.contains(QString::fromLatin1(numbered(5).digest().toHex())));
        QVERIFY2(left.size() <= 4, qPrintable(left.join(u' ')));
    }

    void whatNobodyUsedForLongGoes()
    {
        bundles::BundleCache cache(m_root, bundles::Archiver(bundles::Archiver::locate()), m_clock);
        QVERIFY(cache.layOut(numbered(1)).has_value());
        m_clock.jump(std::chrono::hours(29 * 24));
        QVERIFY(cache.layOut(numbered(2)).has_value());
        QCOMPARE(QDir(m_root).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 2);
        m_clock.jump(std::chrono::hours(2 * 24));
        const auto held = cache.layOut(numbered(3));
        QVERIFY(held.has_value());
        QCOMPARE(QDir(m_root).entryList(QDir::Dirs | QDir::NoDotAndDotDot),
                 QStringList{QString::fromLatin1(numbered(3).digest().toHex())});
    }

    void importsWhatPeopleHave()
    {
        const QTemporaryDir folder;
        write(folder.filePath(u"index.js"_s), "exports.handler = 1");
        const auto packed = test::await(m_bundles.importFrom(folder.path()));
        QVERIFY(packed.has_value());
        QCOMPARE(packed->listing.files.size(), 1);

        const QTemporaryDir place;
        write(place.filePath(u"b.zip"_s), packed->bundle.zip());
        const auto zipped = test::await(m_bundles.importFrom(place.filePath(u"b.zip"_s)));
        QVERIFY(zipped.has_value());
        QCOMPARE(zipped->bundle.digest(), packed->bundle.digest());

        const QJsonObject autotask{{u"autotaskId"_s, u"671d"_s},
                                   {u"name"_s, u"my-autotask"_s},
                                   {u"paused"_s, false},
                                   {u"encodedZippedCode"_s, published}};
        write(place.filePath(u"a.json"_s), QJsonDocument(autotask).toJson());
        const auto told = test::await(m_bundles.importFrom(place.filePath(u"a.json"_s)));
        QVERIFY2(told.has_value(), told ? "" : qPrintable(told.error().message()));
        QCOMPARE(told->autotask.value(u"name"_s).toString(), u"my-autotask"_s);
        QVERIFY(!told->autotask.contains(u"encodedZippedCode"_s));
        QCOMPARE(told->listing.files.size(), 2);

        write(place.filePath(u"all.json"_s), QJsonDocument(QJsonArray{autotask, autotask}).toJson());
        const auto all = bundles::importAllFrom(place.filePath(u"all.json"_s), m_archiver);
        QVERIFY(all.has_value());
        QCOMPARE(all->size(), 2);
        const auto one = test::await(m_bundles.importFrom(place.filePath(u"all.json"_s)));
        QVERIFY(!one);
        QVERIFY2(one.error().message().contains(u"2 autotasks"_s), qPrintable(one.error().message()));
    }
    void anArrayIsTakenWholeOrNotAtAll()
    {
        const QJsonArray autotasks{QJsonObject{{u"encodedZippedCode"_s, published}},
                                   QJsonObject{{u"encodedZippedCode"_s, u"**"_s}}};
        const auto all = bundles::importAll(QJsonDocument(autotasks).toJson(), m_archiver);
        QVERIFY(!all);
        QCOMPARE(all.error().field, u"[1].encodedZippedCode"_s);
    }

    void theAutotaskIsCarriedOver()
    {
        bundles::Imported imported{.bundle = *bundles::Bundle::fromCode(published)};
        const QJsonObject trigger{{u"type"_s, u"schedule"_s}, {u"frequencyMinutes"_s, 1500}};
        imported.autotask = {{u"autotaskId"_s, u"671d"_s},
                             {u"name"_s, u"my task"_s},
                             {u"paused"_s, false},
                             {u"relayerId"_s, u"f757"_s},
                             {u"trigger"_s, trigger},
                             {u"codeDigest"_s, u"vy58bBc/IsNfBHiuXpXP+G/mrS++/uRBQyZlQT7FoUg="_s},
                             {u"environmentVariables"_s, QJsonObject{{u"hello"_s, u"world"_s}}}};
        const bundles::CarriedOver carried = bundles::carriedOver(imported, u"file"_s);
        QCOMPARE(carried.left, QStringList{u"relayerId"_s});
        const auto automation = domain::automationFromJson(carried.automation);
        QVERIFY2(automation.has_value(), automation ? "" : qPrintable(automation.error().message()));
        QCOMPARE(automation->name, u"my task"_s);
        QVERIFY(automation->paused);
        QCOMPARE(automation->timeoutSeconds, 300);
        QCOMPARE(automation->env.value(u"hello"_s), u"world"_s);
        QCOMPARE(automation->triggers.size(), 1);
        QCOMPARE(std::get<domain::Schedule>(automation->triggers.first()).everySeconds, 1500 * 60);
        QCOMPARE(automation->params.value(u"code"_s).toString(), published);
    }
    void triggersAreCarriedOverWhereTheyCanBe_data()
    {
        QTest::addColumn<QJsonObject>("theirs");
        QTest::addColumn<QJsonObject>("ours");
        QTest::addColumn<QString>("left");
        const QString schedule = u"schedule"_s;
        QTest::newRow("cron, in UTC") << QJsonObject{{u"type"_s, schedule}, {u"cron"_s, u"5 4 * * *"_s}}
                                      << QJsonObject{{u"type"_s, schedule},
                                                     {u"cron"_s, u"5 4 * * *"_s},
                                                     {u"timezone"_s, u"UTC"_s}}
                                      << QString();
        QTest::newRow("seconds") << QJsonObject{{u"type"_s, schedule}, {u"frequencySeconds"_s, 90}}
                                 << QJsonObject{{u"type"_s, schedule}, {u"every_seconds"_s, 90}} << QString();
        QTest::newRow("a cron of another kind") << QJsonObject{{u"type"_s, schedule}, {u"cron"_s, u"rate(5)"_s}}
                                                << QJsonObject() << u"trigger (schedule)"_s;
        QTest::newRow("sentinel") << QJsonObject{{u"type"_s, u"sentinel"_s}} << QJsonObject()
                                  << u"trigger (sentinel)"_s;
    }
    void triggersAreCarriedOverWhereTheyCanBe()
    {
        QFETCH(const QJsonObject, theirs);
        QFETCH(const QJsonObject, ours);
        QFETCH(const QString, left);
        const bundles::Imported imported{.bundle = *bundles::Bundle::fromCode(published),
                                         .autotask = {{u"trigger"_s, theirs}}};
        const bundles::CarriedOver carried = bundles::carriedOver(imported, u"file"_s);
        QCOMPARE(carried.automation.value(u"name"_s).toString(), u"file"_s);
        QCOMPARE(carried.automation.value(u"triggers"_s).toArray(), ours.isEmpty() ? QJsonArray() : QJsonArray{ours});
        QCOMPARE(carried.left.join(u", "_s), left);
    }
    void anotherDigestIsTold()
    {
        const bundles::Imported imported{.bundle = *bundles::Bundle::fromCode(published),
                                         .autotask = {{u"codeDigest"_s, u"AAAA"_s}}};
        QCOMPARE(bundles::carriedOver(imported, {}).left, QStringList{u"codeDigest (AAAA)"_s});
    }

    void saysWhatCantBeImported_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("words");
        QTest::newRow("no zip") << QByteArray("hello, this is only text and no zip file at all") << u"zip file"_s;
        QTest::newRow("broken JSON") << QByteArray("{\"encodedZippedCode\": ") << u"JSON"_s;
        QTest::newRow("JSON without code") << QByteArray("{\"name\": \"x\"}") << u"encodedZippedCode"_s;
        QTest::newRow("JSON with bad code") << QByteArray("{\"encodedZippedCode\": \"**\"}") << u"base64"_s;
        QTest::newRow("empty") << QByteArray() << u"zip file"_s;
    }
    void saysWhatCantBeImported()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, words);
        const QTemporaryDir place;
        write(place.filePath(u"it"_s), bytes);
        const auto result = test::await(m_bundles.importFrom(place.filePath(u"it"_s)));
        QVERIFY(!result);
        QCOMPARE(result.error().code, base::ErrorCode::Invalid);
        QVERIFY2(result.error().message().contains(words), qPrintable(result.error().message()));
    }

    void packsAndOpensTheSameFiles()
    {
        const bundles::Files files{{u"index.js"_s, "exports.handler = 1"}, {u"lib/a/b.js"_s, "x"}, {u"empty"_s, ""}};
        const auto packed = test::await(m_bundles.pack(files));
        QVERIFY2(packed.has_value(), packed ? "" : qPrintable(packed.error().message()));
        const auto opened = test::await(m_bundles.open(packed->bundle));
        QVERIFY(opened.has_value());
        QCOMPARE(*opened, files);
        const auto again = test::await(m_bundles.pack(files));
        QVERIFY(again.has_value());
        QCOMPARE(again->bundle.digest(), packed->bundle.digest());
        for (const QString &name : {u"../x"_s, u"/etc/x"_s, u"a/../../x"_s}) {
            QVERIFY(!test::await(m_bundles.pack({{u"index.js"_s, "x"}, {name, "x"}})));
        }
    }

    void givesUpWhenItIsDestroyed()
    {
        QFuture<base::Result<bundles::Listing>> answer;
        {
            const bundles::Bundles hurried(bundles::Archiver::locate(), m_root, m_clock);
            answer = hurried.check(numbered(1));
        }
        QVERIFY(answer.isFinished());
    }

    void init()
    {
        QDirIterator folders(m_root, QDir::Dirs | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        while (folders.hasNext()) {
            QFile::setPermissions(folders.next(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        }
        QDir(m_root).removeRecursively();
    }

private:
    QTemporaryDir m_base;
    QString m_root = m_base.filePath(u"cache"_s);
    const bundles::Archiver m_archiver{bundles::Archiver::locate()};
    test::FakeClock m_clock{base::SystemClock().now()}; ///< Files have the times of the machine.
    const bundles::Bundles m_bundles{bundles::Archiver::locate(), m_root, m_clock};
};

REGISTER_TEST(BundleCacheTest);
#include "test_bundlecache.moc"
