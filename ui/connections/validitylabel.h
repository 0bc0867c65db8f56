// SPDX-License-Identifier: Apache-2.0
// How long something that a remote system said still holds, counted down to its end.
#pragma once

#include "app/base/clock.h"
#include "ui/widgets/labels.h"

#include <QTimer>

#include <optional>

namespace ui {

class ValidityLabel : public TextLabel
{
    Q_OBJECT

public:
    /// `clock` must outlive it.
    ValidityLabel(const Look &look, const base::Clock &clock, QWidget *parent = nullptr);

    /// Hidden where there is no end.
    void countDownTo(std::optional<base::Instant> end);

private:
    void tick();

    const base::Clock &m_clock;
    std::optional<base::Instant> m_end;
    QTimer m_beat;
};

} // namespace ui
