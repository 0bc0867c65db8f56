// SPDX-License-Identifier: Apache-2.0
// What the viewer looks like where there is little room, and its questions; nothing of it is cut.
#include "tests/support/registry.h"
#include "tests/ui/log/loghouse.h"

#include "ui/log/find/findbar.h"
#include "ui/log/find/logjumps.h"
#include "ui/log/logbar.h"
#include "ui/widgets/prompts.h"

#include <QAction>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

constexpr QSize narrow{700, 260};

/// Texts and buttons that have less room than they need, or lie over each other.
QStringList cut(const QWidget &bar)
{
    QStringList found;
    QList<const QWidget *> seen;
    for (const QWidget *part : bar.findChildren<QWidget *>()) {
        // What an edit field has inside is its own matter.
        if (!part->isVisible() || qobject_cast<const QLineEdit *>(part->parentWidget()) ||
            (!qobject_cast<const QToolButton *>(part) && !qobject_cast<const QLabel *>(part)))
            continue;
        if (part->width() < part->minimumSizeHint().width())
            found.append(u"%1 is cut"_s.arg(part->objectName()));
        const QRect place(part->mapTo(&bar, QPoint()), part->size());
        for (const QWidget *other : std::as_const(seen)) {
            if (place.intersects(QRect(other->mapTo(&bar, QPoint()), other->size())))
                found.append(u"%1 lies over %2"_s.arg(part->objectName(), other->objectName()));
        }
        if (!bar.rect().contains(place))
            found.append(u"%1 is outside"_s.arg(part->objectName()));
        seen.append(part);
    }
    return found;
}

} // namespace

class TestLogShots : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void barsFitWhereThereIsLittleRoom()
    {
        test::LogHouse house(narrow);
        QVERIFY(house.append("12:00:01 fetched \x1b[32mpage\x1b[0m 1\n"
                             "12:00:02 \x1b[1;33mwarning\x1b[0m: retried call 7\n"
                             "12:00:03 \x1b[31merror\x1b[0m: connection reset\n"));
        QVERIFY(house.sees(u"connection reset"_s));
        QTest::keyClick(&house.view(), Qt::Key_F, Qt::ControlModifier);
        house.part<QToolButton>("findSeveral")->click();
        house.part<QToolButton>("findAny")->click();
        house.part<QLineEdit>("findEdit")->setText(u"error warning !page"_s);
        house.part<QWidget>("findOnly")->setFocus();
        QTest::keyClick(house.part<QWidget>("findOnly"), Qt::Key_Space);
        QTRY_COMPARE(house.part<QLabel>("findCount")->text(), u"1 of 2"_s);
        QVERIFY(test::shoot(*house.dock, u"log-narrow"_s));
        QCOMPARE(cut(*house.part<ui::FindBar>("findBar")).join(u'|'), QString());
        QCOMPARE(cut(*house.tab().findChild<ui::LogBar *>()).join(u'|'), QString());
    }

    void coloursOfWordsMarksAndNotesAreSeenTogether()
    {
        test::LogHouse house({1000, 300});
        QVERIFY(house.append("the worker began\nthe worker failed: host is gone\nanother worker went on\n"));
        QVERIFY(house.sees(u"went on"_s));
        house.view().setSelection({{0, 4}, {0, 10}});
        Q_EMIT house.view().customContextMenuRequested({200, 5});
        auto *menu = house.tab().findChild<QMenu *>(u"logMenu"_s);
        menu->findChild<QAction *>(u"label_green"_s)->trigger();
        menu->close();
        house.desk.prompts.text = u"asked the network team, they restarted the switch"_s;
        house.view().setSelection({{1, 0}, {1, 0}});
        QTest::keyClick(&house.view(), Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(test::await(house.desk.store->marks().ofRun(house.run.id))->size(), 1);
        QTest::keyClick(&house.view(), Qt::Key_F, Qt::ControlModifier);
        house.part<QLineEdit>("findEdit")->setText(u"host"_s);
        QTRY_COMPARE(house.part<QLabel>("findCount")->text(), u"1 of 1"_s);
        QVERIFY(test::shoot(*house.dock, u"log-words-notes"_s));
    }

    void theQuestionWhereToGoHasRoom()
    {
        test::LogHouse house({1000, 300});
        QVERIFY(house.append("one\n"));
        ui::DialogPrompts prompts;
        ui::Context context{house.desk.store.store(),
                            house.desk.catalog,
                            house.desk.store.clock,
                            test::look(),
                            prompts,
                            house.desk.settings,
                            house.desk.seat,
                            {}};
        ui::LogJumps jumps(context, house.tab().model(), house.tab().search());
        jumps.ask(house.dock.get());
        auto *dialog = house.dock->findChild<QDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        QVERIFY(test::shoot(*dialog, u"log-jump"_s));
        QVERIFY(dialog->width() >= dialog->minimumSizeHint().width());
        QCOMPARE(test::unnamedWidgets(*dialog), QStringList());
        dialog->reject();
    }
};

REGISTER_TEST(TestLogShots);
#include "test_logshots.moc"
