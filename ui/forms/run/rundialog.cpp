// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/run/rundialog.h"

#include "app/base/answer.h"
#include "app/domain/input/secretrefs.h"
#include "app/secrets/secretstore.h"
#include "app/store/store.h"
#include "ui/errors/errortext.h"
#include "ui/forms/formrow.h"
#include "ui/forms/run/argumentfield.h"
#include "ui/forms/run/runadvisor.h"
#include "ui/seat/seat.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messages/banner.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int formWidth = 560;
constexpr int tallestForm = 520;

} // namespace

RunDialog::RunDialog(const Context &context, const RunDialogPlan &plan, QWidget *parent)
    : QDialog(parent),
      m_context(context),
      m_automation(plan.automation),
      m_banner(new Banner(context.look, Banner::Form::Wide))
{
    setObjectName(u"runDialog"_s);
    setWindowTitle(tr("Run “%1”").arg(m_automation.name));
    setWindowModality(Qt::WindowModal);
    m_banner->setObjectName(u"runBanner"_s);
    m_banner->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    if (hasWarning(plan.advice))
        column->addWidget(buildAdvice(plan.advice));
    column->addWidget(buildForm(plan.last), 1);
    column->addWidget(new Hairline(context.look, Qt::Horizontal));
    column->addWidget(buildFoot());
    m_run->setDefault(true); // Once it has a dialog around it.
    offerSecrets();
    if (!m_fields.isEmpty())
        m_fields.constFirst()->widget()->setFocus();
    else
        m_run->setFocus();
}

QWidget *RunDialog::buildAdvice(const domain::RunAdvice &advice)
{
    auto *room = new QWidget;
    auto *column = new QVBoxLayout(room);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *banner = new Banner(m_context.look, Banner::Form::Wide);
    banner->setObjectName(u"windowAdvice"_s);
    banner->setContent({Family::Window, u"nav-maintenance"_s, adviceText(advice, m_context.clock.now()), {}, {}, {}});
    column->addWidget(banner);
    if (advice.says != domain::ManualRuns::Block)
        return room;
    auto *ask = new QVBoxLayout;
    ask->setContentsMargins(24, 16, 24, 0);
    ask->setSpacing(6);
    auto *label = new TextLabel(m_context.look, {TypeRole::Body, Colour::TextPrimary});
    label->setText(tr("Start it &now all the same, because:"));
    m_reason = new QLineEdit;
    m_reason->setObjectName(u"overrideReason"_s);
    m_reason->setAccessibleName(tr("Why it starts in spite of the window"));
    m_reason->setPlaceholderText(tr("Without a reason it waits for the end of the window. The reason is audited."));
    label->setBuddy(m_reason);
    m_context.seat.guard(domain::Right::Edit, m_reason);
    ask->addWidget(label);
    ask->addWidget(m_reason);
    column->addLayout(ask);
    return room;
}

QScrollArea *RunDialog::buildForm(const domain::ArgumentValues &last)
{
    auto *form = new QWidget;
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    for (const domain::Argument &argument : std::as_const(m_automation.arguments)) {
        if (!domain::isAsked(argument))
            continue;
        auto *field = new ArgumentField(m_context.look, argument, this);
        const QString kept = last.value(argument.name);
        const bool lent = domain::isLentName(domain::referredSecret(kept).value_or(QString()));
        const bool usable = !kept.isEmpty() && !lent && domain::checkValue(argument, kept);
        m_remembered = m_remembered || usable;
        // The default of a secret stands in the field as a hint, for whoever types must not have to clear it first.
        field->setValue(usable ? kept : argument.kind == domain::ArgumentKind::Secret ? QString() : argument.fallback);
        connect(field, &ArgumentField::edited, this, [this, field] { takeEdit(field); });
        m_fields.append(field);
        column->addWidget(field->row());
    }
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(form);
    scroll->setMinimumWidth(formWidth);
    scroll->setMinimumHeight(std::min(tallestForm, form->sizeHint().height()));
    return scroll;
}

QWidget *RunDialog::buildFoot()
{
    auto *foot = new QWidget;
    foot->setFixedHeight(m_context.look.size(Size::DialogButtons));
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(24, 0, 16, 0);
    row->setSpacing(8);
    m_note = new TextLabel(m_context.look, {TypeRole::Body, Colour::TextSecondary});
    m_note->setObjectName(u"runNote"_s);
    m_note->setText(m_remembered ? tr("With the values of last time.") : QString());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_run = buttons->button(QDialogButtonBox::Ok);
    m_run->setText(tr("Run"));
    m_run->setObjectName(u"run"_s);
    m_run->setProperty("primary", true);
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    connect(buttons, &QDialogButtonBox::accepted, this, &RunDialog::submit);
    connect(buttons, &QDialogButtonBox::rejected, this, &RunDialog::reject);
    row->addWidget(m_note, 1);
    row->addWidget(buttons);
    return foot;
}

void RunDialog::offerSecrets()
{
    const bool asked = std::any_of(m_fields.cbegin(), m_fields.cend(), [](const ArgumentField *field) {
        return field->argument().kind == domain::ArgumentKind::Secret;
    });
    if (!asked)
        return;
    base::onAnswer(this, m_context.store.secretRecords().list(),
                   [this](const base::Result<QList<store::SecretRecord>> &records) {
                       QStringList names;
                       for (const store::SecretRecord &record : records.value_or({}))
                           if (record.writtenAt)
                               names.append(record.name);
                       for (ArgumentField *field : std::as_const(m_fields))
                           field->offerSecrets(names);
                   });
}

domain::ArgumentValues RunDialog::given() const
{
    domain::ArgumentValues values;
    for (const ArgumentField *field : m_fields)
        values.insert(field->argument().name, field->value());
    return values;
}

/// What was touched is checked at once; what is still to be filled in is not held against anybody before.
void RunDialog::takeEdit(ArgumentField *field)
{
    m_banner->hide();
    const domain::Argument &argument = field->argument();
    const QString value = field->value().isEmpty() ? argument.fallback : field->value();
    const base::Status fits = domain::checkValue(argument, value);
    field->row()->setError(fits ? QString() : tr("It %1.").arg(fits.error().detail));
}

void RunDialog::submit()
{
    m_banner->hide();
    for (ArgumentField *field : std::as_const(m_fields))
        takeEdit(field);
    const base::Result<domain::ArgumentValues> values = domain::completed(m_automation.arguments, given());
    if (!values) {
        refuse(values.error());
        return;
    }
    m_run->setEnabled(false);
    const base::RunId id = base::RunId::make();
    const domain::SplitValues split = domain::splitSecrets(m_automation.arguments, *values, id.text());
    if (split.lent.isEmpty())
        request(split.stored, id);
    else
        lend(split, id);
}

void RunDialog::lend(const domain::SplitValues &split, const base::RunId &id)
{
    if (!m_context.secrets) {
        refuse(base::unavailable({}, tr("This window has no access to a keyring.")));
        return;
    }
    base::onAnswer(this, m_context.secrets->lend(split.lent, m_context.seat.by()),
                   [this, values = split.stored, id](const base::Status &lent) {
                       if (lent)
                           request(values, id);
                       else
                           refuse(lent.error());
                   });
}

void RunDialog::request(const domain::ArgumentValues &values, const base::RunId &id)
{
    const store::RunInput input{
        .arguments = values, .id = id, .overrideReason = m_reason ? m_reason->text().trimmed() : QString()};
    base::onAnswer(this, m_context.store.runs().request(m_automation.id, m_context.seat.by(), input),
                   [this](const base::Result<domain::Run> &run) {
                       if (!run)
                           return refuse(run.error());
                       Q_EMIT queued(*run);
                       accept();
                   });
}

void RunDialog::refuse(const base::Error &error)
{
    m_run->setEnabled(true);
    if (showError(error))
        return;
    m_banner->setContent({Family::Bad, u"run.failed"_s, errorText(error), {}, {}, {}});
    m_banner->show();
}

bool RunDialog::showError(const base::Error &error)
{
    const auto field = std::find_if(m_fields.cbegin(), m_fields.cend(), [&error](const ArgumentField *one) {
        return error.field == u"arguments."_s + one->argument().name;
    });
    if (field == m_fields.cend())
        return false;
    if (!(*field)->row()->hasError())
        (*field)->row()->setError(fieldErrorText(error));
    (*field)->widget()->setFocus();
    return true;
}

} // namespace ui
