// SPDX-License-Identifier: Apache-2.0
// What automations run whose kind only a remote system has, changed in the window.
#include "tests/flow/remotewindow/remotedesk.h"
#include "tests/support/registry.h"
#include "tests/ui/shots.h"

#include <QComboBox>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

void keepPicture(QWidget &widget, const QString &called)
{
    if (qEnvironmentVariableIsSet("SIGNALBOX_SHOTS")) {
        const QSize usual = widget.size();
        test::shoot(widget, u"remote-"_s + called);
        widget.resize(widget.minimumSize());
        test::shoot(widget, u"remote-"_s + called + u"-small"_s);
        widget.resize(usual);
    }
}

} // namespace

class RemoteEditorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatRunsIsChanged_data();
    void whatRunsIsChanged();
    void whatHasNoPlaceThereIsGrey();
    void whatComesHomeIsShown();

private:
    void change(test::RemoteDesk &desk, const test::FarSystem &far, const test::FarWork &work);
};

void RemoteEditorTest::whatRunsIsChanged_data()
{
    QTest::addColumn<int>("system");
    for (size_t i = 0; i < test::farSystems().size(); ++i) {
        if (!test::farSystems()[i].make()->works().isEmpty()) {
            QTest::newRow(test::farSystems()[i].name) << static_cast<int>(i);
        }
    }
}

void RemoteEditorTest::whatRunsIsChanged()
{
    QFETCH(const int, system);
    const std::unique_ptr<test::FarSystem> far = test::farSystems()[static_cast<size_t>(system)].make();
    test::RemoteDesk desk(*far);
    QVERIFY(desk.open());
    QVERIFY(desk.connectTo(far->story(), u"Docks"_s));
    for (const test::FarWork &work : far->works()) {
        change(desk, *far, work);
        if (QTest::currentTestFailed()) {
            return;
        }
    }
}

void RemoteEditorTest::change(test::RemoteDesk &desk, const test::FarSystem &far, const test::FarWork &work)
{
    const auto write = [&desk](const QString &field, const QString &text) {
        return desk.write(u"field:"_s + field, text);
    };
    QVERIFY(desk.edit(work.automation, u"General"_s));
    QCOMPARE(desk.seen<QComboBox>(u"field:type"_s)->currentText(), work.kind);
    auto *sections = desk.seen<QAbstractItemView>(u"sections"_s);
    QVERIFY2(sections->sizeHintForColumn(0) <= sections->viewport()->width(), "the name of a page is cut");
    QVERIFY(desk.choose(u"sections"_s, u"What runs"_s));
    if (!work.mistake.isEmpty()) {
        QVERIFY(write(work.typed.first().first, work.mistake));
        QVERIFY(desk.press(u"save"_s));
        keepPicture(*desk.seen(u"automationEditor"_s), u"mistake-"_s + work.kind);
        QVERIFY(desk.says(u"automationEditor"_s, work.refusal));
    }
    for (const auto &[field, text] : work.typed) {
        QVERIFY2(write(field, text), qPrintable(field));
    }
    QVERIFY(work.refusal.isEmpty() || !desk.says(u"automationEditor"_s, work.refusal));
    keepPicture(*desk.seen(u"automationEditor"_s), u"work-"_s + work.kind);
    QVERIFY(desk.press(u"save"_s));
    QTRY_VERIFY(!desk.seen(u"automationEditor"_s));
    const auto arrived = [&] {
        const QJsonObject now = far.work(work.automation);
        const QStringList fields = work.expected.keys();
        return std::all_of(fields.begin(), fields.end(), [&](const QString &field) {
            return now.contains(field) && now.value(field) == work.expected.value(field);
        });
    };
    QVERIFY2(desk.comes(arrived), QJsonDocument(far.work(work.automation)).toJson().constData());
}

void RemoteEditorTest::whatHasNoPlaceThereIsGrey()
{
    const std::unique_ptr<test::FarSystem> far = test::farPosthog();
    test::RemoteDesk desk(*far);
    QVERIFY(desk.open());
    QVERIFY(desk.connectTo(far->story(), u"Docks"_s));
    QVERIFY(desk.edit(far->story().automation, u"General"_s));
    QVERIFY(desk.choose(u"sections"_s, u"What runs"_s));
    for (const QString &field : {u"field:working_directory"_s, u"field:run_as"_s}) {
        QTRY_VERIFY2(!desk.seen(field)->isEnabled(), qPrintable(field));
        QCOMPARE(desk.seen(field)->toolTip(), u"Docks has no place for this"_s);
    }
    QVERIFY(!desk.seen(u"environment"_s)->isEnabled());
    QVERIFY(desk.seen(u"field:repository"_s)->isEnabled());
    QVERIFY(desk.says(u"automationEditor"_s, u"Docks has no place for what is grey"_s));
    keepPicture(*desk.seen(u"automationEditor"_s), u"placeless"_s);
    QVERIFY(desk.choose(u"sections"_s, u"Schedule"_s));
    QVERIFY(desk.says(u"automationEditor"_s, u"Docks has no place for this"_s));
    keepPicture(*desk.seen(u"automationEditor"_s), u"placeless-schedule"_s);
}

void RemoteEditorTest::whatComesHomeIsShown()
{
    const std::unique_ptr<test::FarSystem> far = test::farDefender();
    const QString name = far->story().automation;
    test::RemoteDesk desk(*far);
    QVERIFY(desk.open());
    QVERIFY(desk.connectTo(far->story(), u"Docks"_s));
    QVERIFY(desk.comes([&] { return desk.standing().startsWith(u"In sync"_s); }));
    QVERIFY(desk.turnTo(test::ConnectionTab::Actions));
    keepPicture(desk.window, u"home-actions"_s);
    QVERIFY(desk.press(u"act-bring-home"_s));
    QVERIFY(desk.press(u"handOver"_s));
    QTRY_VERIFY(desk.says(u"entryDialog"_s, u"id must be given"_s));
    QVERIFY(desk.write(u"field:id"_s, name));
    keepPicture(*desk.seen(u"entryDialog"_s), u"home-dialog"_s);
    QVERIFY(desk.press(u"handOver"_s));
    QTRY_VERIFY(desk.seen<QAbstractItemView>(u"automationsTable"_s));
    const auto *table = desk.seen<QAbstractItemView>(u"automationsTable"_s);
    const auto chosen = [table](int role) { return table->currentIndex().siblingAtColumn(0).data(role).toString(); };
    QTRY_COMPARE(chosen(models::HomeRole), QString()); // the other one of that name is still there
    QCOMPARE(chosen(Qt::DisplayRole), name);
    QTRY_VERIFY(desk.says(u"automationInspector"_s, name));
    QVERIFY(desk.says(u"automationInspector"_s, u"paused"_s));
    keepPicture(desk.window, u"home-shown"_s);
}

REGISTER_TEST(RemoteEditorTest);
#include "test_remoteeditor.moc"
