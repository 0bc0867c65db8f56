// SPDX-License-Identifier: Apache-2.0
// Whether the end of a log is followed: green "Following", or "Paused, +1,234", which brings back to the end.
#pragma once

#include "ui/look/look.h"

#include <QAbstractButton>

namespace ui {

class FollowChip : public QAbstractButton
{
    Q_OBJECT

public:
    explicit FollowChip(const Look &look, QWidget *parent = nullptr);
    void setFollowing();
    void setPaused(qint64 newLines);
    /// The log is over: at its end there is nothing to follow.
    void setEnded(bool ended);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void say();

    const Look &m_look;
    bool m_following = true;
    bool m_ended = false;
    qint64 m_newLines = 0;
};

} // namespace ui
