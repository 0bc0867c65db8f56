// SPDX-License-Identifier: Apache-2.0
#include "tests/flow/remotewindow/remotedesk.h"

#include "app/bundles/archiver.h"
#include "tests/ui/shots.h"
#include "ui/widgets/log/logview.h"
#include "ui/widgets/rail.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace test {

namespace {

constexpr int mostGlances = 2000;
constexpr QChar mayBreak(0x200b); // in long words, and nobody reads it
constexpr int glancePause = 10;   // ms
constexpr base::Millis beat{2000};

syncing::Providers only(std::unique_ptr<syncing::Provider> provider)
{
    syncing::Providers all;
    all.push_back(std::move(provider));
    return all;
}

/// Counts glances, not time: a machine at work may stand still for longer than anybody would wait.
bool waitFor(const std::function<bool()> &isSo)
{
    for (int glance = 0; glance < mostGlances; ++glance) {
        if (isSo()) {
            return true;
        }
        QTest::qWait(glancePause);
    }
    return false;
}

} // namespace

RemoteDesk::RemoteDesk(const FarSystem &far)
    : m_provider(far.provider()),
      m_loop(m_engine.store.store(), only(far.provider()), m_engine.store.clock,
             {.secrets = m_engine.secrets.get(), .makeSleeper = m_sleepers.maker(), .chance = [] { return 0.5; }}),
      m_catalog(kinds::catalog(m_checks).kinds(), QList<domain::ProviderInfo>{m_provider->info()}),
      m_bundles(bundles::Archiver::locate(), m_folder.filePath(u"bundles"_s), m_engine.store.clock),
      m_desk(m_folder.filePath(u"desk.ini"_s), QSettings::IniFormat),
      m_seat(m_engine.store.store(), u"tester"_s, m_desk, m_engine.store.clock),
      m_context{.store = m_engine.store.store(),
                .catalog = m_catalog,
                .clock = m_engine.store.clock,
                .look = look(),
                .prompts = m_prompts,
                .desk = m_desk,
                .seat = m_seat,
                .checkMachine =
                    [this](const domain::Automation &automation) { return kinds::checkMachine(m_checks, automation); },
                .secrets = m_engine.secrets.get(),
                .bundles = &m_bundles,
                .remote = actions()},
      window(m_context)
{
}

domain::RemoteActions RemoteDesk::actions()
{
    return {.check = [this](const domain::Connection &connection) { return m_provider->check(connection); },
            .test = [this](const domain::Connection &connection,
                           const syncing::Credential &credential) { return m_loop.tryOut(connection, credential); },
            .syncNow =
                [this](const std::optional<base::ConnectionId> &id) {
                    id ? void(m_loop.syncNow(*id)) : m_loop.syncAll();
                    return QtFuture::makeReadyFuture(base::Status());
                },
            .act = [this](const base::ConnectionId &id, const QString &action, const QJsonObject &fields,
                          const domain::Actor &by) { return m_loop.act(id, action, fields, by); }};
}

bool RemoteDesk::open()
{
    m_engine.start();
    m_loop.start();
    window.resize(1280, 800);
    window.show();
    window.start();
    window.setEngine(ui::EngineState::Ours);
    window.activateWindow();
    return QTest::qWaitForWindowActive(&window);
}

bool RemoteDesk::connectTo(const FarStory &story, const QString &name)
{
    const bool begun = go(u"connections"_s) && press(u"emptyAction"_s) && write(u"providerChoice"_s, story.system);
    const Texts texts = Texts{{u"name"_s, name}} + story.form;
    return begun &&
           std::all_of(texts.begin(), texts.end(),
                       [this](const auto &text) { return write(u"field:"_s + text.first, text.second); }) &&
           press(u"addDraft"_s) && waitFor([this] { return !seen(u"addConnectionDialog"_s); }) &&
           comes([this] { return standing().startsWith(u"In sync"_s); });
}

bool RemoteDesk::edit(const QString &automation, const QString &page)
{
    return go(u"automations"_s) && comes([&] { return rowOf(u"automationsTable"_s, automation) >= 0; }) &&
           choose(u"automationsTable"_s, automation) && strike(u"automationsTable"_s, Qt::Key_F2) &&
           waitFor([this] { return seen(u"automationEditor"_s) != nullptr; }) && choose(u"sections"_s, page);
}

bool RemoteDesk::comes(const std::function<bool()> &isSo)
{
    return waitFor([&] {
        m_engine.pass(beat);
        m_sleepers.look();
        return isSo();
    });
}

bool RemoteDesk::go(const QString &pane)
{
    auto *rail = window.findChild<ui::Rail *>();
    for (int row = 0; row < rail->model()->rowCount(); ++row) {
        const QModelIndex index = rail->model()->index(row, 0);
        if (index.data(models::KeyRole).toString() == pane) {
            QTest::mouseClick(rail->viewport(), Qt::LeftButton, {}, rail->visualRect(index).center());
            return true;
        }
    }
    return false;
}

bool RemoteDesk::turnTo(ConnectionTab tab)
{
    auto *tabs = seen<QTabBar>(u"connectionTabs"_s);
    if (!tabs) {
        return false;
    }
    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(static_cast<int>(tab)).center());
    return tabs->currentIndex() == static_cast<int>(tab);
}

bool RemoteDesk::press(const QString &name)
{
    QAbstractButton *button = nullptr;
    const auto isReady = [&] {
        button = seen<QAbstractButton>(name);
        return button && button->isEnabled();
    };
    if (!waitFor(isReady)) {
        return false;
    }
    QTest::mouseClick(button, Qt::LeftButton);
    return true;
}

bool RemoteDesk::write(const QString &field, const QString &text)
{
    QWidget *found = nullptr;
    return waitFor([&] { return (found = seen(field)) != nullptr; }) && write(found, text);
}

bool RemoteDesk::write(QWidget *field, const QString &text)
{
    if (!field || !field->isEnabled()) {
        return false;
    }
    field->setFocus();
    if (auto *combo = qobject_cast<QComboBox *>(field)) {
        QTest::keyClicks(combo, text);
        return combo->currentText().startsWith(text);
    }
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    const QStringList lines = text.split(u'\n');
    for (const QString &line : lines) {
        if (&line != &lines.first()) {
            QTest::keyClick(field, Qt::Key_Return);
        }
        QTest::keyClicks(field, line);
    }
    return true;
}

bool RemoteDesk::choose(const QString &view, const QString &text, int column)
{
    if (!waitFor([&] { return rowOf(view, text, column) >= 0; })) {
        return false;
    }
    auto *found = seen<QAbstractItemView>(view);
    const QModelIndex index = found->model()->index(rowOf(view, text, column), column);
    found->scrollTo(index);
    QTest::mouseClick(found->viewport(), Qt::LeftButton, {}, found->visualRect(index).center());
    return true;
}

bool RemoteDesk::strike(const QString &name, Qt::Key key)
{
    // After a dialog has gone no window may have the keys.
    window.activateWindow();
    QWidget *widget = seen(name);
    if (!widget || !QTest::qWaitForWindowActive(&window)) {
        return false;
    }
    widget->setFocus();
    QTest::keyClick(widget, key);
    return true;
}

QString RemoteDesk::cell(const QString &view, int row, int column, int role) const
{
    const auto *found = seen<QAbstractItemView>(view);
    return found ? found->model()->index(row, column).data(role).toString() : QString();
}

int RemoteDesk::rowOf(const QString &view, const QString &text, int column) const
{
    const auto *found = seen<QAbstractItemView>(view);
    for (int row = 0; found && row < found->model()->rowCount(); ++row) {
        if (found->model()->index(row, column).data().toString().contains(text)) {
            return row;
        }
    }
    return -1;
}

bool RemoteDesk::says(const QString &place, const QString &text) const
{
    const QWidget *root = seen(place);
    for (const QLabel *label : root ? root->findChildren<QLabel *>() : QList<QLabel *>()) {
        if (label->isVisible() && label->text().remove(mayBreak).contains(text)) {
            return true;
        }
    }
    for (const QPlainTextEdit *field : root ? root->findChildren<QPlainTextEdit *>() : QList<QPlainTextEdit *>()) {
        if (field->isVisible() && field->toPlainText().contains(text)) {
            return true;
        }
    }
    return false;
}

QString RemoteDesk::log() const
{
    QApplication::clipboard()->clear();
    for (ui::LogView *view : window.findChildren<ui::LogView *>()) {
        if (view->isVisible()) {
            view->setFocus();
            QTest::keyClick(view, Qt::Key_A, Qt::ControlModifier);
            QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
        }
    }
    return QApplication::clipboard()->text();
}

} // namespace test
