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

QString readme()
{
    QFile file(source.filePath(u"README.md"_s));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
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
                    QCOMPARE(cells.value(i + 1), cellOf(match.captured(1), systems.at(i)));
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

    void everySystemNamesItsTests()
    {
        const QString text = readme();
        for (const auto &provider : providers::all()) {
            const QString id = provider->info().provider;
            if (id == "loopback"_L1) {
                continue;
            }
            const QRegularExpression link(u"^\\[%1\\]: (\\S+)$"_s.arg(id), QRegularExpression::MultilineOption);
            QVERIFY2(source.exists(link.match(text).captured(1)), qPrintable(id));
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
