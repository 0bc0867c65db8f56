// SPDX-License-Identifier: Apache-2.0
// What an export carries comes back whole: out of one workspace, into another, and out again is the same but for ids.
#include "tests/support/registry.h"
#include "tests/unit/server/house.h"
#include "tests/unit/server/workspace/someautomations.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

using Names = QHash<QString, QString>;

/// What each id stands for.
Names namesIn(const QJsonArray &automations)
{
    Names names;
    for (const QJsonValue one : automations) {
        names.insert(one.toObject().value("id"_L1).toString(), one.toObject().value("name"_L1).toString());
    }
    return names;
}

/// Names instead of ids, wherever they stand.
QJsonValue named(const QJsonValue &value, const Names &names)
{
    if (value.isString()) {
        return names.value(value.toString(), value.toString());
    }
    if (value.isArray()) {
        QJsonArray all;
        for (const QJsonValue one : value.toArray()) {
            all.append(named(one, names));
        }
        return all;
    }
    QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        *it = named(*it, names);
    }
    return value.isObject() ? QJsonValue(object) : value;
}

/// By name, with names instead of ids.
QJsonObject comparable(const QJsonArray &automations)
{
    const Names names = namesIn(automations);
    QJsonObject all;
    for (const QJsonValue one : automations) {
        all.insert(one.toObject().value("name"_L1).toString(), named(one, names));
    }
    return all;
}

QByteArray shown(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

class Workspace
{
public:
    Workspace() : m_house(test::catalogOfMany()) {}

    /// False, and said, where it is refused.
    bool import(const QJsonArray &all)
    {
        const test::Reply reply = m_house.ask({.method = "POST",
                                               .path = "/api/automations/import",
                                               .body = QJsonDocument(all).toJson(QJsonDocument::Compact)});
        if (reply.status != 200 || reply.object().value("imported"_L1).toInteger() != all.size()) {
            qWarning("%d %s", reply.status, reply.body.left(2000).constData());
            return false;
        }
        return true;
    }
    QJsonArray exported() { return m_house.get("/api/automations/export").json().array(); }

private:
    test::House m_house;
};

} // namespace

class RoundTripTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatComesOutGoesInAndComesOutTheSame_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 60; ++seed) {
            QTest::addRow("%u", seed) << seed;
        }
    }
    void whatComesOutGoesInAndComesOutTheSame()
    {
        QFETCH(const quint32, seed);
        const QJsonArray given = test::someAutomations(seed);
        Workspace first;
        QVERIFY(first.import(given));
        const QJsonArray before = first.exported();
        Workspace second;
        QVERIFY(second.import(before));
        const QJsonArray after = second.exported();
        QCOMPARE(after.size(), given.size());
        QVERIFY(namesIn(before).keys() != namesIn(after).keys()); // ids are made anew
        QCOMPARE(shown(comparable(after)), shown(comparable(before)));
        whatWasGivenIsThere(comparable(given), comparable(before));
    }

    void everyKindOfTriggerIsAmongThem()
    {
        QSet<QString> kinds;
        QSet<QString> types;
        for (quint32 seed = 1; seed <= 60; ++seed) {
            for (const QJsonValue one : test::someAutomations(seed)) {
                types.insert(one.toObject().value("type"_L1).toString());
                for (const QJsonValue trigger : one.toObject().value("triggers"_L1).toArray()) {
                    kinds.insert(trigger.toObject().value("type"_L1).toString());
                }
            }
        }
        QCOMPARE(kinds, (QSet<QString>{u"schedule"_s, u"webhook"_s, u"after"_s, u"startup"_s, u"file"_s}));
        QCOMPARE(types, (QSet<QString>{u"script"_s, u"bundle"_s, u"workflow"_s}));
    }

private:
    /// Fields that were given; parts that they leave out have their defaults.
    static void whatWasGivenIsThere(const QJsonObject &given, const QJsonObject &there)
    {
        for (auto one = given.begin(); one != given.end(); ++one) {
            const QJsonObject wanted = one->toObject();
            const QJsonObject found = there.value(one.key()).toObject();
            for (auto field = wanted.begin(); field != wanted.end(); ++field) {
                if (field.key() != "id"_L1) {
                    QVERIFY2(holds(found.value(field.key()), *field),
                             qPrintable(one.key() + u": "_s + field.key()) + shown({{u"given"_s, *field}}) +
                                 shown({{u"there"_s, found.value(field.key())}}));
                }
            }
        }
    }
    static bool holds(const QJsonValue &found, const QJsonValue &wanted)
    {
        if (wanted.isObject()) {
            const QJsonObject parts = wanted.toObject();
            const QStringList names = parts.keys();
            return std::all_of(names.begin(), names.end(), [&](const QString &name) {
                return holds(found.toObject().value(name), parts.value(name));
            });
        }
        if (!wanted.isArray()) {
            return found == wanted;
        }
        const QJsonArray all = wanted.toArray();
        bool same = found.toArray().size() == all.size();
        for (qsizetype i = 0; same && i < all.size(); ++i) {
            same = holds(found.toArray().at(i), all.at(i));
        }
        return same;
    }
};

REGISTER_TEST(RoundTripTest);
#include "test_roundtrip.moc"
