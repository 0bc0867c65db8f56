// SPDX-License-Identifier: Apache-2.0
// Seven buttons, a day of the week each, in the order of the person's calendar. At least one stays pressed.
#pragma once

#include <QWidget>

#include <array>
#include <bitset>

class QPushButton;

namespace ui {

class WeekdayPicker : public QWidget
{
    Q_OBJECT

public:
    explicit WeekdayPicker(QWidget *parent = nullptr);
    /// From Monday.
    std::bitset<7> days() const;
    /// Does not emit.
    void setDays(std::bitset<7> days);

Q_SIGNALS:
    /// By the person.
    void edited();

private:
    void take(QPushButton *pressed);

    std::array<QPushButton *, 7> m_buttons{};
};

} // namespace ui
