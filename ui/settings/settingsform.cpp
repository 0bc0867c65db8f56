// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/settingsform.h"

#include "app/base/answer.h"
#include "app/store/store.h"
#include "ui/forms/formrow.h"
#include "ui/seat/seat.h"
#include "ui/widgets/labels.h"

#include <QVBoxLayout>

namespace ui {

using namespace std::chrono_literals;

namespace {

constexpr auto keepAfter = 400ms;

} // namespace

SettingsForm::SettingsForm(const Context &context, const SettingsSection &section, QWidget *parent)
    : QWidget(parent), m_context(context), m_form(new FieldForm(context.look, section.plan, this))
{
    for (const domain::FieldSpec &field : section.plan.fields)
        m_keys.append(field.name);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(12);
    auto *title = new TextLabel(context.look, {TypeRole::PaneTitle, Colour::TextPrimary}, this);
    title->setText(section.title);
    column->addWidget(title);
    if (!section.sentence.isEmpty()) {
        auto *sentence = new TextLabel(context.look, {TypeRole::Body, Colour::TextSecondary}, this);
        sentence->setText(section.sentence);
        sentence->setWordWrap(true);
        column->addWidget(sentence);
    }
    column->addWidget(m_form);
    context.seat.guard(domain::Right::Admin, m_form);
    m_pause.setSingleShot(true);
    m_pause.setInterval(keepAfter);
    connect(&m_pause, &QTimer::timeout, this, &SettingsForm::keep);
    connect(m_form, &FieldForm::edited, this, [this] { m_pause.start(); });
}

void SettingsForm::setSettings(const QJsonObject &settings)
{
    QJsonObject mine;
    for (const QString &key : std::as_const(m_keys))
        mine.insert(key, settings.value(key));
    if (mine == m_known || m_pause.isActive())
        return;
    m_known = mine;
    m_form->setParams(mine);
}

void SettingsForm::keep()
{
    const QJsonObject now = m_form->params();
    for (const QString &key : std::as_const(m_keys)) {
        if (now.value(key) != m_known.value(key))
            keepOne(key, now.value(key));
    }
}

void SettingsForm::keepOne(const QString &key, const QJsonValue &value)
{
    base::onAnswer(this, m_context.store.settings().set(key, value, m_context.seat.by()),
                   [this, key, value](const base::Status &kept) {
                       m_form->setError(key, kept ? QString() : fieldErrorText(kept.error()));
                       if (kept) {
                           m_known.insert(key, value);
                           Q_EMIT this->kept();
                       }
                   });
}

} // namespace ui
