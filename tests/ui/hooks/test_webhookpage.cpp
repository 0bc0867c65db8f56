// SPDX-License-Identifier: Apache-2.0
// The page of a webhook: its address, another one, what arrived and doing it again; and the trigger in the editor.
#include "tests/support/registry.h"
#include "tests/ui/panehouse.h"
#include "ui/automations/automationspane.h"
#include "ui/automations/hooks/webhookpage.h"
#include "ui/forms/schedule/triggerform.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>

using namespace Qt::StringLiterals;
using test::await;
using test::textOf;

namespace {

class TestWebhookPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theAddressIsShownCopiedAndChanged()
    {
        test::PaneHouse house;
        const base::AutomationId id = hooked(house);
        ui::WebhookPage page(house.context);
        show(page, id);
        const QString token = tokenOf(house, id);
        QTRY_VERIFY(textOf(page, u"webhookAddress"_s).endsWith(u"/api/automations/webhook/"_s + token));
        click(page, u"copyAddress"_s);
        QVERIFY(QGuiApplication::clipboard()->text().endsWith(token));
        house.prompts.answer = 1;
        click(page, u"rotateToken"_s);
        QCOMPARE(tokenOf(house, id), token);
        house.prompts.answer = 0;
        click(page, u"rotateToken"_s);
        QTRY_VERIFY(tokenOf(house, id) != token);
        QTRY_VERIFY(textOf(page, u"webhookAddress"_s).endsWith(tokenOf(house, id)));
        QVERIFY(house.prompts.asked.last().destructive);
    }

    void deliveriesAreListedAndDoneAgain()
    {
        test::PaneHouse house;
        const base::AutomationId id = hooked(house);
        ui::WebhookPage page(house.context);
        show(page, id);
        const auto *table = page.findChild<QTableView *>(u"deliveriesTable"_s);
        deliver(house, id);
        QTRY_COMPARE(table->model()->rowCount(), 1); // heard of while it is looked at
        QVERIFY(!page.findChild<QPushButton *>(u"replayDelivery"_s)->isEnabled());
        table->selectionModel()->setCurrentIndex(table->model()->index(0, 0),
                                                 QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        click(page, u"replayDelivery"_s);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QCOMPARE(await(house.workspace.store().runs().page({}))->size(), 2);
        const int room = table->columnWidth(1) - 16;
        for (const QString &outcome : test::columnTexts(*table, 1))
            QVERIFY2(table->fontMetrics().horizontalAdvance(outcome) <= room, qPrintable(outcome));
        QVERIFY(test::columnTexts(*table, 1).contains(u"done again"_s));
        QVERIFY(test::shoot(page, u"webhook-page"_s));
    }

    void whoMayNotEditSeesNoAddressAndNoDeliveries()
    {
        test::PaneHouse house;
        const base::AutomationId id = hooked(house);
        deliver(house, id);
        ui::WebhookPage page(house.context);
        show(page, id);
        const auto *address = page.findChild<QLineEdit *>(u"webhookAddress"_s);
        const auto *table = page.findChild<QTableView *>(u"deliveriesTable"_s);
        const auto shows = [&] {
            return address->text().endsWith(tokenOf(house, id)) && table->model()->rowCount() == 1;
        };
        const auto hides = [&] {
            return address->text().isEmpty() && table->model()->rowCount() == 0 &&
                   !page.findChild<QPushButton *>(u"copyAddress"_s)->isEnabled() &&
                   !page.findChild<QPushButton *>(u"rotateToken"_s)->isEnabled();
        };
        QTRY_VERIFY(shows());
        house.seat.lock();
        QVERIFY(hides());
        QVERIFY(!textOf(page, u"webhookNote"_s).isEmpty());
        takeDesk(house, u"vic"_s, domain::Role::Viewer);
        QVERIFY(hides());
        deliver(house, id, u"2"_s); // and what happens now is no news either
        page.hide();
        page.show();
        QVERIFY(hides());
        takeDesk(house, u"ann"_s, domain::Role::Operator);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QVERIFY(address->text().endsWith(tokenOf(house, id)));
    }

    void itsTabStandsWhereThereIsAWebhook()
    {
        test::PaneHouse house;
        house.workspace.create(1);
        models::AutomationModel model(house.workspace.store(), house.workspace.catalog, house.workspace.clock);
        ui::AutomationsPane pane(house.context, model);
        test::open(pane);
        const auto *tabs = pane.inspector()->findChild<QTabBar *>();
        QTRY_VERIFY(tabs && tabs->count() == 5 && !tabs->isTabVisible(4));
        hooked(house, u"A hook"_s);
        pane.findChild<QLineEdit *>(u"filterEdit"_s)->setText(u"hook"_s);
        QTRY_VERIFY(tabs->isTabVisible(4));
        // 340 px are the narrowest inspector, 12 of them stand beside the tabs.
        QVERIFY2(tabs->sizeHint().width() <= 340 - 12, qPrintable(QString::number(tabs->sizeHint().width())));
    }

    void theTriggerIsEdited()
    {
        test::PaneHouse house;
        ui::TriggerForm form(house.context.look, house.workspace.clock);
        form.setTrigger({{u"type"_s, u"webhook"_s}, {u"hmac_secret"_s, u"hook_key"_s}}, {});
        auto *secret = form.findChild<QLineEdit *>(u"field:hmac_secret"_s);
        QCOMPARE(secret->text(), u"hook_key"_s);
        QCOMPARE(form.trigger().value("hmac_secret"_L1).toString(), u"hook_key"_s);
        QVERIFY(form.check());
        secret->setText(u"not a name"_s);
        QCOMPARE(form.check().error().field, u"hmac_secret"_s);
        secret->clear();
        QVERIFY(form.check());
        QVERIFY(form.trigger().value("hmac_secret"_L1).isNull());
    }

private:
    static base::AutomationId hooked(test::PaneHouse &house, const QString &name = u"Hook"_s)
    {
        domain::Automation automation = test::someAutomation();
        automation.name = name;
        automation.triggers = {domain::Webhook{}};
        return await(house.workspace.store().automations().create({automation}, u"tester"_s)).value().first().id;
    }

    static QString tokenOf(test::PaneHouse &house, const base::AutomationId &id)
    {
        const auto token = await(house.workspace.store().webhooks().token(id));
        return token ? token->token : QString();
    }

    static void takeDesk(test::PaneHouse &house, const QString &name, domain::Role role)
    {
        store::Operators &operators = house.workspace.store().operators();
        QVERIFY(await(operators.add({name, role}, u"tester"_s, u"tester"_s)));
        const auto made = await(
            operators.createToken({.name = u"desk"_s, .operatorName = name, .role = role}, u"tester"_s, u"tester"_s));
        house.seat.take(made->secret, [](const base::Status &) {});
        QTRY_COMPARE(house.seat.who().name, name);
    }

    static void deliver(test::PaneHouse &house, const base::AutomationId &id, const QString &sender = u"1"_s)
    {
        store::IncomingHook hook{.automation = id, .token = tokenOf(house, id).toLatin1(), .senderId = sender};
        hook.request.type = domain::BodyType::Json;
        hook.request.body = "{}";
        QVERIFY(await(house.workspace.store().webhooks().deliver(hook)));
    }

    static void show(ui::WebhookPage &page, const base::AutomationId &id)
    {
        page.setAutomation(id);
        page.resize(340, 500);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
    }

    static void click(ui::WebhookPage &page, const QString &name) { page.findChild<QPushButton *>(name)->click(); }
};

REGISTER_TEST(TestWebhookPage);

} // namespace

#include "test_webhookpage.moc"
