// SPDX-License-Identifier: Apache-2.0
// The table of remote systems in the README says what the providers say.
#include "app/providers/providers.h"
#include "tests/support/registry.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QDir source(QStringLiteral(SIGNALBOX_SOURCE));

QString contentOf(const QString &path)
{
    QFile file(source.filePath(path));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString readme()
{
    return contentOf(u"README.md"_s);
}

/// Where a link leads.
QString targetOf(const QString &link, const QString &text)
{
    const QRegularExpression line(u"^\\[%1\\]: (\\S+)$"_s.arg(link), QRegularExpression::MultilineOption);
    return line.match(text).captured(1);
}

/// How a test asks for it.
QRegularExpression asking(const QString &what)
{
    static const QHash<QString, QString> words{{u"list"_s, u"automations\\("_s},
                                               {u"delete"_s, u"remove\\("_s},
                                               {u"code"_s, u"upload-code"_s},
                                               {u"export"_s, u"u\"recipe\""_s},
                                               {u"subscriptions"_s, u"automations\\(|ubscription"_s},
                                               {u"artifacts"_s, u"upload-artifact"_s},
                                               {u"secrets"_s, u"set-secrets"_s},
                                               {u"quota"_s, u"quotas"_s},
                                               {u"actions"_s, u"\\bact\\(|done\\("_s}};
    return QRegularExpression(words.value(what, u"\\b%1\\("_s.arg(what)));
}

QStringList cellsOf(const QString &row)
{
    QStringList cells = row.split(u'|').mid(1);
    cells.removeLast();
    for (QString &cell : cells) {
        cell = cell.trimmed();
    }
    return cells;
}

/// The cells of each row, by its word.
QHash<QString, QStringList> rowsIn(const QString &text)
{
    static const QRegularExpression name(u"\\(`([a-z]+)`\\)$"_s);
    QHash<QString, QStringList> rows;
    for (const QString &line : text.split(u'\n')) {
        const QStringList cells = line.startsWith(u'|') ? cellsOf(line) : QStringList();
        if (const auto match = name.match(cells.value(0)); match.hasMatch()) {
            rows.insert(match.captured(1), cells.mid(1));
        }
    }
    return rows;
}

QString told(const QString &what, const domain::ProviderInfo &info)
{
    if (what == "actions"_L1) {
        return QString::number(info.actions.size());
    }
    if (what == "log"_L1) {
        switch (info.capabilities.log) {
        case domain::RemoteLog::None:
            return {};
        case domain::RemoteLog::AtEnd:
            return u"at the end"_s;
        case domain::RemoteLog::Poll:
            return u"while it runs"_s;
        case domain::RemoteLog::Stream:
            return u"live"_s;
        }
    }
    const auto capability = domain::capabilityFromWord(what);
    return capability && info.capabilities.has(*capability) ? u"yes"_s : QString();
}

} // namespace

class CapabilitiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theReadmeTellsTheTruth()
    {
        static const QRegularExpression name(u"\\(`([a-z]+)`\\)$"_s);
        QStringList told;
        QStringList systems;
        for (const QString &line : readme().split(u'\n')) {
            const QStringList cells = line.startsWith(u'|') ? cellsOf(line) : QStringList();
            if (line.contains("NOBA"_L1) && !cells.isEmpty()) {
                systems = cells.mid(1);
            } else if (const auto match = name.match(cells.value(0)); match.hasMatch() && !systems.isEmpty()) {
                told.append(match.captured(1));
                for (qsizetype i = 0; i < systems.size(); ++i) {
                    static const QRegularExpression part(u"-[a-z]+\\]$"_s);
                    QCOMPARE(QString(cells.value(i + 1)).replace(part, u"]"_s),
                             cellOf(match.captured(1), systems.at(i)));
                }
            }
        }
        QStringList all{u"log"_s, u"actions"_s};
        for (const domain::Capability one : domain::allCapabilities()) {
            all.append(domain::capabilityWord(one));
        }
        told.sort();
        all.sort();
        QCOMPARE(told, all);
        QCOMPARE(systems.size(), qsizetype(providers::all().size()) - 1); // loopback is this program
    }

    /// In what a cell leads to, somebody asks for just that; a whole folder has it somewhere.
    void everyCellLeadsToItsTest()
    {
        static const QRegularExpression cell(u"^\\[[^\\]]+\\]\\[([a-z]+)(-[a-z]+)?\\]$"_s);
        const QString text = readme();
        int exact = 0;
        for (const auto &[what, row] : rowsIn(text).asKeyValueRange()) {
            for (const QString &one : row) {
                const QRegularExpressionMatch match = cell.match(one);
                if (!match.hasMatch()) {
                    QCOMPARE(one, u"–"_s);
                    continue;
                }
                const QString path = targetOf(match.captured(1) + match.captured(2), text);
                QVERIFY2(source.exists(path), qPrintable(one));
                if (!match.captured(2).isEmpty()) {
                    QVERIFY2(contentOf(path).contains(asking(what)), qPrintable(what + u" in "_s + path));
                    ++exact;
                }
            }
        }
        QVERIFY(exact > 30);
    }

    void everySystemNamesItsTests()
    {
        const QString text = readme();
        for (const auto &provider : providers::all()) {
            const QString id = provider->info().provider;
            if (id == "loopback"_L1) {
                continue;
            }
            QVERIFY2(source.exists(targetOf(id, text)), qPrintable(id));
        }
    }

private:
    static QString cellOf(const QString &what, const QString &system)
    {
        for (const auto &provider : providers::all()) {
            const domain::ProviderInfo info = provider->info();
            if (system.compare(info.provider, Qt::CaseInsensitive) == 0) {
                const QString said = ::told(what, info);
                return said.isEmpty() ? u"–"_s : u"[%1][%2]"_s.arg(said, info.provider);
            }
        }
        return u"unknown system"_s;
    }
};

REGISTER_TEST(CapabilitiesTest);
#include "test_capabilities.moc"
