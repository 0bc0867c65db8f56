// SPDX-License-Identifier: Apache-2.0
// The fields of an everyday shape in one line: how many minutes, at which time, on which day. They keep what was given
// while another shape is chosen.
#pragma once

#include "ui/forms/schedule/cron/cronpreset.h"
#include "ui/look/look.h"

#include <QWidget>

class QComboBox;
class QSpinBox;
class QTimeEdit;

namespace ui {

class TextLabel;

class PresetFields : public QWidget
{
    Q_OBJECT

public:
    explicit PresetFields(const Look &look, QWidget *parent = nullptr);

    /// Takes over what the shape has; the other fields stay. Does not emit.
    void setPreset(const CronPreset &preset);
    /// Shows the fields of another shape, with what they hold. Does not emit.
    void setShape(CronPreset::Shape shape);
    /// Without the days of the week, which are chosen elsewhere.
    CronPreset preset() const;

Q_SIGNALS:
    /// By the person.
    void edited();

private:
    QComboBox *stepCombo(const QString &name, const QString &spoken, const QList<int> &steps);
    TextLabel *word(const QString &text);

    const Look &m_look;
    CronPreset::Shape m_shape = CronPreset::Shape::Daily;
    QComboBox *m_minutes;
    QComboBox *m_hours;
    QSpinBox *m_minute;
    QSpinBox *m_day;
    QTimeEdit *m_time;
    QList<std::pair<QWidget *, QList<CronPreset::Shape>>> m_parts; ///< Each with the shapes it belongs to.
};

} // namespace ui
