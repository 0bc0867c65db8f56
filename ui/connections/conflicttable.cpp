// SPDX-License-Identifier: Apache-2.0
#include "ui/connections/conflicttable.h"

#include "ui/connections/choicecell.h"
#include "ui/widgets/differenceview.h"
#include "ui/widgets/labels.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;
using domain::Side;

namespace {

constexpr int fieldWidth = 150;
constexpr int baseWidth = 164;

QWidget *difference(const Look &look, const QString &title, const QList<domain::LineChange> &lines)
{
    auto *view = new DifferenceView(look);
    view->setChanges({{.field = title, .before = {}, .after = {}, .lines = lines}});
    return view;
}

} // namespace

ConflictTable::ConflictTable(const Look &look, QWidget *parent)
    : QWidget(parent), m_look(look), m_column(new QVBoxLayout(this))
{
    m_column->setSpacing(0);
}

void ConflictTable::setFields(const QList<models::ConflictField> &fields, const QString &system)
{
    delete m_body;
    m_cells.clear();
    m_fields = fields;
    m_body = new QWidget;
    m_grid = new QGridLayout(m_body);
    m_grid->setSpacing(0);
    m_grid->setColumnMinimumWidth(0, fieldWidth);
    m_grid->setColumnMinimumWidth(1, baseWidth);
    m_grid->setColumnStretch(2, 1);
    m_grid->setColumnStretch(3, 1);
    m_column->addWidget(m_body);
    addHead(system);
    for (int i = 0; i < m_fields.size(); ++i)
        addField(i, system);
    addDifferences(system);
}

void ConflictTable::addHead(const QString &system)
{
    const QStringList titles{tr("Field"), tr("Last agreed"), tr("This computer"), system};
    for (int column = 0; column < titles.size(); ++column) {
        auto *title = new ElidedLabel(m_look, {TypeRole::Caption, Colour::TextSecondary});
        title->setText(titles.at(column));
        title->setContentsMargins(column == 0 ? 0 : 12, 6, 8, 6);
        m_grid->addWidget(title, 0, column);
    }
    m_grid->addWidget(new Hairline(m_look, Qt::Horizontal), 1, 0, 1, 4);
}

void ConflictTable::addField(int index, const QString &system)
{
    const models::ConflictField &field = m_fields.at(index);
    const int row = 2 + 2 * index;
    auto *label = new TextLabel(m_look, {TypeRole::Body, Colour::TextPrimary});
    label->setText(field.label);
    label->setWordWrap(true);
    label->setContentsMargins(0, 8, 8, 8);
    label->setFixedWidth(fieldWidth);
    auto *base = new TextLabel(m_look, {field.isCode ? TypeRole::Mono : TypeRole::Body, Colour::TextSecondary});
    base->setText(field.base);
    base->setWordWrap(true);
    base->setContentsMargins(12, 8, 8, 8);
    base->setFixedWidth(baseWidth);
    m_grid->addWidget(label, row, 0, Qt::AlignTop);
    m_grid->addWidget(base, row, 1, Qt::AlignTop);
    auto *here = new ChoiceCell(m_look, {field.local, field.isCode, tr("%1: this computer").arg(field.label)});
    auto *there = new ChoiceCell(m_look, {field.remote, field.isCode, tr("%1: %2").arg(field.label, system)});
    here->setObjectName(u"here%1"_s.arg(index));
    there->setObjectName(u"there%1"_s.arg(index));
    auto *group = new QButtonGroup(m_body);
    group->addButton(&here->button());
    group->addButton(&there->button());
    m_cells.append(std::pair(here, there));
    if (field.chosen)
        (*field.chosen == Side::Local ? here : there)->button().setChecked(true);
    connect(here, &ChoiceCell::chosen, this, [this, index] { choose(index, Side::Local); });
    connect(there, &ChoiceCell::chosen, this, [this, index] { choose(index, Side::Remote); });
    m_grid->addWidget(here, row, 2);
    m_grid->addWidget(there, row, 3);
    m_grid->addWidget(new Hairline(m_look, Qt::Horizontal), row + 1, 0, 1, 4);
}

void ConflictTable::addDifferences(const QString &system)
{
    int row = 2 + 2 * int(m_fields.size());
    for (const models::ConflictField &field : std::as_const(m_fields)) {
        if (field.localLines.isEmpty() && field.remoteLines.isEmpty())
            continue;
        auto *pair = new QWidget;
        auto *sides = new QHBoxLayout(pair);
        sides->setContentsMargins(0, 12, 0, 0);
        sides->setSpacing(16);
        sides->addWidget(
            difference(m_look, tr("%1, this computer against last agreed").arg(field.label), field.localLines), 1);
        sides->addWidget(
            difference(m_look, tr("%1, %2 against last agreed").arg(field.label, system), field.remoteLines), 1);
        m_grid->addWidget(pair, row++, 0, 1, 4);
    }
}

void ConflictTable::choose(int index, Side side)
{
    m_fields[index].chosen = side;
    Q_EMIT chosenChanged();
}

void ConflictTable::chooseAll(Side side)
{
    for (const auto &[here, there] : std::as_const(m_cells))
        (side == Side::Local ? here : there)->button().setChecked(true);
}

} // namespace ui
