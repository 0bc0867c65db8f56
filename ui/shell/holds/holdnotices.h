// SPDX-License-Identifier: Apache-2.0
// The banner while everything is paused or missed times wait for a decision, and the ways out of both.
#pragma once

#include "models/holds/missedmodel.h"
#include "models/holds/pausestate.h"
#include "ui/shell/context.h"
#include "ui/widgets/messages/banner.h"

namespace ui {

class PauseSwitch;

class HoldNotices : public QObject
{
    Q_OBJECT

public:
    /// The store is open. `context` must outlive it; dialogs lie over `window`.
    HoldNotices(const Context &context, QWidget *window);

    /// For the status line, which takes it over.
    QWidget *pauseSwitch() const;
    std::optional<BannerContent> banner() const;
    /// A link of the banner; false where it is none of these.
    bool follow(const QString &link);

Q_SIGNALS:
    void changed();
    void said(const QString &text, const std::function<void()> &undo);
    void failed(const base::Error &error);

private:
    void openMissed();

    const Context &m_context;
    QWidget *m_window;
    models::PauseState m_pause;
    models::MissedModel m_missed;
    PauseSwitch *m_switch;
};

} // namespace ui
