// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/archiver.h"
#include "tests/support/registry.h"
#include "tests/unit/bundles/hostile.h"
#include "tests/unit/bundles/zipmaker.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(not there)");
}

/// Everything below a folder, folders too.
QStringList namesBelow(const QString &folder)
{
    QStringList names;
    QDirIterator entries(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        names.append(QDir(folder).relativeFilePath(entries.next()));
    }
    names.sort();
    return names;
}

/// A folder in a folder in a folder, so that what climbs out is seen.
struct Ground
{
    QTemporaryDir base;
    QString zip = base.filePath(u"a/b/bundle.zip"_s);
    QString out = base.filePath(u"a/b/out"_s);

    Ground() { QDir(base.path()).mkpath(u"a/b/out"_s); }
};

/// What kept a verdict from being good, for the message of a failed check.
QByteArray why(const base::Result<bundles::Verdict> &verdict)
{
    if (!verdict) {
        return verdict.error().message().toUtf8();
    }
    return verdict->refused ? verdict->refused->text().toUtf8() : QByteArray("accepted");
}

QStringList listed(const bundles::Listing &listing)
{
    QStringList names;
    for (const bundles::BundleFile &file : listing.files) {
        names.append(file.name);
    }
    return names;
}

} // namespace

class ArchiverTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesHostileArchives_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("reason");
        const QList<test::HostileArchive> all = test::hostileArchives();
        QVERIFY(all.size() >= 200);
        for (const test::HostileArchive &archive : all) {
            QTest::newRow(archive.name.constData()) << archive.bytes << archive.reason;
        }
    }
    void refusesHostileArchives()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QByteArray, reason);
        const Ground ground;
        write(ground.zip, bytes);
        const QStringList before = namesBelow(ground.base.path());
        const base::Result<bundles::Verdict> listed = m_archiver.list(ground.zip);
        QVERIFY2(listed.has_value(), why(listed).constData());
        QVERIFY(listed->refused.has_value());
        QCOMPARE(listed->refused->reason.toLatin1(), reason);
        QVERIFY(!listed->refused->detail.isEmpty());
        const base::Result<bundles::Verdict> extracted = m_archiver.extract(ground.zip, ground.out);
        QVERIFY(extracted.has_value() && extracted->refused);
        QCOMPARE(extracted->refused->reason.toLatin1(), reason);
        QCOMPARE(namesBelow(ground.base.path()), before);
        QCOMPARE(readAll(ground.zip), bytes);
    }

    void acceptsWhatOtherToolsWrite_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        using test::index;
        using test::plain;
        test::ZipEntry later = plain("late.js", "x");
        later.flags = 8;
        const QByteArray numbers = QByteArray::fromHex("8316dc8c0100000001000000"); // of "x": CRC, both sizes
        QTest::newRow("stored") << test::zip({index()});
        test::ZipEntry packed = plain("lib/a.js", QByteArray("text ").repeated(100));
        packed.method = 8;
        QTest::newRow("deflated") << test::zip({index(), packed});
        QTest::newRow("folders listed") << test::zip({plain("lib/", {}), plain("lib/a.js"), index()});
        later.behind = "PK\7\x8" + numbers;
        QTest::newRow("described later") << test::zip({index(), later});
        QTest::newRow("a comment") << test::zip({index()}, {.comment = "made by hand"});
        test::ZipEntry timed = plain("t.js");
        timed.extra = QByteArray("UT\5\0\1\0\0\0\0", 9);
        QTest::newRow("times in extra fields") << test::zip({index(), timed});
        test::ZipEntry dos = plain("d.js");
        dos.mode = 0;
        QTest::newRow("from a system without rights") << test::zip({index(), dos});
        QTest::newRow("an empty file") << test::zip({index(), plain("empty", {})});
        QTest::newRow("a zip in it, never opened") << test::zip({index(), plain("in.zip", test::zip({plain("../x")}))});
        test::ZipEntry blanks = plain("blanks", QByteArray(900 * 1024, ' '));
        blanks.method = 8;
        QList<test::ZipEntry> many{index()};
        for (int i = 1; i < 10000; ++i) {
            many.append(plain("d" + QByteArray::number(i % 100) + "/f" + QByteArray::number(i), {}));
        }
        QTest::newRow("10,000 files") << test::zip(many);
        QTest::newRow("49 MiB") << test::zip({index(), plain("large", QByteArray(49 * 1024 * 1024, 'r'))});
        QTest::newRow("a short file of blanks") << test::zip({index(), blanks});
    }
    void acceptsWhatOtherToolsWrite()
    {
        QFETCH(const QByteArray, bytes);
        const Ground ground;
        write(ground.zip, bytes);
        const auto verdict = m_archiver.extract(ground.zip, ground.out);
        QVERIFY2(verdict && !verdict->refused, why(verdict).constData());
        for (const bundles::BundleFile &file : verdict->listing.files) {
            QCOMPARE(QFileInfo(ground.out + u'/' + file.name).size(), file.size);
            struct stat info
            {
            };
            QCOMPARE(stat(QFile::encodeName(ground.out + u'/' + file.name).constData(), &info), 0);
            QCOMPARE(info.st_mode & 07777U, 0600U);
        }
        QCOMPARE(readAll(ground.out + u"/index.js"_s), test::index().data);
    }

    /// A changed byte is refused, or it changes neither names nor contents (a time, a right).
    void oneChangedByteChangesNoContents()
    {
        const Ground ground;
        test::ZipEntry packed = test::plain("lib/a.js", QByteArray("text ").repeated(20));
        packed.method = 8;
        const QByteArray sound = test::zip({test::index(), packed});
        write(ground.zip, sound);
        const auto wanted = m_archiver.list(ground.zip);
        QVERIFY(wanted && !wanted->refused);
        int refused = 0;
        for (qsizetype i = 0; i < sound.size(); ++i) {
            QByteArray changed = sound;
            changed[i] = char(changed[i] ^ (1 << (i % 8)));
            write(ground.zip, changed);
            const auto verdict = m_archiver.list(ground.zip);
            QVERIFY2(verdict.has_value(), qPrintable(u"byte %1"_s.arg(i)));
            refused += verdict->refused.has_value();
            if (!verdict->refused) {
                QCOMPARE(verdict->listing.files, wanted->listing.files);
            }
        }
        QVERIFY(refused > sound.size() / 2);
    }

    void packsTheSameBytesEverywhere()
    {
        const Ground ground;
        const QDir folder(ground.out);
        QVERIFY(folder.mkpath(u"lib/deep"_s));
        write(folder.filePath(u"lib/deep/b.js"_s), QByteArray("text ").repeated(1000));
        write(folder.filePath(u"index.js"_s), "exports.handler = 1");
        write(folder.filePath(u"a.js"_s), {});
        write(folder.filePath(u".hidden"_s), "x");
        const auto first = m_archiver.pack(ground.out, ground.zip);
        QVERIFY2(first && !first->refused, why(first).constData());
        QCOMPARE(listed(first->listing), (QStringList{u".hidden"_s, u"a.js"_s, u"index.js"_s, u"lib/deep/b.js"_s}));
        const QByteArray bytes = readAll(ground.zip);

        // Later, by another zone, in another place, from a relative path.
        QFile touched(folder.filePath(u"a.js"_s));
        QVERIFY(touched.open(QIODevice::WriteOnly));
        QVERIFY(touched.setFileTime(QDateTime(QDate(2001, 1, 1), QTime(1, 1)), QFileDevice::FileModificationTime));
        touched.close();
        const QByteArray zone = qgetenv("TZ");
        qputenv("TZ", "Asia/Tokyo");
        QVERIFY(QDir::setCurrent(ground.base.path()));
        const auto second = m_archiver.pack(u"a/b/out"_s, u"a/second.zip"_s);
        QDir::setCurrent(QDir::rootPath());
        zone.isEmpty() ? qunsetenv("TZ") : qputenv("TZ", zone);
        QVERIFY(second && !second->refused);
        QCOMPARE(readAll(ground.base.filePath(u"a/second.zip"_s)), bytes);
        QVERIFY(!bytes.contains("UT")); // no extra fields

        // What is packed can be unpacked.
        QVERIFY(QDir().mkdir(ground.base.filePath(u"again"_s)));
        const auto again = m_archiver.extract(ground.zip, ground.base.filePath(u"again"_s));
        QVERIFY(again && !again->refused);
        QCOMPARE(namesBelow(ground.base.filePath(u"again"_s)), namesBelow(ground.out));
        QCOMPARE(readAll(ground.base.filePath(u"again/lib/deep/b.js"_s)), QByteArray("text ").repeated(1000));
    }

    void packsNothingThatCouldNotBeUnpacked_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("reason");
        for (const auto &[kind, reason] : {std::pair{u"link"_s, u"link"_s},
                                           {u"folder link"_s, u"link"_s},
                                           {u"pipe"_s, u"special"_s},
                                           {u"name"_s, u"name_characters"_s},
                                           {u"backslash"_s, u"backslash"_s},
                                           {u"case"_s, u"case"_s},
                                           {u"no index"_s, u"no_index"_s},
                                           {u"zeros"_s, u"ratio"_s}}) {
            QTest::newRow(qPrintable(kind)) << kind << reason;
        }
    }
    void packsNothingThatCouldNotBeUnpacked()
    {
        QFETCH(const QString, kind);
        QFETCH(const QString, reason);
        const Ground ground;
        const QDir folder(ground.out);
        write(folder.filePath(kind == u"no index"_s ? u"main.js"_s : u"index.js"_s), "x");
        if (kind == u"link"_s) {
            QVERIFY(QFile::link(u"/etc/passwd"_s, folder.filePath(u"link"_s)));
        } else if (kind == u"folder link"_s) {
            QVERIFY(QFile::link(u".."_s, folder.filePath(u"up"_s)));
        } else if (kind == u"pipe"_s) {
            QCOMPARE(mkfifo(QFile::encodeName(folder.filePath(u"pipe"_s)).constData(), 0600), 0);
        } else if (kind == u"name"_s) {
            write(folder.filePath(u"caf\u00e9.js"_s), "x");
        } else if (kind == u"backslash"_s) {
            write(folder.filePath(u"a\\b"_s), "x");
        } else if (kind == u"case"_s) {
            write(folder.filePath(u"INDEX.js"_s), "x");
        } else if (kind == u"zeros"_s) {
            write(folder.filePath(u"zeros"_s), QByteArray(8 * 1024 * 1024, '\0'));
        }
        write(ground.zip, "what was there before");
        const QStringList before = namesBelow(ground.base.path());
        const auto verdict = m_archiver.pack(ground.out, ground.zip);
        QVERIFY(verdict && verdict->refused);
        QCOMPARE(verdict->refused->reason, reason);
        QCOMPARE(readAll(ground.zip), QByteArray("what was there before"));
        QCOMPARE(namesBelow(ground.base.path()), before);
    }

    void extractsIntoEmptyFoldersOnly()
    {
        const Ground ground;
        write(ground.zip, test::zip({test::index()}));
        write(ground.out + u"/mine"_s, "mine");
        const auto verdict = m_archiver.extract(ground.zip, ground.out);
        QVERIFY(!verdict);
        QCOMPARE(verdict.error().code, base::ErrorCode::Unavailable);
        QCOMPARE(namesBelow(ground.out), QStringList{u"mine"_s});
    }

    void aMissingArchiverIsUnavailable()
    {
        const auto verdict = bundles::Archiver(u"/no/such/program"_s).list(u"/tmp"_s);
        QVERIFY(!verdict);
        QCOMPARE(verdict.error().code, base::ErrorCode::Unavailable);
    }

private:
    const bundles::Archiver m_archiver{bundles::Archiver::locate()};
};

REGISTER_TEST(ArchiverTest);
#include "test_archiver.moc"
