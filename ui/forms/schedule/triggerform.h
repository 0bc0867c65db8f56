// SPDX-License-Identifier: Apache-2.0
// One trigger: how it repeats and in which zone, or what else sets it off. Everyday shapes write the cron expression
// below them; whoever types there has a free one. Works on the JSON form, so that what is wrong can be shown and parts
// it has no field for stay as they are.
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "ui/forms/schedule/cron/cronpreset.h"
#include "ui/look/look.h"

#include <QJsonObject>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QSpinBox;
class QVBoxLayout;

namespace ui {

class CronBoxes;
class CronWords;
class EventFields;
class FormRow;
class InstantField;
class MoreFields;
class PresetFields;
class WeekdayPicker;
class ZoneCombo;

class TriggerForm : public QWidget
{
    Q_OBJECT

public:
    TriggerForm(const Look &look, const base::Clock &clock, QWidget *parent = nullptr);

    /// A trigger of any type, and as it was saved (empty for a new one).
    void setTrigger(const QJsonObject &trigger, const QJsonObject &saved);
    QJsonObject trigger() const;
    /// Whether it could be saved as it is now.
    base::Status check() const;
    /// Shown at the field that `error` names, else at the repeat.
    void setError(const base::Error &error);
    /// Moves the keyboard to what is wrong, and selects the wrong place in the text of an expression.
    void goToError();
    void focusRepeat();
    /// For what the automations are called whose runs can be followed.
    EventFields &events() const { return *m_events; }

Q_SIGNALS:
    /// By the person.
    void edited();

private:
    void buildRepeat();
    void buildCron();
    void buildEvery();
    void buildOnce();
    void buildZone();
    FormRow *add(FormRow *row);
    void chooseRepeat();
    void writePreset();
    void takeTyped();
    void takeZone();
    void touch();
    void refresh();
    void showRepeat();
    void showPreset(const QString &cron);
    void showEvery(const QJsonObject &trigger);
    void chooseEvent(const QString &type);
    void putRepeat(QJsonObject &trigger) const;
    bool isCron() const;
    std::optional<CronPreset::Shape> shape() const;
    void selectCron(int position);

    const Look &m_look;
    const base::Clock &m_clock;
    QVBoxLayout *m_column;
    QComboBox *m_repeat;
    PresetFields *m_preset;
    WeekdayPicker *m_days;
    QLineEdit *m_cron;
    CronWords *m_words;
    CronBoxes *m_boxes;
    QSpinBox *m_every;
    QComboBox *m_everyUnit;
    InstantField *m_anchor;
    InstantField *m_at;
    ZoneCombo *m_zone;
    MoreFields *m_more;
    EventFields *m_events;
    FormRow *m_daysRow = nullptr;
    FormRow *m_cronRow = nullptr;
    FormRow *m_everyRow = nullptr;
    FormRow *m_anchorRow = nullptr;
    FormRow *m_atRow = nullptr;
    FormRow *m_zoneRow = nullptr;
    QJsonObject m_trigger;
    QJsonObject m_saved;
    QString m_typed; ///< The last expression that was typed and fits no shape.
};

} // namespace ui
