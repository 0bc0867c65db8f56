// SPDX-License-Identifier: Apache-2.0
// What few schedules need, folded away: spread, first and last moment, what the clocks do. Open by itself where some of
// it is set.
#pragma once

#include "app/base/clock.h"
#include "app/base/error.h"
#include "app/domain/zone.h"
#include "ui/look/look.h"

#include <QJsonObject>
#include <QWidget>

class QComboBox;
class QSpinBox;
class QToolButton;
class QVBoxLayout;

namespace ui {

class FormRow;
class InstantField;

class MoreFields : public QWidget
{
    Q_OBJECT

public:
    explicit MoreFields(const Look &look, QWidget *parent = nullptr);

    /// Does not emit. Times are shown on the clock of `zone`.
    void setTrigger(const QJsonObject &trigger, const domain::Zone &zone, base::Instant now);
    /// Its parts of a trigger in the JSON form; defaults are left out.
    void put(QJsonObject &trigger) const;
    /// False when the field is none of these; else it opens.
    bool setError(const base::Error &error);
    void clearErrors();
    /// Moves the keyboard to the first of them that is wrong, if any is.
    void goToError();
    /// The zone around it has changed: wall times stay what they show.
    void meanAnew();

Q_SIGNALS:
    /// By the person.
    void edited();

private:
    void buildFold();
    void buildRows();
    FormRow *addRow(const QString &label, QWidget *field, const QString &help = {});
    void setOpen(bool open);
    void touch();
    /// What is set, for the fold: `spread, last moment`.
    QString summary() const;
    void showSummary();

    const Look &m_look;
    QVBoxLayout *m_column;
    QToolButton *m_fold;
    QWidget *m_rows;
    QSpinBox *m_jitter;
    InstantField *m_notBefore;
    InstantField *m_notAfter;
    QComboBox *m_back = nullptr;
    QComboBox *m_forward = nullptr;
    QList<std::pair<QString, FormRow *>> m_rowsByField; ///< Fields of the JSON form, as they stand below each other.
};

} // namespace ui
