// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/operatorspart.h"

#include "app/base/answer.h"
#include "app/store/store.h"
#include "models/times.h"
#include "ui/seat/seat.h"
#include "ui/settings/entrydialog.h"
#include "ui/widgets/prompts.h"

#include <QClipboard>
#include <QGuiApplication>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QStringList roleTexts()
{
    return {OperatorsPart::tr("Viewer: looks"), OperatorsPart::tr("User: runs and cancels"),
            OperatorsPart::tr("Operator: edits and decides"), OperatorsPart::tr("Admin: everything")};
}

domain::FieldSpec roleField()
{
    return {.name = u"role"_s,
            .label = QT_TRANSLATE_NOOP("catalog", "&Role"),
            .type = domain::FieldType::Choice,
            .fallback = domain::roleWord(domain::Role::User),
            .choices = domain::allRoleWords(),
            .required = true};
}

FieldForm::Plan form(const QList<domain::FieldSpec> &fields)
{
    FieldForm::Plan plan;
    plan.fields = fields;
    plan.dresses = {{u"role"_s, {.choiceWords = roleTexts(), .unit = {}, .none = {}}}};
    return plan;
}

domain::Role roleIn(const QJsonObject &values)
{
    return domain::roleFromWord(values.value("role"_L1).toString()).value_or(domain::Role::User);
}

QString roleText(domain::Role role)
{
    return roleTexts().at(int(role)).section(u':', 0, 0);
}

} // namespace

OperatorsPart::OperatorsPart(const Context &context, QWidget *parent)
    : ListPart(context,
               {.name = u"operators"_s,
                .title = tr("Operators"),
                .sentence = tr("%1, whose account this is, may do everything. Others act with a token of theirs.")
                                .arg(context.seat.account()),
                .columns = {tr("Name"), tr("Role"), tr("Since"), tr("Made by")},
                .empty = tr("Nobody else yet.")},
               parent)
{
    addVerb(tr("New operator…"), [this] { add(); });
    addRowVerb(tr("Change role…"), [this] { changeRole(); });
    addRowVerb(tr("Remove…"), [this] { remove(); });
}

void OperatorsPart::reload()
{
    base::onAnswer(this, context().store.operators().list(),
                   [this](const base::Result<QList<domain::OperatorRecord>> &records) {
                       m_records = records.value_or(QList<domain::OperatorRecord>());
                       QList<QStringList> rows;
                       for (const domain::OperatorRecord &one : std::as_const(m_records))
                           rows.append({one.name, roleText(one.role),
                                        models::pastShort(one.createdAt, context().clock.now()), one.createdBy});
                       setRows(rows);
                   });
}

void OperatorsPart::add()
{
    auto *dialog = new EntryDialog(
        context().look,
        {.title = tr("New operator"),
         .verb = tr("Add"),
         .form =
             form({{.name = u"name"_s, .label = QT_TRANSLATE_NOOP("catalog", "&Name"), .required = true}, roleField()}),
         .values = {},
         .hidden = {}},
        this);
    connect(dialog, &EntryDialog::handedOver, this, [this, dialog](const QJsonObject &values) {
        const domain::Operator made{values.value("name"_L1).toString(), roleIn(values)};
        base::onAnswer(dialog, context().store.operators().add(made, context().seat.account(), context().seat.by()),
                       [this, dialog](const base::Result<domain::OperatorRecord> &added) {
                           if (added)
                               dialog->take();
                           else
                               dialog->refuse(added.error());
                           reload();
                       });
    });
    dialog->open();
}

void OperatorsPart::changeRole()
{
    const domain::OperatorRecord chosenOne = m_records.at(chosen());
    auto *dialog = new EntryDialog(context().look,
                                   {.title = tr("Role of %1").arg(chosenOne.name),
                                    .verb = tr("Change"),
                                    .form = form({roleField()}),
                                    .values = {{u"role"_s, domain::roleWord(chosenOne.role)}},
                                    .hidden = {}},
                                   this);
    connect(dialog, &EntryDialog::handedOver, this, [this, dialog, name = chosenOne.name](const QJsonObject &values) {
        base::onAnswer(dialog, context().store.operators().setRole({name, roleIn(values)}, context().seat.by()),
                       [this, dialog](const base::Result<domain::OperatorRecord> &changed) {
                           if (changed)
                               dialog->take();
                           else
                               dialog->refuse(changed.error());
                           reload();
                       });
    });
    dialog->open();
}

void OperatorsPart::remove()
{
    const QString name = m_records.at(chosen()).name;
    const Question question{.title = tr("Remove %1?").arg(name),
                            .text = tr("Tokens made for %1 count no more.").arg(name),
                            .verbs = {tr("&Remove"), tr("Cancel")},
                            .destructive = true};
    context().prompts.ask(this, question, [this, name](int verb) {
        if (verb != 0)
            return;
        base::onAnswer(this, context().store.operators().remove(name, context().seat.by()),
                       [this, name](const base::Status &gone) {
                           tell(gone, tr("%1 is removed").arg(name));
                           reload();
                       });
    });
}

TokensPart::TokensPart(const Context &context, QWidget *parent)
    : ListPart(context,
               {.name = u"tokens"_s,
                .title = tr("Tokens"),
                .sentence = tr("What a program or another person shows to act for an operator. Shown once, when made."),
                .columns = {tr("For what"), tr("Operator"), tr("Role"), tr("State")},
                .empty = tr("None yet.")},
               parent)
{
    addVerb(tr("New token…"), [this] { make(); });
    addRowVerb(tr("Revoke…"), [this] { revoke(); });
}

QString TokensPart::stateOf(const store::TokenRecord &record) const
{
    const base::Instant now = context().clock.now();
    if (record.revokedAt)
        return tr("revoked");
    if (!record.expiresAt)
        return tr("counts");
    return *record.expiresAt <= now ? tr("expired") : tr("until %1").arg(models::futureShort(*record.expiresAt, now));
}

void TokensPart::reload()
{
    base::onAnswer(this, context().store.operators().tokens(),
                   [this](const base::Result<QList<store::TokenRecord>> &records) {
                       m_records = records.value_or(QList<store::TokenRecord>());
                       QList<QStringList> rows;
                       for (const store::TokenRecord &one : std::as_const(m_records))
                           rows.append({one.name, one.operatorName, roleText(one.role), stateOf(one)});
                       setRows(rows);
                   });
}

void TokensPart::make()
{
    const QList<domain::FieldSpec> fields{
        {.name = u"name"_s, .label = QT_TRANSLATE_NOOP("catalog", "&For what"), .required = true},
        {.name = u"operator"_s, .label = QT_TRANSLATE_NOOP("catalog", "&Operator"), .required = true},
        roleField(),
        {.name = u"days"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "&Days it counts"),
         .help = QT_TRANSLATE_NOOP("catalog", "0 is until it is revoked."),
         .type = domain::FieldType::Integer,
         .fallback = 90,
         .least = 0,
         .most = 3660}};
    auto *dialog = new EntryDialog(context().look,
                                   {.title = tr("New token"),
                                    .verb = tr("Make"),
                                    .form = form(fields),
                                    .values = {{u"operator"_s, context().seat.who().name}, {u"days"_s, 90}},
                                    .hidden = {}},
                                   this);
    connect(dialog, &EntryDialog::handedOver, this, [this, dialog](const QJsonObject &values) {
        const qint64 days = values.value("days"_L1).toInteger();
        const store::NewToken wanted{.name = values.value("name"_L1).toString(),
                                     .operatorName = values.value("operator"_L1).toString(),
                                     .role = roleIn(values),
                                     .days = days > 0 ? std::optional(days) : std::nullopt};
        base::onAnswer(dialog,
                       context().store.operators().createToken(wanted, context().seat.account(), context().seat.by()),
                       [this, dialog](const base::Result<store::MadeToken> &made) {
                           if (!made) {
                               dialog->refuse(made.error());
                               return;
                           }
                           dialog->take();
                           showOnce(*made);
                           reload();
                       });
    });
    dialog->open();
}

void TokensPart::showOnce(const store::MadeToken &made)
{
    const Question question{.title = tr("The token for “%1”").arg(made.record.name),
                            .text = tr("%1\n\nIt can't be shown again.").arg(made.secret),
                            .verbs = {tr("&Copy"), tr("Close")}};
    context().prompts.ask(this, question, [secret = made.secret](int verb) {
        if (verb == 0)
            QGuiApplication::clipboard()->setText(secret);
    });
}

void TokensPart::revoke()
{
    const store::TokenRecord record = m_records.at(chosen());
    const Question question{.title = tr("Revoke the token for “%1”?").arg(record.name),
                            .text = tr("Whoever uses it is refused from then on."),
                            .verbs = {tr("&Revoke"), tr("Cancel")},
                            .destructive = true};
    context().prompts.ask(this, question, [this, record](int verb) {
        if (verb != 0)
            return;
        base::onAnswer(this, context().store.operators().revoke(record.id, context().seat.by()),
                       [this, record](const base::Result<store::TokenRecord> &gone) {
                           tell(gone ? base::Status() : base::Status(gone.error()),
                                tr("The token for “%1” is revoked").arg(record.name));
                           reload();
                       });
    });
}

} // namespace ui
