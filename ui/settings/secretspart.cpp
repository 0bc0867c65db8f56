// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/secretspart.h"

#include "app/base/answer.h"
#include "app/domain/input/secretrefs.h"
#include "app/secrets/secretstore.h"
#include "app/store/store.h"
#include "models/times.h"
#include "ui/seat/seat.h"
#include "ui/settings/entrydialog.h"
#include "ui/widgets/prompts.h"

#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

ListPart::Plan plan()
{
    return {.name = u"secrets"_s,
            .title = SecretsPart::tr("Secrets"),
            .sentence = SecretsPart::tr("Values are in the keychain of this desktop and nowhere else."),
            .columns = {SecretsPart::tr("Name"), SecretsPart::tr("Written"), SecretsPart::tr("By"),
                        SecretsPart::tr("Used by")},
            .empty = SecretsPart::tr("None yet. An automation refers to one by ${secret:NAME}.")};
}

QString usersOf(const store::SecretRecord &record)
{
    QStringList names;
    for (const store::SecretUse &use : record.uses)
        names.append(use.automationName);
    return names.join(u", "_s);
}

EntryDialog::Plan question(const QString &name)
{
    EntryDialog::Plan plan{.title = name.isEmpty() ? SecretsPart::tr("New secret")
                                                   : SecretsPart::tr("New value of “%1”").arg(name),
                           .verb = SecretsPart::tr("Keep"),
                           .form = {},
                           .values = {},
                           .hidden = {u"value"_s}};
    if (name.isEmpty())
        plan.form.fields.append({.name = u"name"_s, .label = QT_TRANSLATE_NOOP("catalog", "&Name"), .required = true});
    plan.form.fields.append({.name = u"value"_s, .label = QT_TRANSLATE_NOOP("catalog", "&Value"), .required = true});
    return plan;
}

} // namespace

SecretsPart::SecretsPart(const Context &context, QWidget *parent) : ListPart(context, plan(), parent)
{
    QPushButton *fresh = addVerb(tr("New secret…"), [this] { ask({}); });
    fresh->setEnabled(context.secrets);
    addRowVerb(tr("New value…"), [this] { ask(m_records.at(chosen()).name); });
    addRowVerb(tr("Delete…"), [this] { forget(); });
}

void SecretsPart::reload()
{
    base::onAnswer(this, context().store.secretRecords().list(),
                   [this](const base::Result<QList<store::SecretRecord>> &records) {
                       m_records = records.value_or(QList<store::SecretRecord>());
                       QList<QStringList> rows;
                       for (const store::SecretRecord &one : std::as_const(m_records)) {
                           const QString when =
                               one.writtenAt ? models::pastShort(*one.writtenAt, context().clock.now()) : tr("never");
                           rows.append({one.name, when, one.writtenBy, usersOf(one)});
                       }
                       setRows(rows);
                   });
}

void SecretsPart::ask(const QString &name)
{
    auto *dialog = new EntryDialog(context().look, question(name), this);
    connect(dialog, &EntryDialog::handedOver, this, [this, dialog, name](const QJsonObject &values) {
        const QString wanted = name.isEmpty() ? values.value("name"_L1).toString() : name;
        base::Status fit = domain::checkSecretName(wanted);
        if (!fit) {
            base::Error error = fit.error();
            error.field = u"name"_s;
            dialog->refuse(error);
            return;
        }
        base::onAnswer(dialog, context().secrets->set(wanted, values.value("value"_L1).toString(), context().seat.by()),
                       [this, dialog, wanted](const base::Status &kept) {
                           if (!kept) {
                               dialog->refuse(kept.error());
                               return;
                           }
                           dialog->take();
                           Q_EMIT said(tr("The secret “%1” is kept").arg(wanted));
                           reload();
                       });
    });
    dialog->open();
}

void SecretsPart::forget()
{
    const store::SecretRecord record = m_records.at(chosen());
    const QString users = usersOf(record);
    const Question question{.title = tr("Delete the secret “%1”?").arg(record.name),
                            .text = users.isEmpty() ? tr("No automation refers to it.")
                                                    : tr("Runs of these fail without it: %1").arg(users),
                            .verbs = {tr("&Delete"), tr("Cancel")},
                            .destructive = true};
    context().prompts.ask(this, question, [this, name = record.name](int verb) {
        if (verb != 0 || !context().secrets)
            return;
        base::onAnswer(this, context().secrets->remove(name, context().seat.by()),
                       [this, name](const base::Status &gone) {
                           tell(gone, tr("The secret “%1” is deleted").arg(name));
                           reload();
                       });
    });
}

} // namespace ui
