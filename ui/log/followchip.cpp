// SPDX-License-Identifier: Apache-2.0
#include "ui/log/followchip.h"

#include "models/times.h"
#include "ui/look/style/kit.h"

#include <QPainter>
#include <QStyleOption>

namespace ui {

using namespace Qt::StringLiterals;

FollowChip::FollowChip(const Look &look, QWidget *parent) : QAbstractButton(parent), m_look(look)
{
    setObjectName(u"followChip"_s);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFont(look.font(TypeRole::Body));
    say();
}

void FollowChip::setFollowing()
{
    m_following = true;
    m_newLines = 0;
    say();
}

void FollowChip::setPaused(qint64 newLines)
{
    m_following = false;
    m_newLines = newLines;
    say();
}

void FollowChip::setEnded(bool ended)
{
    m_ended = ended;
    say();
}

void FollowChip::say()
{
    if (m_following)
        setText(m_ended ? tr("End of log") : tr("Following"));
    else if (m_newLines > 0)
        setText(tr("Paused, +%1").arg(models::numberText(m_newLines)));
    else
        setText(m_ended ? tr("Go to the end") : tr("Paused"));
    setToolTip(m_following ? QString() : tr("Back to the end of the log (End)"));
    updateGeometry();
    update();
}

QSize FollowChip::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 8 + 18 + 8, 22};
}

void FollowChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool quiet = m_following && m_ended;
    const FamilyColours &colours = m_look.family(m_following ? Family::Good : Family::Neutral);
    if (!quiet)
        style::paintBox(painter, rect(), {colours.tint, {}, 4});
    const QColor ink = quiet ? m_look.colour(Colour::TextSecondary) : colours.text;
    const QRect icon(8, (height() - 14) / 2, 14, 14);
    m_look.icons().paint(painter, style()->visualRect(layoutDirection(), rect(), icon), u"follow", ink);
    painter.setPen(ink);
    const QRect words = rect().adjusted(26, 0, -8, 0);
    painter.drawText(style()->visualRect(layoutDirection(), rect(), words), Qt::AlignVCenter | Qt::AlignLeft, text());
    QStyleOption option;
    option.initFrom(this);
    if (style::keyboardFocused(option))
        style::paintFocusRing({m_look.tokens(), *style(), painter, this}, rect(), 4);
}

} // namespace ui
