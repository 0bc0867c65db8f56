// SPDX-License-Identifier: Apache-2.0
#include "app/search/needle.h"
#include "tests/support/registry.h"

#include <QRandomGenerator>
#include <QTest>

using search::Needle;

class NeedleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatASimpleSearchFinds()
    {
        QRandomGenerator random(5);
        for (int round = 0; round < 20'000; ++round) {
            // Few letters, so that parts of it stand everywhere; in a block of its own, so that a sanitizer sees its
            // end.
            QByteArray hay(random.bounded(200), Qt::Uninitialized);
            for (char &c : hay) {
                c = "ab \n\0e"[random.bounded(6)];
            }
            QByteArray text(random.bounded(1, 12), Qt::Uninitialized);
            for (char &c : text) {
                c = "ab \n\0e"[random.bounded(6)];
            }
            if (random.bounded(2) == 0 && hay.size() > text.size()) {
                text = hay.mid(random.bounded(int(hay.size() - text.size())), text.size());
            }
            const qsizetype from = random.bounded(int(hay.size()) + 1);
            QCOMPARE(Needle(text).find(hay, from), hay.indexOf(text, from));
        }
    }

    void findsItInLongTexts()
    {
        const QByteArray wanted("ms=77");
        for (const int place : {0, 31, 32, 33, 4095, 99'990, 99'995}) {
            QByteArray hay(100'000, 'm');
            hay.replace(place, wanted.size(), wanted);
            QCOMPARE(Needle(wanted).find(hay, 0), place);
            QCOMPARE(Needle(wanted).find(hay, place + 1), -1);
            QCOMPARE(Needle("=").find(hay, 0), place + 2);
        }
    }
};

REGISTER_TEST(NeedleTest);
#include "test_needle.moc"
