// SPDX-License-Identifier: Apache-2.0
#include "ui/seat/seatmenu.h"

#include "ui/seat/seat.h"
#include "ui/widgets/prompts.h"

namespace ui {

using namespace Qt::StringLiterals;

SeatMenu::SeatMenu(const Context &context, QWidget *window)
    : QMenu(tr("&Operator"), window),
      m_context(context),
      m_window(window),
      m_change(make("changeOperator", tr("&Change operator…"))),
      m_back(make("giveBack", tr("&Give the desk back"))),
      m_lock(make("lockDesk", tr("&Lock the desk"))),
      m_readOnly(make("readOnly", tr("Look &only")))
{
    setObjectName(u"menuOperator"_s);
    m_lock->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_L));
    m_readOnly->setCheckable(true);
    connect(m_change, &QAction::triggered, this, &SeatMenu::askForToken);
    connect(m_back, &QAction::triggered, &context.seat, &Seat::giveBack);
    connect(m_lock, &QAction::triggered, this, &SeatMenu::lockOrUnlock);
    connect(m_readOnly, &QAction::triggered, this,
            [this](bool on) { m_context.seat.setReadOnly(on ? ReadOnly::Yes : ReadOnly::No); });
    connect(&context.seat, &Seat::changed, this, &SeatMenu::follow);
    follow();
}

QAction *SeatMenu::make(const char *name, const QString &text)
{
    QAction *action = addAction(text);
    action->setObjectName(QLatin1StringView(name));
    action->setMenuRole(QAction::NoRole);
    return action;
}

void SeatMenu::follow()
{
    const Seat &seat = m_context.seat;
    const bool locked = seat.locked() == Locked::Yes;
    m_lock->setText(locked ? tr("Un&lock the desk") : tr("&Lock the desk"));
    m_back->setEnabled(!locked && seat.who().name != seat.account());
    m_back->setText(tr("&Give the desk back to %1").arg(seat.account()));
    m_readOnly->setChecked(seat.readOnly() == ReadOnly::Yes);
    m_readOnly->setEnabled(!locked);
}

void SeatMenu::lockOrUnlock()
{
    Seat &seat = m_context.seat;
    if (seat.locked() == Locked::No) {
        seat.lock();
        Q_EMIT said(tr("The desk is locked. What runs goes on."));
        return;
    }
    seat.unlock([this](const base::Status &unlocked) {
        if (!unlocked && unlocked.error().code == base::ErrorCode::Denied)
            askForToken();
        else if (!unlocked)
            Q_EMIT failed(unlocked.error());
    });
}

void SeatMenu::askForToken()
{
    const bool locked = m_context.seat.locked() == Locked::Yes;
    const TextQuestion question{.title = locked ? tr("Unlock the desk") : tr("Change operator"),
                                .text = tr("An operator takes the desk with a token of their own. Tokens are made in "
                                           "Settings, or by signalbox token create."),
                                .label = tr("Token"),
                                .value = {},
                                .verb = locked ? tr("Unlock") : tr("Take the desk"),
                                .echo = TextQuestion::Echo::Hidden};
    m_context.prompts.askText(m_window, question, [this](const QString &token) {
        m_context.seat.take(token, [this](const base::Status &taken) {
            if (taken)
                Q_EMIT said(tr("%1 has the desk now.").arg(m_context.seat.text()));
            else
                Q_EMIT failed(taken.error());
        });
    });
}

} // namespace ui
