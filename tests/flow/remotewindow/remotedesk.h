// SPDX-License-Identifier: Apache-2.0
// The window as its operator has it, with a real engine and the real loop over connections behind it, and the hands and
// eyes of whoever sits before it. Time passes while they wait for something.
#pragma once

#include "app/bundles/bundles.h"
#include "app/sync/syncloop.h"
#include "models/roles.h"
#include "tests/flow/remotewindow/farsystem.h"
#include "tests/support/enginehouse.h"
#include "tests/support/fakesleepers.h"
#include "ui/seat/seat.h"
#include "ui/shell/context.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/prompts.h"

#include <QAbstractItemView>
#include <QSettings>
#include <QTemporaryDir>

namespace test {

enum class ConnectionTab { Conflicts, Outbox, Capabilities, Actions, Settings };

class RemoteDesk
{
public:
    /// `far` outlives it.
    explicit RemoteDesk(const FarSystem &far);

    /// Shown, and in front of others.
    bool open();
    /// Connects as the story says, under this name, and sees what is there.
    bool connectTo(const FarStory &story, const QString &name);
    /// Opens the editor of an automation, at a page of it.
    bool edit(const QString &automation, const QString &page);
    /// Whether it comes to that, while time passes.
    bool comes(const std::function<bool()> &isSo);

    /// To a pane, by the rail.
    bool go(const QString &pane);
    /// Of the connection that is shown.
    bool turnTo(ConnectionTab tab);
    /// A button, once it can be pressed.
    bool press(const QString &name);
    /// Into a field, instead of what is there; a choice is found by its first letters.
    bool write(const QString &field, const QString &text);
    bool write(QWidget *field, const QString &text);
    /// The row that has the text in this column, once there is one; by the mouse.
    bool choose(const QString &view, const QString &text, int column = 0);
    /// A key, with the keys in the widget of this name.
    bool strike(const QString &name, Qt::Key key);

    /// The one of this name that can be seen; null where none can.
    template <typename T = QWidget> T *seen(const QString &name) const
    {
        const QList<T *> all = window.findChildren<T *>(name);
        const auto found = std::find_if(all.begin(), all.end(), [](const T *one) { return one->isVisible(); });
        return found == all.end() ? nullptr : *found;
    }
    /// What a cell says, in a view that can be seen.
    QString cell(const QString &view, int row, int column, int role = Qt::DisplayRole) const;
    int rowOf(const QString &view, const QString &text, int column = 0) const;
    /// Whether the text stands in a label or a field below `place` that can be seen.
    bool says(const QString &place, const QString &text) const;
    /// Everything that the log shows which is open.
    QString log() const;
    /// How the only connection stands, as the list of connections has it.
    QString standing() const { return cell(QStringLiteral("connectionsList"), 0, 0, models::SecondaryTextRole); }

private:
    domain::RemoteActions actions();

    EngineHouse m_engine;
    FakeSleepers m_sleepers{m_engine.store.clock};
    std::unique_ptr<syncing::Provider> m_provider;
    syncing::SyncLoop m_loop;
    engine::Kinds m_checks = kinds::all();
    domain::Catalog m_catalog;
    ui::DialogPrompts m_prompts;
    QTemporaryDir m_folder;
    bundles::Bundles m_bundles;
    QSettings m_desk;
    ui::Seat m_seat;
    ui::Context m_context;

public:
    ui::MainWindow window;
};

} // namespace test
