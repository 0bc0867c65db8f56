// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/factslist.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/wraplabel.h"

#include <QBoxLayout>
#include <QGridLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int labelWidth = 104;
constexpr qsizetype longestTogether = 28;

/// Where both are too long for one line the value has the width for itself, and what would be beside it stands below.
bool isStacked(const Fact &fact)
{
    return !fact.beside.isEmpty() && fact.value.size() + fact.beside.size() > longestTogether;
}

} // namespace

FactsList::FactsList(const Look &look, QWidget *parent) : QWidget(parent), m_look(look)
{
    setObjectName(u"facts"_s);
    makeGrid();
}

void FactsList::setFacts(const QList<Fact> &facts)
{
    if (facts == m_facts)
        return;
    bool sameLabels = facts.size() == m_facts.size();
    for (qsizetype i = 0; sameLabels && i < facts.size(); ++i)
        sameLabels = facts[i].label == m_facts[i].label && facts[i].form == m_facts[i].form &&
                     facts[i].beside.isEmpty() == m_facts[i].beside.isEmpty() &&
                     isStacked(facts[i]) == isStacked(m_facts[i]);
    if (!sameLabels)
        clear();
    m_facts = facts;
    for (qsizetype i = 0; i < facts.size(); ++i) {
        if (!sameLabels)
            addRow(int(i), facts[i]);
        auto *value = findChild<WrapLabel *>(u"fact%1value"_s.arg(i));
        value->setWords(facts[i].value);
        value->setAccessibleName(u"%1: %2 %3"_s.arg(facts[i].label, facts[i].value, facts[i].beside).trimmed());
        findChild<QLabel *>(u"fact%1beside"_s.arg(i))->setText(facts[i].beside);
    }
}

void FactsList::clear()
{
    qDeleteAll(findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    delete m_grid;
    makeGrid();
}

void FactsList::makeGrid()
{
    m_grid = new QGridLayout(this);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnMinimumWidth(0, labelWidth);
    m_grid->setColumnStretch(1, 1);
}

void FactsList::addRow(int row, const Fact &fact)
{
    const TypeRole role = fact.form == Fact::Form::Mono ? TypeRole::Mono : TypeRole::Body;
    auto *label = new TextLabel(m_look, {TypeRole::Body, Colour::TextSecondary}, this);
    auto *value = new WrapLabel(m_look, {role, Colour::TextPrimary}, this);
    auto *beside = new TextLabel(m_look, {TypeRole::Body, Colour::TextTertiary}, this);
    label->setText(fact.label);
    label->setBuddy(value);
    value->setObjectName(u"fact%1value"_s.arg(row));
    beside->setObjectName(u"fact%1beside"_s.arg(row));
    const bool stacked = isStacked(fact);
    auto *line = new QBoxLayout(stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    line->setSpacing(stacked ? 0 : 6);
    line->addWidget(value, fact.beside.isEmpty() ? 1 : 0);
    line->addWidget(beside);
    if (!fact.beside.isEmpty() && !stacked)
        line->addStretch(1);
    m_grid->addWidget(label, row, 0, Qt::AlignTop);
    m_grid->addLayout(line, row, 1);
    m_grid->setRowMinimumHeight(row, m_look.size(Size::RowInspector) - 1);
    const int pad = std::max(0, (m_look.size(Size::RowInspector) - 1 - label->fontMetrics().height()) / 2);
    for (TextLabel *part : {label, static_cast<TextLabel *>(value), beside})
        part->setContentsMargins(0, pad, 0, pad);
    if (stacked) {
        value->setContentsMargins(0, pad, 0, 0);
        beside->setWordWrap(true);
    }
}

QString FactsList::asText() const
{
    QStringList lines;
    for (const Fact &fact : m_facts)
        lines.append(u"%1\t%2 %3"_s.arg(fact.label, fact.value, fact.beside).trimmed());
    return lines.join(QChar(u'\n'));
}

} // namespace ui
