// SPDX-License-Identifier: Apache-2.0
// Every command of the command line against everybody who may come along, from the table of commands itself.
#include "app/cli/command.h"
#include "app/cli/commands/commandtable.h"
#include "app/cli/exitstatus.h"
#include "app/store/connections/connections.h"
#include "tests/support/registry.h"
#include "tests/unit/server/comers.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;
using domain::Role;
using test::await;
using test::Comer;

namespace {

/// What stands for a placeholder of the table.
QString operandFor(const QString &placeholder)
{
    const QString plain = placeholder.section(u'|', 0, 0).remove(u'…');
    if (plain.startsWith("FILE"_L1)) {
        return u"-"_s;
    }
    const QHash<QString, QString> some{{u"RUN"_s, u"run_none"_s},
                                       {u"REQ"_s, u"req_none"_s},
                                       {u"VERSION"_s, u"1"_s},
                                       {u"ROLE"_s, u"user"_s},
                                       {u"NAME"_s, u"NONE"_s}};
    return some.value(plain, u"none"_s);
}

/// Options that a command does not go without.
QStringList neededOptions(const QString &command)
{
    const QHash<QString, QStringList> needed{
        {u"reject"_s, {u"--comment"_s, u"no"_s}},
        {u"window extend"_s, {u"--until"_s, u"2040-01-01T00:00:00Z"_s}},
        {u"operator add"_s, {u"--role"_s, u"user"_s}},
        {u"token create"_s, {u"--name"_s, u"ci"_s, u"--role"_s, u"viewer"_s}},
        {u"pause"_s, {u"--all"_s}},
        {u"resume"_s, {u"--all"_s}},
    };
    return needed.value(command);
}

/// `code` is a folder with a program in it.
QStringList wordsFor(const cli::CommandSpec &spec, const QString &code)
{
    if (spec.name == "import"_L1) { // what it is given is looked at before anybody is asked
        return {spec.name, code};
    }
    QStringList words = spec.name.split(u' ');
    const QStringList placeholders = spec.operands.split(u' ', Qt::SkipEmptyParts);
    for (int i = 0; i < spec.least; ++i) {
        words.append(operandFor(placeholders.value(i)));
    }
    return words + neededOptions(spec.name);
}

/// The exit status; -1 where it does not end.
int exitOf(const test::House &house, const QStringList &words, const QByteArray &token)
{
    const auto parsed = cli::parse(words, QProcessEnvironment(), u"/tmp/nowhere"_s);
    if (!parsed) {
        return -2;
    }
    std::FILE *in = std::tmpfile();
    std::FILE *out = std::tmpfile();
    std::fputs("{\"name\":\"N\",\"type\":\"script\",\"params\":{\"command\":\"true\"}}", in);
    std::rewind(in);
    int status = -1;
    {
        const QString url = u"http://127.0.0.1:%1"_s.arg(house.port);
        cli::Command command(*parsed, {url, token, 1}, cli::Engine::Running, house.workspace.clock, {in, out, out});
        QSignalSpy finished(&command, &cli::Command::finished);
        command.start();
        if (!finished.isEmpty() || finished.wait(60000)) {
            status = finished.first().first().toInt();
        }
    }
    std::fclose(in);
    std::fclose(out);
    return status;
}

constexpr int denied = int(cli::Exit::Denied);

} // namespace

class CommandRightsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCommandAgainstEverybody_data();
    void everyCommandAgainstEverybody();
    void thereAreMany();
    void nobodyDecidesTheirOwnRequest();
    void whatIsHiddenIsNotFound();
};

/// A row for each command that needs an engine, and somebody's leave.
void CommandRightsTest::everyCommandAgainstEverybody_data()
{
    QTest::addColumn<QString>("name");
    for (const cli::CommandSpec &spec : cli::commandTable()) {
        if (spec.run) {
            QTest::newRow(qPrintable(spec.name)) << spec.name;
        }
    }
}

void CommandRightsTest::everyCommandAgainstEverybody()
{
    QFETCH(const QString, name);
    const cli::CommandSpec &spec = *cli::findCommand(name);
    test::House house;
    const QTemporaryDir code;
    QFile program(code.filePath(u"index.js"_s));
    QVERIFY(program.open(QIODevice::WriteOnly) && program.write("exports.handler = () => 1") > 0);
    program.close();
    const QStringList words = wordsFor(spec, code.path());
    if (name == "connection edit"_L1) { // it is read, which all may, before it is changed
        domain::Connection known;
        known.name = u"none"_s;
        known.provider = u"noba"_s;
        known.baseUrl = QUrl(u"http://127.0.0.1:9"_s);
        QVERIFY(test::await(house.workspace->connections().add(known, u"kim"_s)));
    }
    const QList<Comer> comers = test::everybody(house);
    for (const Comer &comer : comers) {
        const bool enough = comer.role >= int(domain::Right(spec.right));
        const int status = exitOf(house, words, comer.token);
        const QString what = u"%1 for %2: %3"_s.arg(words.join(u' '), comer.name).arg(status);
        QVERIFY2(status >= 0, qPrintable(what));
        QVERIFY2((status == denied) != enough, qPrintable(what));
    }
}

void CommandRightsTest::thereAreMany()
{
    test::House house;
    const auto asking = std::count_if(cli::commandTable().begin(), cli::commandTable().end(),
                                      [](const cli::CommandSpec &spec) { return spec.run != nullptr; });
    QVERIFY(asking * test::everybody(house).size() > 500);
}

void CommandRightsTest::nobodyDecidesTheirOwnRequest()
{
    test::House house;
    test::addOperator(house, u"bob"_s, Role::Operator);
    domain::Automation asking = test::someAutomation();
    asking.approval = domain::ApprovalPolicy{};
    const domain::Automation automation = house.addAutomation(asking);
    const domain::Run run = await(house.workspace->runs().request(automation.id, u"bob"_s)).value();
    QVERIFY(await(house.workspace->approvals().ask(run.id)));
    const QString request = await(house.workspace->approvals().page({})).value().first().id.text();
    const QByteArray bob = test::tokenOf(house, u"bob"_s, Role::Operator);
    QCOMPARE(exitOf(house, {u"approve"_s, request}, bob), denied);
    QCOMPARE(exitOf(house, {u"reject"_s, request, u"--comment"_s, u"x"_s}, bob), denied);
    QCOMPARE(exitOf(house, {u"approve"_s, request}, house.token), 0);
}

void CommandRightsTest::whatIsHiddenIsNotFound()
{
    test::House house;
    test::addOperator(house, u"olaf"_s, Role::Operator);
    const QByteArray olaf = test::tokenOf(house, u"olaf"_s, Role::Operator);
    domain::Automation secret = test::someAutomation();
    secret.acl = {u"ann"_s};
    const QString id = house.addAutomation(secret).id.text();
    for (const QString &command : {u"show"_s, u"history"_s, u"why"_s, u"run"_s, u"delete"_s, u"pause"_s}) {
        QCOMPARE(exitOf(house, {command, id}, olaf), int(cli::Exit::NotFound));
    }
    QCOMPARE(exitOf(house, {u"restore"_s, id, u"1"_s}, olaf), int(cli::Exit::NotFound));
    QCOMPARE(exitOf(house, {u"show"_s, id}, house.token), 0);
}

REGISTER_TEST(CommandRightsTest);

#include "test_commandrights.moc"
