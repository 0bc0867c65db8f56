// SPDX-License-Identifier: Apache-2.0
#include "ui/maintenance/windoweditor.h"

#include "app/base/answer.h"
#include "app/store/store.h"
#include "ui/errors/errortext.h"
#include "ui/forms/fieldform.h"
#include "ui/forms/formrow.h"
#include "ui/seat/seat.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messages/banner.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;
using domain::FieldType;

namespace {

constexpr int formWidth = 620;
constexpr int formHeight = 560;

QList<domain::FieldSpec> timeFields()
{
    return {{.name = u"name"_s, .label = QT_TRANSLATE_NOOP("catalog", "&Name"), .required = true},
            {.name = u"start"_s,
             .label = QT_TRANSLATE_NOOP("catalog", "&Begins"),
             .help = QT_TRANSLATE_NOOP("catalog", "What the wall clock shows, such as 2026-03-22T03:00."),
             .required = true},
            {.name = u"end"_s, .label = QT_TRANSLATE_NOOP("catalog", "En&ds"), .required = true},
            {.name = u"timezone"_s,
             .label = QT_TRANSLATE_NOOP("catalog", "Time &zone"),
             .help = QT_TRANSLATE_NOOP("catalog", "Such as Europe/Berlin; empty is the system's.")},
            {.name = u"recurring"_s,
             .label = QT_TRANSLATE_NOOP("catalog", "Repea&ts"),
             .help = QT_TRANSLATE_NOOP("catalog", "A cron expression of its begins; empty happens once."),
             .type = FieldType::Command,
             .hint = "0 3 * * 0"},
            {.name = u"scope"_s,
             .label = QT_TRANSLATE_NOOP("catalog", "S&cope"),
             .help = QT_TRANSLATE_NOOP(
                 "catalog", "Ids of automations, tag:x, connection:x or *, with commas between. !ID takes one "
                            "out of it."),
             .type = FieldType::Texts}};
}

QList<domain::FieldSpec> effectFields()
{
    return {{.name = u"autonomy_override"_s,
             .label = QT_TRANSLATE_NOOP("catalog", "&Effect"),
             .type = FieldType::Choice,
             .fallback = u"disabled"_s,
             .choices = {u"disabled"_s, u"approve"_s, u"notify"_s, u"execute"_s}},
            {.name = u"blocked_slots"_s,
             .label = QT_TRANSLATE_NOOP("catalog", "Bloc&ked slots"),
             .type = FieldType::Choice,
             .fallback = u"skip"_s,
             .choices = {u"skip"_s, u"once_after"_s}},
            {.name = u"manual_runs"_s,
             .label = QT_TRANSLATE_NOOP("catalog", "Man&ual runs"),
             .type = FieldType::Choice,
             .fallback = u"warn"_s,
             .choices = {u"allow"_s, u"warn"_s, u"block"_s}},
            {.name = u"in_flight"_s,
             .label = QT_TRANSLATE_NOOP("catalog", "Running &ones"),
             .type = FieldType::Choice,
             .fallback = u"finish"_s,
             .choices = {u"finish"_s, u"stop"_s}},
            {.name = u"mute_notifications"_s,
             .label = QT_TRANSLATE_NOOP("catalog", "Mute &notices of its runs"),
             .type = FieldType::Flag,
             .fallback = false},
            {.name = u"reason"_s, .label = QT_TRANSLATE_NOOP("catalog", "&Reason")}};
}

QHash<QString, FieldDress> dresses()
{
    return {{u"scope"_s, {.shape = FieldDress::Shape::CommaList}},
            {u"autonomy_override"_s,
             {.choiceWords = {WindowEditor::tr("Blocks scheduled runs"), WindowEditor::tr("Asks first"),
                              WindowEditor::tr("Tells of each run"), WindowEditor::tr("Runs as usual")}}},
            {u"blocked_slots"_s,
             {.choiceWords = {WindowEditor::tr("are skipped"), WindowEditor::tr("run once after the window")}}},
            {u"manual_runs"_s,
             {.choiceWords = {WindowEditor::tr("allowed"), WindowEditor::tr("allowed with a warning"),
                              WindowEditor::tr("held until the window ends")}}},
            {u"in_flight"_s, {.choiceWords = {WindowEditor::tr("may finish"), WindowEditor::tr("are stopped")}}},
            {u"reason"_s, {.shape = FieldDress::Shape::Lines}}};
}

/// Texts of the form that mean "none".
QJsonObject cleaned(QJsonObject fields)
{
    for (const QLatin1StringView name : {"timezone"_L1, "recurring"_L1}) {
        if (fields.value(name).toString().trimmed().isEmpty()) {
            fields.insert(name, QJsonValue());
        }
    }
    return fields;
}

} // namespace

WindowEditor::WindowEditor(const Context &context, const domain::MaintenanceWindow &window, QWidget *parent)
    : QDialog(parent),
      m_context(context),
      m_before(window),
      m_given(toJson(window)),
      m_banner(new Banner(context.look, Banner::Form::Wide))
{
    setObjectName(u"windowEditor"_s);
    setWindowTitle(window.id.isEmpty() ? tr("New window") : tr("Edit “%1”").arg(window.name));
    setWindowModality(Qt::WindowModal);
    m_banner->setObjectName(u"windowBanner"_s);
    m_banner->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(buildForm(), 1);
    column->addWidget(new Hairline(context.look, Qt::Horizontal));
    column->addWidget(buildFoot());
    m_save->setDefault(true);
    connect(m_form, &FieldForm::edited, this, [this] { showHits(m_automations); });
    countHits();
    m_form->control(u"name"_s)->setFocus();
}

QWidget *WindowEditor::buildForm()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(24, 20, 24, 20);
    const auto check = [this](const QJsonObject &fields, const QString &field) -> base::Status {
        QJsonObject whole = m_given;
        for (auto it = fields.constBegin(); it != fields.constEnd(); ++it) {
            whole.insert(it.key(), it.value());
        }
        const auto read = domain::windowFromJson(cleaned(whole));
        return read || read.error().field.section(u'[', 0, 0) != field ? base::Status() : base::Status(read.error());
    };
    m_form = new FieldForm(
        m_context.look, {.fields = timeFields() + effectFields(), .oneOf = {}, .dresses = dresses(), .check = check});
    m_form->setObjectName(u"windowForm"_s);
    m_form->setParams(m_given);
    column->addWidget(m_form);
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(page);
    scroll->setMinimumWidth(formWidth);
    scroll->setMinimumHeight(std::min(formHeight, page->sizeHint().height()));
    return scroll;
}

QWidget *WindowEditor::buildFoot()
{
    auto *foot = new QWidget;
    foot->setFixedHeight(m_context.look.size(Size::DialogButtons));
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(24, 0, 16, 0);
    row->setSpacing(8);
    m_note = new TextLabel(m_context.look, {TypeRole::Body, Colour::TextSecondary});
    m_note->setObjectName(u"windowNote"_s);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    m_save = buttons->button(QDialogButtonBox::Save);
    m_save->setText(tr("Save"));
    m_save->setObjectName(u"saveWindow"_s);
    m_save->setProperty("primary", true);
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    connect(buttons, &QDialogButtonBox::accepted, this, &WindowEditor::submit);
    connect(buttons, &QDialogButtonBox::rejected, this, &WindowEditor::reject);
    row->addWidget(m_note, 1);
    row->addWidget(buttons);
    return foot;
}

void WindowEditor::countHits()
{
    base::onAnswer(this, m_context.store.automations().list(),
                   [this](const base::Result<QList<domain::Automation>> &automations) {
                       m_automations = automations.value_or({});
                       showHits(m_automations);
                   });
}

void WindowEditor::showHits(const QList<domain::Automation> &automations)
{
    domain::MaintenanceWindow window;
    window.scope.clear();
    for (const QJsonValue entry : m_form->params().value("scope"_L1).toArray()) {
        window.scope.append(entry.toString());
    }
    const domain::WindowScope whom = window.whom();
    const auto hits =
        std::count_if(automations.begin(), automations.end(), [&](const auto &one) { return whom.includes(one); });
    m_note->setText(tr("Hits %n automations.", nullptr, int(hits)));
}

base::Result<domain::MaintenanceWindow> WindowEditor::written() const
{
    return domain::windowFromJson(cleaned(m_form->params()));
}

void WindowEditor::submit()
{
    m_banner->hide();
    m_form->clearErrors();
    const base::Result<domain::MaintenanceWindow> window = written();
    if (!window) {
        refuse(window.error());
        return;
    }
    m_save->setEnabled(false);
    const auto take = [this](const base::Result<domain::MaintenanceWindow> &stored) {
        m_save->setEnabled(true);
        if (!stored) {
            refuse(stored.error());
            return;
        }
        Q_EMIT saved(*stored, m_before);
        accept();
    };
    if (m_before.id.isEmpty()) {
        base::onAnswer(this, m_context.store.windows().create({*window}, m_context.seat.by()),
                       [take](const base::Result<QList<domain::MaintenanceWindow>> &made) {
                           take(made ? base::Result<domain::MaintenanceWindow>(made->first()) : made.error());
                       });
        return;
    }
    QJsonObject fields = cleaned(m_form->params());
    fields.insert("version"_L1, m_before.version);
    base::onAnswer(this, m_context.store.windows().edit(m_before.id, fields, m_context.seat.by()), take);
}

void WindowEditor::refuse(const base::Error &error)
{
    if (m_form->setError(error.field.section(u'[', 0, 0), fieldErrorText(error))) {
        return;
    }
    m_banner->setContent({Family::Bad, u"run.failed"_s, errorText(error), {}, {}, {}});
    m_banner->show();
}

} // namespace ui
