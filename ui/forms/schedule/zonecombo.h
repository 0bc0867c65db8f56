// SPDX-License-Identifier: Apache-2.0
// A choice of time zone: the system's first, then all by name; typing searches anywhere in the names.
#pragma once

#include <QComboBox>

namespace ui {

class ZoneCombo : public QComboBox
{
    Q_OBJECT

public:
    explicit ZoneCombo(QWidget *parent = nullptr);
    /// An IANA name, or what was typed when it is none; empty is the system's zone.
    QString zone() const;
    /// Does not emit.
    void setZone(const QString &zone);

Q_SIGNALS:
    /// By the person.
    void edited();
};

} // namespace ui
