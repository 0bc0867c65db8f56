// SPDX-License-Identifier: Apache-2.0
#include "app/search/lineset.h"
#include "tests/support/registry.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

class TestLineSet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Rare and dense stretches, and numbers beyond 32 bits, answer as a sorted list does.
    void answersAsASortedListDoes_data()
    {
        QTest::addColumn<int>("step");
        QTest::newRow("every line") << 1;
        QTest::newRow("dense") << 4;
        QTest::newRow("rare") << 5000;
    }
    void answersAsASortedListDoes()
    {
        QFETCH(int, step);
        QRandomGenerator random{quint32(step)};
        search::LineSet set;
        QList<qint64> list;
        for (qint64 line = 5'000'000'000; list.size() < 100'000; line += random.bounded(1, step + 1)) {
            set.append(line);
            list.append(line);
        }
        QCOMPARE(set.size(), list.size());
        for (int i = 0; i < 3000; ++i) {
            const qint64 line = list.first() - 5 + random.bounded(list.last() - list.first() + 10);
            const auto lower = std::lower_bound(list.cbegin(), list.cend(), line);
            const auto upper = std::upper_bound(list.cbegin(), list.cend(), line);
            QCOMPARE(set.rank(line), lower - list.cbegin());
            QCOMPARE(set.contains(line), lower != upper);
            QCOMPARE(set.after(line), upper == list.cend() ? std::nullopt : std::optional(*upper));
            QCOMPARE(set.before(line), lower == list.cbegin() ? std::nullopt : std::optional(*(lower - 1)));
            const qint64 index = random.bounded(list.size());
            QCOMPARE(set.at(index), list[index]);
        }
    }

    void widensWithoutRepeating()
    {
        search::LineSet set;
        for (const qint64 line : {1, 3, 70'000, 70'001}) {
            set.append(line);
        }
        const search::LineSet wide = set.widened(2, 70'002);
        QList<qint64> lines;
        for (qint64 i = 0; i < wide.size(); ++i) {
            lines.append(wide.at(i));
        }
        QCOMPARE(lines, (QList<qint64>{0, 1, 2, 3, 4, 5, 69'998, 69'999, 70'000, 70'001}));
    }

    void anEmptyOneHasNothing()
    {
        const search::LineSet set;
        QCOMPARE(set.size(), 0);
        QVERIFY(!set.contains(0) && !set.after(-1) && !set.before(9));
        QCOMPARE(set.rank(7), 0);
    }
};

REGISTER_TEST(TestLineSet);
#include "test_lineset.moc"
