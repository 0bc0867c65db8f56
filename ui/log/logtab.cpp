// SPDX-License-Identifier: Apache-2.0
#include "ui/log/logtab.h"

#include "app/base/answer.h"
#include "app/store/store.h"
#include "models/parts/words.h"
#include "models/times.h"
#include "ui/errors/errortext.h"
#include "ui/log/emptylog.h"
#include "ui/log/find/savedsearches.h"
#include "ui/log/followchip.h"
#include "ui/log/logbar.h"
#include "ui/log/out/saverow.h"
#include "ui/log/several/newsrow.h"
#include "ui/seat/seat.h"
#include "ui/widgets/messages/emptystate.h"

#include <QKeyEvent>
#include <QSettings>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr auto stampsKey = "log/stamps"_L1;

} // namespace

LogTab::LogTab(const Context &context, const base::RunId &run, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_starter(m_context),
      m_model(context.store),
      m_homes(context.store),
      m_source(m_model),
      m_bar(new LogBar(context.look)),
      m_view(new LogView(context.look)),
      m_search({context.look, context.store, m_model, m_source, *m_view}),
      m_jumps(context, m_model, m_search),
      m_marking(context, m_search, *m_view),
      m_labels(context),
      m_copier(context.store.logs()),
      m_news(new NewsRow(context, m_search)),
      m_saved(new SavedSearches(context, *m_search.bar(), this)),
      m_empty(new EmptyState(context.look)),
      m_saveRow(new SaveRow(context.look))
{
    setObjectName(u"logTab"_s);
    buildColumn();
    wireBar();
    wireJumps();
    wireHands();
    wireMarks();
    wireOthers();
    m_tick.setInterval(500);
    connect(&m_tick, &QTimer::timeout, this, &LogTab::showHeadline);
    connect(&m_model, &models::LogModel::runChanged, this, &LogTab::showRun);
    connect(&m_model, &models::LogModel::lineCountChanged, this, &LogTab::showContent);
    connect(&m_model, &models::LogModel::failed, this, [this](const base::Error &error) {
        m_problem = error;
        showContent();
    });
    m_model.setRun(run);
    m_marking.setRun(run);
    m_view->setSource(&m_source);
    showPreferences();
    showContent();
}

void LogTab::buildColumn()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_view->setObjectName(u"logView"_s);
    m_view->setAccessibleName(tr("Log"));
    m_content = new QStackedLayout;
    m_content->addWidget(m_view);
    m_content->addWidget(m_empty);
    column->addWidget(m_bar);
    column->addWidget(m_search.bar());
    column->addWidget(m_news);
    column->addLayout(m_content, 1);
    column->addWidget(m_saveRow);
    setFocusProxy(m_view);
}

void LogTab::wireBar()
{
    connect(&m_context.seat, &Seat::changed, this, &LogTab::showWhyNot);
    connect(&m_homes, &models::ConnectionBook::changed, this, [this] {
        showWhyNot();
        showContent();
    });
    showWhyNot();
    connect(m_bar, &LogBar::stampsChosen, this, [this](LogStamps stamps) {
        m_context.desk.setValue(stampsKey, int(stamps));
        setStamps(stamps);
    });
    connect(m_bar, &LogBar::findWanted, this, [this](bool open) { open ? m_search.open() : m_search.close(); });
    connect(&m_search, &LogSearch::opened, m_bar, &LogBar::setFinding);
    connect(m_bar, &LogBar::saveWanted, this, &LogTab::chooseFile);
    connect(m_bar, &LogBar::stopWanted, this, &LogTab::stop);
    connect(m_bar, &LogBar::runAgainWanted, this, &LogTab::runAgain);
    connect(&m_starter, &RunStarter::queued, this, [this](const domain::Run &run) { Q_EMIT runMade(run.id); });
    connect(&m_starter, &RunStarter::failed, this, &LogTab::failed);
    connect(m_bar, &LogBar::attachWanted, this, &LogTab::attachWanted);
    FollowChip &chip = m_bar->chip();
    connect(&chip, &FollowChip::clicked, this, [this] { m_view->follow(); });
    connect(m_view, &LogView::followed, &chip, &FollowChip::setFollowing);
    connect(m_view, &LogView::paused, &chip, &FollowChip::setPaused);
    connect(m_saveRow, &SaveRow::said, this, [this](const QString &text) { Q_EMIT said(text, {}); });
    connect(m_saveRow, &SaveRow::failed, this, &LogTab::failed);
}

/// Of the one verb that there is: Stop, and Run again once it is over.
void LogTab::showWhyNot()
{
    QString whyNot = m_context.seat.whyNot(domain::Right::Run);
    if (const std::optional<domain::Run> &run = m_model.run(); run && whyNot.isEmpty())
        whyNot = m_homes.whyNot(run->connectionId,
                                domain::isFinal(run->status) ? domain::Capability::Run : domain::Capability::Cancel);
    m_bar->setWhyNot(whyNot);
}

void LogTab::wireJumps()
{
    connect(m_bar, &LogBar::goToWanted, this, [this] { m_jumps.ask(this); });
    connect(m_bar, &LogBar::problemWanted, this,
            [this](bool next) { m_jumps.toProblem(next ? LogJumps::Way::Forward : LogJumps::Way::Back); });
    connect(&m_jumps, &LogJumps::said, this, &LogTab::said);
    connect(&m_jumps, &LogJumps::failed, this, &LogTab::failed);
}

/// Tabs that were not seen learn here what was chosen in another.
void LogTab::showEvent(QShowEvent *event)
{
    showPreferences();
    QWidget::showEvent(event);
}

void LogTab::showPreferences()
{
    const QSettings &desk = m_context.desk;
    const LogWrap wrap = desk.value(QLatin1StringView(logWrapKey), false).toBool() ? LogWrap::On : LogWrap::Off;
    setStamps(LogStamps(desk.value(stampsKey, int(LogStamps::Absolute)).toInt()));
    m_bar->setWrap(wrap);
    if (m_view->wrap() != wrap)
        m_view->setWrap(wrap);
    if (m_view->zoom() != desk.value(QLatin1StringView(logZoomKey), 0).toInt())
        m_view->setZoom(desk.value(QLatin1StringView(logZoomKey), 0).toInt());
}

/// The window's own Find filters its pane; with the keys in a log it means the log.
bool LogTab::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Find)) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void LogTab::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find))
        m_search.open();
    else if (event->matches(QKeySequence::FindNext) && m_search.isOpen())
        m_search.next();
    else if (event->matches(QKeySequence::FindPrevious) && m_search.isOpen())
        m_search.previous();
    else if (event->key() == Qt::Key_F8)
        m_jumps.toProblem(event->modifiers().testFlag(Qt::ShiftModifier) ? LogJumps::Way::Back
                                                                         : LogJumps::Way::Forward);
    else if (event->key() == Qt::Key_G && event->modifiers() == Qt::ControlModifier)
        m_jumps.ask(this);
    else if (event->key() == Qt::Key_Escape && m_search.isOpen())
        m_search.close();
    else if (!m_marking.takeKey(*event, this))
        QWidget::keyPressEvent(event);
}

QString LogTab::title() const
{
    return m_model.run() ? m_model.run()->automationName : runId().text();
}

QString LogTab::statusKey() const
{
    return m_model.run() ? models::statusKey(m_model.run()->status) : QString();
}

void LogTab::setDetached(bool detached)
{
    m_bar->setDetached(detached);
}

void LogTab::goTo(qint64 line)
{
    m_wantedLine = line;
    showContent();
}

void LogTab::showRun()
{
    const std::optional<domain::Run> &run = m_model.run();
    if (run) {
        const bool over = domain::isFinal(run->status);
        m_problem.reset();
        m_bar->setVerb(over ? RunVerb::RunAgain : RunVerb::Stop);
        m_bar->chip().setEnded(over);
        m_view->setStamps(m_view->stamps(), run->startedAt.value_or(run->queuedAt));
        if (over) {
            m_stopping.reset();
            m_tick.stop();
        } else {
            m_tick.start();
        }
        m_bar->setStopping(m_stopping.has_value());
        showWhyNot();
    }
    showContent();
    Q_EMIT changed();
}

void LogTab::showHeadline()
{
    if (const std::optional<domain::Run> &run = m_model.run()) {
        const base::Instant now = m_context.clock.now();
        m_bar->setHeadline(statusKey(), runHeadline(*run, m_stopping, now));
        m_bar->setFigures(runFigures(*run, {m_model.lineCount(), m_model.byteCount()}, now));
    }
}

void LogTab::showContent()
{
    showHeadline();
    m_bar->chip().setVisible(m_model.lineCount() > 0);
    if (m_model.lineCount() > 0) {
        m_content->setCurrentWidget(m_view);
        if (m_wantedLine >= 0 && m_wantedLine < m_model.lineCount())
            m_search.jumpTo(std::exchange(m_wantedLine, -1));
        return;
    }
    if (m_problem)
        m_empty->setContent(failedContent(tr("The log could not be read"), errorText(*m_problem)));
    else if (m_model.run())
        m_empty->setContent(
            contentWithoutLines(*m_model.run(), m_homes.find(m_model.run()->connectionId), m_context.clock.now()));
    if (m_problem || m_model.run())
        m_content->setCurrentWidget(m_empty);
}

void LogTab::setStamps(LogStamps stamps)
{
    const std::optional<domain::Run> &run = m_model.run();
    m_bar->setStamps(stamps);
    m_view->setStamps(stamps, run ? run->startedAt.value_or(run->queuedAt) : base::Instant());
}

void LogTab::stop()
{
    m_bar->setStopping(true);
    base::onAnswer(this, m_context.store.runs().cancel(runId(), m_context.seat.by()),
                   [this](const base::Result<domain::Run> &run) {
                       if (!run) {
                           m_bar->setStopping(false);
                           Q_EMIT failed(run.error());
                       } else if (run->status == domain::RunStatus::Running) {
                           m_stopping = Stopping{m_context.clock.now()};
                           readStopping(run->automationId);
                       }
                   });
}

/// How long it has after TERM is said by its automation, which may be gone; then the usual time is shown.
void LogTab::readStopping(const base::AutomationId &automation)
{
    base::onAnswer(this, m_context.store.automations().get(automation),
                   [this](const base::Result<domain::Automation> &found) {
                       if (found && m_stopping)
                           m_stopping->killAfterSeconds = found->killAfterSeconds;
                       showHeadline();
                   });
}

void LogTab::runAgain()
{
    if (!m_model.run())
        return;
    m_starter.start(this, m_model.run()->automationId, m_model.run()->arguments);
}

} // namespace ui
