// SPDX-License-Identifier: Apache-2.0
// The first look at a workspace: what needs a person now, today's figures, a timeline around now, the last days, and
// who was slower than usual.
#pragma once

#include "models/connections/connectionmodel.h"
#include "models/overview/overviewmodel.h"
#include "ui/overview/needslist.h"
#include "ui/shell/context.h"
#include "ui/shell/pane.h"

class QBoxLayout;

namespace ui {

class Banner;
class DayBars;
class EmptyState;
class PaneHeader;
class RunVerbs;
class Segments;
class SlowList;
class TextLabel;
class TimelineView;
class TodayFigures;

class OverviewPane : public Pane
{
    Q_OBJECT

public:
    /// `context` must outlive the pane.
    explicit OverviewPane(const Context &context, QWidget *parent = nullptr);

    QString key() const override { return QStringLiteral("overview"); }
    QString title() const override { return tr("Overview"); }
    QString iconName() const override { return QStringLiteral("nav-overview"); }
    QWidget *inspector() override { return nullptr; }
    void fillMenu(QMenu *menu) override;
    /// There is nothing to filter; the keyboard goes to the timeline.
    void focusFilter() override;
    void saveState() override;
    void restoreState() override;
    /// What remote systems and this workspace disagree about, and what they refused; nothing is said of none.
    void setRemoteNeeds(const models::RemoteNeeds &needs);

Q_SIGNALS:
    /// To where those are decided.
    void remoteNeedsWanted();
    void signInWanted();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QAction *makeVerb(const char *name, const QString &text, const QString &icon, const std::function<void()> &act);
    QWidget *makeNeeds();
    QWidget *makeTimeline();
    QWidget *makeDays();
    QWidget *makeSlow();
    QWidget *titled(const QString &title, QWidget *content);
    void buildVerbs();
    void layOut();
    void connectParts();
    void showAnswer();
    void showFailure(const base::Error &error);
    void followTimeline();
    void act(NeedAction action, const models::OverviewNeed &need);
    void decideMissed(NeedAction action, const models::OverviewNeed &need);

    const Context &m_context;
    models::OverviewModel m_model;
    RunVerbs *m_verbs;
    PaneHeader *m_header;
    NeedsList *m_needs;
    TodayFigures *m_today;
    TimelineView *m_timeline;
    Segments *m_spans;
    TextLabel *m_limits; ///< What the timeline does not show, and why.
    DayBars *m_days;
    SlowList *m_slow;
    Banner *m_remote;
    EmptyState *m_failed;
    QWidget *m_content;
    QBoxLayout *m_top;
    QBoxLayout *m_bottom;
    QList<QAction *> m_actions;
};

} // namespace ui
