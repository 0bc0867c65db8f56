// SPDX-License-Identifier: Apache-2.0
// What differs between two documents, by field and by line; against a plain judge for random texts.
#include "app/domain/versions/difference.h"
#include "tests/support/registry.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::FieldChange;
using domain::LineChange;
using domain::LineFate;

namespace {

QStringList fieldsOf(const QList<FieldChange> &changes)
{
    QStringList fields;
    for (const FieldChange &change : changes) {
        fields.append(change.field);
    }
    return fields;
}

QStringList without(const QList<LineChange> &lines, LineFate fate)
{
    QStringList kept;
    for (const LineChange &line : lines) {
        if (line.fate != fate) {
            kept.append(line.text);
        }
    }
    return kept;
}

} // namespace

class DifferenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fieldsAreNamed();
    void textsOfLinesAreToldByLine();
    void bothTextsAreInTheDifference();
    void muchIsToldAsAWhole();
    void whatNobodyCanReadIsToldShort();
    void itComesThroughJson();
    void contextIsCut();
};

void DifferenceTest::fieldsAreNamed()
{
    const QJsonObject before{{u"name"_s, u"A"_s},
                             {u"env"_s, QJsonObject{{u"HOME"_s, u"/a"_s}, {u"OLD"_s, u"x"_s}}},
                             {u"tags"_s, QJsonArray{u"a"_s}},
                             {u"retry"_s, QJsonValue::Null},
                             {u"timeout_s"_s, 5}};
    const QJsonObject after{{u"name"_s, u"A"_s},
                            {u"env"_s, QJsonObject{{u"HOME"_s, u"/b"_s}}},
                            {u"tags"_s, QJsonArray{u"a"_s, u"b"_s}},
                            {u"retry"_s, QJsonObject{{u"attempts"_s, 2}}},
                            {u"timeout_s"_s, 6}};
    const QList<FieldChange> changes = domain::differences(before, after);
    QCOMPARE(fieldsOf(changes),
             (QStringList{u"env.HOME"_s, u"env.OLD"_s, u"retry.attempts"_s, u"tags[1]"_s, u"timeout_s"_s}));
    QCOMPARE(changes.at(0).before, u"/a"_s);
    QCOMPARE(changes.at(0).after, u"/b"_s);
    QVERIFY(!changes.at(1).after && !changes.at(3).before);
    QCOMPARE(changes.at(4).after, u"6"_s);
    QVERIFY(domain::differences(after, after).isEmpty());
    // Rows beyond the ninth stand behind it.
    QJsonArray many;
    for (int i = 0; i < 12; ++i) {
        many.append(i);
    }
    const QStringList order = fieldsOf(domain::differences({}, {{u"a"_s, many}}));
    QCOMPARE(order.last(), u"a[11]"_s);
    QCOMPARE(order.at(2), u"a[2]"_s);
}

void DifferenceTest::textsOfLinesAreToldByLine()
{
    const QList<FieldChange> changes =
        domain::differences({{u"script"_s, u"a\nb\nc"_s}}, {{u"script"_s, u"a\nB\nc\nd"_s}});
    QCOMPARE(changes.size(), 1);
    const QList<LineChange> expected{{LineFate::Same, u"a"_s},
                                     {LineFate::Removed, u"b"_s},
                                     {LineFate::Added, u"B"_s},
                                     {LineFate::Same, u"c"_s},
                                     {LineFate::Added, u"d"_s}};
    QCOMPARE(changes.first().lines, expected);
    QCOMPARE(domain::inLines(changes), (QStringList{u"script:"_s, u"  a"_s, u"- b"_s, u"+ B"_s, u"  c"_s, u"+ d"_s}));
}

void DifferenceTest::bothTextsAreInTheDifference()
{
    QRandomGenerator random(7);
    for (int round = 0; round < 300; ++round) {
        QStringList before;
        QStringList after;
        for (QStringList *text : {&before, &after}) {
            const int length = random.bounded(14);
            for (int i = 0; i < length; ++i) {
                text->append(QString(QChar(u'a' + random.bounded(3))));
            }
        }
        const QList<LineChange> lines = domain::lineDifference(before, after);
        QCOMPARE(without(lines, LineFate::Added), before);
        QCOMPARE(without(lines, LineFate::Removed), after);
    }
}

void DifferenceTest::muchIsToldAsAWhole()
{
    QStringList before;
    QStringList after;
    for (int i = 0; i < 5000; ++i) {
        before.append(u"a%1"_s.arg(i));
        after.append(u"b%1"_s.arg(i));
    }
    before.append(u"end"_s);
    after.append(u"end"_s);
    const QList<LineChange> lines = domain::lineDifference(before, after);
    QCOMPARE(lines.size(), 10'001);
    QCOMPARE(lines.last().fate, LineFate::Same);
    QCOMPARE(without(lines, LineFate::Added), before);
}

void DifferenceTest::whatNobodyCanReadIsToldShort()
{
    const QString code(100'000, u'A');
    const QList<FieldChange> changes = domain::differences({{u"code"_s, code}}, {{u"code"_s, code + u'B'}});
    QVERIFY(changes.first().before->startsWith(u"100000 characters, SHA-256 "_s));
    QVERIFY(changes.first().before != changes.first().after);
    QVERIFY(changes.first().lines.isEmpty());
}

void DifferenceTest::itComesThroughJson()
{
    const QList<FieldChange> changes =
        domain::differences({{u"a"_s, u"1\n2"_s}, {u"gone"_s, true}}, {{u"a"_s, u"1\n3"_s}, {u"new"_s, u"x"_s}});
    QCOMPARE(domain::changesFromJson(domain::toJson(changes)), changes);
    QCOMPARE(domain::changesFromJson({}), QList<FieldChange>());
}

void DifferenceTest::contextIsCut()
{
    QStringList before;
    for (int i = 0; i < 20; ++i) {
        before.append(QString::number(i));
    }
    QStringList after = before;
    after[10] = u"ten"_s;
    const QList<LineChange> shown = domain::withContext(domain::lineDifference(before, after), 2);
    QCOMPARE(shown.size(), 8);
    QCOMPARE(shown.first().text, u"…"_s);
    QCOMPARE(shown.at(1).text, u"8"_s);
    QCOMPARE(shown.last().text, u"…"_s);
}

REGISTER_TEST(DifferenceTest);

#include "test_difference.moc"
