// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/workarea.h"

#include "ui/widgets/messages/loadingrows.h"

#include <QDockWidget>
#include <QKeyEvent>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int wideInspector = 400;
constexpr int compactInspector = 300;
constexpr int lowDock = 178;

} // namespace

WorkArea::WorkArea(const Look &look, QWidget *parent)
    : QMainWindow(parent, Qt::Widget),
      m_look(look),
      m_banner(new Banner(look, Banner::Form::Wide)),
      m_bannerPlace(new QWidget),
      m_stage(new QStackedWidget),
      m_splitter(new QSplitter(Qt::Horizontal)),
      m_panes(new QStackedWidget),
      m_inspectors(new QStackedWidget),
      m_notice(new EmptyState(look)),
      m_loading(new LoadingRows(look)),
      m_dock(new QDockWidget(this))
{
    buildCentre();
    buildDock();
    m_stage->installEventFilter(this);
    m_inspectors->installEventFilter(this);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_ownWidth = m_inspectors->width(); });
    connect(m_notice, &EmptyState::actionTriggered, this, &WorkArea::noticeAction);
    connect(m_notice, &EmptyState::linkTriggered, this, &WorkArea::noticeLink);
    connect(m_banner, &Banner::linkActivated, this, &WorkArea::bannerLink);
    connect(m_loading, &LoadingRows::shown, this, [this] { m_stage->setCurrentWidget(m_loading); });
    connect(m_loading, &LoadingRows::done, this, [this] {
        if (m_panes->count() > 0)
            m_stage->setCurrentWidget(m_splitter);
    });
}

void WorkArea::buildCentre()
{
    m_banner->setObjectName(u"troubleBanner"_s);
    m_notice->setObjectName(u"workspaceNotice"_s);
    auto *bannerRow = new QVBoxLayout(m_bannerPlace);
    bannerRow->setContentsMargins(16, 8, 16, 8);
    bannerRow->addWidget(m_banner);
    m_bannerPlace->hide();
    m_splitter->setObjectName(u"workSplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_panes);
    m_splitter->addWidget(m_inspectors);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    for (QWidget *page :
         {static_cast<QWidget *>(m_splitter), static_cast<QWidget *>(m_notice), static_cast<QWidget *>(m_loading)})
        m_stage->addWidget(page);
    auto *centre = new QWidget(this);
    centre->setAutoFillBackground(true);
    centre->setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(centre);
    column->setSpacing(0);
    column->addWidget(m_bannerPlace);
    column->addWidget(m_stage, 1);
    setCentralWidget(centre);
    m_inspectors->setObjectName(u"inspector"_s);
    m_inspectors->setMinimumWidth(m_look.size(Size::InspectorMin));
    m_inspectors->setMaximumWidth(m_look.size(Size::InspectorMax));
}

void WorkArea::buildDock()
{
    m_dock->setObjectName(u"logPlace"_s);
    m_dock->setWindowTitle(tr("Log"));
    m_dock->setTitleBarWidget(new QWidget(m_dock));
    m_dock->setAllowedAreas(Qt::BottomDockWidgetArea);
    m_dock->setFeatures(QDockWidget::NoDockWidgetFeatures);
    m_dock->hide();
    addDockWidget(Qt::BottomDockWidgetArea, m_dock);
}

void WorkArea::showPane(QWidget *pane, QWidget *inspector)
{
    if (m_panes->indexOf(pane) < 0) {
        m_panes->addWidget(pane);
        if (inspector)
            m_inspectors->addWidget(inspector);
    }
    m_panes->setCurrentWidget(pane);
    m_hasInspector = inspector;
    if (inspector)
        m_inspectors->setCurrentWidget(inspector);
    m_loading->finish();
    m_stage->setCurrentWidget(m_splitter);
    placeInspector();
}

void WorkArea::setLog(QWidget *log)
{
    log->setMinimumHeight(m_look.size(Size::DockMin));
    m_dock->setWidget(log);
}

void WorkArea::showLoading()
{
    m_loading->begin();
}

void WorkArea::showNotice(const EmptyContent &content)
{
    m_loading->finish();
    m_dock->hide();
    m_notice->setContent(content);
    m_stage->setCurrentWidget(m_notice);
}

void WorkArea::setBanner(const std::optional<BannerContent> &content)
{
    if (content)
        m_banner->setContent(*content);
    m_bannerPlace->setVisible(content.has_value());
}

bool WorkArea::isInspectorShown() const
{
    return m_windowWidth < breakpoint::compact ? m_overShown : m_besideShown;
}

int WorkArea::shownInspectorWidth() const
{
    return m_inspectors->isHidden() ? 0 : m_inspectors->width();
}

int WorkArea::shownDockHeight() const
{
    return m_dock->isVisible() && !m_dock->isFloating() ? m_dock->height() : 0;
}

void WorkArea::setInspectorShown(bool shown)
{
    (m_windowWidth < breakpoint::compact ? m_overShown : m_besideShown) = shown;
    placeInspector();
    Q_EMIT inspectorShownChanged(shown);
}

void WorkArea::setLogShown(bool shown)
{
    const bool appears = shown && m_dock->isHidden();
    m_dock->setVisible(shown);
    if (appears)
        sizeDock();
}

void WorkArea::sizeDock()
{
    const int usual = m_windowWidth < breakpoint::compact ? lowDock : m_look.size(Size::Dock);
    m_givenHeight = m_ownHeight.value_or(usual);
    resizeDocks({m_dock}, {m_givenHeight}, Qt::Vertical);
}

int WorkArea::inspectorWidth() const
{
    if (m_ownWidth)
        return *m_ownWidth;
    if (m_windowWidth >= breakpoint::wide)
        return wideInspector;
    return m_windowWidth >= breakpoint::normal ? m_look.size(Size::Inspector) : compactInspector;
}

void WorkArea::sizeInspector()
{
    const int total = m_splitter->width() - m_splitter->handleWidth();
    const int width = std::clamp(inspectorWidth(), m_inspectors->minimumWidth(), m_inspectors->maximumWidth());
    if (total > width)
        m_splitter->setSizes({total - width, width});
}

void WorkArea::placeInspector()
{
    const bool over = m_windowWidth < breakpoint::compact;
    if (over && m_inspectors->parentWidget() != m_stage) {
        m_inspectors->setParent(m_stage);
        m_inspectors->setAutoFillBackground(true);
    } else if (!over && m_inspectors->parentWidget() != m_splitter) {
        m_splitter->addWidget(m_inspectors);
        m_splitter->setStretchFactor(1, 0);
    }
    const bool possible = m_stage->currentWidget() == m_splitter && m_hasInspector;
    m_inspectors->setVisible(possible && isInspectorShown());
    if (over) {
        const int width = std::min(m_look.size(Size::Inspector), m_stage->width());
        const QRect end(m_stage->width() - width, 0, width, m_stage->height());
        m_inspectors->setGeometry(style()->visualRect(layoutDirection(), m_stage->rect(), end));
        m_inspectors->raise();
    } else {
        sizeInspector();
    }
}

void WorkArea::fit(int windowWidth)
{
    const bool wasOver = m_windowWidth < breakpoint::compact;
    m_windowWidth = windowWidth;
    placeInspector();
    if (wasOver == (windowWidth < breakpoint::compact))
        return;
    if (!m_dock->isHidden() && m_dock->height() == m_givenHeight)
        sizeDock();
    Q_EMIT inspectorShownChanged(isInspectorShown());
}

bool WorkArea::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_stage && event->type() == QEvent::Resize)
        placeInspector();
    const auto type = event->type();
    if (watched == m_inspectors && (type == QEvent::Resize || type == QEvent::Show || type == QEvent::Hide))
        Q_EMIT inspectorResized();
    return QMainWindow::eventFilter(watched, event);
}

void WorkArea::keyPressEvent(QKeyEvent *event)
{
    const bool over = m_windowWidth < breakpoint::compact && m_inspectors->isVisible();
    if (over && event->key() == Qt::Key_Escape)
        setInspectorShown(false);
    else
        QMainWindow::keyPressEvent(event);
}

void WorkArea::save(QSettings &desk) const
{
    desk.setValue(u"window/inspector"_s, m_besideShown);
    if (m_ownWidth)
        desk.setValue(u"window/inspectorWidth"_s, *m_ownWidth);
    if (m_dock->isVisible())
        desk.setValue(u"window/dockHeight"_s, m_dock->height());
}

void WorkArea::restore(QSettings &desk)
{
    m_besideShown = desk.value(u"window/inspector"_s, true).toBool();
    bool known = false;
    if (const int width = desk.value(u"window/inspectorWidth"_s).toInt(&known); known && width > 0)
        m_ownWidth = width;
    if (const int height = desk.value(u"window/dockHeight"_s).toInt(&known); known && height > 0)
        m_ownHeight = height;
    Q_EMIT inspectorShownChanged(isInspectorShown());
}

} // namespace ui
