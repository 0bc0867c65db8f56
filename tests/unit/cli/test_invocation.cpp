// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands/commandtable.h"
#include "app/cli/help.h"
#include "app/cli/invocation.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace Qt::StringLiterals;

class InvocationTest : public QObject
{
    Q_OBJECT

private:
    static base::Result<cli::Invocation> parse(const QString &words)
    {
        return cli::parse(words.split(u' ', Qt::SkipEmptyParts), QProcessEnvironment(), u"/var/default"_s);
    }

private Q_SLOTS:
    void understands_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("command");
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("options");
        QTest::newRow("window") << u""_s << u""_s << QStringList() << u""_s;
        QTest::newRow("list") << u"list --filter nas"_s << u"list"_s << QStringList() << u"filter=nas"_s;
        QTest::newRow("equals") << u"list --filter=a=b"_s << u"list"_s << QStringList() << u"filter=a=b"_s;
        QTest::newRow("operand first") << u"logs run_1 -f"_s << u"logs"_s << QStringList{u"run_1"_s} << u"follow="_s;
        QTest::newRow("option first") << u"logs --from 5 run_1"_s << u"logs"_s << QStringList{u"run_1"_s}
                                      << u"from=5"_s;
        QTest::newRow("dash is an operand") << u"create -"_s << u"create"_s << QStringList{u"-"_s} << u""_s;
        QTest::newRow("after two dashes") << u"show -- --x"_s << u"show"_s << QStringList{u"--x"_s} << u""_s;
        QTest::newRow("at sign is no file")
            << u"show @/etc/passwd"_s << u"show"_s << QStringList{u"@/etc/passwd"_s} << u""_s;
        QTest::newRow("two words") << u"cron next @daily --count 3"_s << u"cron next"_s << QStringList{u"@daily"_s}
                                   << u"count=3"_s;
        QTest::newRow("value like an option")
            << u"logs r --grep --x"_s << u"logs"_s << QStringList{u"r"_s} << u"grep=--x"_s;
    }

    void understands()
    {
        QFETCH(QString, words);
        const auto got = parse(words);
        QVERIFY2(got.has_value(), qPrintable(got ? QString() : got.error().message()));
        QTEST(got->command, "command");
        QTEST(got->arguments, "arguments");
        QStringList options;
        for (auto it = got->options.begin(); it != got->options.end(); ++it) {
            options.append(it.key() + u'=' + it.value());
        }
        QTEST(options.join(u' '), "options");
        QCOMPARE(got->store, u"/var/default"_s);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("says");
        QTest::newRow("unknown command") << u"lits"_s << u"lits"_s;
        QTest::newRow("unknown option") << u"list --fliter x"_s << u"--fliter"_s;
        QTest::newRow("option of another command") << u"list --follow"_s << u"--follow"_s;
        QTest::newRow("option before its command") << u"--follow run x"_s << u"--follow"_s;
        QTest::newRow("operand missing") << u"show"_s << u"ID"_s;
        QTest::newRow("second operand missing") << u"edit auto_1"_s << u"FILE"_s;
        QTest::newRow("operand too many") << u"show a b"_s << u"b"_s;
        QTest::newRow("value missing") << u"list --filter"_s << u"TEXT"_s;
        QTest::newRow("empty value") << u"list --store="_s << u"DIR"_s;
        QTest::newRow("value for a switch") << u"list --json=yes"_s << u"--json"_s;
        QTest::newRow("not a number") << u"runs --limit ten"_s << u"--limit"_s;
        QTest::newRow("zero") << u"runs --limit 0"_s << u"--limit"_s;
        QTest::newRow("huge") << u"runs --limit 99999999999999999999"_s << u"--limit"_s;
        QTest::newRow("half a group") << u"cron"_s << u"next"_s;
        QTest::newRow("unknown in a group") << u"cron soon"_s << u"next, explain"_s;
    }

    void refuses()
    {
        QFETCH(QString, words);
        QFETCH(QString, says);
        const auto got = parse(words);
        QVERIFY(!got);
        QCOMPARE(got.error().code, base::ErrorCode::Invalid);
        QVERIFY2(got.error().message().contains(says), qPrintable(got.error().message()));
    }

    void emptyOperandIsRefused() { QVERIFY(!cli::parse({u"show"_s, QString()}, QProcessEnvironment(), u"/x"_s)); }

    void storeAndJsonStandAnywhere()
    {
        for (const QString &words :
             {u"--store /a/b --json list"_s, u"list --json --store=/a/b"_s, u"--json list --store /a/b/"_s}) {
            const auto got = parse(words);
            QVERIFY(got.has_value());
            QVERIFY(got->json);
            QCOMPARE(got->store, u"/a/b"_s);
        }
    }

    void environmentNamesTheStoreUnlessTheOptionDoes()
    {
        QProcessEnvironment environment;
        environment.insert(u"SIGNALBOX_STORE"_s, u"/from/environment"_s);
        QCOMPARE(cli::parse({u"list"_s}, environment, u"/default"_s)->store, u"/from/environment"_s);
        QCOMPARE(cli::parse({u"list"_s, u"--store"_s, u"/o"_s}, environment, u"/default"_s)->store, u"/o"_s);
    }

    void frontDoorOptions()
    {
        QVERIFY(parse(u"--version"_s)->version);
        QCOMPARE(parse(u"--screenshots /tmp/s"_s)->screenshots, u"/tmp/s"_s);
        QCOMPARE(parse(u"serve --listen 127.0.0.1:0"_s)->listen, u"127.0.0.1:0"_s);
        QVERIFY(parse(u"--help"_s)->help);
        QCOMPARE(parse(u"run --help"_s)->command, u"run"_s);
        QCOMPARE(parse(u"cron --help"_s)->command, u"cron"_s);
    }

    void onlyApiCommandsNeedAnEngine()
    {
        for (const QString &local : {u"cron next"_s, u"cron explain"_s, u"serve"_s, u""_s, u"lits"_s}) {
            QVERIFY2(!cli::needsServer(local), qPrintable(local));
        }
        QVERIFY(cli::needsServer(u"list"_s));
        QVERIFY(cli::needsServer(u"doctor"_s));
    }

    void helpNamesEveryCommandAndOption()
    {
        const QString all = cli::usage();
        for (const cli::CommandSpec &spec : cli::commandTable()) {
            QVERIFY2(all.contains(u"signalbox "_s + spec.name), qPrintable(spec.name));
            const QString own = cli::usage(spec.name);
            QVERIFY(own.contains(spec.help));
            for (const cli::OptionSpec &option : spec.options) {
                QVERIFY2(own.contains(u"--"_s + option.name), qPrintable(option.name));
            }
        }
        QVERIFY(cli::usage(u"cron"_s).contains(u"cron explain"_s));
        QCOMPARE(cli::usage(u"nothing"_s), all);
    }
};

REGISTER_TEST(InvocationTest);
#include "test_invocation.moc"
