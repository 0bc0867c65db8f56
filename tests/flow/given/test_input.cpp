// SPDX-License-Identifier: Apache-2.0
// What runs are given, from the definitions to the process: real store, real processes, a keychain in memory.
#include "app/base/logging.h"
#include "app/domain/input/environment.h"
#include "tests/flow/given/dumper/encodings.h"
#include "tests/support/enginehouse.h"
#include "tests/support/registry.h"

#include <QDirIterator>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::Argument;
using domain::ArgumentKind;
using domain::ArgumentValues;
using test::await;
using test::Keyring;

namespace {

const QString dumper = QStringLiteral(DUMPER);

Argument argument(const QString &name, ArgumentKind kind = ArgumentKind::Input, const QString &fallback = {})
{
    Argument made;
    made.name = name;
    made.kind = kind;
    made.fallback = fallback;
    return made;
}

struct Given
{
    QByteArrayList arguments;
    QMap<QByteArray, QByteArray> environment;
};

Given dumped(const QByteArray &log)
{
    Given given;
    for (const QByteArray &line : log.split('\n')) {
        const QByteArray bytes = QByteArray::fromHex(line.mid(line.indexOf(' ') + 1));
        if (line.startsWith("argv ")) {
            given.arguments.append(bytes);
        } else if (line.startsWith("env ")) {
            given.environment.insert(bytes.left(bytes.indexOf('=')), bytes.mid(bytes.indexOf('=') + 1));
        }
    }
    return given;
}

/// Anything a person may type, and what they should not.
QString randomText(QRandomGenerator &random)
{
    static const QStringList pieces{u"-"_s,  u"--"_s,   u"@"_s,  u"@/etc/passwd"_s, u"'"_s,     u"\""_s,
                                    u"\n"_s, u" "_s,    u"\\"_s, u"$x"_s,           u"$(id)"_s, u"`"_s,
                                    u"%s"_s, u"*"_s,    u";"_s,  u"\r\n"_s,         u"\x1b["_s, u"ü"_s,
                                    u"漢"_s, u"🗝"_s, u"=a"_s};
    QString text = pieces.at(random.bounded(static_cast<int>(pieces.size())));
    const int length = random.bounded(12);
    for (int i = 0; i < length; ++i) {
        if (random.bounded(2) == 0) {
            text += pieces.at(random.bounded(static_cast<int>(pieces.size())));
            continue;
        }
        const char32_t point = random.bounded(1, 0x30000);
        text += point >= 0xD800 && point < 0xE000 ? u"?"_s : QString::fromUcs4(&point, 1);
    }
    return text;
}

const QByteArray canary = "CaNaRy/\"ü+\\7f3A9";

/// The disguise in which it stands in `bytes`; empty where it does not.
QByteArray canaryIn(const QByteArray &bytes)
{
    QByteArrayList disguises;
    for (const test::Encoded &one : test::encodings(canary)) {
        disguises.append(one.text);
    }
    for (qsizetype before = 0; before < 3; ++before) {
        disguises.append((QByteArray(before, 'x') + canary).toBase64().mid(4).chopped(4));
    }
    for (const QByteArray &disguise : std::as_const(disguises)) {
        if (bytes.contains(disguise)) {
            return disguise;
        }
    }
    return {};
}

/// `name` of every process, one after the other.
QByteArray ofProcesses(QLatin1StringView name)
{
    QByteArray all;
    const QStringList processes = QDir(u"/proc"_s).entryList(QDir::Dirs);
    for (const QString &process : processes) {
        QFile file(u"/proc/%1/%2"_s.arg(process, name));
        if (process.at(0).isDigit() && file.open(QIODevice::ReadOnly)) {
            const QByteArray one = file.readAll();
            all += one.contains("SIGNALBOX_RUN_ID=") ? QByteArray() : one; // a run's own environment is its own
        }
    }
    return all;
}

/// What everybody on the machine may read of every process.
QByteArray commandLines()
{
    return ofProcesses("cmdline"_L1);
}

QJsonObject paramsOf(int kind)
{
    switch (kind) {
    case 0:
        return {{u"command"_s, u"exec %1 \"$@\""_s.arg(dumper)}};
    case 1:
        return {{u"argv"_s, QJsonArray{dumper, u"own"_s}}};
    default:
        return {{u"script"_s, u"#!/bin/sh\nexec %1 \"$@\"\n"_s.arg(dumper)}};
    }
}

} // namespace

class InputTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsGivenArrivesByteForByte();
    void nobodyIsAskedByASchedule();
    void whatDoesNotFitAnyMoreFails();
    void secretsReachTheEnvironmentOnly();
    void aSecretThatCannotBeHadFailsTheRun_data();
    void aSecretThatCannotBeHadFailsTheRun();
    void aRunIsEndedWhileItWaitsForSecrets();
    void aMaskedLineIsNotLate();
    void whatIsLentIsTakenBack();
    void canariesStayInTheirMine();

private:
    static domain::Run finished(test::EngineHouse &house, const base::Result<domain::Run> &requested)
    {
        domain::Run run;
        const auto isOver = [&] {
            run = await(house.store->runs().get(requested->id)).value();
            return domain::isFinal(run.status);
        };
        if (!requested || !QTest::qWaitFor(isOver, 10000)) {
            qWarning("the run does not end: %s", requested ? "" : qUtf8Printable(requested.error().message()));
        }
        return run;
    }
};

void InputTest::whatIsGivenArrivesByteForByte()
{
    test::EngineHouse house;
    house.start();
    for (int seed = 0; seed < 60; ++seed) {
        QRandomGenerator random(static_cast<quint32>(seed + 1));
        const ArgumentValues values{{u"a"_s, randomText(random)}, {u"B-2"_s, randomText(random)}};
        const domain::Automation automation = house.add(u"true"_s, [&](domain::Automation &a) {
            a.params = paramsOf(seed % 3);
            a.arguments = {argument(u"fixed one"_s, ArgumentKind::Fixed, randomText(random)), argument(u"a"_s),
                           argument(u"B-2"_s), argument(u"empty"_s)};
            a.env = {{u"FREE"_s, randomText(random)}, {u"PATH"_s, u"/usr/bin:/bin"_s}};
        });
        const domain::Run run = finished(house, await(house.store->runs().request(automation.id, {}, {values})));
        QCOMPARE(domain::statusWord(run.status), u"done"_s);
        const Given given = dumped(house.log(run.id));
        const QByteArray fixed = automation.arguments.first().fallback.toUtf8();
        QByteArrayList expected{fixed, values.value(u"a"_s).toUtf8(), values.value(u"B-2"_s).toUtf8(), ""};
        if (seed % 3 == 1) {
            expected.prepend("own");
        }
        QCOMPARE(given.arguments, expected);
        QCOMPARE(given.environment.value("FREE"), automation.env.value(u"FREE"_s).toUtf8());
        QCOMPARE(given.environment.value("SIGNALBOX_ARG_FIXED_ONE"), fixed);
        QCOMPARE(given.environment.value("SIGNALBOX_ARG_B_2"), values.value(u"B-2"_s).toUtf8());
        QCOMPARE(given.environment.value("SIGNALBOX_ARG_EMPTY", "none"), "");
        QCOMPARE(given.environment.value("SIGNALBOX_RUN_ID"), run.id.text().toUtf8());
        QCOMPARE(run.arguments.value(u"a"_s), values.value(u"a"_s));
    }
}

void InputTest::nobodyIsAskedByASchedule()
{
    test::EngineHouse house;
    house.add(u"echo \"<$1|$2|$3>\""_s, [](domain::Automation &a) {
        domain::Schedule schedule;
        schedule.cron = u"* * * * *"_s;
        schedule.timezone = u"UTC"_s;
        a.triggers = {schedule};
        a.arguments = {argument(u"a"_s, ArgumentKind::Fixed, u"one"_s), argument(u"b"_s, ArgumentKind::Input, u"two"_s),
                       argument(u"c"_s)};
    });
    house.start();
    house.pass(61s);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"done"_s}, 10000);
    const domain::Run run = house.runs().first();
    QCOMPARE(house.log(run.id), "<one|two|>\n");
    const ArgumentValues expected{{u"a"_s, u"one"_s}, {u"b"_s, u"two"_s}, {u"c"_s, {}}};
    QCOMPARE(run.arguments, expected);
}

void InputTest::whatDoesNotFitAnyMoreFails()
{
    test::EngineHouse house;
    domain::Automation automation = house.add(u"echo \"<$1>\""_s, [](domain::Automation &a) {
        a.arguments = {argument(u"a"_s), argument(u"b"_s)};
    });
    const auto first = await(house.store->runs().request(automation.id, {}, {{{u"a"_s, u"x"_s}, {u"b"_s, u"y"_s}}}));
    const auto second = await(house.store->runs().request(automation.id, {}, {{{u"a"_s, u"7"_s}}}));
    automation.arguments.first().pattern = u"\\d"_s;
    automation.arguments.removeLast();
    QVERIFY(await(house.store->automations().update(automation, {})));
    house.start();
    const domain::Run refused = finished(house, first);
    QCOMPARE(domain::statusWord(refused.status), u"failed"_s);
    QVERIFY2(refused.reason.contains(u"a must match"_s), qPrintable(refused.reason));
    QCOMPARE(house.log(finished(house, second).id), "<7>\n");
}

void InputTest::secretsReachTheEnvironmentOnly()
{
    test::EngineHouse house;
    const domain::Automation automation = house.add(u"true"_s, [](domain::Automation &a) {
        a.params = paramsOf(1);
        a.arguments = {argument(u"user"_s), argument(u"token"_s, ArgumentKind::Secret, u"${secret:api}"_s),
                       argument(u"host"_s)};
        a.env = {{u"URL"_s, u"https://u:${secret:pw}@h/"_s}};
    });
    QVERIFY(await(house.secrets->set(u"pw"_s, u"x"_s, {}))); // too short to be masked, so that the dump shows it
    QVERIFY(await(house.secrets->set(u"api"_s, u"y"_s, {})));
    house.start();
    const domain::Run run =
        finished(house, await(house.store->runs().request(automation.id, {}, {{{u"host"_s, u"h"_s}}})));
    QCOMPARE(domain::statusWord(run.status), u"done"_s);
    const QByteArray log = house.log(run.id);
    QVERIFY(log.startsWith("the secret api is too short to be masked in this log\nthe secret pw is too short"));
    const Given given = dumped(log);
    QCOMPARE(given.arguments, (QByteArrayList{"own", "", "", "h"}));
    QCOMPARE(given.environment.value("URL"), "https://u:x@h/");
    QCOMPARE(given.environment.value("SIGNALBOX_ARG_TOKEN"), "y");
    QCOMPARE(run.arguments.value(u"token"_s), u"${secret:api}"_s);
}

void InputTest::aSecretThatCannotBeHadFailsTheRun_data()
{
    QTest::addColumn<Keyring>("keyring");
    QTest::addColumn<bool>("written");
    QTest::addColumn<QString>("words");
    QTest::newRow("missing") << Keyring::Open << false << u"the secret api is not set"_s;
    QTest::newRow("locked") << Keyring::Locked << true << u"the keyring is locked, and the secret api"_s;
    QTest::newRow("unavailable") << Keyring::Missing << true << u"no keyring service answers, so the secret api"_s;
}

void InputTest::aSecretThatCannotBeHadFailsTheRun()
{
    QFETCH(Keyring, keyring);
    QFETCH(bool, written);
    QFETCH(QString, words);
    test::EngineHouse house;
    const domain::Automation automation = house.add(u"echo ran"_s, [](domain::Automation &a) {
        a.env = {{u"T"_s, u"${secret:api}"_s}};
    });
    if (written) {
        QVERIFY(await(house.secrets->set(u"api"_s, u"hunter2"_s, {})));
    }
    house.secrets.state.keyring = keyring;
    house.start();
    const domain::Run run = finished(house, await(house.store->runs().request(automation.id, {})));
    QCOMPARE(domain::statusWord(run.status), u"failed"_s);
    QVERIFY2(run.reason.contains(words), qPrintable(run.reason));
    QVERIFY(run.errorMessage.contains(u"api"_s));
    QCOMPARE(house.log(run.id), "");
}

void InputTest::aRunIsEndedWhileItWaitsForSecrets()
{
    test::EngineHouse house;
    const auto needy = [](domain::Automation &a) { a.env = {{u"T"_s, u"${secret:api}"_s}}; };
    const domain::Automation one = house.add(u"echo ran"_s, needy);
    const domain::Automation two = house.add(u"echo ran"_s, needy);
    house.secrets.state.silent = true;
    house.start();
    const auto first = await(house.store->runs().request(one.id, {}));
    const auto second = await(house.store->runs().request(two.id, {}));
    QTRY_COMPARE(house.statuses(), (QStringList{u"running"_s, u"running"_s}));
    QVERIFY(await(house.store->runs().cancel(first->id, u"ann"_s)));
    QCOMPARE(domain::statusWord(finished(house, first).status), u"cancelled"_s);
    house.stop();
    QCOMPARE(domain::statusWord(finished(house, second).status), u"interrupted"_s);
}

void InputTest::aMaskedLineIsNotLate()
{
    test::EngineHouse house;
    const domain::Automation automation = house.add(u"echo the correct; sleep 30"_s, [](domain::Automation &a) {
        a.env = {{u"T"_s, u"${secret:api}"_s}};
    });
    QVERIFY(await(house.secrets->set(u"api"_s, u"correct horse"_s, {})));
    house.start();
    const auto run = await(house.store->runs().request(automation.id, {}));
    // It could be the first half of a secret over two lines, and is shown while the run goes on.
    QTRY_COMPARE(house.log(run->id), "the correct\n");
    QCOMPARE(house.statuses(), QStringList{u"running"_s});
}

void InputTest::whatIsLentIsTakenBack()
{
    test::EngineHouse house;
    const domain::Automation automation = house.add(u"echo $SIGNALBOX_ARG_TOKEN"_s, [](domain::Automation &a) {
        a.arguments = {argument(u"token"_s, ArgumentKind::Secret)};
    });
    const auto lend = [&](const QString &value) {
        const base::RunId id = base::RunId::make();
        const auto split = domain::splitSecrets(automation.arguments, {{u"token"_s, value}}, id.text());
        return await(house.secrets->lend(split.lent, {}))
                   ? await(house.store->runs().request(automation.id, {}, {split.stored, id}))
                   : base::Result<domain::Run>(base::internal(u"not lent"_s));
    };
    const auto dropped = lend(u"correct horse"_s);
    QVERIFY(dropped);
    QVERIFY(await(house.store->runs().cancel(dropped->id, {})));
    house.start();
    const domain::Run run = finished(house, lend(u"battery staple"_s));
    QCOMPARE(domain::statusWord(run.status), u"done"_s);
    QCOMPARE(house.log(run.id), "[secret]\n");
    QTRY_VERIFY(house.secrets.state.entries.isEmpty());
    QVERIFY(await(house.store->runs().lastArguments(automation.id))->isEmpty());
}

/// 200 runs print what they were told in confidence, each in twelve disguises; nothing that is kept holds any of it.
void InputTest::canariesStayInTheirMine()
{
    test::EngineHouse house;
    base::startLogging(house.store.directory() + u"/signalbox.log"_s);
    QVERIFY(await(house.store->settings().set(QString::fromLatin1(store::setting::parallelRuns), 4)));
    const domain::Automation automation =
        house.add(u"%1 encodings KEY SIGNALBOX_ARG_TOKEN; exit 3"_s.arg(dumper), [](domain::Automation &a) {
            a.overlap = domain::Overlap::Parallel;
            a.arguments = {argument(u"token"_s, ArgumentKind::Secret)};
            a.env = {{u"KEY"_s, u"${secret:key}"_s}};
        });
    const QString key = QString::fromUtf8("first " + canary + " line\nsecond " + canary + " line\n");
    QVERIFY(await(house.secrets->set(u"key"_s, key, u"ann"_s)));
    house.start();
    for (int i = 0; i < 200; ++i) {
        const base::RunId id = base::RunId::make();
        const QString token = QString::fromUtf8(canary) + QString::number(i);
        const auto split = domain::splitSecrets(automation.arguments, {{u"token"_s, token}}, id.text());
        QVERIFY(await(house.secrets->lend(split.lent, u"ann"_s)));
        QVERIFY(await(house.store->runs().request(automation.id, u"ann"_s, {split.stored, id})));
    }
    for (int ended = 20; ended <= 200; ended += 20) {
        const auto thatMany = [&] {
            return house.statuses().count(u"failed"_s) >= ended || !canaryIn(commandLines()).isEmpty();
        };
        QVERIFY(QTest::qWaitFor(thatMany, 60000));
        QCOMPARE(canaryIn(commandLines()), "");
        QCOMPARE(canaryIn(ofProcesses("environ"_L1)), "");
    }
    const QList<domain::Run> runs = house.runs();
    for (const domain::Run &run : runs) {
        const QByteArray log = house.log(run.id);
        QVERIFY2(log.count("[secret]") >= 24, log.constData());
        QCOMPARE(canaryIn(log), "");
        QCOMPARE(canaryIn(QJsonDocument(domain::toJson(run)).toJson()), "");
    }
    const auto stored = await(house.store->automations().get(automation.id)).value();
    QCOMPARE(canaryIn(QJsonDocument(domain::toJson(stored)).toJson()), "");
    qsizetype files = 0;
    QDirIterator walk(house.store.directory(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        QFile file(walk.next());
        if (file.open(QIODevice::ReadOnly)) {
            QVERIFY2(canaryIn(file.readAll()).isEmpty(), qPrintable(file.fileName()));
            ++files;
        }
    }
    QVERIFY2(files >= 4, "the database, its write-ahead file, the logs and the program's own log");
    qInstallMessageHandler(nullptr);
}

REGISTER_TEST(InputTest);
#include "test_input.moc"
