// SPDX-License-Identifier: Apache-2.0
#include "ui/log/logdock.h"

#include "app/store/mirrors/mirrors.h"
#include "app/store/store.h"
#include "ui/log/logtabbar.h"
#include "ui/log/logwindow.h"
#include "ui/log/several/comparewindow.h"
#include "ui/log/several/mergedwindow.h"
#include "ui/log/several/sweepwindow.h"
#include "ui/look/style/kit.h"
#include "ui/seat/seat.h"

#include <QDir>
#include <QDrag>
#include <QHBoxLayout>
#include <QPainter>
#include <QShortcut>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QToolButton>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr auto runsKey = "dock/runs"_L1;
constexpr auto currentKey = "dock/current"_L1;

LogTabBar::Caption captionOf(const LogTab &tab)
{
    return {tab.title(), shortId(tab.runId()), tab.statusKey()};
}

} // namespace

LogDock::LogDock(const Context &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_bar(new LogTabBar(context.look)), m_pages(new QStackedWidget)
{
    setObjectName(u"logDock"_s);
    buildRow();
    connect(m_bar, &QTabBar::currentChanged, this, &LogDock::showCurrent);
    connect(m_bar, &LogTabBar::closeWanted, this, &LogDock::closeTab);
    connect(m_bar, &LogTabBar::draggedOut, this, &LogDock::dragOut);
    connect(m_bar, &QTabBar::tabMoved, this, [this](int from, int to) {
        QWidget *page = m_pages->widget(from);
        m_pages->removeWidget(page);
        m_pages->insertWidget(to, page);
        m_pages->setCurrentIndex(m_bar->currentIndex());
    });
    connect(&context.seat.sight(), &models::Sight::changed, this, &LogDock::closeHidden);
    auto *close = new QShortcut(QKeySequence(u"Ctrl+W"_s), this);
    close->setContext(Qt::WidgetWithChildrenShortcut);
    connect(close, &QShortcut::activated, this, &LogDock::closeCurrent);
}

LogDock::~LogDock()
{
    // They would call back into a dock that is half gone.
    for (LogWindow *window : std::as_const(m_windows))
        disconnect(window, nullptr, this, nullptr);
}

void LogDock::buildRow()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 8, 0);
    row->setSpacing(4);
    row->addWidget(m_bar, 1);
    const auto add = [&](const QString &name, const QString &icon, const QString &text) {
        auto *tool = new QToolButton;
        tool->setObjectName(name);
        tool->setProperty("small", true);
        tool->setProperty("chrome", true);
        tool->setIcon(m_context.look.icons().icon(icon));
        tool->setToolTip(text);
        tool->setAccessibleName(text);
        row->addWidget(tool);
        return tool;
    };
    connect(add(u"mergeLogs"_s, u"compare"_s, tr("All open logs by time")), &QToolButton::clicked, this,
            &LogDock::merge);
    connect(add(u"detachLog"_s, u"detach"_s, tr("Show this log in a window of its own")), &QToolButton::clicked, this,
            &LogDock::detach);
    connect(add(u"collapseDock"_s, u"chevron-down"_s, tr("Hide the log")), &QToolButton::clicked, this,
            &LogDock::collapseWanted);
    column->addLayout(row);
    column->addWidget(m_pages, 1);
}

void LogDock::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_context.look.colour(Colour::BgPanel));
    const double edge = m_context.look.size(Size::DockTabs) - 1;
    style::paintHairline(painter, QLineF(0, edge, width(), edge), m_context.look.colour(Colour::BorderSubtle));
}

bool LogDock::isEmpty() const
{
    return m_bar->count() == 0;
}

int LogDock::count() const
{
    return m_bar->count();
}

LogTab *LogDock::tab(int index) const
{
    return qobject_cast<LogTab *>(m_pages->widget(index));
}

LogTab *LogDock::current() const
{
    return tab(m_bar->currentIndex());
}

int LogDock::indexOf(const base::RunId &run) const
{
    for (int i = 0; i < m_pages->count(); ++i)
        if (tab(i)->runId() == run)
            return i;
    return -1;
}

void LogDock::open(const base::RunId &run)
{
    for (LogWindow *window : std::as_const(m_windows)) {
        if (window->tab()->runId() == run) {
            window->raise();
            window->activateWindow();
            return;
        }
    }
    const int index = indexOf(run);
    if (index >= 0)
        m_bar->setCurrentIndex(index);
    else
        addTab(makeTab(run));
}

LogTab *LogDock::makeTab(const base::RunId &run)
{
    auto *tab = new LogTab(m_context, run);
    // Of a run at a remote system the log is fetched once somebody looks; whether that worked is seen in the log.
    static_cast<void>(m_context.store.mirrors().wantLog(run));
    connect(tab, &LogTab::said, this, &LogDock::said);
    connect(tab, &LogTab::failed, this, &LogDock::failed);
    connect(tab, &LogTab::runMade, this, &LogDock::open);
    connect(tab, &LogTab::everywhereWanted, this, [this, tab] {
        if (tab->model().run())
            sweep(*tab->model().run(), openRuns(), tab->search().bar()->state());
    });
    connect(tab, &LogTab::changed, this, [this, tab] { caption(tab); });
    return tab;
}

LogTab *LogDock::find(const base::RunId &run) const
{
    for (const LogWindow *window : m_windows) {
        if (window->tab()->runId() == run)
            return window->tab();
    }
    return tab(indexOf(run));
}

void LogDock::openAt(const base::RunId &run, qint64 line)
{
    open(run);
    find(run)->goTo(line);
    Q_EMIT shownWanted();
}

QList<domain::Run> LogDock::openRuns() const
{
    QList<domain::Run> runs;
    const auto take = [&runs](LogTab &tab) {
        if (tab.model().run())
            runs.append(*tab.model().run());
    };
    for (int i = 0; i < m_pages->count(); ++i)
        take(*tab(i));
    for (const LogWindow *window : m_windows)
        take(*window->tab());
    return runs;
}

void LogDock::merge()
{
    const QList<domain::Run> runs = openRuns();
    if (runs.size() < 2)
        Q_EMIT said(tr("Open a second log first"), {});
    else
        (new MergedWindow(m_context, runs, this))->show();
}

void LogDock::openTogether(const QList<domain::Run> &runs, LogsVerb verb)
{
    if (runs.isEmpty() || (verb != LogsVerb::Find && runs.size() < 2))
        return;
    switch (verb) {
    case LogsVerb::Find:
        sweep(runs.first(), runs, {});
        break;
    case LogsVerb::Merge:
        (new MergedWindow(m_context, runs, this))->show();
        break;
    case LogsVerb::Compare: {
        const bool inOrder = store::timeOf(runs[0]) <= store::timeOf(runs[1]);
        (new CompareWindow(m_context, runs[inOrder ? 0 : 1], runs[inOrder ? 1 : 0], this))->show();
        break;
    }
    }
}

void LogDock::sweep(const domain::Run &from, const QList<domain::Run> &runs, const FindState &state)
{
    auto *window = new SweepWindow(
        m_context,
        {.run = from,
         .opened = runs,
         .first = state.text.isEmpty() ? SweepWindow::Scope::First::Chosen : SweepWindow::Scope::First::Automation},
        state, this);
    connect(window, &SweepWindow::lineWanted, this, &LogDock::openAt);
    window->show();
}

void LogDock::addTab(LogTab *tab)
{
    m_pages->addWidget(tab);
    m_bar->addCaption(captionOf(*tab));
    m_bar->setCurrentIndex(m_bar->count() - 1);
    showCurrent(m_bar->currentIndex());
    dropOldest();
}

void LogDock::caption(LogTab *tab)
{
    const int index = m_pages->indexOf(tab);
    if (index >= 0)
        m_bar->setCaption(index, captionOf(*tab));
}

void LogDock::showCurrent(int index)
{
    LogTab *shown = tab(index);
    if (!shown)
        return;
    m_pages->setCurrentIndex(index);
    m_used.removeAll(shown->runId());
    m_used.append(shown->runId());
}

void LogDock::dropOldest()
{
    while (m_bar->count() > mostTabs) {
        const auto oldest =
            std::find_if(m_used.cbegin(), m_used.cend(), [this](const base::RunId &run) { return indexOf(run) >= 0; });
        closeTab(indexOf(*oldest));
    }
}

LogTab *LogDock::takeTab(int index)
{
    LogTab *taken = tab(index);
    m_used.removeAll(taken->runId());
    m_pages->removeWidget(taken);
    taken->setParent(nullptr);
    m_bar->removeTab(index);
    m_pages->setCurrentIndex(m_bar->currentIndex());
    if (isEmpty())
        Q_EMIT emptied();
    return taken;
}

void LogDock::closeTab(int index)
{
    takeTab(index)->deleteLater();
}

void LogDock::closeHidden()
{
    const models::Sight &sight = m_context.seat.sight();
    const auto isHidden = [&sight](const LogTab &one) { return sight.hidden().contains(one.automation()); };
    for (int index = m_pages->count() - 1; index >= 0; --index) {
        if (isHidden(*tab(index)))
            closeTab(index);
    }
    const QList<LogWindow *> windows = m_windows;
    for (LogWindow *window : windows) {
        if (isHidden(*window->tab()))
            window->close();
    }
}

void LogDock::closeCurrent()
{
    if (!isEmpty())
        closeTab(m_bar->currentIndex());
}

void LogDock::detach()
{
    if (isEmpty())
        return;
    auto *window = new LogWindow(takeTab(m_bar->currentIndex()), this);
    m_windows.append(window);
    connect(window, &LogWindow::attachWanted, this, [this, window] { attach(window); });
    connect(window, &QObject::destroyed, this, [this, window] { m_windows.removeAll(window); });
    window->show();
}

void LogDock::attach(LogWindow *window)
{
    m_windows.removeAll(window);
    addTab(window->takeTab());
}

/// Whoever takes the file may read it much later, so that it stays until the end.
void LogDock::dragOut(int index)
{
    if (!m_dragged)
        m_dragged = std::make_unique<QTemporaryDir>(QDir::tempPath() + u"/signalbox-log-XXXXXX"_s);
    LogDrag *offered = m_dragged->isValid() ? tab(index)->dragData(m_dragged->path()) : nullptr;
    if (!offered)
        return;
    offered->prepare();
    auto *drag = new QDrag(m_bar);
    drag->setMimeData(offered);
    drag->exec(Qt::CopyAction);
}

void LogDock::saveState()
{
    QStringList runs;
    for (int i = 0; i < m_pages->count(); ++i)
        runs.append(tab(i)->runId().text());
    for (LogWindow *window : std::as_const(m_windows))
        runs.append(window->tab()->runId().text());
    m_context.desk.setValue(runsKey, runs);
    m_context.desk.setValue(currentKey, current() ? current()->runId().text() : QString());
}

void LogDock::restoreState()
{
    const QStringList runs = m_context.desk.value(runsKey).toStringList();
    for (const QString &run : runs)
        open(base::RunId(run));
    const int index = indexOf(base::RunId(m_context.desk.value(currentKey).toString()));
    if (index >= 0)
        m_bar->setCurrentIndex(index);
}

} // namespace ui
