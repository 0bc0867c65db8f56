// SPDX-License-Identifier: Apache-2.0
// One maintenance window beside the calendar: whether it is open, what it does, what it hits, and what becomes of slots
// in it and in all windows of the next seven days; and its versions.
#pragma once

#include "models/calendar/calendardata.h"
#include "ui/panes/inspectorframe.h"

#include <functional>
#include <optional>

class QPushButton;

namespace ui {

class FactsList;
class PairLine;
class SeveralPage;
class TextLabel;
class VersionsPage;
class WindowVerbs;
struct Context;

class WindowInspector : public InspectorFrame
{
    Q_OBJECT

public:
    WindowInspector(const Context &context, const WindowVerbs &verbs, QWidget *parent = nullptr);

    /// Null where none is chosen.
    void setChosen(const domain::MaintenanceWindow *window, const models::CalendarBlock *block,
                   const models::CalendarData &shown);

Q_SIGNALS:
    void said(const QString &text, const std::function<void()> &undo);
    void failed(const base::Error &error);

private:
    QWidget *makeVersions(const Context &context);
    void showVersions();
    QWidget *makeSummary(const WindowVerbs &verbs);
    void showSlots(const QString &window, const models::CalendarData &shown);

    std::optional<domain::MaintenanceWindow> m_window;
    QString m_home; ///< Where it lives, if not here.
    TextLabel *m_state;
    FactsList *m_facts;
    PairLine *m_slotsHead;
    FactsList *m_slots;
    FactsList *m_week;
    SeveralPage *m_nothing;
    VersionsPage *m_versions = nullptr; ///< Made when somebody looks.
};

} // namespace ui
