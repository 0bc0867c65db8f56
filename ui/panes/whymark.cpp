// SPDX-License-Identifier: Apache-2.0
#include "ui/panes/whymark.h"

#include <QPainter>

namespace ui {

using namespace Qt::StringLiterals;

WhyMark::WhyMark(const Look &look, const models::WhyDetail::Line &line, QWidget *parent) : QWidget(parent), m_look(look)
{
    setFixedSize(look.size(Size::Icon), look.size(Size::Icon));
    m_status = line.statusKey;
    if (m_status.isEmpty() && line.outcome == domain::WhyOutcome::Ok)
        m_status = u"run.done"_s;
    else if (m_status.isEmpty() && line.outcome == domain::WhyOutcome::Stop && !line.byClock)
        m_status = u"run.skipped"_s;
    m_icon = line.byClock ? u"clock-change"_s : u"info"_s;
}

void WhyMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_status.isEmpty())
        m_look.icons().paint(painter, rect(), m_icon, m_look.colour(Colour::TextSecondary));
    else
        m_look.glyphs().paint(painter, rect(), m_status, m_look.colour(Colour::BgPanel));
}

} // namespace ui
