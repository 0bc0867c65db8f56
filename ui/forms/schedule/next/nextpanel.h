// SPDX-License-Identifier: Apache-2.0
// When a schedule is due next, as it stands in the form; or why it is not.
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "ui/forms/schedule/next/nexttimes.h"
#include "ui/look/look.h"

#include <QWidget>

namespace ui {

class NextTimesList;
class TextLabel;

class NextPanel : public QWidget
{
    Q_OBJECT

public:
    NextPanel(const Look &look, const base::Clock &clock, QWidget *parent = nullptr);

    /// `finder` may be the error that stands in its way.
    void showFor(const base::Result<domain::SlotFinder> &finder, const QList<OtherSchedule> &others);
    /// What maintenance windows do to the times of this automation.
    void setWindows(const QList<domain::MaintenanceWindow> &windows, const domain::Automation &automation);
    /// Instead of times.
    void showSentence(const QString &sentence);
    const QList<NextTime> &times() const;

private:
    const base::Clock &m_clock;
    domain::Zone m_here;
    TextLabel *m_note;
    TextLabel *m_never;
    NextTimesList *m_times;
    domain::WindowStanding m_windows;
    domain::Automation m_automation;
};

} // namespace ui
