// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/editorsection.h"

#include "ui/widgets/labels.h"

#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

EditorSection::EditorSection(const Look &look, const QString &title, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_title(title),
      m_column(new QVBoxLayout(this)),
      m_head(new QHBoxLayout),
      m_heading(new TextLabel(look, {TypeRole::PaneTitle, Colour::TextPrimary})),
      m_note(new TextLabel(look, {TypeRole::Body, Colour::TextSecondary}))
{
    m_column->setContentsMargins(24, 16, 24, 16);
    m_column->setSpacing(9);
    m_heading->setText(title);
    m_heading->setMinimumHeight(look.size(Size::Control));
    m_head->addWidget(m_heading);
    m_head->addStretch(1);
    m_column->addLayout(m_head);
    m_note->setObjectName(u"fixedNote"_s);
    m_note->setWordWrap(true);
    m_note->hide();
    m_column->addWidget(m_note);
    m_column->addSpacing(3);
}

void EditorSection::fix(const FixedFields &fixed)
{
    const QStringList all = fields();
    QStringList mine = all;
    mine.removeIf([&fixed](const QString &field) { return !fixed.fields.contains(field); });
    if (mine.isEmpty())
        return;
    disable(mine, fixed.why);
    m_note->setText(mine == all ? fixed.why : fixed.others);
    m_note->show();
}

void EditorSection::disable(const QStringList &, const QString &why)
{
    for (QWidget *part : findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
        if (part != m_heading && part != m_note) {
            part->setEnabled(false);
            part->setToolTip(why);
        }
    }
}

void EditorSection::load(const QJsonObject &automation)
{
    fill(automation);
    m_loaded = values();
}

} // namespace ui
