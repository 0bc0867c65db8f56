// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/messages/emptystate.h"

#include "ui/widgets/labels.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

EmptyContent filteredContent(const QString &title, const QString &sentence)
{
    return {u"filter"_s,
            title,
            sentence,
            QCoreApplication::translate("ui::EmptyState", "Clear filter"),
            QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText),
            {}};
}

EmptyContent failedContent(const QString &title, const QString &why)
{
    return {u"connection.error"_s,
            title,
            why,
            QCoreApplication::translate("ui::EmptyState", "Try again"),
            {},
            QCoreApplication::translate("ui::EmptyState", "Details")};
}

EmptyState::EmptyState(const Look &look, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_icon(new QWidget(this)),
      m_title(new TextLabel(look, {TypeRole::Strong, Colour::TextPrimary}, this)),
      m_sentence(new TextLabel(look, {TypeRole::Body, Colour::TextSecondary}, this)),
      m_action(new QPushButton(this)),
      m_buttons(new QHBoxLayout),
      m_link(new QPushButton(this))
{
    setObjectName(u"emptyState"_s);
    m_icon->setFixedHeight(look.size(Size::IconEmpty));
    m_title->setAlignment(Qt::AlignHCenter);
    m_sentence->setAlignment(Qt::AlignHCenter);
    m_sentence->setWordWrap(true);
    m_action->setObjectName(u"emptyAction"_s);
    m_link->setObjectName(u"emptyLink"_s);
    m_link->setProperty("link", true);
    m_buttons->addStretch(1);
    m_buttons->addWidget(m_action);
    m_buttons->addWidget(m_link);
    m_buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->addStretch(1);
    for (QWidget *part : {m_icon, static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_sentence)})
        column->addWidget(part);
    column->addSpacing(4);
    column->addLayout(m_buttons);
    column->addStretch(1);
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionTriggered);
    connect(m_link, &QPushButton::clicked, this, &EmptyState::linkTriggered);
    setContent({});
}

void EmptyState::setContent(const EmptyContent &content)
{
    m_content = content;
    m_title->setText(content.title);
    m_sentence->setText(content.sentence);
    m_action->setText(content.action);
    m_action->setVisible(!content.action.isEmpty());
    showKey(content.key);
    m_link->setText(content.link);
    m_link->setVisible(!content.link.isEmpty());
    setAccessibleName(content.title);
    setAccessibleDescription(content.sentence);
    update();
}

void EmptyState::showKey(const QString &key)
{
    if (!m_key && !key.isEmpty()) {
        m_key = new KeyCap(m_look, {}, this);
        m_buttons->insertWidget(m_buttons->indexOf(m_action) + 1, m_key, 0, Qt::AlignVCenter);
    }
    if (m_key) {
        m_key->setText(key);
        m_key->setVisible(!key.isEmpty());
    }
}

void EmptyState::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.colour(Colour::BgBase));
    const int side = m_look.size(Size::IconEmpty);
    const QRect row = m_icon->geometry();
    const QRect place(row.center().x() - side / 2, row.y(), side, side);
    if (m_look.tokens().icon(m_content.icon))
        m_look.icons().paint(painter, place, m_content.icon, m_look.colour(Colour::TextTertiary));
    else
        m_look.glyphs().paint(painter, place, m_content.icon, m_look.colour(Colour::BgBase));
}

} // namespace ui
