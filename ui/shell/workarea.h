// SPDX-License-Identifier: Apache-2.0
// Everything right of the rail: the pane, its inspector beside it, the log below both, and above them a banner while
// something lasts that an operator should know. It knows widgets and widths, nothing of what they show.
#pragma once

#include "ui/look/look.h"
#include "ui/widgets/messages/banner.h"
#include "ui/widgets/messages/emptystate.h"

#include <QMainWindow>

#include <optional>

class QDockWidget;
class QSettings;
class QSplitter;
class QStackedWidget;

namespace ui {

class LoadingRows;

/// Widths of the window at which its form changes.
namespace breakpoint {
inline constexpr int wide = 1600;
inline constexpr int normal = 1200;
inline constexpr int compact = 1000;
} // namespace breakpoint

/// A main window of its own, used as a widget, because only that can hold a dock.
class WorkArea : public QMainWindow
{
    Q_OBJECT

public:
    explicit WorkArea(const Look &look, QWidget *parent = nullptr);

    /// Takes both in the first time. `inspector` may be null.
    void showPane(QWidget *pane, QWidget *inspector);
    void setLog(QWidget *log);
    QDockWidget &dock() { return *m_dock; }
    /// Stubs instead of a pane, after a moment.
    void showLoading();
    /// A sentence instead of a pane; its button and link are told by noticeAction() and noticeLink().
    void showNotice(const EmptyContent &content);
    /// No value takes it away.
    void setBanner(const std::optional<BannerContent> &content);

    bool isInspectorShown() const;
    /// What it takes of the end side in pixels, 0 where there is none to be seen.
    int shownInspectorWidth() const;
    /// The same of the dock and the lower edge.
    int shownDockHeight() const;
    /// In a narrow window the inspector lies over the pane's end, and is remembered for itself.
    void setInspectorShown(bool shown);
    void setLogShown(bool shown);
    /// Takes the form for a window of this width.
    void fit(int windowWidth);
    void save(QSettings &desk) const;
    void restore(QSettings &desk);

Q_SIGNALS:
    void noticeAction();
    void noticeLink();
    void bannerLink(const QString &id);
    void inspectorShownChanged(bool shown);
    /// Also to and from nothing.
    void inspectorResized();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildCentre();
    void buildDock();
    void placeInspector();
    void sizeInspector();
    void sizeDock();
    int inspectorWidth() const;

    const Look &m_look;
    Banner *m_banner;
    QWidget *m_bannerPlace;
    QStackedWidget *m_stage;
    QSplitter *m_splitter;
    QStackedWidget *m_panes;
    QStackedWidget *m_inspectors;
    EmptyState *m_notice;
    LoadingRows *m_loading;
    QDockWidget *m_dock;
    int m_windowWidth = breakpoint::normal;
    std::optional<int> m_ownWidth;  ///< The inspector's, as the user sized it.
    std::optional<int> m_ownHeight; ///< The dock's, from the last session.
    int m_givenHeight = 0;          ///< What the dock was given last; another height is the user's.
    bool m_besideShown = true;
    bool m_hasInspector = false;
    bool m_overShown = false;
};

} // namespace ui
