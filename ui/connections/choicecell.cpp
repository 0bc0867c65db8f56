// SPDX-License-Identifier: Apache-2.0
#include "ui/connections/choicecell.h"

#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>

namespace ui {

using namespace Qt::StringLiterals;

ChoiceCell::ChoiceCell(const Look &look, const Plan &plan, QWidget *parent)
    : QWidget(parent), m_look(look), m_button(new QRadioButton)
{
    auto *text = new TextLabel(look, {plan.isCode ? TypeRole::Mono : TypeRole::Body, Colour::TextPrimary});
    text->setText(plan.text);
    text->setWordWrap(true);
    m_button->setAccessibleName(u"%1, %2"_s.arg(plan.name, plan.text));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 8, 8);
    row->setSpacing(6);
    row->addWidget(m_button, 0, Qt::AlignTop);
    row->addWidget(text, 1, Qt::AlignTop);
    connect(m_button, &QRadioButton::toggled, this, [this](bool on) {
        update();
        if (on)
            Q_EMIT chosen();
    });
}

void ChoiceCell::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()) && m_button->isEnabled())
        m_button->setChecked(true);
}

void ChoiceCell::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_button->isChecked())
        painter.fillRect(rect(), m_look.colour(Colour::BgSelected));
    painter.setPen(QPen(m_look.colour(Colour::BorderSubtle), 0));
    const bool rightwards = layoutDirection() == Qt::LeftToRight;
    painter.drawLine(rightwards ? rect().topLeft() : rect().topRight(),
                     rightwards ? rect().bottomLeft() : rect().bottomRight());
}

} // namespace ui
