// SPDX-License-Identifier: Apache-2.0
// The lists of traps in the READMEs of the providers are true: each names a test that there is, and each such test is
// in a list.
#include "tests/support/registry.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QDir source(QStringLiteral(SIGNALBOX_SOURCE));

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The functions below the folder that are named so.
QSet<QString> trapsBelow(const QString &folder)
{
    static const QRegularExpression function(u"^    void (trap\\w+?)\\(\\)"_s, QRegularExpression::MultilineOption);
    QSet<QString> names;
    QDirIterator files(source.filePath(folder), {u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QRegularExpressionMatchIterator found = function.globalMatch(textOf(files.next()));
        while (found.hasNext()) {
            const QString name = found.next().captured(1);
            if (!name.endsWith("_data"_L1)) {
                names.insert(name);
            }
        }
    }
    return names;
}

/// The lines of a README below its heading "Traps".
QStringList trapsIn(const QString &readme)
{
    QStringList lines = readme.section(u"\n## Traps\n"_s, 1).section(u"\n## "_s, 0, 0).split(u'\n');
    lines.removeIf([](const QString &line) { return !line.startsWith("- "_L1); });
    return lines;
}

} // namespace

class TrapsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTrapNamesATestAndEveryTestIsListed_data()
    {
        QTest::addColumn<QString>("provider");
        for (const char *provider : {"brahma", "defender", "noba", "posthog", "theeye"}) {
            QTest::newRow(provider) << QString::fromLatin1(provider);
        }
    }
    void everyTrapNamesATestAndEveryTestIsListed()
    {
        QFETCH(const QString, provider);
        static const QRegularExpression atTheEnd(u": `(trap\\w+)`$"_s);
        const QSet<QString> there = trapsBelow(u"tests"_s);
        const QStringList lines = trapsIn(textOf(source.filePath(u"app/providers/%1/README.md"_s.arg(provider))));
        QVERIFY(!lines.isEmpty());
        QSet<QString> listed;
        for (const QString &line : lines) {
            const QString name = atTheEnd.match(line).captured(1);
            QVERIFY2(!name.isEmpty(), qPrintable(u"names no test: "_s + line));
            QVERIFY2(there.contains(name), qPrintable(u"there is no test "_s + name));
            QVERIFY2(!listed.contains(name), qPrintable(u"twice in the list: "_s + name));
            listed.insert(name);
        }
        const QSet<QString> missing = trapsBelow(u"tests/unit/providers/"_s + provider) - listed;
        QVERIFY2(missing.isEmpty(), qPrintable(u"not in the list: "_s + missing.values().join(u", "_s)));
    }
};

REGISTER_TEST(TrapsTest);
#include "test_traps.moc"
