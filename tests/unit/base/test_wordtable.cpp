// SPDX-License-Identifier: Apache-2.0
#include "app/base/error.h"
#include "app/base/jsonreader.h"
#include "app/base/wordtable.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

enum class Signal { Stop, Caution, Clear };

constexpr base::WordTable<Signal, Signal::Clear> words({{
    {Signal::Stop, u"stop"},
    {Signal::Caution, u"caution"},
    {Signal::Clear, u"clear"},
}});

class TestWordTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsAreReadInBothDirections()
    {
        for (const Signal signal : words.values()) {
            QCOMPARE(words.find(words.of(signal)), signal);
        }
        QCOMPARE(words.words(), QStringList({u"stop"_s, u"caution"_s, u"clear"_s}));
        QVERIFY(!words.find(u"Clear"_s));
        QVERIFY(!words.find(u""_s));
    }

    void aFieldOfAnObjectIsOneOfThem()
    {
        Signal signal = Signal::Stop;
        base::JsonReader right({{u"signal"_s, u"caution"_s}});
        right.word("signal"_L1, words, signal);
        QVERIFY(right.finish());
        QCOMPARE(signal, Signal::Caution);
        base::JsonReader wrong({{u"signal"_s, u"green"_s}});
        wrong.word("signal"_L1, words, signal);
        const base::Status status = wrong.finish();
        QCOMPARE(status.error().field, u"signal"_s);
        QVERIFY(status.error().message().contains(u"stop, caution, clear"_s));
        QCOMPARE(signal, Signal::Caution);
    }

    void everyErrorHasItsOwnName()
    {
        QSet<QString> names;
        for (int code = 0; code <= int(base::ErrorCode::Internal); ++code) {
            names.insert(base::errorCodeName(base::ErrorCode(code)));
        }
        QCOMPARE(names.size(), int(base::ErrorCode::Internal) + 1);
    }
};

REGISTER_TEST(TestWordTable);

} // namespace

#include "test_wordtable.moc"
