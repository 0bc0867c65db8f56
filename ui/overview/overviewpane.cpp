// SPDX-License-Identifier: Apache-2.0
#include "ui/overview/overviewpane.h"

#include "app/base/answer.h"
#include "models/times.h"
#include "ui/errors/errortext.h"
#include "ui/overview/daybars.h"
#include "ui/overview/slowlist.h"
#include "ui/overview/timelineview.h"
#include "ui/overview/todayfigures.h"
#include "ui/runs/runverbs.h"
#include "ui/seat/seat.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messages/banner.h"
#include "ui/widgets/messages/emptystate.h"
#include "ui/widgets/paneheader.h"
#include "ui/widgets/segments.h"

#include <QMenu>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int todayWidth = 372;
constexpr int slowWidth = 460;
constexpr int needsHeight = 252;
constexpr int daysHeight = 172;
constexpr int oneColumn = 900; // narrower panes have everything below each other
constexpr std::array spans{6, 24, 7 * 24};

} // namespace

OverviewPane::OverviewPane(const Context &context, QWidget *parent)
    : Pane(parent),
      m_context(context),
      m_model(context.store, context.clock),
      m_verbs(new RunVerbs(context, this)),
      m_header(new PaneHeader(context.look, this)),
      m_needs(new NeedsList(context.look, this)),
      m_today(new TodayFigures(context.look, this)),
      m_timeline(new TimelineView(context.look, this)),
      m_spans(new Segments(context.look, this)),
      m_limits(new TextLabel(context.look, {TypeRole::Caption, Colour::TextSecondary}, this)),
      m_days(new DayBars(context.look, this)),
      m_slow(new SlowList(context.look, this)),
      m_remote(new Banner(context.look, Banner::Form::Wide, this)),
      m_failed(new EmptyState(context.look, this)),
      m_content(new QWidget(this)),
      m_top(new QBoxLayout(QBoxLayout::LeftToRight)),
      m_bottom(new QBoxLayout(QBoxLayout::LeftToRight))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setFocusProxy(m_timeline);
    m_header->setTitle(title());
    buildVerbs();
    layOut();
    connectParts();
}

QAction *OverviewPane::makeVerb(const char *name, const QString &text, const QString &icon,
                                const std::function<void()> &act)
{
    auto *verb = new QAction(m_context.look.icons().icon(icon), text, this);
    verb->setObjectName(QLatin1StringView(name));
    connect(verb, &QAction::triggered, this, act);
    m_actions.append(verb);
    return verb;
}

void OverviewPane::buildVerbs()
{
    makeVerb("overviewRefresh", tr("&Read again"), u"refresh"_s, [this] { m_model.reload(); });
    makeVerb("timelineNow", tr("Show &now"), u"clock"_s, [this] { m_timeline->showNow(); });
    makeVerb("timelineIn", tr("Zoom &in"), {}, [this] { m_timeline->zoom(0.5); });
    makeVerb("timelineOut", tr("Zoom &out"), {}, [this] { m_timeline->zoom(2); });
    m_header->more().addActions(m_actions);
}

void OverviewPane::setRemoteNeeds(const models::RemoteNeeds &needs)
{
    QStringList what;
    QList<BannerLink> links;
    if (needs.conflicts > 0)
        what.append(tr("%n conflicts with remote systems wait for a decision", nullptr, needs.conflicts));
    if (needs.refused > 0)
        what.append(tr("%n changes were refused by remote systems", nullptr, needs.refused));
    if (!what.isEmpty())
        links.append({u"decide"_s, needs.conflicts > 0 ? tr("Decide…") : tr("Show")});
    if (needs.signIns > 0) {
        what.append(tr("%n connections need a sign-in", nullptr, needs.signIns));
        links.append({u"signIn"_s, tr("Sign in…")});
    }
    const QString icon = needs.conflicts > 0 ? u"connection.conflict"_s
                         : needs.refused > 0 ? u"connection.error"_s
                                             : u"connection.sign_in_needed"_s;
    m_remote->setContent({Family::Ask, icon, what.join(u"; "_s) + u'.', {}, {}, links});
    m_remote->parentWidget()->setVisible(!what.isEmpty());
}

void OverviewPane::fillMenu(QMenu *menu)
{
    menu->addActions(m_actions);
}

QWidget *OverviewPane::titled(const QString &title, QWidget *content)
{
    auto *part = new QWidget(m_content);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    auto *name = new TextLabel(m_context.look, {TypeRole::Strong, Colour::TextPrimary}, part);
    name->setText(title);
    column->addWidget(name);
    column->addWidget(content, 1);
    return part;
}

QWidget *OverviewPane::makeNeeds()
{
    auto *part = titled(tr("Needs you now"), m_needs);
    part->layout()->setContentsMargins(0, 12, 0, 0);
    static_cast<QVBoxLayout *>(part->layout())->itemAt(0)->widget()->setContentsMargins(16, 0, 16, 0);
    part->setFixedHeight(needsHeight);
    return part;
}

QWidget *OverviewPane::makeTimeline()
{
    auto *part = new QWidget(m_content);
    auto *column = new QVBoxLayout(part);
    column->setSpacing(4);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(16, 10, 16, 0);
    auto *name = new TextLabel(m_context.look, {TypeRole::Strong, Colour::TextPrimary}, part);
    name->setText(tr("Timeline"));
    bar->addWidget(name);
    bar->addSpacing(16);
    bar->addWidget(m_limits, 1);
    m_spans->setAccessibleName(tr("Length of the timeline"));
    m_spans->add(spans[0], tr("6 h"));
    m_spans->add(spans[1], tr("24 h"));
    m_spans->add(spans[2], tr("7 days"));
    m_spans->choose(spans[1]);
    bar->addWidget(m_spans);
    auto *now = new QPushButton(tr("Now"), part);
    now->setObjectName(u"timelineNowButton"_s);
    connect(now, &QPushButton::clicked, m_timeline, &TimelineView::showNow);
    bar->addWidget(now);
    column->addLayout(bar);
    column->addWidget(m_timeline, 1);
    return part;
}

QWidget *OverviewPane::makeDays()
{
    QWidget *part = titled(tr("Runs and failures, %n days", nullptr, models::overviewDays), m_days);
    part->setFixedHeight(daysHeight);
    return part;
}

QWidget *OverviewPane::makeSlow()
{
    QWidget *part = titled(tr("Slower than usual"), m_slow);
    part->setFixedHeight(daysHeight);
    return part;
}

void OverviewPane::layOut()
{
    auto *rows = new QVBoxLayout(m_content);
    rows->setSpacing(0);
    m_content->setAutoFillBackground(true);
    m_content->setBackgroundRole(QPalette::Base);
    m_top->addWidget(makeNeeds(), 1);
    m_top->addWidget(new Hairline(m_context.look, Qt::Vertical, m_content));
    m_top->addWidget(m_today);
    m_bottom->addWidget(makeDays(), 1);
    m_bottom->addWidget(new Hairline(m_context.look, Qt::Vertical, m_content));
    m_bottom->addWidget(makeSlow());
    rows->addLayout(m_top);
    rows->addWidget(new Hairline(m_context.look, Qt::Horizontal, m_content));
    rows->addWidget(makeTimeline(), 1);
    rows->addWidget(new Hairline(m_context.look, Qt::Horizontal, m_content));
    rows->addLayout(m_bottom);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_content);
    m_remote->setObjectName(u"overviewRemote"_s);
    m_failed->hide();
    auto *column = new QVBoxLayout(this);
    column->setSpacing(0);
    auto *remote = new QWidget(this); // hidden with its margins
    auto *place = new QVBoxLayout(remote);
    place->setContentsMargins(16, 8, 16, 8);
    place->addWidget(m_remote);
    remote->hide();
    column->addWidget(m_header);
    column->addWidget(remote);
    column->addWidget(m_failed, 1);
    column->addWidget(scroll, 1);
}

void OverviewPane::connectParts()
{
    connect(&m_model, &models::OverviewModel::answered, this, &OverviewPane::showAnswer);
    connect(&m_model, &models::OverviewModel::failed, this, &OverviewPane::showFailure);
    connect(m_remote, &Banner::linkActivated, this, [this](const QString &link) {
        if (link == "signIn"_L1)
            Q_EMIT signInWanted();
        else
            Q_EMIT remoteNeedsWanted();
    });
    connect(m_failed, &EmptyState::actionTriggered, &m_model, &models::OverviewModel::reload);
    m_model.setSight(m_context.seat.sight());
    m_needs->setWhyNot(m_context.seat.whyNot(domain::Right::Run));
    connect(&m_context.seat, &Seat::changed, this, [this] {
        m_needs->setWhyNot(m_context.seat.whyNot(domain::Right::Run));
        m_model.reload();
    });
    connect(m_needs, &NeedsList::wanted, this, &OverviewPane::act);
    connect(m_verbs, &RunVerbs::said, this, &Pane::said);
    connect(m_verbs, &RunVerbs::failed, this, &Pane::failed);
    connect(m_timeline, &TimelineView::runChosen, this, &Pane::logWanted);
    connect(m_timeline, &TimelineView::automationChosen, this, &Pane::automationWanted);
    connect(m_slow, &SlowList::runChosen, this, &Pane::logWanted);
    connect(m_timeline, &TimelineView::moved, this, &OverviewPane::followTimeline);
    connect(m_spans, &Segments::chosen, this, [this](int hours) { m_timeline->setSpan(std::chrono::hours(hours)); });
}

void OverviewPane::showAnswer()
{
    const models::Overview &overview = m_model.overview();
    m_failed->hide();
    m_needs->setNeeds(overview.needs, overview.now);
    m_today->setToday(overview.today);
    m_timeline->setOverview(overview);
    m_days->setDays(overview.days);
    m_slow->setSlow(overview.slow);
    const int needs = int(overview.needs.size());
    m_header->setCount(needs > 0 ? tr("%n need you", nullptr, needs) : QString());
    m_limits->setText(overview.wholeSince
                          ? tr("Runs before %1 are left out").arg(models::pastShort(*overview.wholeSince, overview.now))
                          : QString());
}

/// What was there stays on the screen.
void OverviewPane::showFailure(const base::Error &error)
{
    if (m_model.isAnswered()) {
        Q_EMIT failed(error);
        return;
    }
    m_failed->setContent(failedContent(tr("Could not read the overview"), errorText(error)));
    m_failed->show();
}

/// As far ahead as the right edge, and always until tomorrow.
void OverviewPane::followTimeline()
{
    const base::Millis ahead = m_timeline->end() - m_model.now();
    base::Millis known = 24h;
    while (known < ahead)
        known *= 2;
    m_model.setAhead(known);
    const auto hours = std::chrono::duration_cast<std::chrono::hours>(m_timeline->span());
    if (hours == m_timeline->span())
        m_spans->choose(int(hours.count()));
}

void OverviewPane::act(NeedAction action, const models::OverviewNeed &need)
{
    switch (action) {
    case NeedAction::OpenLog:
        Q_EMIT logWanted(need.run.id);
        return;
    case NeedAction::RunAgain:
        m_verbs->runAgain(this, {need.run});
        return;
    case NeedAction::Note:
        m_verbs->note(this, {need.run});
        return;
    case NeedAction::StartNow:
    case NeedAction::Dismiss:
        decideMissed(action, need);
        return;
    case NeedAction::Decide:
        Q_EMIT paneWanted(u"approvals"_s);
        return;
    case NeedAction::Show:
        Q_EMIT runsWanted(need.run.automationId);
        return;
    }
}

void OverviewPane::decideMissed(NeedAction action, const models::OverviewNeed &need)
{
    const bool start = action == NeedAction::StartNow;
    const auto answer = start ? m_context.store.runs().release(need.runs, m_context.seat.by())
                              : m_context.store.runs().dismiss(need.runs, m_context.seat.by());
    base::onAnswer(this, answer, [this, start](const base::Result<QList<domain::Run>> &decided) {
        if (!decided)
            Q_EMIT failed(decided.error());
        else if (start)
            Q_EMIT said(tr("%n missed times start now", nullptr, int(decided->size())), {});
        else
            Q_EMIT said(tr("%n missed times are skipped", nullptr, int(decided->size())), {});
    });
}

void OverviewPane::focusFilter()
{
    m_timeline->setFocus();
}

void OverviewPane::saveState()
{
    m_context.desk.setValue(u"overview/spanMs"_s, qint64(m_timeline->span().count()));
}

void OverviewPane::restoreState()
{
    bool known = false;
    const qint64 span = m_context.desk.value(u"overview/spanMs"_s).toLongLong(&known);
    if (known && span > 0)
        m_timeline->setSpan(base::Millis(span));
}

void OverviewPane::showEvent(QShowEvent *event)
{
    m_model.setWatched(models::OverviewModel::Watched::Yes);
    Pane::showEvent(event);
}

void OverviewPane::hideEvent(QHideEvent *event)
{
    m_model.setWatched(models::OverviewModel::Watched::No);
    Pane::hideEvent(event);
}

void OverviewPane::resizeEvent(QResizeEvent *event)
{
    const bool narrow = width() < oneColumn;
    const auto direction = narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    m_top->setDirection(direction);
    m_bottom->setDirection(direction);
    m_today->setMinimumWidth(narrow ? 0 : todayWidth);
    m_today->setMaximumWidth(narrow ? QWIDGETSIZE_MAX : todayWidth);
    m_slow->parentWidget()->setMinimumWidth(narrow ? 0 : slowWidth);
    Pane::resizeEvent(event);
}

} // namespace ui
