// SPDX-License-Identifier: Apache-2.0
#include "ui/connections/validitylabel.h"

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// `4:59`, `1:02:03`.
QString lengthText(base::Seconds length)
{
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 60 * minute;
    const qint64 seconds = length.count();
    const auto two = [](qint64 number) { return QString::number(number).rightJustified(2, u'0'); };
    if (seconds < hour)
        return u"%1:%2"_s.arg(seconds / minute).arg(two(seconds % minute));
    return u"%1:%2:%3"_s.arg(seconds / hour).arg(two(seconds % hour / minute), two(seconds % minute));
}

} // namespace

ValidityLabel::ValidityLabel(const Look &look, const base::Clock &clock, QWidget *parent)
    : TextLabel(look, {TypeRole::Strong, Colour::TextPrimary}, parent), m_clock(clock)
{
    m_beat.setInterval(base::Seconds(1));
    connect(&m_beat, &QTimer::timeout, this, &ValidityLabel::tick);
    hide();
}

void ValidityLabel::countDownTo(std::optional<base::Instant> end)
{
    m_end = end;
    setVisible(end.has_value());
    if (end) {
        m_beat.start();
        tick();
    } else {
        m_beat.stop();
    }
}

void ValidityLabel::tick()
{
    const auto left = std::chrono::ceil<base::Seconds>(*m_end - m_clock.now());
    if (left.count() > 0) {
        setText(tr("Holds for another %1").arg(lengthText(left)));
    } else {
        m_beat.stop();
        setText(tr("It does not hold any more"));
    }
}

} // namespace ui
