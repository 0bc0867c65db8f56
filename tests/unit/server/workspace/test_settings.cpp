// SPDX-License-Identifier: Apache-2.0
// The settings of a workspace over HTTP, and by the command that asks for them there.
#include "app/cli/command.h"
#include "app/store/settings.h"
#include "tests/support/registry.h"
#include "tests/unit/server/comers.h"

#include <QJsonArray>
#include <QSignalSpy>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

struct Told
{
    int status = -1;
    QByteArray out;
    QByteArray err;
};

QByteArray content(std::FILE *file)
{
    std::fflush(file);
    QByteArray all(std::ftell(file), Qt::Uninitialized);
    std::rewind(file);
    return all.left(qsizetype(std::fread(all.data(), 1, size_t(all.size()), file)));
}

/// A command line against the server of `house`.
Told run(const test::House &house, const QStringList &words, const QByteArray &token = test::House::token)
{
    const auto parsed = cli::parse(words, QProcessEnvironment(), u"/tmp/nowhere"_s);
    if (!parsed) {
        return {2, {}, parsed.error().message().toUtf8()};
    }
    std::FILE *in = std::tmpfile();
    std::FILE *out = std::tmpfile();
    std::FILE *err = std::tmpfile();
    Told told;
    {
        cli::Command command(*parsed, {u"http://127.0.0.1:%1"_s.arg(house.port), token, 1}, cli::Engine::Running,
                             house.workspace.clock, {in, out, err});
        QSignalSpy finished(&command, &cli::Command::finished);
        command.start();
        if (!finished.isEmpty() || finished.wait(60000)) {
            told.status = finished.first().first().toInt();
        }
    }
    told.out = content(out);
    told.err = content(err);
    for (std::FILE *file : {in, out, err}) {
        std::fclose(file);
    }
    return told;
}

QJsonObject settingIn(const QJsonArray &all, const QString &key)
{
    for (const QJsonValue one : all) {
        if (one.toObject().value("key"_L1) == key) {
            return one.toObject();
        }
    }
    return {};
}

} // namespace

class SettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_house = std::make_unique<test::House>(); }
    void cleanup() { m_house.reset(); }

    void eachSaysWhatItIsAndMayBe()
    {
        const QJsonArray all = m_house->get("/api/settings").json().array();
        QCOMPARE(all.size(), store::settingSpecs().size() - 1);
        QVERIFY(settingIn(all, u"workspace.samples_made"_s).isEmpty()); // nobody's business
        const QJsonObject total = settingIn(all, u"logs.total_mb"_s);
        QCOMPARE(total.value("type"_L1).toString(), u"number"_s);
        QCOMPARE(total.value("most"_L1).toInteger(), 1 << 24);
        QCOMPARE(settingIn(all, u"window.on_close"_s).value("words"_L1).toArray(),
                 (QJsonArray{u"ask"_s, u"keep"_s, u"stop"_s}));
        QCOMPARE(settingIn(all, u"api.origins"_s).value("value"_L1).toArray(), QJsonArray());
    }

    void oneIsChangedAndThatIsAudited()
    {
        const test::Reply changed =
            m_house->ask({.method = "PUT", .path = "/api/settings/logs.total_mb", .body = "{\"value\":2000}"});
        QCOMPARE(changed.status, 200);
        QCOMPARE(changed.object().value("value"_L1).toInteger(), 2000);
        const QJsonArray all = m_house->get("/api/settings").json().array();
        QCOMPARE(settingIn(all, u"logs.total_mb"_s).value("value"_L1).toInteger(), 2000);
        const QJsonObject row = m_house->get("/api/audit?limit=1").json().array().first().toObject();
        QCOMPARE(row.value("action"_L1).toString(), u"set_setting"_s);
        QCOMPARE(row.value("subject"_L1).toString(), u"logs.total_mb"_s);
    }

    void whatDoesNotFitIsNamed_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("word");
        using B = QByteArray;
        QTest::newRow("too large") << B("logs.total_mb") << B("{\"value\":99999999}") << 400 << u"0 to 16777216"_s;
        QTest::newRow("no whole number") << B("engine.parallel_runs") << B("{\"value\":1.5}") << 400 << u"0 to 1000"_s;
        QTest::newRow("text for a flag") << B("api.enabled") << B("{\"value\":\"yes\"}") << 400 << u"true or false"_s;
        QTest::newRow("another word") << B("window.scheme") << B("{\"value\":\"red\"}") << 400
                                      << u"system, light, dark"_s;
        QTest::newRow("no value") << B("api.enabled") << B("{}") << 400 << u"value"_s;
        QTest::newRow("more than a value") << B("api.enabled") << B("{\"value\":true,\"by\":1}") << 400 << u"value"_s;
        QTest::newRow("no origin") << B("api.origins") << B("{\"value\":[\"dash.example\"]}") << 400 << u"https://"_s;
        QTest::newRow("any origin") << B("api.origins") << B("{\"value\":[\"*\"]}") << 400 << u"https://"_s;
        QTest::newRow("no list") << B("api.origins") << B("{\"value\":\"https://a.example\"}") << 400
                                 << u"at most 20"_s;
        QTest::newRow("no setting") << B("api.nothing") << B("{\"value\":1}") << 404 << u"logs.total_mb"_s;
        QTest::newRow("none of people") << B("workspace.samples_made") << B("{\"value\":false}") << 404
                                        << u"there are"_s;
    }
    void whatDoesNotFitIsNamed()
    {
        QFETCH(const QByteArray, key);
        QFETCH(const QByteArray, body);
        const test::Reply reply = m_house->ask({.method = "PUT", .path = "/api/settings/" + key, .body = body});
        QTEST(reply.status, "status");
        QFETCH(const QString, word);
        QVERIFY2(reply.object().value("detail"_L1).toString().contains(word), reply.body);
    }

    void theCommandListsGetsAndSets()
    {
        const Told all = run(*m_house, {u"settings"_s});
        QCOMPARE(all.status, 0);
        QVERIFY2(all.out.contains("engine.parallel_runs") && all.out.contains("0 to 1000"), all.out);
        QCOMPARE(run(*m_house, {u"settings"_s, u"get"_s, u"window.on_close"_s}).out, "ask\n"_ba);
        QCOMPARE(run(*m_house, {u"settings"_s, u"set"_s, u"window.on_close"_s, u"keep"_s}).out,
                 "window.on_close is keep\n"_ba);
        QCOMPARE(run(*m_house, {u"settings"_s, u"get"_s, u"window.on_close"_s}).out, "keep\n"_ba);
        QCOMPARE(run(*m_house, {u"settings"_s, u"set"_s, u"api.enabled"_s, u"true"_s}).status, 0);
        QCOMPARE(run(*m_house, {u"settings"_s, u"get"_s, u"api.enabled"_s}).out, "true\n"_ba);
        const QStringList origins{u"settings"_s, u"set"_s, u"api.origins"_s, u"https://a.example"_s,
                                  u"http://127.0.0.1:3000"_s};
        QCOMPARE(run(*m_house, origins).out, "api.origins is https://a.example http://127.0.0.1:3000\n"_ba);
        QCOMPARE(run(*m_house, {u"settings"_s, u"set"_s, u"api.origins"_s}).out, "api.origins is\n"_ba);
        const Told object = run(*m_house, {u"settings"_s, u"get"_s, u"logs.run_mb"_s, u"--json"_s});
        QCOMPARE(QJsonDocument::fromJson(object.out).object().value("key"_L1).toString(), u"logs.run_mb"_s);
    }

    void theCommandSaysWhatWouldFit()
    {
        const Told range = run(*m_house, {u"settings"_s, u"set"_s, u"engine.parallel_runs"_s, u"many"_s});
        QCOMPARE(range.status, 2);
        QVERIFY2(range.err.contains("engine.parallel_runs must be a whole number from 0 to 1000"), range.err);
        const Told key = run(*m_house, {u"settings"_s, u"get"_s, u"nothing"_s});
        QCOMPARE(key.status, 3);
        QVERIFY2(key.err.contains("engine.parallel_runs"), key.err);
        QCOMPARE(run(*m_house, {u"settings"_s, u"set"_s, u"nothing"_s, u"1"_s}).status, 3);
        QCOMPARE(run(*m_house, {u"settings"_s, u"set"_s, u"api.enabled"_s}).status, 2);
        QCOMPARE(run(*m_house, {u"settings"_s, u"set"_s, u"api.enabled"_s, u"true"_s, u"false"_s}).status, 2);
        QCOMPARE(run(*m_house, {u"settings"_s, u"change"_s, u"api.enabled"_s, u"true"_s}).status, 2);
        test::addOperator(*m_house, u"olaf"_s, domain::Role::Operator);
        const QByteArray olaf = test::tokenOf(*m_house, u"olaf"_s, domain::Role::Operator);
        QCOMPARE(run(*m_house, {u"settings"_s}, olaf).status, 4);
        QCOMPARE(run(*m_house, {u"settings"_s, u"set"_s, u"api.enabled"_s, u"false"_s}, olaf).status, 4);
    }

private:
    std::unique_ptr<test::House> m_house;
};

REGISTER_TEST(SettingsTest);
#include "test_settings.moc"
