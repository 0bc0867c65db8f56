// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/segments.h"

#include "ui/look/style/kit.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace ui {

using namespace Qt::StringLiterals;

Segments::Segments(const Look &look, QWidget *parent)
    : QWidget(parent), m_look(look), m_row(new QHBoxLayout(this)), m_group(new QButtonGroup(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(0);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idClicked, this, &Segments::chosen);
    connect(m_group, &QButtonGroup::idToggled, this, qOverload<>(&QWidget::update));
}

void Segments::add(int id, const QString &text, const QIcon &icon)
{
    auto *button = new QToolButton(this);
    button->setObjectName(u"segment%1"_s.arg(id));
    button->setProperty("segment", true);
    button->setCheckable(true);
    button->setText(text);
    button->setAccessibleName(text);
    button->setIcon(icon);
    button->setToolButtonStyle(icon.isNull() ? Qt::ToolButtonTextOnly : Qt::ToolButtonIconOnly);
    if (!icon.isNull())
        button->setToolTip(text);
    button->setFocusPolicy(Qt::StrongFocus);
    button->installEventFilter(this);
    m_group->addButton(button, id);
    m_row->addWidget(button);
    if (m_group->buttons().size() == 1)
        button->setChecked(true);
}

int Segments::chosenId() const
{
    return m_group->checkedId();
}

void Segments::choose(int id)
{
    if (QAbstractButton *button = m_group->button(id))
        button->setChecked(true);
}

bool Segments::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Enter || event->type() == QEvent::Leave)
        update();
    return QWidget::eventFilter(watched, event);
}

void Segments::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    style::paintBox(painter, rect(), {m_look.colour(Colour::BgRaised), {}});
    QPainterPath inside;
    inside.addRoundedRect(rect(), 6, 6);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipPath(inside);
    const QList<QAbstractButton *> buttons = m_group->buttons();
    for (const QAbstractButton *button : buttons) {
        if (button->isChecked())
            painter.fillRect(button->geometry(), m_look.colour(Colour::BgSelected));
        else if (button->underMouse() && button->isEnabled())
            painter.fillRect(button->geometry(), m_look.colour(Colour::BgRaisedHover));
    }
    painter.restore();
    for (const QAbstractButton *button : buttons)
        if (button->x() > 0)
            style::paintHairline(painter, QLineF(button->x(), 0, button->x(), height()),
                                 m_look.colour(Colour::BorderDefault));
    style::paintBox(painter, rect(), {{}, m_look.colour(Colour::BorderDefault)});
}

} // namespace ui
