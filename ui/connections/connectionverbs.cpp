// SPDX-License-Identifier: Apache-2.0
#include "ui/connections/connectionverbs.h"

#include "app/base/answer.h"
#include "app/store/store.h"
#include "ui/connections/credentials.h"
#include "ui/seat/seat.h"
#include "ui/settings/entrydialog.h"
#include "ui/widgets/prompts.h"

#include <QCoreApplication>
#include <QWidget>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QStringList namesOf(const QList<domain::FieldSpec> &fields)
{
    QStringList names;
    for (const domain::FieldSpec &field : fields)
        names.append(field.name);
    return names;
}

void set(QAction *action, const QString &whyNot)
{
    action->setEnabled(whyNot.isEmpty());
    action->setToolTip(whyNot.isEmpty() ? action->text().remove(u'&') : whyNot);
}

} // namespace

QString noSyncText()
{
    return QCoreApplication::translate(
        "ui::ConnectionVerbs", "Nothing is synced in this window: another program runs this workspace's engine");
}

ConnectionVerbs::ConnectionVerbs(const Context &context, QWidget *pane)
    : QObject(pane),
      add(make(context.look, {"addConnection", tr("&Add a connection…"), u"plus"_s})),
      test(make(context.look, {"testConnection", tr("&Test"), u"plug"_s})),
      syncNow(make(context.look, {"syncNow", tr("&Sync now"), u"sync"_s})),
      syncAll(make(context.look, {"syncAll", tr("Sync a&ll"), u"sync"_s})),
      pause(make(context.look, {"pauseConnection", tr("&Pause"), u"pause"_s})),
      renew(make(context.look, {"renewSignIn", tr("Sign &in anew…"), u"key"_s})),
      remove(make(context.look, {"removeConnection", tr("&Remove…"), u"trash"_s})),
      m_context(context),
      m_pane(pane)
{
    connect(test, &QAction::triggered, this, &ConnectionVerbs::tryOut);
    connect(syncNow, &QAction::triggered, this,
            [this] { look(m_chosen.id, tr("“%1” is looked at now").arg(m_chosen.name)); });
    connect(syncAll, &QAction::triggered, this,
            [this] { look(std::nullopt, tr("%n connections are looked at now", nullptr, m_all)); });
    connect(pause, &QAction::triggered, this, &ConnectionVerbs::togglePause);
    connect(renew, &QAction::triggered, this, &ConnectionVerbs::askCredential);
    connect(remove, &QAction::triggered, this, &ConnectionVerbs::askRemoval);
    context.seat.guard(domain::Right::Admin, {add, test, pause, renew, remove}, this);
    context.seat.guard(domain::Right::Run, {syncNow, syncAll}, this);
}

QAction *ConnectionVerbs::make(const Look &look, const Plan &plan)
{
    auto *action = new QAction(look.icons().icon(plan.icon), plan.text, this);
    action->setObjectName(QString::fromLatin1(plan.name));
    return action;
}

void ConnectionVerbs::follow(const models::ConnectionRow *row, const models::ConnectionModel &all)
{
    m_chosen = row ? row->connection : domain::Connection();
    m_unsent = row ? int(row->entries.size()) : 0;
    m_all = all.rowCount();
    pause->setText(m_chosen.paused ? tr("Res&ume") : tr("&Pause"));
    pause->setIcon(m_context.look.icons().icon(m_chosen.paused ? u"play"_s : u"pause"_s));
    const QString choose = row ? QString() : tr("Choose a connection first");
    const QString paused = m_chosen.paused ? tr("It is paused") : QString();
    const QString sync = m_context.remote.syncNow ? QString() : noSyncText();
    const QString noFields = credentialFields(m_context.catalog, m_chosen.provider).isEmpty()
                                 ? tr("This system asks for no sign-in")
                                 : QString();
    const QString keychain = m_context.secrets ? QString() : tr("This window has no keychain");
    const auto first = [](const QStringList &reasons) {
        const auto found =
            std::find_if(reasons.begin(), reasons.end(), [](const QString &one) { return !one.isEmpty(); });
        return found == reasons.end() ? QString() : *found;
    };
    set(add, m_context.catalog.providers().isEmpty() ? tr("This build knows no remote system") : QString());
    set(test, first({choose, m_context.remote.test ? QString() : noSyncText()}));
    set(syncNow, first({choose, sync, paused}));
    set(syncAll, first({m_all == 0 ? tr("There is no connection yet") : QString(), sync}));
    set(pause, choose);
    set(renew, first({choose, noFields, keychain}));
    set(remove, choose);
}

void ConnectionVerbs::tell(const base::Status &done, const QString &text)
{
    if (done)
        Q_EMIT said(text);
    else
        Q_EMIT failed(done.error());
}

void ConnectionVerbs::look(const std::optional<base::ConnectionId> &id, const QString &text)
{
    base::onAnswer(this, m_context.remote.syncNow(id), [this, text](const base::Status &begun) { tell(begun, text); });
}

void ConnectionVerbs::tryOut()
{
    const domain::Connection connection = m_chosen;
    test->setEnabled(false);
    base::onAnswer(this, m_context.remote.test(connection, {}),
                   [this, connection](const base::Result<domain::AccountFacts> &facts) {
                       test->setEnabled(true);
                       if (!facts)
                           Q_EMIT failed(facts.error());
                       else
                           Q_EMIT said(facts->who.isEmpty() ? tr("“%1” works").arg(connection.name)
                                                            : tr("“%1” works: %2").arg(connection.name, facts->who));
                   });
}

void ConnectionVerbs::togglePause()
{
    const QString text =
        m_chosen.paused ? tr("“%1” is kept in sync again").arg(m_chosen.name) : tr("“%1” is paused").arg(m_chosen.name);
    base::onAnswer(
        this, m_context.store.connections().edit(m_chosen.id, {{u"paused"_s, !m_chosen.paused}}, m_context.seat.by()),
        [this, text](const base::Result<domain::Connection> &done) {
            tell(done ? base::Status() : base::Status(done.error()), text);
        });
}

void ConnectionVerbs::askCredential()
{
    const domain::Connection connection = m_chosen;
    EntryDialog::Plan plan{.title = tr("Sign in at “%1” anew").arg(connection.name), .verb = tr("Keep")};
    plan.form.fields = credentialFields(m_context.catalog, connection.provider);
    plan.hidden = namesOf(plan.form.fields);
    auto *dialog = new EntryDialog(m_context.look, plan, m_pane);
    connect(dialog, &EntryDialog::handedOver, this, [this, dialog, connection, plan](const QJsonObject &values) {
        if (const base::Status given = domain::checkFields(plan.form.fields, values); !given)
            return dialog->refuse(given.error());
        Credential credential;
        for (auto it = values.constBegin(); it != values.constEnd(); ++it)
            credential.insert(it.key(), it.value().toString());
        keepCredential(
            m_context, dialog, connection.id, credential, [this, dialog, connection](const base::Status &kept) {
                if (!kept)
                    return dialog->refuse(kept.error());
                dialog->take();
                base::onAnswer(this, m_context.store.connections().renewed(connection.id, m_context.seat.by()),
                               [this, connection](const base::Status &done) {
                                   tell(done, tr("The sign-in of “%1” is kept").arg(connection.name));
                               });
            });
    });
    dialog->open();
}

void ConnectionVerbs::askRemoval()
{
    const QString gone =
        tr("What is mirrored from there goes from this computer; its runs stay. Nothing is done there.");
    Question question{.title = tr("Remove the connection “%1”?").arg(m_chosen.name),
                      .text = gone,
                      .verbs = {tr("&Remove"), tr("Cancel")},
                      .destructive = true};
    if (m_unsent > 0) {
        question.text = tr("%n changes or runs were not sent there yet.", nullptr, m_unsent) + u' ' + gone;
        question.verbs = {tr("&Discard them and remove"), tr("Keep the connection")};
    }
    const store::Unsent unsent = m_unsent > 0 ? store::Unsent::Discard : store::Unsent::Keep;
    m_context.prompts.ask(m_pane, question, [this, unsent](int verb) {
        if (verb == 0)
            takeAway(unsent);
    });
}

void ConnectionVerbs::takeAway(store::Unsent unsent)
{
    const domain::Connection connection = m_chosen;
    base::onAnswer(this, m_context.store.connections().remove(connection.id, unsent, m_context.seat.by()),
                   [this, connection](const base::Status &gone) {
                       if (gone)
                           forgetCredential(m_context, connection.id,
                                            namesOf(credentialFields(m_context.catalog, connection.provider)));
                       tell(gone, tr("The connection “%1” is removed").arg(connection.name));
                   });
}

} // namespace ui
