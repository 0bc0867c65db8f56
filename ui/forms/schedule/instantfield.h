// SPDX-License-Identifier: Apache-2.0
// One instant on the wall clock of a zone; an optional one behind a tick. What nobody touched stays exactly what it
// was.
#pragma once

#include "app/base/clock.h"
#include "app/domain/zone.h"

#include <QJsonValue>
#include <QWidget>

class QCheckBox;
class QDateTimeEdit;

namespace ui {

class InstantField : public QWidget
{
    Q_OBJECT

public:
    enum class Need { Required, Optional };
    /// `name` is the object name; a screen reader says `spoken`.
    InstantField(const QString &name, const QString &spoken, Need need, QWidget *parent = nullptr);

    /// Shows a value of the JSON form on the clock of `zone`, or `otherwise` where there is none. Does not emit.
    void setValue(const QJsonValue &value, const domain::Zone &zone, base::Instant otherwise);
    /// As it was given, or the wall time that the person set; undefined while there is none.
    QJsonValue value() const;
    /// The zone around it has changed: what is shown stays and is meant there from now on.
    void meanAnew();

Q_SIGNALS:
    /// By the person.
    void edited();

private:
    void touch();

    QJsonValue m_given;
    bool m_touched = false;
    QCheckBox *m_tick = nullptr; ///< Null where it is required.
    QDateTimeEdit *m_edit;
};

} // namespace ui
