// SPDX-License-Identifier: Apache-2.0
#include "ui/panes/severalpage.h"

#include "ui/panes/inspectorparts.h"
#include "ui/widgets/labels.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

SeveralPage::SeveralPage(const Look &look, const QList<QAction *> &verbs, QWidget *parent)
    : QWidget(parent),
      m_title(new TextLabel(look, {TypeRole::InspectorTitle, Colour::TextPrimary}, this)),
      m_sentence(new TextLabel(look, {TypeRole::Body, Colour::TextSecondary}, this))
{
    m_title->setObjectName(u"chosenTitle"_s);
    m_title->setFixedHeight(look.size(Size::PaneHeader));
    m_sentence->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 0, 16, 16);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_sentence);
    column->addSpacing(8);
    for (QAction *verb : verbs) {
        auto *button = new QPushButton(this);
        button->setObjectName(u"several_"_s + verb->objectName());
        bindButton(button, verb);
        column->addWidget(button, 0, Qt::AlignLeft);
    }
    column->addStretch(1);
}

void SeveralPage::setTexts(const QString &title, const QString &sentence)
{
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
}

} // namespace ui
