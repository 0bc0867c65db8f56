// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/holds/holdnotices.h"

#include "ui/seat/seat.h"
#include "ui/shell/holds/misseddialog.h"
#include "ui/shell/holds/pauseswitch.h"

namespace ui {

using namespace Qt::StringLiterals;

HoldNotices::HoldNotices(const Context &context, QWidget *window)
    : QObject(window),
      m_context(context),
      m_window(window),
      m_pause(context.store),
      m_missed(context.store, context.clock),
      m_switch(new PauseSwitch(context, m_pause, window))
{
    connect(&m_pause, &models::PauseState::changed, this, &HoldNotices::changed);
    m_missed.setSight(context.seat.sight());
    connect(&m_missed, &models::MissedModel::changed, this, &HoldNotices::changed);
    connect(m_switch, &PauseSwitch::said, this, &HoldNotices::said);
    connect(m_switch, &PauseSwitch::failed, this, &HoldNotices::failed);
}

QWidget *HoldNotices::pauseSwitch() const
{
    return m_switch;
}

std::optional<BannerContent> HoldNotices::banner() const
{
    const int missed = m_missed.rowCount();
    const QString waiting = tr("Missed times wait for a decision: %1.").arg(missed);
    const BannerLink decide{u"decideMissed"_s, tr("Decide…")};
    if (m_pause.isPaused()) {
        BannerContent content{.family = Family::Ask,
                              .icon = u"warn"_s,
                              .text = tr("Everything is paused %1. Runs by hand still work.")
                                          .arg(pausedBy(*m_pause.state(), m_context.clock.now())),
                              .strong = {},
                              .detail = missed > 0 ? waiting : QString(),
                              .links = {{u"resumeAll"_s, tr("Resume")}}};
        if (missed > 0)
            content.links.prepend(decide);
        return content;
    }
    if (missed == 0)
        return std::nullopt;
    return BannerContent{
        .family = Family::Ask, .icon = u"warn"_s, .text = waiting, .strong = {}, .detail = {}, .links = {decide}};
}

bool HoldNotices::follow(const QString &link)
{
    if (link == "resumeAll"_L1)
        m_switch->set(store::Pausing::Off);
    else if (link == "decideMissed"_L1)
        openMissed();
    else
        return false;
    return true;
}

void HoldNotices::openMissed()
{
    auto *dialog = new MissedDialog(m_context, m_missed, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &MissedDialog::said, this, &HoldNotices::said);
    connect(dialog, &MissedDialog::failed, this, &HoldNotices::failed);
    dialog->open();
}

} // namespace ui
