// SPDX-License-Identifier: Apache-2.0
#include "ui/panes/inspectorparts.h"

#include "ui/widgets/labels.h"

#include <QGridLayout>
#include <QPainter>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

GlyphBox::GlyphBox(const Look &look, QWidget *parent) : QWidget(parent), m_look(look)
{
    setFixedSize(look.size(Size::Icon), look.size(Size::Icon));
}

void GlyphBox::setDrawing(const QString &name)
{
    m_name = name;
    update();
}

void GlyphBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_look.tokens().status(m_name))
        m_look.glyphs().paint(painter, rect(), m_name, m_look.colour(Colour::BgPanel));
    else if (!m_name.isEmpty())
        m_look.icons().paint(painter, rect(), m_look.icons().kindIconName(m_name),
                             m_look.colour(Colour::TextSecondary));
}

PairLine::PairLine(const Look &look, Form form, QWidget *parent)
    : QWidget(parent),
      m_start(new ElidedLabel(
          look, {form == Form::Heading ? TypeRole::Strong : TypeRole::Caption, Colour::TextSecondary}, this)),
      m_end(new TextLabel(look, {form == Form::Heading ? TypeRole::Body : TypeRole::Caption, Colour::TextSecondary},
                          this))
{
    auto *row = new QHBoxLayout(this);
    row->setSpacing(8);
    row->addWidget(m_start, 1);
    row->addWidget(m_end);
}

void PairLine::setTexts(const QString &start, const QString &end)
{
    m_start->setText(start);
    m_end->setText(end);
    setVisible(!start.isEmpty() || !end.isEmpty());
}

TimesList::TimesList(const Look &look, QWidget *parent) : QWidget(parent), m_look(look), m_grid(new QGridLayout(this))
{
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnMinimumWidth(0, 104);
    m_grid->setColumnStretch(1, 1);
}

void TimesList::setLines(const QList<Line> &lines)
{
    if (lines == m_lines)
        return;
    m_lines = lines;
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int row = 0; row < int(lines.size()); ++row) {
        auto *when = new TextLabel(m_look, {TypeRole::Body, Colour::TextPrimary}, this);
        auto *distance = new TextLabel(m_look, {TypeRole::Body, Colour::TextSecondary}, this);
        when->setText(lines[row].when);
        distance->setText(lines[row].distance);
        m_grid->addWidget(when, row, 0);
        m_grid->addWidget(distance, row, 1);
        m_grid->setRowMinimumHeight(row, m_look.size(Size::RowInspector) - 1);
    }
    // Rows of a longer list before would keep their height.
    for (int row = int(lines.size()); row < m_grid->rowCount(); ++row)
        m_grid->setRowMinimumHeight(row, 0);
}

QList<Fact> forFactsList(const QList<models::Fact> &facts)
{
    QList<Fact> rows;
    for (const models::Fact &fact : facts)
        rows.append({fact.label, fact.text, fact.quiet,
                     fact.font == models::FactFont::Fixed ? Fact::Form::Mono : Fact::Form::Text});
    return rows;
}

BannerContent forBanner(const models::Banner &banner, const Look &look)
{
    return {look.glyphs().family(banner.statusKey), banner.statusKey, banner.sentence, {}, banner.note, {}};
}

void followAction(QPushButton *button, QAction *action)
{
    const auto follow = [button, action] {
        button->setToolTip(action->toolTip());
        button->setEnabled(action->isEnabled());
    };
    follow();
    QObject::connect(action, &QAction::changed, button, follow);
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
}

void bindButton(QPushButton *button, QAction *action)
{
    const auto follow = [button, action] {
        button->setText(action->text().remove(u'&'));
        button->setAccessibleName(button->text());
        button->setIcon(action->icon());
    };
    follow();
    QObject::connect(action, &QAction::changed, button, follow);
    followAction(button, action);
}

} // namespace ui
