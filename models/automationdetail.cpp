// SPDX-License-Identifier: Apache-2.0
#include "models/automationdetail.h"

#include "models/calendar/openwindows.h"
#include "models/connections/connectionbook.h"
#include "models/parts/words.h"
#include "models/times.h"

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr int shownFires = 4;

void add(QList<Fact> &facts, Fact fact)
{
    if (!fact.text.isEmpty()) {
        facts.append(std::move(fact));
    }
}

QString allTriggers(const domain::Automation &automation, const NameOf &nameOf)
{
    if (automation.triggers.isEmpty()) {
        return triggersText(automation, nameOf);
    }
    QStringList lines;
    for (const domain::Trigger &trigger : automation.triggers) {
        const auto *schedule = std::get_if<domain::Schedule>(&trigger);
        const bool zoned = schedule && !schedule->timezone.isEmpty();
        const QString words = triggerText(trigger, nameOf);
        lines.append(zoned ? u"%1, %2"_s.arg(words, schedule->timezone) : words);
    }
    return lines.join(u'\n');
}

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(models::AutomationDetail)
};

/// What the system where it lives is never told of does not hold there. One that has not answered yet is taken at our
/// word, like this machine.
bool holdsThere(const domain::Connection *home, const QString &field)
{
    return !home || home->account.capabilities == domain::Capabilities() ||
           home->account.capabilities.carries.contains(field);
}

QString timeoutText(const domain::Automation &automation, const domain::Connection *home)
{
    if (automation.timeoutSeconds == 0) {
        return Words::tr("none");
    }
    const QString limit = durationWords(base::Seconds(automation.timeoutSeconds));
    const QString grace = durationWords(base::Seconds(automation.killAfterSeconds));
    return holdsThere(home, u"kill_after_s"_s) ? Words::tr("%1, then kill after %2").arg(limit, grace) : limit;
}

QString retryText(const std::optional<domain::Retry> &retry)
{
    if (!retry || retry->attempts < 2) {
        return {};
    }
    const QString delay = durationWords(base::Seconds(retry->delaySeconds));
    const QString attempts = Words::tr("%1 attempts").arg(retry->attempts);
    return retry->backoff == domain::Backoff::Exponential
               ? Words::tr("%1, first after %2, then twice as long each time").arg(attempts, delay)
               : Words::tr("%1, %2 apart").arg(attempts, delay);
}

} // namespace

AutomationDetail::AutomationDetail(AutomationModel &model, const base::Clock &clock, QObject *parent)
    : QObject(parent), m_model(model), m_clock(clock)
{
    connect(&model, &QAbstractItemModel::dataChanged, this, &AutomationDetail::tellIfConcerned);
    connect(&model, &QAbstractItemModel::modelReset, this, &AutomationDetail::changed);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &AutomationDetail::changed);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &AutomationDetail::changed);
}

void AutomationDetail::setAutomation(const base::AutomationId &id)
{
    if (m_id != id) {
        m_id = id;
        Q_EMIT changed();
    }
}

const AutomationRow *AutomationDetail::row() const
{
    const int row = m_model.rowOf(m_id);
    return row < 0 ? nullptr : &m_model.row(row);
}

QList<Fact> AutomationDetail::facts() const
{
    const AutomationRow *shown = row();
    if (!shown) {
        return {};
    }
    const domain::Automation &a = shown->automation;
    QList<Fact> facts;
    add(facts, {u"description"_s, tr("What it does"), a.description});
    add(facts, {u"home"_s, tr("Lives at"), shown->home});
    add(facts, {u"kind"_s, tr("Kind"), kindText(m_model.catalog(), a.type)});
    add(facts, {u"trigger"_s, tr("Trigger"), allTriggers(a, m_model.nameOf())});
    add(facts, {u"run_as"_s, tr("Runs as"), a.runAs, {}, FactFont::Fixed});
    add(facts, {u"working_directory"_s, tr("In folder"), a.workingDirectory, {}, FactFont::Fixed});
    const domain::Connection *home = m_model.homes().find(a.connectionId);
    if (holdsThere(home, u"timeout_s"_s)) {
        add(facts, {u"timeout"_s, tr("Timeout"), timeoutText(a, home)});
    }
    if (holdsThere(home, u"overlap"_s)) {
        add(facts, {u"overlap"_s, tr("If still running"), overlapText(a.overlap)});
    }
    add(facts, {u"grace"_s, tr("On hold for"),
                a.graceSeconds > 0 ? durationWords(base::Seconds(a.graceSeconds)) : QString(), tr("before it starts")});
    add(facts, {u"retry"_s, tr("Tried again"), retryText(a.retry)});
    add(facts, {u"locks"_s, tr("Locks"), a.resourceLocks.join(", "_L1)});
    if (holdsThere(home, u"misfire"_s)) {
        add(facts, {u"misfire"_s, tr("Missed slots"), misfireText(a.misfire)});
    }
    add(facts, {u"tags"_s, tr("Tags"), a.tags.join(", "_L1)});
    const QString saved = pastShort(a.updatedAt, m_clock.now());
    add(facts, {u"version"_s, tr("Version"), QString::number(a.version),
                a.updatedBy.isEmpty() ? tr("saved %1").arg(saved) : tr("saved %1 by %2").arg(saved, a.updatedBy)});
    return facts;
}

void AutomationDetail::setWindows(const OpenWindows &windows)
{
    m_windows = &windows;
    connect(&windows, &OpenWindows::reread, this, &AutomationDetail::changed);
}

QList<AutomationDetail::FireLine> AutomationDetail::fires() const
{
    const AutomationRow *shown = row();
    QList<FireLine> lines;
    if (shown && !m_model.isAllPaused()) {
        const base::Instant now = m_clock.now();
        for (const base::Instant at : shown->fires.following(now, shownFires)) {
            lines.append({at, futureLong(at, now), models::distance(at, now),
                          m_windows ? m_windows->at(at, shown->automation) : QString()});
        }
    }
    return lines;
}

QString AutomationDetail::pauseNote() const
{
    const AutomationRow *shown = row();
    const bool paused = shown && shown->hasSchedule() && (shown->automation.paused || m_model.isAllPaused());
    return paused ? tr("paused") : QString();
}

QVariantList AutomationDetail::bars() const
{
    const AutomationRow *shown = row();
    return shown ? barsOf(shown->history, shown->usual, m_clock.now()) : QVariantList();
}

QString AutomationDetail::counts() const
{
    const AutomationRow *shown = row();
    return shown ? countsText(shown->history) : QString();
}

QString AutomationDetail::since() const
{
    const AutomationRow *shown = row();
    if (!shown || shown->history.isEmpty()) {
        return {};
    }
    const domain::Run &oldest = shown->history.constLast();
    return pastExact(oldest.plannedFor.value_or(oldest.queuedAt), m_clock.now());
}

QString AutomationDetail::typical() const
{
    const AutomationRow *shown = row();
    if (!shown || !shown->usual) {
        return {};
    }
    return tr("typical %1, longest %2").arg(durationShort(shown->usual->median), durationShort(shown->usual->longest));
}

std::optional<Banner> AutomationDetail::banner() const
{
    const AutomationRow *shown = row();
    if (!shown) {
        return std::nullopt;
    }
    const AutomationState state = stateOf(*shown);
    if (shown->automation.paused && (!state.run || domain::isFinal(state.run->status))) {
        return Banner{
            u"automation.paused"_s,
            tr("Paused since %1. It runs only by hand.").arg(pastShort(shown->automation.updatedAt, m_clock.now()))};
    }
    if (!state.run) {
        return std::nullopt;
    }
    const qsizetype place = state.run - shown->history.constData();
    return bannerOf(*state.run, shown->history.mid(place + 1), m_clock.now());
}

void AutomationDetail::tellIfConcerned(const QModelIndex &first, const QModelIndex &last)
{
    const int row = m_model.rowOf(m_id);
    if (row >= first.row() && row <= last.row()) {
        Q_EMIT changed();
    }
}

} // namespace models
