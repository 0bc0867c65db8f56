// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/differenceview.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int signWidth = 18;
constexpr int inset = 6;
constexpr int aboveField = 8;
constexpr int linesAround = 3;
constexpr int wrapping = Qt::TextWrapAnywhere;

} // namespace

DifferenceView::DifferenceView(const Look &look, QWidget *parent) : QWidget(parent), m_look(look)
{
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Difference"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&look, &Look::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void DifferenceView::setChanges(const QList<domain::FieldChange> &changes)
{
    m_lines.clear();
    for (const domain::FieldChange &change : changes)
        add(change);
    setAccessibleDescription(text());
    updateGeometry();
    update();
}

void DifferenceView::add(const domain::FieldChange &change)
{
    m_lines.append({Kind::Field, change.field});
    if (change.lines.isEmpty()) {
        if (change.before)
            m_lines.append({Kind::Removed, *change.before});
        if (change.after)
            m_lines.append({Kind::Added, *change.after});
        return;
    }
    const QList<domain::LineChange> lines = domain::withContext(change.lines, linesAround);
    for (const domain::LineChange &line : lines) {
        const Kind kind = line.fate == domain::LineFate::Same      ? Kind::Same
                          : line.fate == domain::LineFate::Removed ? Kind::Removed
                                                                   : Kind::Added;
        m_lines.append({kind, line.text});
    }
}

QString DifferenceView::text() const
{
    QStringList lines;
    for (const Line &line : m_lines) {
        const QString sign = line.kind == Kind::Removed ? u"- "_s
                             : line.kind == Kind::Added ? u"+ "_s
                             : line.kind == Kind::Same  ? u"  "_s
                                                        : QString();
        lines.append(sign + line.text);
    }
    return lines.join(u'\n');
}

QFont DifferenceView::fontOf(const Line &line) const
{
    return m_look.font(line.kind == Kind::Field ? TypeRole::Strong : TypeRole::Mono);
}

int DifferenceView::heightOf(const Line &line, int width) const
{
    const QFontMetrics metrics(fontOf(line));
    const int room = std::max(40, width - 2 * inset - signWidth);
    const QRect box = metrics.boundingRect(0, 0, room, 1'000'000, wrapping, line.text.isEmpty() ? u" "_s : line.text);
    return box.height() + (line.kind == Kind::Field ? aboveField + 2 : 2);
}

int DifferenceView::heightForWidth(int width) const
{
    int height = 0;
    for (const Line &line : m_lines)
        height += heightOf(line, width);
    return height;
}

QSize DifferenceView::sizeHint() const
{
    const int width = std::max(240, this->width());
    return {240, heightForWidth(width)};
}

QSize DifferenceView::minimumSizeHint() const
{
    return {120, heightForWidth(std::max(120, width()))};
}

void DifferenceView::resizeEvent(QResizeEvent *event)
{
    updateGeometry();
    QWidget::resizeEvent(event);
}

void DifferenceView::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    int y = 0;
    for (const Line &line : m_lines) {
        const QRect box(0, y, width(), heightOf(line, width()));
        if (box.intersects(event->rect()))
            paintLine(painter, line, box);
        y += box.height();
    }
}

void DifferenceView::paintLine(QPainter &painter, const Line &line, const QRect &box) const
{
    painter.setFont(fontOf(line));
    if (line.kind == Kind::Field) {
        painter.setPen(m_look.colour(Colour::TextPrimary));
        painter.drawText(box.adjusted(0, aboveField, 0, 0), wrapping, line.text);
        return;
    }
    const bool same = line.kind == Kind::Same;
    const FamilyColours &ink = m_look.family(line.kind == Kind::Removed ? Family::Bad : Family::Good);
    painter.fillRect(box, same ? m_look.colour(Colour::BgSunken) : ink.tint);
    painter.setPen(same ? m_look.colour(Colour::TextSecondary) : ink.text);
    const QRect sign(box.left() + inset, box.top() + 1, signWidth, box.height());
    if (!same)
        painter.drawText(sign, Qt::AlignLeft, line.kind == Kind::Removed ? u"\u2212"_s : u"+"_s);
    painter.setPen(m_look.colour(same ? Colour::TextSecondary : Colour::TextPrimary));
    painter.drawText(box.adjusted(inset + signWidth, 1, -inset, 0), wrapping, line.text);
}

void DifferenceView::copy() const
{
    QGuiApplication::clipboard()->setText(text());
}

void DifferenceView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else
        QWidget::keyPressEvent(event);
}

void DifferenceView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("&Copy")), &QAction::triggered, this, &DifferenceView::copy);
    menu->popup(event->globalPos());
}

} // namespace ui
