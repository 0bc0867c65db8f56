// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/formrow.h"

#include "ui/widgets/labels.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QGridLayout>
#include <QStyle>

namespace ui {

using namespace Qt::StringLiterals;

QString fieldErrorText(const base::Error &error)
{
    return error.position < 0 ? error.detail : FormRow::tr("%1, position %2").arg(error.detail).arg(error.position + 1);
}

void nameField(QWidget &field, const QString &name)
{
    const QString plain = QString(name).remove(u'&');
    field.setAccessibleName(plain);
    if (auto *combo = qobject_cast<QComboBox *>(&field))
        combo->view()->setAccessibleName(plain);
}

void markField(QWidget &field, bool wrong)
{
    if (field.property("error").toBool() == wrong)
        return;
    field.setProperty("error", wrong);
    field.update();
}

ErrorLine::ErrorLine(const Look &look, QWidget *parent)
    : QWidget(parent), m_look(look), m_sign(new QLabel), m_text(new QLabel)
{
    setObjectName(u"errorLine"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setForegroundRole(QPalette::WindowText);
    row->addWidget(m_sign, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    connect(&look, &Look::changed, this, &ErrorLine::applyLook);
    applyLook();
    hide();
}

void ErrorLine::applyLook()
{
    m_text->setFont(m_look.font(TypeRole::Caption));
    QPalette own = palette();
    own.setColor(QPalette::WindowText, m_look.family(Family::Bad).text);
    m_text->setPalette(own);
    const int side = m_look.size(Size::IconSmall);
    m_sign->setPixmap(m_look.icons().status(u"automation.invalid"_s).pixmap(side, side));
}

void ErrorLine::setText(const QString &text)
{
    m_text->setText(text);
    m_text->setAccessibleName(text);
    setVisible(!text.isEmpty());
}

QString ErrorLine::text() const
{
    return m_text->text();
}

FormRow::FormRow(const Look &look, const Parts &parts, QWidget *parent)
    : QWidget(parent), m_field(parts.field), m_error(new ErrorLine(look))
{
    auto *label = new TextLabel(look, {TypeRole::Body, Colour::TextSecondary});
    label->setText(parts.label);
    label->setBuddy(m_field);
    label->setWordWrap(true);
    TextLabel *help = nullptr;
    if (!parts.help.isEmpty()) {
        help = new TextLabel(look, {TypeRole::Caption, Colour::TextTertiary});
        help->setText(parts.help);
        help->setWordWrap(true);
    }
    if (parts.place == LabelPlace::Above) {
        layOutAbove(label, help);
    } else {
        label->setMinimumHeight(look.size(Size::Control));
        layOutBeside(label, help, parts.beside);
    }
    if (m_field->accessibleName().isEmpty())
        nameField(*m_field, parts.label);
    m_field->setAccessibleDescription(parts.help);
}

void FormRow::layOutAbove(QLabel *label, QLabel *help)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(label);
    column->addWidget(m_field, 1);
    column->addWidget(m_error);
    if (help)
        column->addWidget(help);
}

void FormRow::layOutBeside(QLabel *label, QLabel *help, QWidget *beside)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(labelGap);
    grid->setVerticalSpacing(4);
    grid->setColumnMinimumWidth(0, labelWidth);
    grid->setColumnStretch(1, 1);
    label->setFixedWidth(labelWidth);
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    grid->addWidget(label, 0, 0, Qt::AlignTop);
    auto *line = new QHBoxLayout;
    line->setSpacing(labelGap);
    const bool fills = m_field->sizePolicy().expandingDirections().testFlag(Qt::Horizontal) &&
                       m_field->maximumWidth() == QWIDGETSIZE_MAX;
    line->addWidget(m_field, fills ? 1 : 0);
    const bool besideGrows = beside && beside->sizePolicy().horizontalPolicy() & QSizePolicy::GrowFlag;
    if (beside)
        line->addWidget(beside, besideGrows ? 1 : 0);
    if (!fills)
        line->addStretch(besideGrows ? 0 : 1); // also where what is beside it is hidden
    grid->addLayout(line, 0, 1);
    grid->addWidget(m_error, 1, 1);
    if (help)
        grid->addWidget(help, 2, 1);
}

void FormRow::setError(const QString &text)
{
    markField(*m_field, !text.isEmpty());
    m_error->setText(text);
}

bool FormRow::hasError() const
{
    return !m_error->text().isEmpty();
}

} // namespace ui
