// SPDX-License-Identifier: Apache-2.0
// The versions of an automation, and of a maintenance window: what each changed, beside today's, and the way back.
#include "tests/support/registry.h"
#include "tests/ui/panehouse.h"
#include "ui/panes/versionspage.h"
#include "ui/widgets/differenceview.h"
#include "ui/widgets/segments.h"

#include <QAbstractButton>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using test::await;

class TestVersions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_house = std::make_unique<test::PaneHouse>();
        domain::Automation automation = test::someAutomation(u"Report"_s);
        automation.params = {{u"command"_s, u"set -e\nmake report\nsend report"_s}};
        automation = m_house->workspace.create({automation}).first();
        automation.params.insert("command"_L1, u"set -e\nmake report --all\nsend report"_s);
        automation.timeoutSeconds = 60;
        automation = await(store().automations().update(automation, u"ann"_s)).value();
        automation.name = u"Reports"_s;
        m_automation = await(store().automations().update(automation, u"bob"_s)).value();
        m_page = std::make_unique<ui::VersionsPage>(m_house->context, ui::versionsOfAutomations(store()));
        m_page->resize(340, 700);
        m_page->setSubject(m_automation.id.text(), m_automation.version);
        m_page->show();
        QTRY_COMPARE(table()->model()->rowCount(), 3);
    }
    void cleanup()
    {
        m_page.reset();
        m_house.reset();
    }

    void eachSaysWhatItChanged()
    {
        QCOMPARE(test::textOf(*m_page, u"versionHeading"_s), u"What this version changed:"_s);
        QCOMPARE(difference(), u"name\n- Report\n+ Reports"_s);
        choose(1);
        QCOMPARE(difference(), u"params.command\n  set -e\n- make report\n+ make report --all\n  send report\n"
                               "timeout_s\n- 600\n+ 60"_s);
        QVERIFY(m_page->findChild<ui::DifferenceView *>()->accessibleDescription().contains(u"+ 60"_s));
        QVERIFY(test::shoot(*m_page, u"versions"_s));
        choose(2);
        QCOMPARE(test::textOf(*m_page, u"versionHeading"_s), u"The first version."_s);
    }

    void andWhatIsDifferentToday()
    {
        choose(2);
        m_page->findChild<ui::Segments *>()->findChildren<QAbstractButton *>().constLast()->click();
        QTRY_VERIFY(difference().startsWith(u"name\n- Report\n+ Reports\nparams.command"_s));
        choose(0);
        QCOMPARE(test::textOf(*m_page, u"versionHeading"_s), u"This is today's version."_s);
        QCOMPARE(difference(), QString());
    }

    void oneIsRestoredAndThatIsUndone()
    {
        QSignalSpy said(m_page.get(), &ui::VersionsPage::said);
        auto *restore = m_page->findChild<QPushButton *>(u"restoreVersion"_s);
        QVERIFY(!restore->isEnabled());
        QCOMPARE(restore->toolTip(), u"This is today's version."_s);
        choose(2);
        QVERIFY(restore->isEnabled());
        restore->click();
        QTRY_COMPARE(said.size(), 1);
        QCOMPARE(now().name, u"Report"_s);
        QCOMPARE(now().version, 4);
        QCOMPARE(now().updatedBy, u"tester"_s);
        said.first().at(1).value<std::function<void()>>()();
        QTRY_COMPARE(now().version, 5);
        QCOMPARE(now().name, u"Reports"_s);
        QCOMPARE(now().timeoutSeconds, 60);
    }

    void whoMayNotEditRestoresNothing()
    {
        choose(1);
        m_house->seat.lock();
        auto *restore = m_page->findChild<QPushButton *>(u"restoreVersion"_s);
        QVERIFY(!restore->isEnabled());
        QCOMPARE(restore->toolTip(), m_house->seat.whyNot(domain::Right::Edit));
        QVERIFY(!difference().isEmpty());
    }

private:
    store::Store &store() { return m_house->workspace.store(); }
    QTableView *table() const { return m_page->findChild<QTableView *>(u"versionsTable"_s); }
    QString difference() const { return m_page->findChild<ui::DifferenceView *>()->text(); }
    void choose(int row) { table()->selectRow(row); }
    domain::Automation now() { return await(store().automations().get(m_automation.id)).value(); }

    std::unique_ptr<test::PaneHouse> m_house;
    domain::Automation m_automation;
    std::unique_ptr<ui::VersionsPage> m_page;
};

REGISTER_TEST(TestVersions);

#include "test_versions.moc"
