// SPDX-License-Identifier: Apache-2.0
#include "app/domain/automation.h"
#include "app/domain/input/environment.h"
#include "app/domain/input/secretrefs.h"
#include "tests/support/registry.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::Argument;
using domain::ArgumentValues;

namespace {

QJsonObject object(const QString &text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8(), &error);
    if (error.error != QJsonParseError::NoError) {
        qFatal("the test's JSON is broken: %s", qPrintable(text));
    }
    return document.object();
}

base::Result<domain::Automation> automation(const QString &arguments, const QString &more = {})
{
    return domain::automationFromJson(
        object(u"{\"name\":\"A\",\"type\":\"script\",\"arguments\":%1%2}"_s.arg(arguments, more)));
}

QList<Argument> all()
{
    return automation(uR"([
        {"name": "mode", "kind": "fixed", "default": "fast"},
        {"name": "host", "required": true, "pattern": "[a-z]+\\d?"},
        {"name": "level", "kind": "options", "options": ["low", "high"], "default": "low"},
        {"name": "token", "kind": "secret", "default": "${secret:api}"},
        {"name": "day", "kind": "date"},
        {"name": "in file", "kind": "file"}])"_s)
        .value()
        .arguments;
}

} // namespace

class TestArguments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jsonRoundTrips();
    void wrongDefinitionsAreNamed_data();
    void wrongDefinitionsAreNamed();
    void wrongPatternCarriesThePosition();
    void schedulesNeedAnswers();
    void valuesAreChecked_data();
    void valuesAreChecked();
    void defaultsFillWhatIsNotGiven();
    void valuesComeByNameOrByPosition();
    void whatWasKeptFitsLaterVersions();
    void secretsAreSplitOff();
    void environmentSaysWhereItComesFrom();
    void secretsAreFoundWhereTheyAreUsed();
};

void TestArguments::jsonRoundTrips()
{
    const QList<Argument> arguments = all();
    QCOMPARE(arguments.size(), 6);
    QCOMPARE(arguments.at(1).kind, domain::ArgumentKind::Input);
    const auto again =
        domain::automationFromJson({{u"name"_s, u"A"_s}, {u"type"_s, u"x"_s}, {u"arguments"_s, toJson(arguments)}});
    QVERIFY(again);
    QCOMPARE(again->arguments, arguments);
    const auto same = domain::edited(*again, {{u"name"_s, u"B"_s}});
    QCOMPARE(same->arguments, arguments);
    QCOMPARE(domain::edited(*again, {{u"arguments"_s, QJsonArray()}})->arguments, QList<Argument>());
}

void TestArguments::wrongDefinitionsAreNamed_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("field");
    QTest::newRow("no list") << u"{}"_s << u"arguments"_s;
    QTest::newRow("no object") << u"[7]"_s << u"arguments[0]"_s;
    QTest::newRow("no name") << u"[{}]"_s << u"arguments[0].name"_s;
    QTest::newRow("a name of signs") << uR"([{"name":"--"}])"_s << u"arguments[0].name"_s;
    QTest::newRow("a name with =") << uR"([{"name":"a"},{"name":"b=c"}])"_s << u"arguments[1].name"_s;
    QTest::newRow("a name with a line break") << uR"([{"name":"a\nb"}])"_s << u"arguments[0].name"_s;
    QTest::newRow("unknown kind") << uR"([{"name":"a","kind":"list"}])"_s << u"arguments[0].kind"_s;
    QTest::newRow("unknown field") << uR"([{"name":"a","typ":"x"}])"_s << u"arguments[0].typ"_s;
    QTest::newRow("wrong type") << uR"([{"name":"a","required":"yes"}])"_s << u"arguments[0].required"_s;
    QTest::newRow("no options") << uR"([{"name":"a","kind":"options"}])"_s << u"arguments[0].options"_s;
    QTest::newRow("options of an input") << uR"([{"name":"a","options":["x"]}])"_s << u"arguments[0].options"_s;
    QTest::newRow("an option twice") << uR"([{"name":"a","kind":"options","options":["x","x"]}])"_s
                                     << u"arguments[0].options[1]"_s;
    QTest::newRow("broken pattern") << uR"([{"name":"a"},{"name":"b"},{"name":"c","pattern":"a("}])"_s
                                    << u"arguments[2].pattern"_s;
    QTest::newRow("default not offered") << uR"([{"name":"a","kind":"options","options":["x"],"default":"y"}])"_s
                                         << u"arguments[0].default"_s;
    QTest::newRow("default not of the pattern")
        << uR"([{"name":"a","pattern":"\\d","default":"y"}])"_s << u"arguments[0].default"_s;
    QTest::newRow("default no day") << uR"([{"name":"a","kind":"date","default":"2026-02-30"}])"_s
                                    << u"arguments[0].default"_s;
    QTest::newRow("a secret in the clear")
        << uR"([{"name":"a","kind":"secret","default":"hunter2"}])"_s << u"arguments[0].default"_s;
    QTest::newRow("a required fixed without value")
        << uR"([{"name":"a","kind":"fixed","required":true}])"_s << u"arguments[0].default"_s;
    QTest::newRow("a name twice") << uR"([{"name":"a"},{"name":"a"}])"_s << u"arguments[1].name"_s;
    QTest::newRow("one variable for two")
        << uR"([{"name":"a-b"},{"name":"x"},{"name":"A_B"}])"_s << u"arguments[2].name"_s;
    QTest::newRow("a variable of env") << uR"([{"name":"a b"}],"env":{"SIGNALBOX_ARG_A_B":"x"})"_s.chopped(1)
                                       << u"env.SIGNALBOX_ARG_A_B"_s;
    QTest::newRow("a broken reference") << uR"([],"env":{"T":"x ${secret:a b}"})"_s.chopped(1) << u"env.T"_s;
    QTest::newRow("an open reference") << uR"([],"env":{"T":"${secret:a"})"_s.chopped(1) << u"env.T"_s;
}

void TestArguments::wrongDefinitionsAreNamed()
{
    QFETCH(QString, arguments);
    QFETCH(QString, field);
    const bool open = arguments.contains("\"env\""_L1);
    const auto made = automation(arguments, open ? u"}"_s : QString());
    QVERIFY(!made);
    QCOMPARE(made.error().code, base::ErrorCode::Invalid);
    QCOMPARE(made.error().field, field);
    QVERIFY(!made.error().detail.isEmpty());
}

void TestArguments::wrongPatternCarriesThePosition()
{
    const auto made = automation(uR"([{"name":"a","pattern":"ab[z-a]"}])"_s);
    QCOMPARE(made.error().field, u"arguments[0].pattern"_s);
    QVERIFY(made.error().position >= 3);
}

void TestArguments::schedulesNeedAnswers()
{
    const QString required = uR"([{"name":"a"},{"name":"b","required":true}])"_s;
    const QString scheduled = uR"(,"triggers":[{"type":"schedule","cron":"0 3 * * *"}])"_s;
    QVERIFY(automation(required));
    QCOMPARE(automation(required, scheduled).error().field, u"arguments[1].default"_s);
    QCOMPARE(automation(required, uR"(,"triggers":[{"type":"startup"}])"_s).error().field, u"arguments[1].default"_s);
    QVERIFY(automation(uR"([{"name":"b","required":true,"default":"x"}])"_s, scheduled));
    QVERIFY(automation(uR"([{"name":"b"}])"_s, scheduled));
}

void TestArguments::valuesAreChecked_data()
{
    QTest::addColumn<ArgumentValues>("given");
    QTest::addColumn<QString>("field"); // empty: fine
    const auto row = [](const char *name, ArgumentValues given, const QString &field) {
        if (!given.contains(u"host"_s)) {
            given.insert(u"host"_s, u"alpha"_s);
        }
        QTest::newRow(name) << given << field;
    };
    row("fine", {{u"level"_s, u"high"_s}, {u"day"_s, u"2026-10-25"_s}, {u"in file"_s, u"/tmp/x y"_s}}, {});
    row("required", {{u"host"_s, {}}}, u"arguments.host"_s);
    row("pattern", {{u"host"_s, u"alpha12"_s}}, u"arguments.host"_s);
    row("pattern over lines", {{u"host"_s, u"alpha\n"_s}}, u"arguments.host"_s);
    row("not offered", {{u"level"_s, u"Low"_s}}, u"arguments.level"_s);
    row("no day", {{u"day"_s, u"2026-10-32"_s}}, u"arguments.day"_s);
    row("no absolute path", {{u"in file"_s, u"x"_s}}, u"arguments.in file"_s);
    row("unknown", {{u"hots"_s, u"x"_s}}, u"arguments.hots"_s);
    row("fixed", {{u"mode"_s, u"slow"_s}}, u"arguments.mode"_s);
    row("fixed, the same", {{u"mode"_s, u"fast"_s}}, {});
    row("zero byte", {{u"token"_s, u"a\0b"_s}}, u"arguments.token"_s);
    row("half a character", {{u"token"_s, QString(QChar(0xD800))}}, u"arguments.token"_s);
    row("too long", {{u"token"_s, QString(120'001, u'x')}}, u"arguments.token"_s);
    row("as long as can be", {{u"token"_s, QString(120'000, u'x')}}, {});
}

void TestArguments::valuesAreChecked()
{
    QFETCH(ArgumentValues, given);
    QFETCH(QString, field);
    const auto values = domain::completed(all(), given);
    QCOMPARE(values ? QString() : values.error().field, field);
    if (!values) {
        QCOMPARE(values.error().code, base::ErrorCode::Invalid);
        QVERIFY(values.error().detail.contains(field.mid(10)));
    }
}

void TestArguments::defaultsFillWhatIsNotGiven()
{
    const ArgumentValues expected{{u"mode"_s, u"fast"_s},           {u"host"_s, u"b"_s}, {u"level"_s, u"low"_s},
                                  {u"token"_s, u"${secret:api}"_s}, {u"day"_s, {}},      {u"in file"_s, {}}};
    QCOMPARE(domain::completed(all(), {{u"host"_s, u"b"_s}}).value(), expected);
}

void TestArguments::valuesComeByNameOrByPosition()
{
    const QJsonArray list{u"alpha"_s, QJsonValue(), u"x"_s};
    const ArgumentValues byPosition{{u"host"_s, u"alpha"_s}, {u"token"_s, u"x"_s}};
    QCOMPARE(domain::argumentValuesFromJson(all(), list).value(), byPosition);
    const QJsonObject given{{u"host"_s, 7.5}, {u"level"_s, true}, {u"day"_s, QJsonObject{{u"a"_s, 1}}}};
    const ArgumentValues byName{{u"host"_s, u"7.5"_s}, {u"level"_s, u"true"_s}, {u"day"_s, u"{\"a\":1}"_s}};
    QCOMPARE(domain::argumentValuesFromJson(all(), given).value(), byName);
    QCOMPARE(domain::argumentValuesFromJson(all(), QJsonObject{{u"x"_s, 1}}).error().field, u"arguments.x"_s);
    QCOMPARE(domain::argumentValuesFromJson(all(), QJsonArray{1, 2, 3, 4, 5, 6}).error().field, u"arguments"_s);
    QCOMPARE(domain::argumentValuesFromJson(all(), 7).error().field, u"arguments"_s);
}

void TestArguments::whatWasKeptFitsLaterVersions()
{
    const ArgumentValues kept{{u"host"_s, u"alpha"_s}, {u"gone"_s, u"x"_s}, {u"mode"_s, u"of long ago"_s}};
    const auto values = domain::fitted(all(), kept);
    QVERIFY(values);
    QCOMPARE(values->value(u"mode"_s), u"fast"_s);
    QVERIFY(!values->contains(u"gone"_s));
    QCOMPARE(domain::fitted(all(), {}).error().field, u"arguments.host"_s);
}

void TestArguments::secretsAreSplitOff()
{
    const auto split = domain::splitSecrets(all(), {{u"host"_s, u"a"_s}, {u"token"_s, u"hunter2"_s}}, u"run_abc"_s);
    const QMap<QString, QString> lent{{u"run_abc/TOKEN"_s, u"hunter2"_s}};
    QCOMPARE(split.lent, lent);
    QCOMPARE(split.stored.value(u"token"_s), u"${secret:run_abc/TOKEN}"_s);
    QCOMPARE(split.stored.value(u"host"_s), u"a"_s);
    QVERIFY(domain::isLentName(u"run_abc/TOKEN"_s));
    QCOMPARE(domain::runOfLent(u"run_abc/TOKEN"_s), u"run_abc"_s);
    QVERIFY(!domain::isSecretName(u"run_abc/TOKEN"_s));
    const auto referred = domain::splitSecrets(all(), {{u"token"_s, u"${secret:api}"_s}}, u"run_abc"_s);
    QVERIFY(referred.lent.isEmpty());
}

void TestArguments::environmentSaysWhereItComesFrom()
{
    auto a = automation(uR"([{"name":"token","kind":"secret"},{"name":"host"}],
                        "env":{"LANG":"C","URL":"https://u:${secret:pw}@h/","PLAIN":"x"})"_s.chopped(1),
                        u"}"_s)
                 .value();
    a.id = base::AutomationId(u"auto_x"_s);
    QProcessEnvironment own;
    own.insert(u"PATH"_s, u"/bin"_s);
    own.insert(u"LANG"_s, u"de"_s);
    own.insert(u"LD_PRELOAD"_s, u"/evil.so"_s);
    const ArgumentValues values{{u"token"_s, u"${secret:api}"_s}, {u"host"_s, u"${secret:no}"_s}};
    QStringList lines;
    for (const domain::Variable &variable : domain::effectiveEnvironment(a, values, u"run_1"_s, own)) {
        lines.append(u"%1 %2=%3%4"_s.arg(domain::originWord(variable.origin), variable.name, variable.value,
                                         variable.takesSecrets ? u" !"_s : QString()));
    }
    const QStringList expected{u"automation LANG=C"_s,
                               u"base PATH=/bin"_s,
                               u"automation PLAIN=x"_s,
                               u"argument SIGNALBOX_ARG_HOST=${secret:no}"_s,
                               u"argument SIGNALBOX_ARG_TOKEN=${secret:api} !"_s,
                               u"run SIGNALBOX_AUTOMATION_ID=auto_x"_s,
                               u"run SIGNALBOX_RUN_ID=run_1"_s,
                               u"automation URL=https://u:${secret:pw}@h/ !"_s};
    QCOMPARE(lines, expected);
    QCOMPARE(domain::secretsNeeded(a, values), (QStringList{u"pw"_s, u"api"_s}));
}

void TestArguments::secretsAreFoundWhereTheyAreUsed()
{
    const auto a = automation(uR"([{"name":"t","kind":"secret","default":"${secret:api}"},
        {"name":"u","default":"${secret:not}"}],"env":{"A":"${secret:x}${secret:api}","B":"-${secret:x}-"})"_s.chopped(
                                  1),
                              u"}"_s)
                       .value();
    const QMap<QString, QStringList> expected{{u"api"_s, {u"env.A"_s, u"arguments[0].default"_s}},
                                              {u"x"_s, {u"env.A"_s, u"env.B"_s}}};
    QCOMPARE(domain::secretsOf(a), expected);
    QCOMPARE(domain::withSecrets(a.env.value(u"A"_s), {{u"x"_s, u"${secret:api}"_s}, {u"api"_s, u"1"_s}}),
             u"${secret:api}1"_s);
    QCOMPARE(domain::withSecrets(u"a${secret:y}b"_s, {}), u"a${secret:y}b"_s);
}

REGISTER_TEST(TestArguments);
#include "test_arguments.moc"
