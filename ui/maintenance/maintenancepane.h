// SPDX-License-Identifier: Apache-2.0
// The maintenance windows: a calendar of a day, a week or a month, or a list of all of them; drawn, dragged, opened and
// closed here.
#pragma once

#include "models/calendar/calendarmodel.h"
#include "models/calendar/windowmodel.h"
#include "ui/maintenance/calendarlayout.h"
#include "ui/shell/context.h"
#include "ui/shell/pane.h"

#include <QDate>

class QStackedWidget;

namespace ui {

class Banner;
class CalendarView;
class ElidedLabel;
class PaneBody;
class PaneHeader;
class Segments;
class TableView;
class TextLabel;
class WindowInspector;
class WindowVerbs;

class MaintenancePane : public Pane
{
    Q_OBJECT

public:
    /// The list is the one after the modes of the calendar.
    enum class View { Day, Week, Month, List };

    /// `context` must outlive the pane.
    explicit MaintenancePane(const Context &context, QWidget *parent = nullptr);

    QString key() const override { return QStringLiteral("maintenance"); }
    QString title() const override { return tr("Maintenance"); }
    QString iconName() const override { return QStringLiteral("nav-maintenance"); }
    QWidget *inspector() override;
    void fillMenu(QMenu *menu) override;
    void focusFilter() override;
    void saveState() override;
    void restoreState() override;

    void setView(View view);
    CalendarView &calendar() const { return *m_calendar; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildHeader();
    void buildList();
    void connectAll();
    void showSpan();
    void takeAnswer();
    void takeFailure(const base::Error &error);
    void followChoice();
    void showList();
    QString chosenWindow() const;
    void step(int steps);

    const Context &m_context;
    models::CalendarModel m_model;
    models::WindowModel m_windows;
    WindowVerbs *m_verbs;
    PaneHeader *m_header;
    ElidedLabel *m_spanText;
    Segments *m_views;
    Banner *m_banner;
    QStackedWidget *m_stack;
    CalendarView *m_calendar;
    TableView *m_table;
    PaneBody *m_list;
    QWidget *m_legend;
    WindowInspector *m_inspector;
    View m_view = View::Week;
};

} // namespace ui
