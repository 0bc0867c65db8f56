// SPDX-License-Identifier: Apache-2.0
#include "tests/support/registry.h"
#include "tests/ui/gallery.h"
#include "tests/ui/shots.h"

#include "ui/forms/sectionlist.h"
#include "ui/widgets/factslist.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messages/loadingrows.h"
#include "ui/widgets/messages/toast.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/table/sparkbars.h"
#include "ui/widgets/table/tableview.h"
#include "ui/widgets/wraplabel.h"

#include <QApplication>
#include <QClipboard>
#include <QFocusFrame>
#include <QHeaderView>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ui;

class TestWidgets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLongFactHasTheWidthForItself()
    {
        ui::FactsList list(test::look());
        const QString path = u"/usr/local/bin:/usr/bin:/bin:/usr/local/games:/usr/games:/opt/tools/bin"_s;
        list.setFacts({{u"HOME"_s, u"/root"_s, u"from the system"_s, ui::Fact::Form::Mono},
                       {u"PATH"_s, path, u"from the system"_s, ui::Fact::Form::Mono}});
        list.resize(300, 200);
        list.show();
        QVERIFY(QTest::qWaitForWindowExposed(&list));
        const auto *shortOne = list.findChild<QLabel *>(u"fact0value"_s);
        const auto *longOne = list.findChild<QLabel *>(u"fact1value"_s);
        const auto *below = list.findChild<QLabel *>(u"fact1beside"_s);
        QCOMPARE(list.findChild<QLabel *>(u"fact0beside"_s)->y(), shortOne->y());
        QVERIFY(below->y() >= longOne->geometry().bottom());
        QVERIFY(longOne->height() >= longOne->heightForWidth(longOne->width())); // nothing of it is cut
        list.setFacts({{u"Version"_s, u"1"_s, u"saved 00:02 by connection:Docks"_s, {}}});
        QCoreApplication::processEvents();
        QVERIFY(list.minimumSizeHint().width() <= 300); // nor of what stands beside another
    }

    void aWordWithoutEndGoesOnInTheNextLine()
    {
        ui::FactsList list(test::look());
        const QString address = u"0x3e26Fe336ebae6135a3aE1600f13a01A1D2510C4"_s;
        list.setFacts({{u"Account"_s, u"of "_s + address + u",\nactive"_s, {}, ui::Fact::Form::Mono}});
        list.resize(280, 200);
        list.show();
        QVERIFY(QTest::qWaitForWindowExposed(&list));
        QVERIFY2(list.minimumSizeHint().width() <= 280, "it would be cut");
        auto *value = list.findChild<ui::WrapLabel *>(u"fact0value"_s);
        QVERIFY(value->height() >= 4 * value->fontMetrics().height());
        value->setSelection(0, int(value->text().size()));
        QTest::keyClick(value, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), value->words());
        QVERIFY(value->words().contains(address));
    }

    void noPagesNameIsCut()
    {
        ui::SectionList list(test::look());
        list.addSection(u"Short"_s);
        QCOMPARE(list.width(), ui::SectionList::leastWidth);
        const QString longName = u"A name that is longer than any in English"_s;
        list.addSection(longName);
        QVERIFY(list.width() > ui::SectionList::leastWidth);
        QVERIFY(list.width() > list.fontMetrics().horizontalAdvance(longName));
    }

    void barsStandOnOneBaseLine()
    {
        const QList<BarValue> values{{1, u"run.done"_s, {}},
                                     {0.5, u"run.failed"_s, {}},
                                     {1, u"window.open"_s, {}},
                                     {0.5, u"run.running"_s, 0.5}};
        const QList<BarShape> bars = layoutBars(values, {QRect(10, 0, 100, 43), 15, 12, 2});
        QCOMPARE(bars.size(), 4);
        for (const BarShape &bar : bars)
            QCOMPARE(bar.bar.bottom() + 1, 40);
        QCOMPARE(bars[0].bar, QRect(10, 0, 12, 40));
        QCOMPARE(bars[1].foot, QRect(25, 41, 12, 2));
        QVERIFY(bars[0].foot.isEmpty());
        QCOMPARE(bars[2].bar.height(), 2);
        QCOMPARE(bars[3].done.height(), 10);
    }

    void oldestBarsMakeRoom()
    {
        QList<BarValue> values;
        for (int i = 0; i < 30; ++i)
            values.append({i / 30.0, u"run.done"_s, {}});
        const QList<BarShape> bars = layoutBars(values, {QRect(0, 0, 100, 20), 5, 4, 2});
        QCOMPARE(bars.size(), 20);
        QCOMPARE(bars.first().bar.height(), std::max(2, qRound(10 / 30.0 * 17)));
        QVERIFY(layoutBars(values, {QRect(), 5, 4, 2}).size() <= 1);
    }

    void readsBarsFromModels()
    {
        const QVariantList list{QVariantList{0.5, u"run.done"_s}, 7, QVariantList{1.0, u"run.running"_s, 0.25}};
        const QList<BarValue> bars = barsFromVariant(list);
        QCOMPARE(bars.size(), 2);
        QCOMPARE(bars[1].passed, std::optional(0.25));
    }

    void tablesCopyWhatIsSeen()
    {
        const auto model = test::automationRows();
        TableView table(test::look());
        table.setModel(model.get());
        table.horizontalHeader()->moveSection(0, 1);
        table.hideColumn(2);
        chooseRow(table, 1);
        const QStringList lines = table.selectionAsTsv().split(u'\n');
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0].section(u'\t', 0, 1), u"Kind\tName"_s);
        QCOMPARE(lines[1].section(u'\t', 0, 1), u"Script\tCertificate renewal"_s);
        QCOMPARE(lines[1].count(u'\t'), model->columnCount() - 2);
    }

    void choosesJustOneRowWhileControlIsHeld()
    {
        const auto model = test::automationRows();
        TableView table(test::look());
        table.setModel(model.get());
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        chooseRow(table, 0);
        QTest::keyPress(&table, Qt::Key_Control, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::keyboardModifiers(), Qt::ControlModifier);
        chooseRow(table, 2);
        QTest::keyRelease(&table, Qt::Key_Control);
        const QModelIndexList rows = table.selectionModel()->selectedRows();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.constFirst().row(), 2);
    }

    void rowsHaveFixedHeights()
    {
        const auto model = test::automationRows();
        TableView table(test::look());
        table.setModel(model.get());
        const int text = table.fontMetrics().height();
        QCOMPARE(table.rowHeight(0), std::max(30, text + 12));
        table.setDensity(Density::Compact);
        QCOMPARE(table.rowHeight(0), std::max(24, text + 6));
    }

    void hoverCoversTheRow()
    {
        const auto model = test::automationRows();
        TableView table(test::look());
        table.setModel(model.get());
        table.resize(800, 300);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        QTest::mouseMove(table.viewport(), QPoint(20, table.rowViewportPosition(2) + 5));
        QTRY_COMPARE(table.hoveredRow(), 2);
        QCoreApplication::processEvents();
        const QImage image = table.viewport()->grab().toImage();
        const int y = qRound((table.rowViewportPosition(2) + 2) * image.devicePixelRatio());
        const QColor hover = test::look().colour(Colour::BgHover);
        QCOMPARE(image.pixelColor(qRound(4 * image.devicePixelRatio()), y), hover);
        QCOMPARE(image.pixelColor(qRound((table.columnViewportPosition(3) + 2) * image.devicePixelRatio()), y), hover);
    }

    void escapeClearsWordsThenChips()
    {
        FilterBar bar(test::look());
        bar.setChips({{u"since"_s, u"today"_s}});
        bar.setText(u"backup"_s);
        bar.show();
        QSignalSpy cleared(&bar, &FilterBar::cleared);
        QSignalSpy removed(&bar, &FilterBar::chipRemoved);
        auto *edit = bar.findChild<QLineEdit *>(u"filterEdit"_s);
        QTest::keyClick(edit, Qt::Key_Escape);
        QVERIFY(bar.text().isEmpty());
        QCOMPARE(cleared.size(), 0);
        QTest::keyClick(edit, Qt::Key_Backspace);
        QCOMPARE(removed.size(), 1);
        QTest::keyClick(edit, Qt::Key_Escape);
        QCOMPARE(cleared.size(), 1);
    }

    void toastLiesOnNoButton()
    {
        QWidget window;
        window.resize(800, 600);
        Toast toast(test::look(), &window);
        toast.setInsets(50, 0);
        QPushButton first(u"Approve"_s, &window);
        first.setGeometry(650, 520, 120, 32);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        toast.tell(u"A run is queued"_s);
        QTRY_COMPARE(toast.geometry().bottom(), first.y() - 8);
        QVERIFY(toast.y() > 300);
        QPushButton second(u"Reject"_s, &window); // which comes after it was said
        second.setGeometry(toast.x() + 20, toast.y(), 120, 32);
        second.show();
        QTRY_VERIFY(!toast.geometry().intersects(second.geometry()));
        QVERIFY(!toast.geometry().intersects(first.geometry()));
        first.hide();
        second.hide();
        toast.tell(u"Another one"_s);
        QTRY_COMPARE(toast.geometry().bottom(), 600 - 50 - 1);
    }

    void toastOffersUndoForTenSeconds()
    {
        QWidget window;
        window.resize(800, 600);
        Toast toast(test::look(), &window);
        window.show();
        toast.tell(u"3 automations paused"_s, Undoable::Yes);
        QCOMPARE(toast.stay(), std::chrono::seconds(10));
        QVERIFY(toast.isVisible());
        QCOMPARE(toast.width(), 360);
        QSignalSpy undone(&toast, &Toast::undone);
        toast.undo();
        QCOMPARE(undone.size(), 1);
        QVERIFY(!toast.isVisible());
        toast.undo();
        QCOMPARE(undone.size(), 1);
        toast.tell(u"Saved"_s);
        QCOMPARE(toast.stay(), std::chrono::seconds(6));
        QVERIFY(!toast.findChild<QPushButton *>(u"toastUndo"_s)->isVisible());
    }

    void segmentsChooseOne()
    {
        Segments segments(test::look());
        segments.add(1, u"Day"_s);
        segments.add(2, u"Week"_s);
        QCOMPARE(segments.chosenId(), 1);
        QSignalSpy chosen(&segments, &Segments::chosen);
        segments.choose(2);
        QCOMPARE(chosen.size(), 0);
        QTest::mouseClick(segments.findChild<QToolButton *>(u"segment1"_s), Qt::LeftButton);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(segments.chosenId(), 1);
    }

    void quickLoadingShowsNothing()
    {
        LoadingRows loading(test::look());
        QSignalSpy shown(&loading, &LoadingRows::shown);
        QSignalSpy done(&loading, &LoadingRows::done);
        loading.begin();
        loading.finish();
        QCOMPARE(done.size(), 1);
        loading.begin();
        QTRY_COMPARE(shown.size(), 1);
        loading.finish();
        QCOMPARE(done.size(), 1);
        QTRY_COMPARE(done.size(), 2);
    }

    void everythingHasAName()
    {
        const std::unique_ptr<QWidget> states = test::makeStates();
        const std::unique_ptr<QWidget> pane = test::makePane();
        QCOMPARE(test::unnamedWidgets(*states).join(u"; "_s), QString());
        QCOMPARE(test::unnamedWidgets(*pane).join(u"; "_s), QString());
    }

    void textFollowsTheScheme()
    {
        TextLabel label(test::look(), {TypeRole::Body, Colour::TextPrimary});
        test::look().setScheme(Scheme::Dark);
        QCOMPARE(label.palette().color(QPalette::WindowText), test::look().colour(Colour::TextPrimary));
        test::look().setScheme(Scheme::Light);
        QCOMPARE(label.palette().color(QPalette::WindowText), test::look().colour(Colour::TextPrimary));
    }

    void buttonsShowTheirRingOnlyAfterAKey()
    {
        QWidget window;
        window.resize(300, 120);
        window.setBackgroundRole(QPalette::Base);
        window.setAutoFillBackground(true);
        QPushButton first(u"Run again"_s, &window);
        QPushButton second(u"Approve"_s, &window);
        second.setProperty("primary", true);
        first.move(20, 30);
        second.move(150, 30);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const auto frame = [&] {
            const QList<QFocusFrame *> frames = window.findChildren<QFocusFrame *>();
            return frames.isEmpty() || !frames.first()->isVisible() ? nullptr : frames.first();
        };
        second.setFocus(Qt::MouseFocusReason);
        QVERIFY(!frame());
        first.setFocus(Qt::TabFocusReason);
        QVERIFY(frame());
        QCOMPARE(frame()->geometry(), first.geometry().adjusted(-3, -3, 3, 3));
        second.setFocus(Qt::TabFocusReason);
        QCOMPARE(frame()->widget(), &second);
        QVERIFY(test::shoot(window, u"focus"_s));
        second.clearFocus();
        QVERIFY(!frame());
    }

    void looksRight()
    {
        const std::unique_ptr<QWidget> states = test::makeStates();
        states->show();
        QVERIFY(test::shoot(*states, u"states"_s));
        const std::unique_ptr<QWidget> pane = test::makePane();
        pane->show();
        pane->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(pane.get()));
        auto *table = pane->findChild<TableView *>();
        table->setFocus(Qt::TabFocusReason);
        QTest::keyClick(table, Qt::Key_Up);
        QVERIFY(test::shoot(*pane, u"pane"_s));
        const std::unique_ptr<QWidget> signs = test::makeSigns();
        QVERIFY(test::shoot(*signs, u"signs"_s));
        const std::unique_ptr<QWidget> menu = test::makeMenu();
        QVERIFY(test::shoot(*menu, u"menu"_s));
    }
};

REGISTER_TEST(TestWidgets);
#include "test_widgets.moc"
