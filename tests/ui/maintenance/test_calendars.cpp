// SPDX-License-Identifier: Apache-2.0
// Calendars that become maintenance windows, as somebody subscribes to one, sees its problem, and lets it go.
#include "tests/support/registry.h"
#include "tests/ui/panehouse.h"
#include "ui/maintenance/calendarsdialog.h"
#include "ui/settings/entrydialog.h"

#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;
using test::await;

class TestCalendars : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_house = std::make_unique<test::PaneHouse>();
        m_dialog = std::make_unique<ui::CalendarsDialog>(m_house->context, nullptr);
        m_dialog->show();
    }
    void cleanup()
    {
        m_dialog.reset();
        m_house.reset();
    }

    void oneIsSubscribedTo()
    {
        QTRY_VERIFY(m_dialog->findChild<QWidget *>(u"noCalendars"_s)->isVisible());
        button("newCalendar")->click();
        QTRY_VERIFY(entry());
        set("name", u"Holidays"_s);
        set("source", u"not an address"_s);
        submit();
        QTRY_VERIFY(entry()->findChild<QWidget *>(u"field:source"_s)); // stays open, with what is wrong
        QVERIFY(await(calendars().list())->isEmpty());
        set("source", u"/srv/days.ics"_s);
        submit();
        QTRY_VERIFY(!entry());
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        const domain::CalendarSubscription made = await(calendars().list())->first();
        QCOMPARE(made.everySeconds, 86400);
        QCOMPARE(made.createdBy, u"tester"_s);
        QCOMPARE(table()->model()->index(0, 1).data().toString(), u"not yet"_s);
        QVERIFY(await(calendars().failed(made.id, u"no such file"_s)));
        QTRY_COMPARE(table()->model()->index(0, 2).data().toString(), u"no such file"_s);
        QVERIFY(test::shoot(*m_dialog, u"calendars"_s));
        button("readCalendar")->click();
        QTRY_VERIFY(!await(calendars().get(made.id))->triedAt);
        m_house->prompts.answer = 0;
        button("removeCalendar")->click();
        QTRY_VERIFY(await(calendars().list())->isEmpty());
        QTRY_VERIFY(!table()->isVisible());
    }

    void whoMayNotOnlyLooks()
    {
        m_house->seat.lock();
        for (const char *name : {"newCalendar", "readCalendar", "removeCalendar"}) {
            QVERIFY(!button(name)->isEnabled());
            QCOMPARE(button(name)->toolTip(), m_house->seat.whyNot(domain::Right::Edit));
        }
    }

private:
    store::Calendars &calendars() { return m_house->workspace->calendars(); }
    QTableView *table() const { return m_dialog->findChild<QTableView *>(u"calendarsTable"_s); }
    ui::EntryDialog *entry() const { return m_dialog->findChild<ui::EntryDialog *>(); }
    QPushButton *button(const char *name) const { return m_dialog->findChild<QPushButton *>(QLatin1StringView(name)); }
    void set(const char *field, const QString &text)
    {
        auto *edit = entry()->findChild<QLineEdit *>(u"field:"_s + QLatin1StringView(field));
        edit->setText(text);
        Q_EMIT edit->textEdited(text);
    }
    void submit()
    {
        const QList<QPushButton *> buttons = entry()->findChildren<QPushButton *>();
        for (QPushButton *one : buttons) {
            if (one->text() == "Subscribe"_L1)
                one->click();
        }
    }

    std::unique_ptr<test::PaneHouse> m_house;
    std::unique_ptr<ui::CalendarsDialog> m_dialog;
};

REGISTER_TEST(TestCalendars);

#include "test_calendars.moc"
