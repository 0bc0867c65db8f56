// SPDX-License-Identifier: Apache-2.0
#include "models/automationmodel.h"
#include "models/runmodel.h"
#include "tests/flow/remotewindow/remotedesk.h"
#include "tests/support/registry.h"
#include "tests/ui/shots.h"
#include "ui/panes/inspectorparts.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QTabBar>
#include <QToolButton>

using namespace Qt::StringLiterals;
using models::AutomationModel;
using models::RunModel;
using test::Texts;

namespace {

const QString name = u"Docks"_s;
const QString agreedNote = u"Look at the value twice"_s;

/// Whether something is painted on its ground.
bool hasDrawing(QWidget &box)
{
    const QImage image = box.grab().toImage();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixel(x, y) != image.pixel(0, 0)) {
                return true;
            }
        }
    }
    return false;
}

} // namespace

/// One story of somebody before the window and a system elsewhere, told of each system.
class RemoteWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromConnectingToComingBack_data();
    void fromConnectingToComingBack();
    void cleanup();

private:
    void connects();
    void getsReady();
    void lists();
    void edits();
    void runsAndWatches();
    void readsTheLog();
    void meetsAnError();
    void goesOffline();
    void comesBack();

    bool fill(const Texts &texts);
    void changeTo(const QString &text);
    void editTo(const QString &text);
    void changesWhatIsKeptHere();
    void askForARun();
    void agree();
    bool isBarred(const QString &action, const QString &why) const;
    QString runCell(int column) const { return m_desk->cell(u"runsTable"_s, 0, column); }
    int arrived() const { return m_story.edited.isEmpty() ? m_far->starts() : m_far->edits(); }
    void keepPicture(QWidget *widget = nullptr);

    std::unique_ptr<test::FarSystem> m_far;
    std::unique_ptr<test::RemoteDesk> m_desk;
    test::FarStory m_story;
    QString m_automation; ///< Its name by now.
    int m_pictures = 0;
};

void RemoteWindowTest::fromConnectingToComingBack_data()
{
    QTest::addColumn<int>("system");
    for (size_t i = 0; i < test::farSystems().size(); ++i) {
        QTest::newRow(test::farSystems()[i].name) << static_cast<int>(i);
    }
}

void RemoteWindowTest::fromConnectingToComingBack()
{
    QFETCH(const int, system);
    m_far = test::farSystems()[static_cast<size_t>(system)].make();
    m_story = m_far->story();
    m_automation = m_story.automation;
    m_desk = std::make_unique<test::RemoteDesk>(*m_far);
    QVERIFY(m_desk->open());
    using Chapter = void (RemoteWindowTest::*)();
    for (const Chapter chapter :
         {&RemoteWindowTest::connects, &RemoteWindowTest::getsReady, &RemoteWindowTest::lists, &RemoteWindowTest::edits,
          &RemoteWindowTest::runsAndWatches, &RemoteWindowTest::readsTheLog, &RemoteWindowTest::meetsAnError,
          &RemoteWindowTest::goesOffline, &RemoteWindowTest::comesBack}) {
        (this->*chapter)();
        keepPicture();
        if (QTest::currentTestFailed()) {
            return;
        }
    }
}

void RemoteWindowTest::cleanup()
{
    m_desk.reset();
    m_far.reset();
    m_pictures = 0;
}

void RemoteWindowTest::keepPicture(QWidget *widget)
{
    if (qEnvironmentVariableIsSet("SIGNALBOX_SHOTS")) {
        test::shoot(
            widget ? *widget : m_desk->window,
            u"remote-%1-%2"_s.arg(QString::fromLatin1(QTest::currentDataTag())).arg(++m_pictures, 2, 10, QChar(u'0')));
    }
}

/// Fields of the form that is in front.
bool RemoteWindowTest::fill(const Texts &texts)
{
    return std::all_of(texts.begin(), texts.end(),
                       [this](const auto &text) { return m_desk->write(u"field:"_s + text.first, text.second); });
}

void RemoteWindowTest::connects()
{
    QVERIFY(m_desk->go(u"connections"_s));
    QVERIFY(m_desk->press(u"emptyAction"_s));
    QVERIFY(m_desk->write(u"providerChoice"_s, m_story.system));
    QVERIFY(fill(Texts{{u"name"_s, name}} + m_story.form));
    QVERIFY(fill({m_story.mistake}));
    QVERIFY(m_desk->press(u"testDraft"_s));
    const QString assistant = u"addConnectionDialog"_s;
    QTRY_VERIFY(m_desk->says(assistant, m_story.refusal));
    keepPicture(m_desk->seen(assistant));
    for (const auto &[field, text] : m_story.form) {
        if (field == m_story.mistake.first) {
            QVERIFY(fill({{field, text}}));
        }
    }
    QVERIFY(m_desk->press(u"testDraft"_s));
    QTRY_VERIFY(m_desk->says(assistant, u"It works"_s));
    QVERIFY(m_desk->says(assistant, m_story.welcome));
    QVERIFY(!m_desk->says(assistant, m_story.refusal));
    keepPicture(m_desk->seen(assistant));
    QVERIFY(m_desk->press(u"addDraft"_s));
    QTRY_VERIFY(!m_desk->seen(assistant));
    QVERIFY2(m_desk->comes([this] { return m_desk->standing().startsWith(u"In sync"_s); }),
             qPrintable(m_desk->standing()));
    QCOMPARE(m_desk->cell(u"connectionsList"_s, 0, 0), name);
}

/// What a system of its own wants first.
void RemoteWindowTest::getsReady()
{
    if (m_story.deed.isEmpty()) {
        return;
    }
    QVERIFY(m_desk->turnTo(test::ConnectionTab::Actions));
    QVERIFY(m_desk->press(u"act-"_s + m_story.deed));
    QVERIFY(fill(m_story.deedFields));
    QVERIFY(m_desk->press(u"handOver"_s));
    QTRY_VERIFY(m_desk->seen(u"remoteAnswer"_s));
    m_far->followDeed();
    QVERIFY(m_desk->press(u"syncNowButton"_s));
}

void RemoteWindowTest::lists()
{
    QVERIFY(m_desk->go(u"automations"_s));
    QVERIFY(m_desk->comes([this] { return m_desk->rowOf(u"automationsTable"_s, m_automation) >= 0; }));
    QVERIFY(m_desk->choose(u"automationsTable"_s, m_automation));
    const int row = m_desk->rowOf(u"automationsTable"_s, m_automation);
    QCOMPARE(m_desk->cell(u"automationsTable"_s, row, AutomationModel::Name, models::HomeRole), name);
    QVERIFY(m_desk->cell(u"automationsTable"_s, row, AutomationModel::Name, Qt::AccessibleTextRole).endsWith(name));
    QTRY_VERIFY(m_desk->says(u"automationInspector"_s, m_automation));
    QVERIFY(hasDrawing(*m_desk->seen(u"automationInspector"_s)->findChild<ui::GlyphBox *>()));
}

bool RemoteWindowTest::isBarred(const QString &action, const QString &why) const
{
    for (const QAction *one : m_desk->window.findChildren<QAction *>(action)) {
        if (!one->isEnabled() && one->toolTip() == why) {
            return true;
        }
    }
    return false;
}

void RemoteWindowTest::editTo(const QString &text)
{
    QVERIFY(m_desk->go(u"automations"_s));
    QVERIFY(m_desk->choose(u"automationsTable"_s, m_automation));
    QVERIFY(m_desk->strike(u"automationsTable"_s, Qt::Key_F2));
    QTRY_VERIFY(m_desk->seen(u"automationEditor"_s));
    QVERIFY(!m_desk->seen<QComboBox>(u"field:type"_s)->currentText().isEmpty()); // also a kind of theirs alone
    QVERIFY(fill({{m_story.edited, text}}));
    keepPicture(m_desk->seen(u"automationEditor"_s));
    QVERIFY(m_desk->press(u"save"_s));
    QTRY_VERIFY(!m_desk->seen(u"automationEditor"_s));
    m_automation = m_story.edited == "name"_L1 ? text : m_automation;
}

/// The system takes no edits: what it keeps is shown with the reason, what is decided here is changed.
void RemoteWindowTest::changesWhatIsKeptHere()
{
    QVERIFY(m_desk->edit(m_automation, u"General"_s));
    QTRY_VERIFY(!m_desk->seen(u"field:name"_s)->isEnabled());
    QCOMPARE(m_desk->seen(u"field:name"_s)->toolTip(), m_story.barred);
    QVERIFY(m_desk->says(u"automationEditor"_s, m_story.barred));
    QVERIFY(m_desk->seen(u"field:tags"_s)->isEnabled());
    keepPicture(m_desk->seen(u"automationEditor"_s));
    QVERIFY(m_desk->choose(u"sections"_s, u"Approval"_s));
    QVERIFY(fill({{u"note"_s, agreedNote}}));
    keepPicture(m_desk->seen(u"automationEditor"_s));
    QVERIFY(m_desk->press(u"save"_s));
    QTRY_VERIFY(!m_desk->seen(u"automationEditor"_s));
    QVERIFY(isBarred(u"pause"_s, m_story.barred));
}

void RemoteWindowTest::edits()
{
    if (m_story.edited.isEmpty()) {
        changesWhatIsKeptHere();
        return;
    }
    editTo(u"In other words"_s);
    QVERIFY(m_desk->comes([this] { return m_far->told() == u"In other words"_s; }));
    QCOMPARE(m_far->edits(), 1);
}

void RemoteWindowTest::askForARun()
{
    QVERIFY(m_desk->go(u"automations"_s));
    QVERIFY(m_desk->choose(u"automationsTable"_s, m_automation));
    QVERIFY(m_desk->press(u"headerRun"_s));
    if (!m_story.arguments.isEmpty()) {
        for (const auto &[argument, text] : m_story.arguments) {
            QVERIFY2(m_desk->write(u"argument:"_s + argument, text), qPrintable(argument));
        }
        keepPicture(m_desk->seen(u"runDialog"_s));
        QVERIFY(m_desk->press(u"run"_s));
        QTRY_VERIFY(!m_desk->seen(u"runDialog"_s));
    }
    if (m_story.asksFirst) {
        agree();
    }
}

void RemoteWindowTest::agree()
{
    QVERIFY(m_desk->go(u"approvals"_s));
    QVERIFY(m_desk->comes([this] { return m_desk->rowOf(u"approvalsList"_s, u"You can decide"_s) == 0; }));
    auto *list = m_desk->seen<QAbstractItemView>(u"approvalsList"_s);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(1, 0)).center());
    QTRY_VERIFY(m_desk->says(u"approvalPage"_s, m_story.arguments.first().second));
    QVERIFY(m_desk->says(u"approvalPage"_s, agreedNote));
    keepPicture();
    QVERIFY(m_desk->press(u"approveButton"_s));
}

void RemoteWindowTest::runsAndWatches()
{
    const int before = m_far->starts();
    askForARun();
    QVERIFY(m_desk->comes([this, before] { return m_far->starts() == before + 1; }));
    m_far->runs();
    QVERIFY(m_desk->go(u"runs"_s));
    QVERIFY(m_desk->comes([this] { return runCell(RunModel::Status) == u"Running"_s; }));
    QVERIFY(runCell(RunModel::Automation).contains(m_automation));
    QVERIFY(m_desk->choose(u"runsTable"_s, m_automation, RunModel::Automation));
    if (!m_story.cannot.isEmpty()) {
        QTRY_VERIFY(isBarred(m_story.cannot, m_story.whyNot));
    }
    QVERIFY(m_desk->strike(u"runsTable"_s, Qt::Key_Return));
    QTRY_VERIFY(m_desk->says(u"logTab"_s, m_story.logWhileItRuns) || m_desk->log().contains(m_story.lines.value(0)));
    keepPicture();
    if (m_story.isLive) {
        QVERIFY(m_desk->comes([this] { return m_desk->log().contains(m_story.lines.first()); }));
    }
    QTRY_VERIFY(m_desk->seen<QToolButton>(u"stopRun"_s));
    const auto *stop = m_desk->seen<QToolButton>(u"stopRun"_s);
    QCOMPARE(stop->isEnabled(), m_story.cannot != u"cancelRun"_s);
    QVERIFY(stop->isEnabled() || stop->toolTip() == m_story.whyNot);
    m_far->ends();
    QVERIFY(m_desk->comes([this] { return runCell(RunModel::Status) == u"Done"_s; }));
    QCOMPARE(m_far->starts(), before + 1);
}

void RemoteWindowTest::readsTheLog()
{
    for (const QString &line : m_story.lines) {
        QVERIFY2(m_desk->comes([&] { return m_desk->log().contains(line); }), qPrintable(line));
    }
    if (!m_story.noLog.isEmpty()) {
        QTRY_VERIFY(m_desk->says(u"logTab"_s, m_story.noLog));
    }
    if (m_story.result.isEmpty()) {
        return;
    }
    auto *inspector = m_desk->seen(u"runInspector"_s);
    QVERIFY(inspector);
    for (QTabBar *tabs : inspector->findChildren<QTabBar *>()) {
        for (int tab = 0; tab < tabs->count(); ++tab) {
            if (tabs->tabText(tab).startsWith(u"Result"_s)) {
                QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(tab).center());
            }
        }
    }
    QTRY_VERIFY(m_desk->says(u"runInspector"_s, m_story.result));
}

/// An edit, where the system takes any; else a run.
void RemoteWindowTest::changeTo(const QString &text)
{
    if (m_story.edited.isEmpty()) {
        askForARun();
    } else {
        editTo(text);
    }
}

void RemoteWindowTest::meetsAnError()
{
    m_far->breaks();
    changeTo(u"Refused at first"_s);
    if (m_story.edited.isEmpty()) {
        QVERIFY(m_desk->go(u"runs"_s));
        QVERIFY(m_desk->comes([this] { return runCell(RunModel::Status) == u"Failed"_s; }));
        QVERIFY2(runCell(RunModel::Reason).contains(m_story.trouble), qPrintable(runCell(RunModel::Reason)));
        m_far->heals();
        return;
    }
    QVERIFY(m_desk->go(u"connections"_s));
    QVERIFY(m_desk->turnTo(test::ConnectionTab::Outbox));
    QVERIFY(m_desk->choose(u"outboxTable"_s, m_automation));
    QVERIFY(m_desk->comes([this] { return m_desk->says(u"connectionPage"_s, m_story.trouble); }));
    QVERIFY(m_far->told() != u"Refused at first"_s);
    keepPicture();
    m_far->heals();
    QVERIFY(m_desk->press(u"retryTaskButton"_s));
    QVERIFY(m_desk->comes([this] { return m_far->told() == u"Refused at first"_s; }));
    QVERIFY2(m_desk->comes([this] { return m_desk->standing().startsWith(u"In sync"_s); }),
             qPrintable(m_desk->standing()));
}

void RemoteWindowTest::goesOffline()
{
    m_far->goAway();
    const int before = arrived();
    QVERIFY(m_desk->go(u"connections"_s));
    QVERIFY(m_desk->press(u"syncNowButton"_s));
    QVERIFY(m_desk->comes([this] { return m_desk->standing().startsWith(u"Offline"_s); }));
    keepPicture();
    changeTo(u"Written offline"_s); // in a pane that still has it
    QVERIFY(m_desk->go(u"connections"_s));
    QVERIFY(m_desk->turnTo(test::ConnectionTab::Outbox));
    QTRY_COMPARE(m_desk->rowOf(u"outboxTable"_s, m_automation), 0);
    QVERIFY(m_desk->standing().startsWith(u"Offline"_s));
    QVERIFY2(m_desk->standing().contains(u"1 changes wait"_s), qPrintable(m_desk->standing()));
    QCOMPARE(arrived(), before);
    QVERIFY(m_far->told() != u"Written offline"_s || m_story.edited.isEmpty());
}

void RemoteWindowTest::comesBack()
{
    const int before = arrived();
    m_far->heals();
    QVERIFY(m_desk->press(u"syncNowButton"_s));
    QVERIFY2(m_desk->comes([this] { return m_desk->standing().startsWith(u"In sync"_s); }),
             qPrintable(m_desk->standing()));
    QVERIFY(m_desk->comes([this] { return !m_desk->seen(u"outboxTable"_s); }));
    QVERIFY(m_story.edited.isEmpty() || m_far->told() == u"Written offline"_s);
    int looks = 0;
    QVERIFY(m_desk->comes([&looks] { return ++looks == 50; })); // also later it is not sent again
    QCOMPARE(arrived(), before + 1);
}

REGISTER_TEST(RemoteWindowTest);
#include "test_remotewindow.moc"
