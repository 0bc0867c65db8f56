// SPDX-License-Identifier: Apache-2.0
// Pauses everything and resumes it: a switch in the status line that says in words what holds, who said so and since
// when. What it did can be taken back.
#pragma once

#include "models/holds/pausestate.h"
#include "ui/shell/context.h"

#include <QToolButton>

namespace ui {

class PauseSwitch : public QToolButton
{
    Q_OBJECT

public:
    /// `context` and `state` must outlive it.
    PauseSwitch(const Context &context, models::PauseState &state, QWidget *parent = nullptr);

    void set(store::Pausing wanted);

Q_SIGNALS:
    void said(const QString &text, const std::function<void()> &undo);
    void failed(const base::Error &error);
    /// Its width may have changed.
    void worded();

private:
    void showState();

    const Context &m_context;
    models::PauseState &m_state;
};

/// `deploy since 13:05`; as much of it as is known.
QString pausedBy(const store::AllPaused &paused, base::Instant now);

} // namespace ui
