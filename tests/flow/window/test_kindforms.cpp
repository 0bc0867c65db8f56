// SPDX-License-Identifier: Apache-2.0
// The editor's forms of the kinds, as they come from what the kinds say of themselves.
#include "app/kinds/kinds.h"
#include "tests/support/registry.h"
#include "tests/ui/desk.h"

#include "ui/forms/automationeditor.h"
#include "ui/forms/fieldform.h"
#include "ui/forms/formrow.h"
#include "ui/forms/sectionlist.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace {

enum Section { General, Work };

domain::Automation filled(const QString &type, const QJsonObject &params)
{
    domain::Automation automation = test::someAutomation(u"Watch the shop"_s);
    automation.type = type;
    automation.params = params;
    return automation;
}

} // namespace

class TestKindForms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<test::Desk>();
        m_desk->catalog = kinds::catalog(kinds::all());
    }
    void cleanup()
    {
        m_editor.reset();
        m_desk.reset();
    }

    void formsLook_data()
    {
        QTest::addColumn<QJsonObject>("params");
        QTest::newRow("delay") << QJsonObject{{u"seconds"_s, 90}};
        QTest::newRow("http") << QJsonObject{{u"url"_s, u"https://shop.example.org/health"_s},
                                             {u"method"_s, u"POST"_s},
                                             {u"auth"_s, u"Bearer ${secret:shop}"_s},
                                             {u"headers"_s, QJsonObject{{u"Accept"_s, u"application/json"_s}}},
                                             {u"body"_s, u"{\"deep\": true}"_s},
                                             {u"expect_status"_s, QJsonArray{200, 204}}};
        QTest::newRow("service_control") << QJsonObject{{u"service"_s, u"nginx.service"_s},
                                                        {u"action"_s, u"restart"_s}};
    }
    void formsLook()
    {
        QFETCH(const QJsonObject, params);
        const QString type = QString::fromLatin1(QTest::currentDataTag());
        open(m_desk->stored(filled(type, params)));
        QVERIFY(!m_editor->hasChanges());
        QVERIFY(test::shoot(*m_editor, u"editor-kind-"_s + type));
        const QStringList unnamed = test::unnamedWidgets(*m_editor);
        QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(u'\n')));
        for (const domain::FieldSpec &spec : m_desk->catalog.kind(type)->fields) {
            QVERIFY2(m_editor->findChild<QWidget *>(u"field:"_s + spec.name), qPrintable(spec.name));
        }
    }

    void whatIsWrittenIsCheckedAtOnce()
    {
        open(m_desk->stored(filled(u"http"_s, {{u"url"_s, u"https://example.org/"_s}})));
        auto *url = field<QLineEdit>("field:url");
        url->setFocus();
        url->selectAll();
        QTest::keyClicks(url, u"example"_s);
        QCOMPARE(errors(), QStringList());
        QTRY_COMPARE(errors(), QStringList{u"url must be an address such as https://example.org/path"_s});
        url->selectAll();
        QTest::keyClicks(url, u"http://example.org"_s);
        QTRY_COMPARE(errors(), QStringList());
        auto *auth = field<QLineEdit>("field:auth");
        QTest::keyClicks(auth, u"Bearer hunter2"_s);
        QTRY_COMPARE(errors().size(), 1);
        QVERIFY2(errors().first().startsWith(u"auth must refer to a secret"_s), qPrintable(errors().first()));
        QVERIFY(test::shoot(*m_editor, u"editor-kind-http-wrong"_s));
    }

    void headersAndStatusGoRound()
    {
        domain::Automation automation = filled(u"http"_s, {{u"url"_s, u"https://example.org/"_s},
                                                           {u"headers"_s, QJsonObject{{u"A"_s, u"b: c"_s}}},
                                                           {u"expect_status"_s, 204}});
        automation = m_desk->stored(automation);
        open(automation);
        auto *headers = field<QPlainTextEdit>("field:headers");
        QCOMPARE(headers->toPlainText(), u"A: b: c"_s);
        QCOMPARE(field<QLineEdit>("field:expect_status")->text(), u"204"_s);
        headers->moveCursor(QTextCursor::End);
        QTest::keyClick(headers, Qt::Key_Return);
        QTest::keyClicks(headers, u"D:e"_s);
        QTest::keyClicks(field<QLineEdit>("field:expect_status"), u", 304"_s);
        QSignalSpy saved(m_editor.get(), &ui::AutomationEditor::saved);
        QTest::mouseClick(field<QPushButton>("save"), Qt::LeftButton);
        QVERIFY(saved.wait());
        const QJsonObject params = test::await(m_desk->store->automations().get(automation.id))->params;
        const QJsonObject expected{{u"url"_s, u"https://example.org/"_s},
                                   {u"headers"_s, QJsonObject{{u"A"_s, u"b: c"_s}, {u"D"_s, u"e"_s}}},
                                   {u"expect_status"_s, u"204, 304"_s}};
        QCOMPARE(params, expected);
    }

private:
    void open(const domain::Automation &automation)
    {
        m_editor = std::make_unique<ui::AutomationEditor>(m_desk->context(), automation, nullptr);
        m_editor->setAttribute(Qt::WA_DeleteOnClose, false);
        m_editor->show();
        m_editor->findChild<ui::SectionList *>()->setCurrentRow(Work);
        QVERIFY(QTest::qWaitForWindowActive(m_editor.get()));
    }
    template <typename T> T *field(const char *name) const { return m_editor->findChild<T *>(QLatin1StringView(name)); }
    QStringList errors() const
    {
        QStringList texts;
        const QList<ui::ErrorLine *> lines = m_editor->findChildren<ui::ErrorLine *>();
        for (const ui::ErrorLine *line : lines)
            if (line->isVisible())
                texts.append(line->text());
        return texts;
    }

    std::unique_ptr<test::Desk> m_desk;
    std::unique_ptr<ui::AutomationEditor> m_editor;
};

REGISTER_TEST(TestKindForms);
#include "test_kindforms.moc"
