// SPDX-License-Identifier: Apache-2.0
// Connections as JSON, what systems can do in words, and what publishing loses.
#include "app/domain/connections/connection.h"
#include "app/domain/connections/losses.h"
#include "tests/support/registry.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

class ConnectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSaidIsReadAgain()
    {
        const QJsonObject said{{u"name"_s, u"Office"_s},
                               {u"provider"_s, u"noba"_s},
                               {u"base_url"_s, u"https://noba.example.org:8443/api"_s},
                               {u"settings"_s, QJsonObject{{u"dialect"_s, u"real"_s}}},
                               {u"paused"_s, true},
                               {u"poll_s"_s, 15}};
        const auto read = domain::connectionFromJson(said);
        QVERIFY(read);
        const QJsonObject written = domain::toJson(*read);
        for (auto it = said.constBegin(); it != said.constEnd(); ++it) {
            QCOMPARE(written.value(it.key()), it.value());
        }
        QCOMPARE(*domain::connectionFromJson(written), *read); // read-only fields are ignored
    }

    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<QJsonObject>("change");
        QTest::addColumn<QString>("field");
        QTest::newRow("unknown") << QJsonObject{{u"url"_s, u"x"_s}} << u"url"_s;
        QTest::newRow("empty name") << QJsonObject{{u"name"_s, u""_s}} << u"name"_s;
        QTest::newRow("spaces around") << QJsonObject{{u"name"_s, u" a"_s}} << u"name"_s;
        QTest::newRow("line end") << QJsonObject{{u"name"_s, u"a\nb"_s}} << u"name"_s;
        QTest::newRow("no provider") << QJsonObject{{u"provider"_s, u""_s}} << u"provider"_s;
        QTest::newRow("no address") << QJsonObject{{u"base_url"_s, u"noba.example.org"_s}} << u"base_url"_s;
        QTest::newRow("other scheme") << QJsonObject{{u"base_url"_s, u"ftp://noba.example.org"_s}} << u"base_url"_s;
        QTest::newRow("query") << QJsonObject{{u"base_url"_s, u"https://a.org/?token=x"_s}} << u"base_url"_s;
        QTest::newRow("password") << QJsonObject{{u"base_url"_s, u"https://a:b@c.org"_s}} << u"base_url"_s;
        QTest::newRow("settings") << QJsonObject{{u"settings"_s, 3}} << u"settings"_s;
        QTest::newRow("too often") << QJsonObject{{u"poll_s"_s, 1}} << u"poll_s"_s;
    }

    void whatIsWrongIsNamed()
    {
        QFETCH(const QJsonObject, change);
        QFETCH(const QString, field);
        QJsonObject object{{u"name"_s, u"Office"_s}, {u"provider"_s, u"noba"_s}};
        for (auto it = change.constBegin(); it != change.constEnd(); ++it) {
            object.insert(it.key(), it.value());
        }
        const auto read = domain::connectionFromJson(object);
        QVERIFY(!read);
        QCOMPARE(read.error().field, field);
    }

    void wordsStandForOneThing()
    {
        for (const domain::Capability one : domain::allCapabilities()) {
            QCOMPARE(domain::capabilityFromWord(domain::capabilityWord(one)), one);
        }
        domain::Capabilities some;
        some.can = {domain::Capability::List, domain::Capability::Run};
        some.log = domain::RemoteLog::AtEnd;
        some.carries = {u"name"_s};
        QCOMPARE(domain::capabilitiesFromJson(domain::toJson(some)), some);
        QJsonObject later = domain::toJson(some);
        later.insert(u"can"_s, QJsonArray{u"list"_s, u"fly"_s, u"run"_s});
        QCOMPARE(domain::capabilitiesFromJson(later), some);
        QCOMPARE(domain::checkCan(some, domain::Capability::Cancel, u"Office"_s).error().message(),
                 u"Office can't cancel runs"_s);
    }

    void credentialsHaveNamesNobodyCanGive()
    {
        const QString name = domain::credentialName(base::ConnectionId(u"conn_1"_s), u"token"_s);
        QVERIFY(domain::isCredentialName(name));
        QVERIFY(!domain::isCredentialName(u"token"_s));
        domain::Connection connection;
        connection.name = u"Office"_s;
        QVERIFY(domain::actorName(connection).contains(u':')); // no operator is called so
    }

    void onlyWhatSaysSomethingIsLost()
    {
        domain::Automation automation;
        automation.name = u"Backup"_s;
        automation.type = u"bundle"_s;
        automation.params = {{u"code"_s, u"UEsDBA=="_s}};
        automation.env = {{u"TOKEN"_s, u"${secret:api}"_s}};
        automation.timeoutSeconds = 30;
        domain::Capabilities some;
        some.carries = {u"name"_s, u"type"_s, u"params"_s, u"env"_s};
        QCOMPARE(fields(domain::lossesOf(automation, some)),
                 QStringList({u"timeout_s"_s, u"params.code"_s, u"secret api"_s}));
        some.can = {domain::Capability::Code, domain::Capability::Secrets};
        some.carries.append(u"timeout_s"_s);
        QVERIFY(domain::lossesOf(automation, some).isEmpty());
    }

private:
    static QStringList fields(const QList<domain::Loss> &losses)
    {
        QStringList names;
        for (const domain::Loss &loss : losses) {
            if (!loss.what.isEmpty()) {
                names.append(loss.field);
            }
        }
        return names;
    }
};

REGISTER_TEST(ConnectionTest);

#include "test_connection.moc"
