// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/schedule/next/nextpanel.h"

#include "models/times.h"
#include "ui/forms/schedule/next/nexttimeslist.h"
#include "ui/widgets/labels.h"

#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

domain::Zone systemZone()
{
    const base::Result<domain::Zone> zone = domain::Zone::load(QString());
    return zone ? *zone : domain::Zone::utc();
}

QString neverText(const domain::Schedule &schedule, base::Instant now)
{
    if (schedule.at)
        return NextPanel::tr("Never: this moment has passed.");
    if (schedule.notAfter && *schedule.notAfter <= now)
        return NextPanel::tr("Never again: its last moment has passed.");
    if (schedule.notAfter)
        return NextPanel::tr("Never: no such time comes before its last moment.");
    return NextPanel::tr("Never: no such time comes, not until the end of 2199.");
}

QString noteText(const domain::SlotFinder &finder, const domain::Zone &here)
{
    QStringList notes;
    if (finder.zone().name() != here.name())
        notes.append(NextPanel::tr("on the clocks of %1").arg(finder.zone().name()));
    if (const qint64 jitter = finder.schedule().jitterSeconds; jitter > 0)
        notes.append(
            NextPanel::tr("each up to %1 later, by its spread").arg(models::durationWords(base::Seconds(jitter))));
    return notes.join(u", "_s);
}

} // namespace

NextPanel::NextPanel(const Look &look, const base::Clock &clock, QWidget *parent)
    : QWidget(parent),
      m_clock(clock),
      m_here(systemZone()),
      m_note(new TextLabel(look, {TypeRole::Body, Colour::TextSecondary})),
      m_never(new TextLabel(look, {TypeRole::Body, Colour::TextSecondary})),
      m_times(new NextTimesList(look))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 7, 0, 0);
    column->setSpacing(9);
    auto *title = new TextLabel(look, {TypeRole::Strong, Colour::TextSecondary});
    title->setText(tr("Next ten times"));
    m_never->setObjectName(u"neverText"_s);
    m_never->setWordWrap(true);
    m_note->setObjectName(u"nextNote"_s);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(title);
    head->addWidget(m_note);
    head->addStretch(1);
    column->addLayout(head);
    column->addWidget(new Hairline(look, Qt::Horizontal));
    column->addWidget(m_never);
    column->addWidget(m_times);
}

void NextPanel::showFor(const base::Result<domain::SlotFinder> &finder, const QList<OtherSchedule> &others)
{
    const base::Instant now = m_clock.now();
    m_times->setTimes(finder ? nextTimes({.finder = *finder,
                                          .others = others,
                                          .here = m_here,
                                          .now = now,
                                          .windows = &m_windows,
                                          .automation = &m_automation})
                             : QList<NextTime>());
    m_note->setText(finder ? noteText(*finder, m_here) : QString());
    m_never->setText(!finder                      ? tr("They are shown once the schedule is right.")
                     : m_times->times().isEmpty() ? neverText(finder->schedule(), now)
                                                  : QString());
    m_never->setVisible(!m_never->text().isEmpty());
    m_times->setVisible(!m_times->times().isEmpty());
}

void NextPanel::setWindows(const QList<domain::MaintenanceWindow> &windows, const domain::Automation &automation)
{
    m_windows = domain::WindowStanding(windows);
    m_automation = automation;
}

void NextPanel::showSentence(const QString &sentence)
{
    m_times->setTimes({});
    m_times->hide();
    m_note->clear();
    m_never->setText(sentence);
    m_never->show();
}

const QList<NextTime> &NextPanel::times() const
{
    return m_times->times();
}

} // namespace ui
