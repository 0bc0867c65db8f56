// SPDX-License-Identifier: Apache-2.0
#include "tests/support/registry.h"
#include "tests/ui/desk.h"

#include "ui/forms/schedule/next/changepanel.h"
#include "ui/forms/schedule/next/nexttimes.h"
#include "ui/forms/schedule/next/nexttimeslist.h"
#include "ui/forms/schedule/scheduleform.h"

#include "app/domain/croninwords.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDateTimeEdit>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTimeEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QJsonObject trigger(const QJsonObject &fields)
{
    QJsonObject whole = fields;
    whole.insert(u"type"_s, u"schedule"_s);
    return whole;
}

base::Instant at(const QString &iso)
{
    return base::parseIso(iso).value();
}

} // namespace

class TestSchedule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_form.reset(); }

    void presetsAreChosenWithKeysAndMouse()
    {
        open({trigger({{u"cron"_s, u"30 1 * * *"_s}})});
        auto *repeat = field<QComboBox>("repeat");
        QCOMPARE(repeat->currentText(), u"Every day"_s);
        QCOMPARE(field<QTimeEdit>("presetTime")->time(), QTime(1, 30));
        repeat->setFocus();
        QTest::keyClick(repeat, Qt::Key_Down);
        QCOMPARE(cron(), u"30 1 * * MON-FRI"_s);
        QTest::keyClick(repeat, Qt::Key_Down);
        QCOMPARE(cron(), u"30 1 * * MON"_s);
        QTest::mouseClick(field<QPushButton>("weekday3"), Qt::LeftButton);
        QCOMPARE(cron(), u"30 1 * * MON,WED"_s);
        QTest::mouseClick(field<QPushButton>("weekday1"), Qt::LeftButton);
        QTest::mouseClick(field<QPushButton>("weekday3"), Qt::LeftButton); // The last one stays.
        QCOMPARE(cron(), u"30 1 * * WED"_s);
        auto *time = field<QTimeEdit>("presetTime");
        time->setFocus();
        time->setSelectedSection(QDateTimeEdit::HourSection);
        QTest::keyClick(time, Qt::Key_Up);
        QCOMPARE(cron(), u"30 2 * * WED"_s);
        QVERIFY(shoot(u"schedule-weekly"_s));
        choose(u"On a day of the month"_s);
        field<QSpinBox>("presetDay")->setValue(31);
        QCOMPARE(cron(), u"30 2 31 * *"_s);
        choose(u"Every few hours"_s);
        field<QComboBox>("presetHours")->setFocus();
        QTest::keyClicks(field<QComboBox>("presetHours"), u"6"_s);
        QCOMPARE(cron(), u"0 */6 * * *"_s);
        QCOMPARE(field<QLabel>("cronWords")->text(), words());
    }

    void nothingTypedIsLost()
    {
        open({trigger({{u"cron"_s, u"*/7 9-17 * * MON"_s}})});
        QCOMPARE(field<QComboBox>("repeat")->currentText(), u"Cron expression"_s);
        choose(u"Every day"_s);
        field<QTimeEdit>("presetTime")->setTime({4, 5});
        choose(u"From start to start"_s);
        field<QSpinBox>("field:every")->setValue(25);
        QCOMPARE(m_form->triggers().first().toObject(), trigger({{u"every_minutes"_s, 25 * 60}}));
        choose(u"Once"_s);
        QVERIFY(m_form->triggers().first().toObject().contains(u"at"_s));
        choose(u"From start to start"_s);
        QCOMPARE(field<QSpinBox>("field:every")->value(), 25);
        choose(u"Every day"_s);
        QCOMPARE(cron(), u"5 4 * * *"_s);
        choose(u"Cron expression"_s);
        QCOMPARE(cron(), u"*/7 9-17 * * MON"_s);
        auto *text = field<QLineEdit>("field:cron");
        text->setFocus();
        text->selectAll();
        QTest::keyClicks(text, u"0 8 * * 1-5"_s); // Would be a preset, but who types keeps typing.
        QCOMPARE(field<QComboBox>("repeat")->currentText(), u"Cron expression"_s);
        QCOMPARE(cron(), u"0 8 * * 1-5"_s);
    }

    void whatIsNotTouchedStaysAsItWas()
    {
        const QJsonArray before{trigger({{u"cron"_s, u"05 08 ? * 1-5"_s}, {u"unknown"_s, 1}}),
                                trigger({{u"every_seconds"_s, 90}, {u"anchor"_s, u"2026-10-22T12:00:00.000Z"_s}}),
                                trigger({{u"at"_s, u"2026-12-24T17:00:00.000Z"_s}, {u"timezone"_s, u"Asia/Tokyo"_s}}),
                                trigger({{u"cron"_s, u"@daily"_s},
                                         {u"jitter_s"_s, 300},
                                         {u"not_before"_s, u"2026-11-01T00:00:00.000Z"_s},
                                         {u"not_after"_s, u"2027-11-01T00:00:00.000Z"_s},
                                         {u"dst"_s, QJsonObject{{u"gap"_s, u"shift"_s}, {u"overlap"_s, u"both"_s}}}})};
        open(before);
        for (int row = 0; row < before.size(); ++row) {
            field<QListWidget>("triggers")->setCurrentRow(row);
            // An edit that changes nothing makes the form write down what it holds.
            Q_EMIT field<QComboBox>("repeat")->activated(field<QComboBox>("repeat")->currentIndex());
            QCOMPARE(m_form->triggers().at(row).toObject(), before.at(row).toObject());
        }
    }

    void anEngineStartHasNoTimes()
    {
        open({trigger({{u"cron"_s, u"30 1 * * *"_s}}), QJsonObject{{u"type"_s, u"startup"_s}}});
        choose(u"When the engine starts"_s);
        QCOMPARE(m_form->triggers().first().toObject(), QJsonObject({{u"type"_s, u"startup"_s}}));
        QVERIFY(!m_form->hasError());
        QVERIFY(times().isEmpty());
        QVERIFY(field<QLabel>("neverText")->text().startsWith(u"Each time an engine starts"_s));
        QVERIFY(!field<QWidget>("field:timezone")->isVisible());
        QVERIFY(shoot(u"schedule-startup"_s));
        choose(u"Every day"_s);
        QCOMPARE(cron(), u"30 1 * * *"_s);
        QCOMPARE(m_form->triggers().first().toObject(), trigger({{u"cron"_s, u"30 1 * * *"_s}}));
        field<QListWidget>("triggers")->setCurrentRow(1);
        QCOMPARE(field<QComboBox>("repeat")->currentText(), u"When the engine starts"_s);
        QCOMPARE(field<QListWidget>("triggers")->item(1)->text(), u"When the engine starts"_s);
    }

    void moreIsOpenWhereItIsSet()
    {
        open({trigger({{u"cron"_s, u"0 8 * * *"_s}}), trigger({{u"cron"_s, u"0 9 * * *"_s}, {u"jitter_s"_s, 60}})});
        auto *jitter = field<QSpinBox>("field:jitter_s");
        QVERIFY(!jitter->isVisible());
        QTest::mouseClick(field<QToolButton>("moreFold"), Qt::LeftButton);
        QVERIFY(jitter->isVisible());
        QTest::mouseClick(field<QCheckBox>("field:not_after.set"), Qt::LeftButton);
        auto *last = field<QDateTimeEdit>("field:not_after");
        last->setDateTime(QDateTime({2026, 10, 26}, {8, 0}, Qt::UTC));
        QCOMPARE(m_form->triggers().first().toObject().value(u"not_after"), u"2026-10-26T08:00:00"_s);
        QCOMPARE(field<QToolButton>("moreFold")->text(), u"More: last moment"_s);
        QVERIFY(shoot(u"schedule-more"_s));
        field<QListWidget>("triggers")->setCurrentRow(1);
        QVERIFY(jitter->isVisible());
        QCOMPARE(jitter->value(), 60);
        QVERIFY(times().size() == 10);
    }

    void aZoneIsFoundByPartOfItsName()
    {
        open({trigger({{u"cron"_s, u"0 8 * * *"_s}})});
        auto *zone = field<QComboBox>("field:timezone");
        zone->lineEdit()->setFocus();
        zone->lineEdit()->selectAll();
        QTest::keyClicks(zone->lineEdit(), u"asia/tok"_s);
        QTRY_VERIFY(zone->completer()->popup()->isVisible());
        QTest::keyClick(zone->completer()->popup(), Qt::Key_Down);
        QTest::keyClick(zone->completer()->popup(), Qt::Key_Return);
        QTRY_COMPARE(m_form->triggers().first().toObject().value(u"timezone"), u"Asia/Tokyo"_s);
        QCOMPARE(times().first().offset, u"+09:00"_s);
        QVERIFY(times().first().here.endsWith(u"here"_s));
        QVERIFY(shoot(u"schedule-zone"_s));
        zone->lineEdit()->selectAll();
        QTest::keyClicks(zone->lineEdit(), u"Mars/Olympus"_s);
        QVERIFY(m_form->hasError());
        QVERIFY(times().isEmpty());
    }

    void neverIsSaidClearly()
    {
        open({trigger({{u"cron"_s, u"0 0 30 2 *"_s}})});
        QVERIFY(field<QLabel>("neverText")->isVisible());
        QCOMPARE(field<QLabel>("neverText")->text(), u"Never: no such time comes, not until the end of 2199."_s);
        QVERIFY(shoot(u"schedule-never"_s));
        m_form->setTriggers({trigger({{u"at"_s, u"2020-01-01T00:00:00Z"_s}})}, base::Instant());
        QCOMPARE(field<QLabel>("neverText")->text(), u"Never: this moment has passed."_s);
    }

    void theSameTimeTwiceIsMarked()
    {
        open({trigger({{u"cron"_s, u"0 8 * * *"_s}}), trigger({{u"cron"_s, u"0 8 * * MON"_s}})});
        int marked = 0;
        for (const ui::NextTime &time : times())
            marked += time.duplicate == u"also in schedule 2"_s ? 1 : 0;
        QVERIFY(marked == 1 || marked == 2);
        QVERIFY(shoot(u"schedule-double"_s));
        field<QListWidget>("triggers")->setCurrentRow(1);
        for (const ui::NextTime &time : times())
            QCOMPARE(time.duplicate, u"also in schedule 1"_s);
    }

    void aBoxLeadsToItsPlaceInTheText()
    {
        open({trigger({{u"cron"_s, u"*/7 9-17 * * FUN"_s}})});
        auto *boxes = field<QWidget>("cronBoxes");
        QTest::mouseClick(boxes, Qt::LeftButton, {}, QPoint(boxes->width() - 8, boxes->height() / 2));
        QCOMPARE(field<QLineEdit>("field:cron")->selectedText(), u"FUN"_s);
        QVERIFY(shoot(u"schedule-wrong"_s));
        field<QLineEdit>("field:cron")->deselect();
        m_form->setError(0, base::Error{.code = base::ErrorCode::Invalid, .detail = u"wrong"_s, .field = u"cron"_s});
        m_form->goToError();
        QCOMPARE(field<QLineEdit>("field:cron")->selectedText(), u"FUN"_s);
    }

    void theKeyboardGoesToWhatIsWrong_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"timezone", "jitter_s", "not_before", "not_after", "dst.gap", "dst.overlap"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void theKeyboardGoesToWhatIsWrong()
    {
        QFETCH(QString, name);
        open({trigger({{u"cron"_s, u"0 8 * * *"_s},
                       {u"not_before"_s, u"2026-10-22T12:00:00Z"_s},
                       {u"not_after"_s, u"2026-12-22T12:00:00Z"_s}})});
        m_form->setError(0, base::Error{.code = base::ErrorCode::Invalid, .detail = u"wrong"_s, .field = name});
        m_form->goToError();
        QWidget *focus = QApplication::focusWidget();
        QVERIFY(focus);
        QVERIFY2(focus->objectName().startsWith(u"field:"_s + name) ||
                     focus->parentWidget()->objectName().startsWith(u"field:"_s + name),
                 qPrintable(focus->objectName()));
    }

    void longIntervalsStayWhatTheyAre()
    {
        const QJsonObject decade = trigger({{u"every_seconds"_s, 1'000'001}});
        open({decade});
        QCOMPARE(field<QSpinBox>("field:every")->value(), 1'000'001);
        QCOMPARE(m_form->triggers().first().toObject(), decade);
        field<QSpinBox>("field:jitter_s")->setValue(5);
        QCOMPARE(m_form->triggers().first().toObject().value(u"every_seconds").toInt(), 1'000'001);
    }

    void timesAreWrittenInTheLanguageOfTheDesk()
    {
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        ui::ChangePanel panel(test::look());
        panel.setChange(ui::ChangeInWords{.until = at(u"2026-10-22T12:00:00Z"_s), .more = true});
        const QString span = panel.findChild<QLabel *>(u"changeSpan"_s)->text();
        QLocale::setDefault(before);
        QVERIFY2(span.contains(u"Okt"_s), qPrintable(span));
    }

    void timesElsewhereAreSaidHereToo()
    {
        const auto finder =
            domain::SlotFinder::make({.cron = u"0 3 * * *"_s, .timezone = u"Asia/Tokyo"_s}, base::Instant());
        const QList<ui::NextTime> times = ui::nextTimes({.finder = *finder,
                                                         .others = {},
                                                         .here = domain::Zone::load(u"Europe/Berlin"_s).value(),
                                                         .now = at(u"2026-10-22T12:00:00Z"_s),
                                                         .count = 1});
        QCOMPARE(times.first().time, u"03:00"_s);
        QCOMPARE(times.first().offset, u"+09:00"_s);
        QCOMPARE(times.first().here, u"Thu 20:00 here"_s);
        QCOMPARE(times.first().distance, u"in 6 h"_s);
    }

    void typingNeverWaits()
    {
        // What is slowest to find: dates that are rare, in a zone with changes, with many others beside it.
        QList<ui::OtherSchedule> others;
        for (int i = 0; i < 50; ++i)
            others.append(
                {i, *domain::SlotFinder::make({.cron = u"%1 0 29 2 SUN#1"_s.arg(i), .timezone = u"Europe/Berlin"_s},
                                              base::Instant())});
        const auto finder = domain::SlotFinder::make({.cron = u"59 59 23 29 2 +SUN"_s, .timezone = u"Europe/Berlin"_s},
                                                     base::Instant());
        QVERIFY(finder.has_value());
        QElapsedTimer watch;
        watch.start();
        const QList<ui::NextTime> times =
            ui::nextTimes({.finder = *finder, .others = others, .now = at(u"2026-10-22T12:00:00Z"_s)});
        const qint64 took = watch.elapsed();
        qInfo("%lld rare times in %lld ms", qlonglong(times.size()), took);
        QVERIFY(!times.isEmpty());
        QVERIFY2(took < 1000, qPrintable(QString::number(took))); // Generous: it takes a few milliseconds.
    }

    void whatSavingDoesIsCounted()
    {
        open({trigger({{u"cron"_s, u"30 1 * * *"_s}}), trigger({{u"cron"_s, u"0 12 * * *"_s}})});
        m_form->setTriggers(m_form->triggers(), base::Instant(), ui::ScheduleForm::Origin::Stored);
        auto *panel = field<QWidget>("changePanel");
        QVERIFY(!panel->isVisible());
        field<QTimeEdit>("presetTime")->setTime({2, 30});
        QTRY_VERIFY(panel->isVisible());
        QCOMPARE(shownLines(), u"Times moved: 30"_s);
        QTest::mouseClick(field<QToolButton>("movedTimes"), Qt::LeftButton);
        QVERIFY(field<QLabel>("movedTimesTimes")->text().startsWith(u"Sun 25 Oct 01:30 → 02:30\n"_s));
        QVERIFY(field<QLabel>("movedTimesTimes")->text().endsWith(u"and 18 more"_s));
        choose(u"Monday to Friday"_s);
        QTRY_COMPARE(shownLines(), u"Times lost: 9|Times moved: 21"_s);
        QVERIFY(shoot(u"schedule-change"_s));
        field<QLineEdit>("field:cron")->setFocus();
        field<QLineEdit>("field:cron")->selectAll();
        QTest::keyClicks(field<QLineEdit>("field:cron"), u"0 12 * * *"_s); // The other schedule has these.
        QTRY_VERIFY(!shownLines().contains(u"gained"_s));
        QTest::keyClick(field<QLineEdit>("field:cron"), Qt::Key_Backspace);
        QTRY_VERIFY(!panel->isVisible()); // Nobody can tell.
        m_form->removeTrigger();
        QTRY_COMPARE(shownLines(), u"Times lost: 30"_s);
        m_form->addTrigger();
        QTRY_COMPARE(shownLines(), u"Times gained: 30|Times lost: 30"_s);
    }

    void aChangeWithoutEffectSaysSo()
    {
        open({});
        m_form->setTriggers({trigger({{u"cron"_s, u"0 8 * * 1-5"_s}})}, base::Instant(),
                            ui::ScheduleForm::Origin::Stored);
        field<QLineEdit>("field:cron")->setFocus();
        field<QLineEdit>("field:cron")->selectAll();
        QTest::keyClicks(field<QLineEdit>("field:cron"), u"0 8 * * MON-FRI"_s);
        QTRY_VERIFY(field<QLabel>("changesNothing")->isVisible());
        field<QLineEdit>("field:cron")->selectAll();
        QTest::keyClicks(field<QLineEdit>("field:cron"), u"* * * * * *"_s);
        QTRY_VERIFY(shownLines().startsWith(u"Times gained: 2,"_s));
        QVERIFY(field<QLabel>("changeSpan")->text().startsWith(u"until Sun 25 Oct"_s));
    }

private:
    /// Those of the change's lines that are there.
    QString shownLines() const
    {
        QStringList texts;
        for (const char *name : {"gainedTimes", "lostTimes", "movedTimes"})
            if (const auto *line = field<QToolButton>(name); line->isVisible())
                texts.append(line->text());
        return texts.join(u'|');
    }
    void open(const QJsonArray &triggers)
    {
        m_form = std::make_unique<ui::ScheduleForm>(test::look(), m_clock);
        m_form->setBackgroundRole(QPalette::Base);
        m_form->setAutoFillBackground(true);
        m_form->resize(756, 640);
        m_form->setTriggers(triggers, base::Instant());
        m_form->show();
        QVERIFY(QTest::qWaitForWindowActive(m_form.get()));
    }
    template <typename T> T *field(const char *name) const { return m_form->findChild<T *>(QLatin1StringView(name)); }
    QString cron() const { return field<QLineEdit>("field:cron")->text(); }
    QString words() const { return domain::explain(domain::Cron::parse(cron()).value(), QLocale()); }
    const QList<ui::NextTime> &times() const { return m_form->findChild<ui::NextTimesList *>()->times(); }
    void choose(const QString &text)
    {
        auto *repeat = field<QComboBox>("repeat");
        repeat->setCurrentIndex(repeat->findText(text));
        Q_EMIT repeat->activated(repeat->currentIndex());
    }
    bool shoot(const QString &name)
    {
        m_form->ensurePolished();
        QCoreApplication::processEvents();
        return test::shoot(*m_form, name);
    }

    test::FakeClock m_clock{test::tempStoreStart};
    std::unique_ptr<ui::ScheduleForm> m_form;
};

REGISTER_TEST(TestSchedule);
#include "test_schedule.moc"
