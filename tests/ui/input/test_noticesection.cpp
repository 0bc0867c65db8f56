// SPDX-License-Identifier: Apache-2.0
// The page of the editor that says of what somebody is told.
#include "tests/support/registry.h"
#include "tests/ui/desk.h"

#include "ui/forms/automationeditor.h"
#include "ui/forms/formrow.h"
#include "ui/forms/sectionlist.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using domain::NoticeCause;
using domain::NoticeWay;

namespace {

constexpr int noticesPage = 8;

} // namespace

class TestNoticeSection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<test::Desk>(); }
    void cleanup()
    {
        m_editor.reset();
        m_desk.reset();
    }

    void boxesAreTheRule()
    {
        domain::Automation automation = test::someAutomation();
        automation.notify.ways = {{NoticeCause::Failure, {NoticeWay::Desktop, NoticeWay::Sound}}};
        automation = m_desk->stored(automation);
        open(automation);
        QVERIFY(!m_editor->hasChanges());
        QVERIFY(box("notify:failure:desktop")->isChecked());
        QVERIFY(box("notify:failure:sound")->isChecked());
        QVERIFY(!box("notify:late:desktop")->isChecked());
        box("notify:failure:sound")->click();
        box("notify:late:desktop")->click();
        box("notify:success:webhook")->click();
        QTest::keyClicks(webhook(), u" https://example.org/${secret:hook} "_s);
        QVERIFY(m_editor->hasChanges());
        QVERIFY(test::shoot(*m_editor, u"editor-notices-filled"_s));
        QSignalSpy saved(m_editor.get(), &ui::AutomationEditor::saved);
        m_editor->save();
        QTRY_COMPARE(saved.size(), 1);
        const domain::NoticeRule rule = test::await(m_desk->store->automations().get(automation.id))->notify;
        QCOMPARE(rule.webhook, u"https://example.org/${secret:hook}"_s);
        QCOMPARE(rule.ways, (QMap<NoticeCause, QList<NoticeWay>>{{NoticeCause::Failure, {NoticeWay::Desktop}},
                                                                 {NoticeCause::Success, {NoticeWay::Webhook}},
                                                                 {NoticeCause::Late, {NoticeWay::Desktop}}}));
    }

    void aMissingAddressIsSaidAtItsField()
    {
        open(m_desk->stored(test::someAutomation()));
        box("notify:success:webhook")->click();
        m_editor->save();
        const auto *list = m_editor->findChild<ui::SectionList *>();
        QTRY_COMPARE(list->mark(noticesPage), ui::SectionList::Mark::Wrong);
        QVERIFY(test::shoot(*m_editor, u"editor-notices-error"_s));
        QTest::keyClicks(webhook(), u"https://example.org"_s);
        QSignalSpy saved(m_editor.get(), &ui::AutomationEditor::saved);
        m_editor->save();
        QTRY_COMPARE(saved.size(), 1);
    }

private:
    void open(const domain::Automation &automation)
    {
        m_editor = std::make_unique<ui::AutomationEditor>(m_desk->context(), automation, nullptr);
        m_editor->setAttribute(Qt::WA_DeleteOnClose, false);
        m_editor->show();
        QVERIFY(QTest::qWaitForWindowActive(m_editor.get()));
        m_editor->findChild<ui::SectionList *>()->setCurrentRow(noticesPage);
    }
    QCheckBox *box(const char *name) const { return m_editor->findChild<QCheckBox *>(QLatin1StringView(name)); }
    QLineEdit *webhook() const { return m_editor->findChild<QLineEdit *>(u"notify:webhook"_s); }

    std::unique_ptr<test::Desk> m_desk;
    std::unique_ptr<ui::AutomationEditor> m_editor;
};

REGISTER_TEST(TestNoticeSection);
#include "test_noticesection.moc"
