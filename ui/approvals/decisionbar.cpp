// SPDX-License-Identifier: Apache-2.0
#include "ui/approvals/decisionbar.h"

#include "ui/panes/inspectorparts.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QStyle>

namespace ui {

using namespace Qt::StringLiterals;

DecisionBar::DecisionBar(const Look &look, const Verbs &verbs, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_comment(new QLineEdit),
      m_wanted(new TextLabel(look, {TypeRole::Caption, Colour::TextPrimary}))
{
    m_comment->setObjectName(u"approvalComment"_s);
    m_comment->setAccessibleName(tr("Comment"));
    m_comment->setPlaceholderText(tr("Comment, required to reject"));
    m_comment->setMaxLength(2000);
    m_wanted->setObjectName(u"commentWanted"_s);
    m_wanted->hide();
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_comment, 1);
    for (QAction *verb : {verbs.later, verbs.reject, verbs.approve}) {
        auto *button = new QPushButton;
        button->setObjectName(verb->objectName() + u"Button"_s);
        button->setProperty("primary", verb == verbs.approve);
        bindButton(button, verb);
        row->addWidget(button);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 12, 16, 12);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_wanted);
    connect(m_comment, &QLineEdit::textChanged, this, [this] { setWanted(false); });
    connect(m_comment, &QLineEdit::returnPressed, verbs.reject, [this] { m_comment->clearFocus(); });
}

QString DecisionBar::comment() const
{
    return m_comment->text().trimmed();
}

void DecisionBar::clear()
{
    m_comment->clear();
    setWanted(false);
}

void DecisionBar::wantComment()
{
    setWanted(true);
    m_comment->setFocus(Qt::OtherFocusReason);
}

void DecisionBar::setWanted(bool wanted)
{
    m_wanted->setText(tr("Say why: a rejection needs a comment."));
    m_wanted->setVisible(wanted);
    m_comment->setProperty("error", wanted);
    m_comment->style()->polish(m_comment);
    m_comment->update();
}

void DecisionBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.colour(Colour::BgPanel));
    painter.setPen(QPen(m_look.colour(Colour::BorderSubtle), 0));
    painter.drawLine(rect().topLeft(), rect().topRight());
}

} // namespace ui
