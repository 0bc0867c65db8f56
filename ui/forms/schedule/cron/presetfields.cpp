// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/schedule/cron/presetfields.h"

#include "ui/forms/formrow.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSpinBox>
#include <QTimeEdit>

namespace ui {

using namespace Qt::StringLiterals;
using Shape = CronPreset::Shape;

PresetFields::PresetFields(const Look &look, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_minutes(stepCombo(u"presetMinutes"_s, tr("Minutes"), {minuteSteps.begin(), minuteSteps.end()})),
      m_hours(stepCombo(u"presetHours"_s, tr("Hours"), {hourSteps.begin(), hourSteps.end()})),
      m_minute(new QSpinBox),
      m_day(new QSpinBox),
      m_time(new QTimeEdit)
{
    m_minute->setObjectName(u"presetMinute"_s);
    m_minute->setRange(0, 59);
    m_minute->setMinimumWidth(72);
    nameField(*m_minute, tr("Minute of the hour"));
    m_day->setObjectName(u"presetDay"_s);
    m_day->setRange(1, 31);
    m_day->setMinimumWidth(72);
    nameField(*m_day, tr("Day of the month"));
    m_time->setObjectName(u"presetTime"_s);
    m_time->setDisplayFormat(u"HH:mm"_s);
    m_time->setMinimumWidth(84);
    nameField(*m_time, tr("Time"));
    const QList<Shape> timed{Shape::Daily, Shape::Weekdays, Shape::Weekly, Shape::Monthly, Shape::LastDay};
    m_parts = {{m_minutes, {Shape::Minutes}}, {word(tr("minutes")), {Shape::Minutes}},
               {m_hours, {Shape::Hours}},     {word(tr("hours, at minute")), {Shape::Hours}},
               {m_minute, {Shape::Hours}},    {m_day, {Shape::Monthly}},
               {word(tr("at")), timed},       {m_time, timed}};
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (const auto &part : std::as_const(m_parts))
        row->addWidget(part.first);
    row->addStretch(1);
    connect(m_minute, &QSpinBox::valueChanged, this, &PresetFields::edited);
    connect(m_day, &QSpinBox::valueChanged, this, &PresetFields::edited);
    connect(m_time, &QTimeEdit::timeChanged, this, &PresetFields::edited);
    setPreset({});
}

QComboBox *PresetFields::stepCombo(const QString &name, const QString &spoken, const QList<int> &steps)
{
    auto *combo = new QComboBox;
    combo->setObjectName(name);
    nameField(*combo, spoken);
    combo->setMinimumWidth(72);
    for (const int step : steps)
        combo->addItem(QString::number(step), step);
    connect(combo, &QComboBox::activated, this, &PresetFields::edited);
    return combo;
}

TextLabel *PresetFields::word(const QString &text)
{
    auto *label = new TextLabel(m_look, {TypeRole::Body, Colour::TextSecondary});
    label->setText(text);
    return label;
}

void PresetFields::setPreset(const CronPreset &preset)
{
    const QSignalBlocker quiet(this);
    switch (preset.shape) {
    case Shape::Minutes:
        m_minutes->setCurrentIndex(m_minutes->findData(preset.every));
        break;
    case Shape::Hours:
        m_hours->setCurrentIndex(m_hours->findData(preset.every));
        m_minute->setValue(preset.minute);
        break;
    case Shape::Monthly:
        m_day->setValue(preset.day);
        [[fallthrough]];
    case Shape::Daily:
    case Shape::Weekdays:
    case Shape::Weekly:
    case Shape::LastDay:
        m_time->setTime({preset.hour, preset.minute});
        break;
    }
    setShape(preset.shape);
}

void PresetFields::setShape(Shape shape)
{
    m_shape = shape;
    for (const auto &[part, shapes] : std::as_const(m_parts))
        part->setVisible(shapes.contains(shape));
}

CronPreset PresetFields::preset() const
{
    CronPreset preset{.shape = m_shape};
    if (m_shape == Shape::Minutes)
        preset.every = m_minutes->currentData().toInt();
    if (m_shape == Shape::Hours) {
        preset.every = m_hours->currentData().toInt();
        preset.minute = m_minute->value();
    } else if (m_shape != Shape::Minutes) {
        preset.hour = m_time->time().hour();
        preset.minute = m_time->time().minute();
    }
    if (m_shape == Shape::Monthly)
        preset.day = m_day->value();
    return preset;
}

} // namespace ui
