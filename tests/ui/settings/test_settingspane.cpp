// SPDX-License-Identifier: Apache-2.0
#include "tests/support/registry.h"
#include "tests/ui/panehouse.h"
#include "ui/forms/formrow.h"
#include "ui/settings/entrydialog.h"
#include "ui/settings/settingsfields.h"
#include "ui/settings/settingspane.h"
#include "ui/widgets/labels.h"

#include <QClipboard>
#include <QComboBox>
#include <QJsonArray>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace {

QJsonObject settingsOf(test::PaneHouse &house)
{
    return test::Workspace::must(test::await(house.workspace->settings().all()));
}

void press(QWidget &root, const QString &text)
{
    const auto buttons = root.findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text() == text && button->isVisible() && button->isEnabled()) {
            QTest::mouseClick(button, Qt::LeftButton);
            return;
        }
    }
    QFAIL(qPrintable(u"no button "_s + text));
}

void write(ui::EntryDialog &dialog, int field, const QString &text)
{
    auto *line = dialog.findChildren<QLineEdit *>().at(field);
    line->clear();
    QTest::keyClicks(line, text);
}

} // namespace

class TestSettingsPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySettingForPeopleHasAField()
    {
        QStringList fields;
        for (const ui::SettingsSection &section : ui::settingsSections()) {
            for (const domain::FieldSpec &field : section.plan.fields) {
                QVERIFY2(*field.label, qPrintable(field.name));
                fields.append(field.name);
            }
        }
        // Set elsewhere: the menu View, and the program itself.
        fields += {QLatin1StringView(store::setting::colourScheme), QLatin1StringView(store::setting::samplesMade)};
        for (const store::SettingSpec &spec : store::settingSpecs())
            QVERIFY2(fields.contains(spec.key), qPrintable(spec.key));
    }

    void whatIsChangedIsKept()
    {
        test::PaneHouse house;
        ui::SettingsPane pane(house.context);
        pane.resize(1000, 900);
        pane.show();
        auto *runs = pane.findChild<QSpinBox *>();
        QTRY_VERIFY(runs);
        QTRY_COMPARE(runs->value(), 0);
        QVERIFY(test::shoot(pane, u"settings"_s));
        runs->setFocus();
        runs->selectAll();
        QTest::keyClicks(runs, u"7"_s);
        QTRY_COMPARE(settingsOf(house).value("engine.parallel_runs"_L1).toInt(), 7);
        // What somebody else changes is shown.
        QVERIFY(test::await(house.workspace->settings().set(u"engine.parallel_runs"_s, 9)));
        QTRY_COMPARE(runs->value(), 9);
    }

    void pagesAreListedWithCommasBetween()
    {
        test::PaneHouse house;
        ui::SettingsPane pane(house.context);
        pane.resize(1000, 900);
        pane.show();
        QList<QLineEdit *> lines = pane.findChildren<QLineEdit *>();
        lines.removeIf([](const QLineEdit *line) { return line->objectName() == "qt_spinbox_lineedit"_L1; });
        QCOMPARE(lines.size(), 1);
        const auto origins = [&house] { return settingsOf(house).value("api.origins"_L1).toArray(); };
        lines.first()->setFocus();
        QTest::keyClicks(lines.first(), u"https://a.example, http://127.0.0.1:3000"_s);
        QTRY_COMPARE(origins(), (QJsonArray{u"https://a.example"_s, u"http://127.0.0.1:3000"_s}));
        lines.first()->clear();
        QTest::keyClicks(lines.first(), u"no origin"_s);
        const auto isWrong = [&pane] {
            const QList<ui::ErrorLine *> errors = pane.findChildren<ui::ErrorLine *>();
            return std::any_of(errors.begin(), errors.end(),
                               [](const ui::ErrorLine *line) { return line->isVisible(); });
        };
        QTRY_VERIFY(isWrong());
        QCOMPARE(origins().size(), 2); // what does not fit is not kept
    }

    void anOperatorAndATokenAreMade()
    {
        test::PaneHouse house;
        ui::SettingsPane pane(house.context);
        pane.resize(1000, 900);
        pane.show();
        press(pane, u"New operator…"_s);
        auto *dialog = pane.findChild<ui::EntryDialog *>();
        QVERIFY(dialog);
        write(*dialog, 0, u"a:b"_s);
        press(*dialog, u"Add"_s);
        QTRY_VERIFY(dialog->findChild<QPushButton *>(u"handOver"_s)->isEnabled()); // refused, and still open
        QVERIFY(dialog->isVisible());
        write(*dialog, 0, u"ann"_s);
        press(*dialog, u"Add"_s);
        auto *operators = pane.findChild<QTableView *>(u"operatorsTable"_s);
        QTRY_COMPARE(operators->model()->rowCount(), 1);
        QCOMPARE(operators->model()->index(0, 1).data().toString(), u"User"_s);
        QTRY_VERIFY(!pane.findChild<ui::EntryDialog *>());

        press(pane, u"New token…"_s);
        dialog = pane.findChild<ui::EntryDialog *>();
        write(*dialog, 0, u"backup script"_s);
        write(*dialog, 1, u"ann"_s);
        house.prompts.answer = 0; // copies it
        press(*dialog, u"Make"_s);
        auto *tokens = pane.findChild<QTableView *>(u"tokensTable"_s);
        QTRY_COMPARE(tokens->model()->rowCount(), 1);
        QCOMPARE(house.prompts.asked.size(), 1);
        const QString secret = QGuiApplication::clipboard()->text();
        QVERIFY2(secret.startsWith(u"tok_"_s), qPrintable(secret));
        const auto owner = test::Workspace::must(
            test::await(house.workspace->operators().owner(store::tokenIdOf(secret.toLatin1()), u"tester"_s)));
        QVERIFY(owner && owner->valid);
        QCOMPARE(owner->hash, store::tokenHash(secret.toLatin1()));

        tokens->selectRow(0);
        press(pane, u"Revoke…"_s);
        QTRY_COMPARE(tokens->model()->index(0, 3).data().toString(), u"revoked"_s);
    }
};

REGISTER_TEST(TestSettingsPane);
#include "test_settingspane.moc"
