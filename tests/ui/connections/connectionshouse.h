// SPDX-License-Identifier: Apache-2.0
// The connections pane with a real store, a keychain in memory, and answers of a remote system that tests give.
#pragma once

#include "tests/models/remoteworld.h"
#include "tests/support/memorykeychain.h"
#include "tests/ui/panehouse.h"
#include "ui/connections/connectionspane.h"

#include <QAction>
#include <QListView>
#include <QPushButton>
#include <QRadioButton>

namespace test {

class ConnectionsHouse
{
public:
    enum class Sync { No, Yes };

    explicit ConnectionsHouse(Sync sync = Sync::Yes)
    {
        house.workspace.catalog = remoteCatalog();
        house.context.secrets = secrets.get();
        if (sync == Sync::Yes)
            answer();
        automations = std::make_unique<models::AutomationModel>(house.workspace.store(), house.workspace.catalog,
                                                                house.workspace.clock);
        model = std::make_unique<models::ConnectionModel>(house.workspace.store(), *automations, house.workspace.clock);
        pane = std::make_unique<ui::ConnectionsPane>(house.context, *model);
        said = std::make_unique<QSignalSpy>(pane.get(), &ui::Pane::said);
        failed = std::make_unique<QSignalSpy>(pane.get(), &ui::Pane::failed);
        pane->resize(1180, 760);
        pane->show();
    }

    QAction *action(const char *name) const { return pane->findChild<QAction *>(QLatin1StringView(name)); }
    QListView *list() const { return pane->findChild<QListView *>(QStringLiteral("connectionsList")); }
    QRadioButton *side(const QString &cell) const
    {
        auto *found = pane->findChild<QWidget *>(cell);
        return found ? found->findChild<QRadioButton *>() : nullptr;
    }
    /// An automation that both sides changed since they agreed, in all of `descriptions`.
    base::ConnectionId inConflict(const QStringList &names = {QStringLiteral("Backup")})
    {
        const base::ConnectionId office = world.connection(QStringLiteral("Office"));
        for (const QString &name : names)
            world.see(office, {RemoteWorld::automation(name, name)});
        world.works(office);
        for (const QString &name : names) {
            world.edit(name, {{QStringLiteral("description"), QStringLiteral("ours")},
                              {QStringLiteral("params"),
                               QJsonObject{{QStringLiteral("command"), QStringLiteral("tar -c /srv\nsync")}}}});
            domain::RemoteAutomation theirs = RemoteWorld::automation(name, name, QStringLiteral("theirs"));
            theirs.automation.params = {{QStringLiteral("command"), QStringLiteral("tar -cz /srv\nsync")}};
            world.see(office, {theirs});
        }
        return office;
    }

    PaneHouse house;
    RemoteWorld world{house.workspace};
    MemorySecrets secrets{house.workspace.store()};
    base::Result<domain::AccountFacts> facts{RemoteWorld::account()};
    QHash<QString, QString> tried;                       ///< The credential that the last test was made with.
    QStringList asked;                                   ///< What else was asked of the remote world.
    QJsonObject told{{QStringLiteral("rotated"), true}}; ///< What an action answers.
    std::unique_ptr<models::AutomationModel> automations;
    std::unique_ptr<models::ConnectionModel> model;
    std::unique_ptr<ui::ConnectionsPane> pane;
    std::unique_ptr<QSignalSpy> said;
    std::unique_ptr<QSignalSpy> failed;

private:
    void answer()
    {
        domain::RemoteActions &remote = house.context.remote;
        remote.test = [this](const domain::Connection &, const QHash<QString, QString> &credential) {
            tried = credential;
            return QtFuture::makeReadyFuture(facts);
        };
        remote.syncNow = [this](const std::optional<base::ConnectionId> &id) {
            asked.append(QStringLiteral("sync ") + (id ? id->text() : QStringLiteral("all")));
            return QtFuture::makeReadyFuture(base::Status());
        };
        remote.act = [this](const base::ConnectionId &, const QString &action, const QJsonObject &fields,
                            const domain::Actor &) {
            asked.append(action + u' ' + fields.value(QStringLiteral("reason")).toString());
            return QtFuture::makeReadyFuture(base::Result<QJsonValue>(QJsonValue(told)));
        };
    }
};

} // namespace test
