// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/holds/pauseswitch.h"

#include "app/base/answer.h"
#include "models/times.h"
#include "ui/look/look.h"
#include "ui/seat/seat.h"

#include <QPointer>

namespace ui {

using namespace Qt::StringLiterals;
using store::Pausing;

QString pausedBy(const store::AllPaused &paused, base::Instant now)
{
    const QString since = models::pastShort(paused.at, now);
    return paused.by.isEmpty() ? PauseSwitch::tr("since %1").arg(since)
                               : PauseSwitch::tr("by %1 since %2").arg(paused.by, since);
}

PauseSwitch::PauseSwitch(const Context &context, models::PauseState &state, QWidget *parent)
    : QToolButton(parent), m_context(context), m_state(state)
{
    setObjectName(u"pauseEverything"_s);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setProperty("chrome", true);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setFont(context.look.font(TypeRole::Caption));
    connect(&state, &models::PauseState::changed, this, &PauseSwitch::showState);
    connect(&context.look, &Look::changed, this, &PauseSwitch::showState);
    connect(&context.seat, &Seat::changed, this, &PauseSwitch::showState);
    connect(this, &QToolButton::clicked, this, [this] {
        set(m_state.isPaused() ? Pausing::Off : Pausing::On);
        setChecked(m_state.isPaused()); // Until the store says so.
    });
    showState();
}

void PauseSwitch::set(Pausing wanted)
{
    base::onAnswer(this, m_context.store.pauses().setAllPaused(wanted, m_context.seat.by()),
                   [this, wanted](const base::Result<store::AllPaused> &now) {
                       if (!now) {
                           Q_EMIT failed(now.error());
                           return;
                       }
                       const Pausing before = wanted == Pausing::On ? Pausing::Off : Pausing::On;
                       const QPointer<PauseSwitch> self(this);
                       Q_EMIT said(wanted == Pausing::On ? tr("Everything is paused; runs by hand still work")
                                                         : tr("Schedules go on"),
                                   [self, before] {
                                       if (self)
                                           self->set(before);
                                   });
                   });
}

void PauseSwitch::showState()
{
    const bool paused = m_state.isPaused();
    const QString whyNot = m_context.seat.whyNot(domain::Right::Edit);
    setEnabled(m_state.state().has_value() && whyNot.isEmpty());
    setChecked(paused);
    setIcon(paused ? m_context.look.icons().status(u"automation.paused"_s) : m_context.look.icons().icon(u"pause"_s));
    setText(paused ? tr("Everything paused %1").arg(pausedBy(*m_state.state(), m_context.clock.now()))
                   : tr("Pause everything"));
    setToolTip(!whyNot.isEmpty() ? whyNot
               : paused          ? tr("Let schedules go on")
                                 : tr("No schedule starts anything until you resume"));
    setAccessibleName(text());
    adjustSize();
    Q_EMIT worded();
}

} // namespace ui
