// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/paneheader.h"

#include "ui/look/style/kit.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace ui {

using namespace Qt::StringLiterals;

PaneHeader::PaneHeader(const Look &look, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_row(new QHBoxLayout(this)),
      m_actions(new QHBoxLayout),
      m_title(new TextLabel(look, {TypeRole::PaneTitle, Colour::TextPrimary}, this)),
      m_count(new TextLabel(look, {TypeRole::Body, Colour::TextTertiary}, this))
{
    setObjectName(u"paneHeader"_s);
    setFixedHeight(look.size(Size::PaneHeader));
    m_title->setObjectName(u"paneTitle"_s);
    m_count->setObjectName(u"paneCount"_s);
    m_row->setContentsMargins(16, 0, 16, 1);
    m_row->setSpacing(8);
    m_row->addWidget(m_title);
    m_row->addWidget(m_count);
    m_row->addSpacing(8);
    m_row->addStretch(1);
    m_actions->setSpacing(8);
    m_row->addLayout(m_actions);
}

void PaneHeader::setTitle(const QString &title)
{
    m_title->setText(title);
}

void PaneHeader::setCount(const QString &count)
{
    m_count->setText(count);
}

FilterBar &PaneHeader::filter()
{
    if (!m_filter) {
        m_filter = new FilterBar(m_look, this);
        m_filter->setMaximumWidth(480);
        m_filter->setMinimumWidth(150);
        m_row->insertWidget(3, m_filter, 4);
    }
    return *m_filter;
}

void PaneHeader::addWidget(QWidget *widget)
{
    m_actions->insertWidget(int(m_actions->count() - m_buttons.size()) - (m_primary ? 1 : 0) - (m_more ? 1 : 0),
                            widget);
}

QPushButton *PaneHeader::addButton(const QIcon &icon, const QString &text)
{
    auto *button = new QPushButton(icon, text, this);
    button->setAccessibleName(text);
    m_actions->insertWidget(m_actions->count() - (m_primary ? 1 : 0) - (m_more ? 1 : 0), button);
    m_buttons.append(button);
    showText(button);
    return button;
}

QPushButton *PaneHeader::setPrimary(const QIcon &icon, const QString &text)
{
    if (!m_primary) {
        m_primary = new QPushButton(this);
        m_primary->setObjectName(u"panePrimary"_s);
        m_primary->setProperty("primary", true);
        m_actions->insertWidget(m_actions->count() - (m_more ? 1 : 0), m_primary);
    }
    m_primary->setIcon(icon);
    m_primary->setText(text);
    m_primary->setAccessibleName(text);
    return m_primary;
}

QMenu &PaneHeader::more()
{
    if (!m_more) {
        m_more = new QToolButton(this);
        m_more->setObjectName(u"paneMore"_s);
        m_more->setAccessibleName(tr("More"));
        m_more->setToolTip(tr("More"));
        m_more->setIcon(m_look.icons().icon(u"more"_s));
        m_more->setPopupMode(QToolButton::InstantPopup);
        m_more->setFocusPolicy(Qt::StrongFocus);
        m_more->setMenu(new QMenu(m_more));
        m_actions->addWidget(m_more);
    }
    return *m_more->menu();
}

void PaneHeader::setButtonTexts(ButtonTexts texts)
{
    m_texts = texts;
    for (QPushButton *button : std::as_const(m_buttons))
        showText(button);
}

void PaneHeader::showText(QPushButton *button) const
{
    const bool hidden = m_texts == ButtonTexts::Hidden && !button->icon().isNull();
    button->setText(hidden ? QString() : button->accessibleName());
    if (hidden && button->toolTip().isEmpty())
        button->setToolTip(button->accessibleName());
}

void PaneHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.colour(Colour::BgBase));
    style::paintHairline(painter, QLineF(0, height() - 1, width(), height() - 1), m_look.colour(Colour::BorderSubtle));
}

} // namespace ui
