// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/editorsection.h"

#include "ui/widgets/labels.h"

#include <QVBoxLayout>

namespace ui {

EditorSection::EditorSection(const Look &look, const QString &title, QWidget *parent)
    : QWidget(parent), m_look(look), m_title(title), m_column(new QVBoxLayout(this)), m_head(new QHBoxLayout)
{
    m_column->setContentsMargins(24, 16, 24, 16);
    m_column->setSpacing(9);
    auto *label = new TextLabel(look, {TypeRole::PaneTitle, Colour::TextPrimary});
    label->setText(title);
    label->setMinimumHeight(look.size(Size::Control));
    m_head->addWidget(label);
    m_head->addStretch(1);
    m_column->addLayout(m_head);
    m_column->addSpacing(3);
}

void EditorSection::load(const QJsonObject &automation)
{
    fill(automation);
    m_loaded = values();
}

} // namespace ui
