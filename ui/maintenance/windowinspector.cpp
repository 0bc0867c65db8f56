// SPDX-License-Identifier: Apache-2.0
#include "ui/maintenance/windowinspector.h"

#include "models/calendar/windowmodel.h"
#include "models/times.h"
#include "ui/maintenance/windowverbs.h"
#include "ui/panes/inspectorparts.h"
#include "ui/panes/severalpage.h"
#include "ui/panes/versionspage.h"
#include "ui/widgets/factslist.h"
#include "ui/widgets/labels.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int slotsShown = 8;

QString decisionText(domain::Decision decision)
{
    switch (decision) {
    case domain::Decision::Run:
        return WindowInspector::tr("will run");
    case domain::Decision::Wait:
        return WindowInspector::tr("will wait");
    case domain::Decision::Skip:
        return WindowInspector::tr("will be skipped");
    case domain::Decision::Approval:
        return WindowInspector::tr("asks first");
    }
    Q_UNREACHABLE();
}

QString manualText(domain::ManualRuns manual)
{
    switch (manual) {
    case domain::ManualRuns::Allow:
        return WindowInspector::tr("allowed");
    case domain::ManualRuns::Warn:
        return WindowInspector::tr("allowed with a warning");
    case domain::ManualRuns::Block:
        return WindowInspector::tr("held until the window ends");
    }
    Q_UNREACHABLE();
}

QList<Fact> factsOf(const domain::MaintenanceWindow &window, int hits, const QString &home)
{
    const bool finish = window.inFlight == domain::InFlight::Finish;
    const bool skip = window.blockedSlots == domain::BlockedSlots::Skip;
    QList<Fact> facts{{WindowInspector::tr("Effect"), models::effectWord(window.effect()), {}},
                      {WindowInspector::tr("Manual runs"), manualText(window.manualRuns), {}},
                      {WindowInspector::tr("Running ones"),
                       finish ? WindowInspector::tr("may finish") : WindowInspector::tr("are stopped"),
                       {}}};
    if (!home.isEmpty())
        facts.prepend({WindowInspector::tr("Lives at"), home, WindowInspector::tr("can't be edited here")});
    if (domain::isBlocking(window.effect()))
        facts.append({WindowInspector::tr("Blocked slots"),
                      skip ? WindowInspector::tr("are skipped") : WindowInspector::tr("run once after the window"),
                      {}});
    if (window.muteNotifications)
        facts.append({WindowInspector::tr("Notices"), WindowInspector::tr("muted"), {}});
    facts.append({WindowInspector::tr("Hits"), WindowInspector::tr("%n automations", nullptr, hits),
                  window.scope.join(u", "_s)});
    if (!window.recurring.isEmpty())
        facts.append({WindowInspector::tr("Repeats"), window.recurring, {}, Fact::Form::Mono});
    if (!window.reason.isEmpty())
        facts.append({WindowInspector::tr("Reason"), window.reason, {}});
    if (!window.createdBy.isEmpty())
        facts.append({WindowInspector::tr("Made by"), window.createdBy, {}});
    return facts;
}

QString stateText(const models::CalendarBlock *block, base::Instant now)
{
    if (!block)
        return WindowInspector::tr("Not in the days that are shown.");
    if (block->span.contains(now))
        return WindowInspector::tr("Open, closes in %1.").arg(models::durationWords(block->span.to - now));
    if (block->span.from > now)
        return WindowInspector::tr("Opens %1, for %2.")
            .arg(models::futureLong(block->span.from, now), models::durationWords(block->span.to - block->span.from));
    return WindowInspector::tr("Ended %1.").arg(models::pastExact(block->span.to, now));
}

} // namespace

WindowInspector::WindowInspector(const Context &context, const WindowVerbs &verbs, QWidget *parent)
    : InspectorFrame(context.look, parent),
      m_state(new TextLabel(context.look, {TypeRole::Body, Colour::TextPrimary})),
      m_facts(new FactsList(context.look)),
      m_slotsHead(new PairLine(context.look, PairLine::Form::Heading)),
      m_slots(new FactsList(context.look)),
      m_week(new FactsList(context.look)),
      m_nothing(addOnly(u"nothingChosen"_s))
{
    setObjectName(u"windowInspector"_s);
    setAccessibleName(tr("Maintenance window"));
    setTools({verbs.edit, verbs.remove});
    addPage(tr("Summary"), u"windowPage"_s, makeSummary(verbs));
    addLatePage(tr("Versions"), u"windowVersionsPage"_s, [this, &context] { return makeVersions(context); });
    m_nothing->setTexts(tr("No window chosen"), tr("What it does, and to which runs, is shown here."));
    setChosen(nullptr, nullptr, {});
}

QWidget *WindowInspector::makeSummary(const WindowVerbs &verbs)
{
    auto *page = new QWidget(this);
    m_state->setObjectName(u"windowState"_s);
    m_state->setWordWrap(true);
    m_facts->setObjectName(u"windowFacts"_s);
    m_week->setObjectName(u"windowWeek"_s);
    m_slotsHead->setObjectName(u"windowSlotsHead"_s);
    m_slots->setObjectName(u"windowSlots"_s);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QAction *verb : {verbs.openNow, verbs.closeNow, verbs.extend}) {
        auto *button = new QPushButton;
        bindButton(button, verb);
        const auto follow = [button, verb] { button->setVisible(verb->isEnabled()); };
        connect(verb, &QAction::changed, button, follow);
        button->hide(); // nothing is chosen yet
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    QVBoxLayout *column = columnOf(page, 12);
    column->addWidget(m_state);
    column->addLayout(buttons);
    column->addWidget(m_facts);
    column->addWidget(m_slotsHead);
    column->addWidget(m_slots);
    auto *week = new PairLine(verbs.look(), PairLine::Form::Heading);
    week->setTexts(tr("Next 7 days, all windows"), {});
    column->addWidget(week);
    column->addWidget(m_week);
    column->addStretch(1);
    return page;
}

QWidget *WindowInspector::makeVersions(const Context &context)
{
    m_versions = new VersionsPage(context, versionsOfWindows(context.store));
    connect(m_versions, &VersionsPage::said, this, &WindowInspector::said);
    connect(m_versions, &VersionsPage::failed, this, &WindowInspector::failed);
    showVersions();
    return m_versions;
}

void WindowInspector::showVersions()
{
    if (!m_versions || !m_window)
        return;
    const bool own = m_window->calendar.isEmpty();
    m_versions->setBarred(!m_home.isEmpty() ? whyFixed(m_home)
                          : own             ? QString()
                                            : tr("It comes from a calendar and is changed there"));
    m_versions->setSubject(m_window->id, m_window->version);
}

void WindowInspector::showSlots(const QString &window, const models::CalendarData &shown)
{
    QList<Fact> lines;
    int count = 0;
    for (const models::CalendarSlot &slot : shown.slots) {
        if (slot.window == window && count++ < slotsShown)
            lines.append({models::futureShort(slot.due, shown.now), slot.automation, decisionText(slot.decision)});
    }
    m_slotsHead->setTexts(tr("Slots in this window"), tr("%n to come", nullptr, count));
    m_slots->setFacts(lines);
}

void WindowInspector::setChosen(const domain::MaintenanceWindow *window, const models::CalendarBlock *block,
                                const models::CalendarData &shown)
{
    m_window = window ? std::optional(*window) : std::nullopt;
    m_home = window ? shown.homes.value(window->id) : QString();
    if (!window) {
        showOnly(m_nothing);
        return;
    }
    showPages();
    showVersions();
    const bool open = block && block->span.contains(shown.now);
    const bool over = block && block->span.to <= shown.now;
    setHeading(open ? u"window.open"_s : over ? u"window.ended"_s : u"window.planned"_s, window->name);
    m_state->setText(m_home.isEmpty() ? stateText(block, shown.now)
                                      : stateText(block, shown.now) + u'\n' + whyFixed(m_home) + u'.');
    m_facts->setFacts(factsOf(*window, shown.hits.value(window->id), m_home));
    showSlots(window->id, shown);
    m_slotsHead->setVisible(m_home.isEmpty()); // what is planned elsewhere is not known here
    m_slots->setVisible(m_home.isEmpty());
    m_week->setFacts({{tr("Will be skipped"), models::numberText(shown.skipped), {}},
                      {tr("Will ask first"), models::numberText(shown.asked), {}},
                      {tr("May not finish in time"), models::numberText(shown.unfinished), {}}});
}

} // namespace ui
