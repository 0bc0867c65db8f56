// SPDX-License-Identifier: Apache-2.0
// Kinds that only a remote system knows.
#include "app/base/jsontext.h"
#include "app/domain/automation.h"
#include "app/domain/catalog.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

domain::Catalog someCatalog()
{
    domain::ProviderInfo eye;
    eye.provider = u"eye"_s;
    eye.kinds = {
        {.type = u"eye_scraper"_s,
         .label = "Scraper",
         .icon = {},
         .fields = {{.name = u"url"_s, .required = true}, {.name = u"more"_s, .type = domain::FieldType::Document}},
         .oneOf = {}}};
    return domain::Catalog({{.type = u"script"_s, .icon = {}, .fields = {}, .oneOf = {}}}, {eye});
}

} // namespace

class ForeignKindsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theyAreKnownByNameAndRunOnlyThere()
    {
        const domain::Catalog catalog = someCatalog();
        QVERIFY(!catalog.kind(u"eye_scraper"_s));
        QCOMPARE(catalog.kindAnywhere(u"eye_scraper"_s)->label, "Scraper");
        QCOMPARE(catalog.kindAnywhere(u"script"_s), catalog.kind(u"script"_s));
        QVERIFY(!catalog.kindAnywhere(u"eye_other"_s));
        domain::Automation automation;
        automation.type = u"eye_scraper"_s;
        QCOMPARE(domain::checkAgainst(catalog, automation).error().field, u"type"_s);
        automation.connectionId = base::ConnectionId(u"conn_1"_s);
        QVERIFY(domain::checkAgainst(catalog, automation)); // what else it keeps is for that system to judge
    }

    void aDocumentIsAnyJsonAndNoText()
    {
        const domain::Catalog catalog = someCatalog();
        const domain::KindInfo &kind = *catalog.kindAnywhere(u"eye_scraper"_s);
        for (const QJsonValue &sound :
             {QJsonValue(QJsonObject{{u"a"_s, 1}}), QJsonValue(QJsonArray{1}), QJsonValue()}) {
            QVERIFY(domain::checkParam(kind, {{u"more"_s, sound}}, u"more"_s));
        }
        const base::Status wrong = domain::checkParam(kind, {{u"more"_s, u"{\"a\": 1,\n \"b\": }"_s}}, u"more"_s);
        QCOMPARE(wrong.error().field, u"more"_s);
        QVERIFY2(wrong.error().detail.contains("line 2, column 8"_L1), qPrintable(wrong.error().detail));
        QVERIFY(!domain::checkParam(kind, {{u"more"_s, u"{}"_s}}, u"more"_s));
        QCOMPARE(domain::checkParam(kind, {{u"url"_s, u" "_s}}, u"url"_s).error().field, u"url"_s);
    }

    void placesInJsonAreTold_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("place");
        QTest::newRow("nothing") << QByteArray() << u"line 1, column 1: "_s;
        QTest::newRow("cut off") << QByteArray("{\"a\":\n1") << u"line 2, "_s;
        QTest::newRow("no value") << QByteArray("[1,\n2,\n!]") << u"line 3, column 1: "_s;
        QTest::newRow("more behind") << QByteArray("{}\n{}") << u"line 2, column 1: "_s;
    }
    void placesInJsonAreTold()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, place);
        const auto document = base::jsonFromText(text);
        QVERIFY(!document);
        QVERIFY2(document.error().detail.startsWith(place), qPrintable(document.error().detail));
    }
};

REGISTER_TEST(ForeignKindsTest);

#include "test_foreignkinds.moc"
