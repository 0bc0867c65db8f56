// SPDX-License-Identifier: Apache-2.0
// One schedule: how it repeats, in which zone, what the clocks do to it, and when it is next due. Works on the JSON
// form, so that what is wrong can be shown and parts it has no field for stay as they are.
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "ui/look/look.h"

#include <QJsonObject>
#include <QWidget>

class QComboBox;
class QDateTimeEdit;
class QLineEdit;
class QSpinBox;
class QVBoxLayout;

namespace ui {

class CronBoxes;
class CronWords;
class FormRow;
class NextTimesList;
class Segments;
class TextLabel;
class ZoneCombo;

class TriggerForm : public QWidget
{
    Q_OBJECT

public:
    enum class Repeat { Cron, Every, Once };

    TriggerForm(const Look &look, const base::Clock &clock, QWidget *parent = nullptr);

    /// A trigger of type `schedule`, and as it was saved (empty for a new one). Intervals without an anchor count from
    /// `created`.
    void setTrigger(const QJsonObject &trigger, const QJsonObject &saved, base::Instant created);
    QJsonObject trigger() const;
    /// Whether it could be saved as it is now.
    base::Status check() const;
    /// Shown at the field that `error` names, else at the repeat.
    void setError(const base::Error &error);

Q_SIGNALS:
    /// By the person.
    void edited();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildRepeat();
    void buildEvery();
    void buildOnce();
    void buildZone();
    void buildClocks();
    void buildTimes();
    void add(QWidget *row);
    void touch();
    void refresh();
    void showRepeat();
    void showTimes();
    void showZone();
    void putRepeat(QJsonObject &trigger) const;
    QWidget *labelled(const QString &label, QWidget *field) const;

    const Look &m_look;
    const base::Clock &m_clock;
    QVBoxLayout *m_column;
    Segments *m_repeat = nullptr;
    QLineEdit *m_cron = nullptr;
    CronWords *m_words = nullptr;
    CronBoxes *m_boxes = nullptr;
    QSpinBox *m_every = nullptr;
    QComboBox *m_everyUnit = nullptr;
    QDateTimeEdit *m_at = nullptr;
    ZoneCombo *m_zone = nullptr;
    QSpinBox *m_jitter = nullptr;
    QComboBox *m_back = nullptr;
    QComboBox *m_forward = nullptr;
    FormRow *m_cronRow = nullptr;
    FormRow *m_everyRow = nullptr;
    FormRow *m_atRow = nullptr;
    FormRow *m_zoneRow = nullptr;
    TextLabel *m_never = nullptr;
    NextTimesList *m_times = nullptr;
    QJsonObject m_trigger;
    QJsonObject m_saved;
    base::Instant m_created;
    bool m_atTouched = false;
};

} // namespace ui
