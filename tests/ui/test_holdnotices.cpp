// SPDX-License-Identifier: Apache-2.0
#include "models/automationmodel.h"
#include "tests/support/registry.h"
#include "tests/ui/panehouse.h"
#include "ui/shell/holds/misseddialog.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/statusline.h"
#include "ui/widgets/messages/toast.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

class TestHoldNotices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_house = std::make_unique<test::PaneHouse>();
        m_window = std::make_unique<ui::MainWindow>(m_house->context);
        m_window->resize(1240, 700);
    }
    void cleanup()
    {
        m_window.reset();
        m_house.reset();
    }

    void everythingIsPausedInTheStatusLine()
    {
        open();
        auto *pause = m_window->findChild<QToolButton *>(u"pauseEverything"_s);
        QTRY_VERIFY(pause->isEnabled());
        QCOMPARE(pause->text(), u"Pause everything"_s);
        QVERIFY(test::shoot(*m_window, u"holds-running"_s));
        pause->setFocus();
        QTest::keyClick(pause, Qt::Key_Space);
        QTRY_VERIFY(pause->isChecked());
        QVERIFY2(pause->text().startsWith(u"Everything paused by tester since"_s), qPrintable(pause->text()));
        QVERIFY(isPaused());
        QTRY_VERIFY(bannerText().startsWith(u"Everything is paused by tester since"_s));
        const auto *toast = m_window->findChild<ui::Toast *>();
        QTRY_VERIFY(toast->isVisible());
        QVERIFY(toast->y() > m_window->height() / 2); // Over the status line, whatever it was before it was laid out.
        QVERIFY(test::shoot(*m_window, u"holds-paused"_s));
        QVERIFY(pause->geometry().right() < m_window->findChild<ui::StatusLine *>()->width());
        link(u"Resume"_s)->click();
        QTRY_VERIFY(!pause->isChecked());
        QVERIFY(!isPaused());
        QTRY_VERIFY(!link(u"Resume"_s));
    }

    /// Its buttons stand at its lower end, and can be wanted while something is said.
    void whatIsSaidLeavesTheInspectorFree()
    {
        open();
        m_window->resize(1280, 800);
        auto *inspector = m_window->findChild<QWidget *>(u"inspector"_s);
        QTRY_VERIFY(inspector->isVisible());
        m_window->say(u"Something happened"_s);
        const auto *toast = m_window->findChild<ui::Toast *>();
        QTRY_VERIFY(toast->isVisible());
        const auto inspectorAt = [this, inspector] {
            return QRect(inspector->mapTo(m_window.get(), QPoint()), inspector->size());
        };
        QVERIFY(!inspectorAt().intersects(toast->geometry()));
        m_window->resize(980, 700);
        QTRY_COMPARE(m_window->width(), 980);
        auto *shown = m_window->findChild<QAction *>(u"inspectorShown"_s);
        QVERIFY(!inspector->isVisible());
        const int end = toast->geometry().right();
        QVERIFY(end > 980 - 20);
        shown->trigger(); // Over the pane's end, in a window as narrow as this.
        QTRY_VERIFY(inspector->isVisible());
        QVERIFY(toast->isVisible());
        QVERIFY(!inspectorAt().intersects(toast->geometry()));
        shown->trigger();
        QTRY_COMPARE(toast->geometry().right(), end);
    }

    void pausingCanBeUndone()
    {
        open();
        auto *pause = m_window->findChild<QToolButton *>(u"pauseEverything"_s);
        QTRY_VERIFY(pause->isEnabled());
        QTest::mouseClick(pause, Qt::LeftButton);
        QTRY_VERIFY(pause->isChecked());
        auto *undo = m_window->findChild<QAction *>(u"undo"_s);
        QTRY_VERIFY(undo->isEnabled());
        undo->trigger();
        QTRY_VERIFY(!pause->isChecked());
        QVERIFY(!isPaused());
    }

    void missedTimesAreDecided()
    {
        m_house->workspace.missed(m_house->workspace.create(1).constFirst(), 5);
        open();
        QTRY_VERIFY(bannerText().contains(u"Missed times wait for a decision: 5."_s));
        QTRY_VERIFY(link(u"Decide…"_s));
        link(u"Decide…"_s)->click();
        auto *dialog = m_window->findChild<ui::MissedDialog *>();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        auto *list = dialog->findChild<QTreeView *>(u"missedTimes"_s);
        auto *run = dialog->findChild<QPushButton *>(u"runTicked"_s);
        auto *dismiss = dialog->findChild<QPushButton *>(u"dismissRest"_s);
        auto *all = dialog->findChild<QCheckBox *>(u"selectAll"_s);
        QCOMPARE(run->text(), u"&Run ticked (5)"_s);
        QVERIFY(!dismiss->isEnabled());
        QTest::mouseClick(all, Qt::LeftButton, {}, QPoint(8, all->height() / 2));
        QCOMPARE(run->text(), u"&Run ticked (0)"_s);
        QVERIFY(!run->isEnabled());
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Space);
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(all->checkState(), Qt::PartiallyChecked);
        QCOMPARE(run->text(), u"&Run ticked (2)"_s);
        QVERIFY(test::shoot(*dialog, u"holds-missed"_s));
        const QStringList unnamed = test::unnamedWidgets(*dialog);
        QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(u'\n')));
        run->click();
        QTRY_COMPARE(list->model()->rowCount(), 3);
        QCOMPARE(count(domain::RunStatus::Queued), 2);
        QTRY_VERIFY(dismiss->isEnabled());
        const QPointer<ui::MissedDialog> open(dialog);
        dismiss->click();
        QTRY_VERIFY(!open || !open->isVisible());
        QCOMPARE(count(domain::RunStatus::Skipped), 3);
        QTRY_VERIFY(!link(u"Decide…"_s));
    }

    void laterKeepsThem()
    {
        m_house->workspace.missed(m_house->workspace.create(1).constFirst(), 2);
        open();
        QTRY_VERIFY(link(u"Decide…"_s));
        link(u"Decide…"_s)->click();
        auto *dialog = m_window->findChild<ui::MissedDialog *>();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QCOMPARE(count(domain::RunStatus::Held), 2);
        QVERIFY(link(u"Decide…"_s));
    }

private:
    void open()
    {
        m_window->start();
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_VERIFY(m_window->automations()->isLoaded());
    }
    bool isPaused() { return test::await(m_house->workspace->pauses().allPaused())->state == store::Pausing::On; }
    qsizetype count(domain::RunStatus status)
    {
        store::RunQuery query;
        query.statuses = {status};
        return test::await(m_house->workspace->runs().page(query))->size();
    }
    QString bannerText() const
    {
        QStringList texts;
        for (const QLabel *label : m_window->findChildren<QLabel *>())
            if (label->isVisible())
                texts.append(label->text());
        const auto found = std::find_if(texts.cbegin(), texts.cend(), [](const QString &text) {
            return text.contains(u"paused"_s) || text.contains(u"decision"_s);
        });
        return found == texts.cend() ? QString() : *found;
    }
    QPushButton *link(const QString &text) const
    {
        for (QPushButton *button : m_window->findChildren<QPushButton *>())
            if (button->text() == text && button->isVisible())
                return button;
        return nullptr;
    }

    std::unique_ptr<test::PaneHouse> m_house;
    std::unique_ptr<ui::MainWindow> m_window;
};

REGISTER_TEST(TestHoldNotices);

} // namespace

#include "test_holdnotices.moc"
