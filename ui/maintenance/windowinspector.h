// SPDX-License-Identifier: Apache-2.0
// One maintenance window beside the calendar: whether it is open, what it does, what it hits, and what becomes of slots
// in it and in all windows of the next seven days.
#pragma once

#include "models/calendar/calendardata.h"
#include "ui/panes/inspectorframe.h"

class QPushButton;

namespace ui {

class FactsList;
class PairLine;
class SeveralPage;
class TextLabel;
class WindowVerbs;

class WindowInspector : public InspectorFrame
{
    Q_OBJECT

public:
    WindowInspector(const Look &look, const WindowVerbs &verbs, QWidget *parent = nullptr);

    /// Null where none is chosen.
    void setChosen(const domain::MaintenanceWindow *window, const models::CalendarBlock *block,
                   const models::CalendarData &shown);

private:
    QWidget *makeSummary(const WindowVerbs &verbs);
    void showSlots(const QString &window, const models::CalendarData &shown);

    TextLabel *m_state;
    FactsList *m_facts;
    PairLine *m_slotsHead;
    FactsList *m_slots;
    FactsList *m_week;
    SeveralPage *m_nothing;
};

} // namespace ui
