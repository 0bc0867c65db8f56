// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/schedule/cron/weekdaypicker.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

WeekdayPicker::WeekdayPicker(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"weekdays"_s);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    const QLocale locale;
    for (int i = 0; i < 7; ++i) {
        const int day = (int(locale.firstDayOfWeek()) - 1 + i) % 7;
        auto *button = new QPushButton;
        button->setObjectName(u"weekday%1"_s.arg(day + 1));
        button->setText(locale.standaloneDayName(day + 1, QLocale::ShortFormat));
        button->setAccessibleName(locale.standaloneDayName(day + 1));
        button->setToolTip(locale.standaloneDayName(day + 1));
        button->setCheckable(true);
        button->setAutoDefault(false);
        button->setFixedWidth(std::max(44, button->fontMetrics().horizontalAdvance(button->text()) + 20));
        connect(button, &QPushButton::clicked, this, [this, button] { take(button); });
        m_buttons[size_t(day)] = button;
        row->addWidget(button);
    }
}

std::bitset<7> WeekdayPicker::days() const
{
    std::bitset<7> days;
    for (size_t i = 0; i < days.size(); ++i)
        days.set(i, m_buttons[i]->isChecked());
    return days;
}

void WeekdayPicker::setDays(std::bitset<7> days)
{
    for (size_t i = 0; i < days.size(); ++i)
        m_buttons[i]->setChecked(days.test(i));
}

void WeekdayPicker::take(QPushButton *pressed)
{
    if (days().none())
        pressed->setChecked(true);
    else
        Q_EMIT edited();
}

} // namespace ui
