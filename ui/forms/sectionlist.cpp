// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/sectionlist.h"

#include "ui/look/style/kit.h"

#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int markRole = Qt::UserRole;
constexpr int rowHeight = 30;
constexpr int inset = 8;
constexpr int beforeWords = inset + 12;
constexpr int behindWords = inset + 18; // where the mark stands

class SectionDelegate : public QStyledItemDelegate
{
public:
    SectionDelegate(const Look &look, QObject *parent) : QStyledItemDelegate(parent), m_look(look) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        paintGround(*painter, option);
        painter->setFont(option.font);
        painter->setPen(m_look.colour(Colour::TextPrimary));
        const QRect words = option.rect.adjusted(beforeWords, 0, -behindWords, 0);
        painter->drawText(QStyle::visualRect(option.direction, option.rect, words), Qt::AlignVCenter | Qt::AlignLeft,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, words.width()));
        paintMark(*painter, option, SectionList::Mark(index.data(markRole).toInt()));
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        constexpr int slack = 6; // letters may be drawn a little wider than the font says
        const int words = option.fontMetrics.horizontalAdvance(index.data().toString()) + slack;
        return {beforeWords + words + behindWords, rowHeight};
    }

private:
    void paintGround(QPainter &painter, const QStyleOptionViewItem &option) const
    {
        const QRect box = option.rect.adjusted(inset, 0, -inset, -1);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        if (selected || option.state.testFlag(QStyle::State_MouseOver))
            style::paintBox(painter, box, {m_look.colour(selected ? Colour::BgSelected : Colour::BgHoverChrome), {}});
        if (!selected)
            return;
        const QRect bar(box.x(), box.y() + 7, m_look.size(Size::SelectionBar), box.height() - 14);
        style::paintBox(painter, QStyle::visualRect(option.direction, option.rect, bar),
                        {m_look.colour(Colour::AccentFocus), {}, 1.5});
        const bool keyed =
            option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange);
        if (keyed)
            style::paintBox(painter, box, {{}, m_look.colour(Colour::AccentFocus), 6, 2});
    }

    void paintMark(QPainter &painter, const QStyleOptionViewItem &option, SectionList::Mark mark) const
    {
        const QRect row = option.rect;
        if (mark == SectionList::Mark::Wrong) {
            const QRect place(row.right() - inset - 17, row.y() + (row.height() - 14) / 2, 14, 14);
            m_look.glyphs().paint(painter, QStyle::visualRect(option.direction, row, place), u"automation.invalid",
                                  m_look.colour(Colour::BgChrome));
        } else if (mark == SectionList::Mark::Changed) {
            const QRect place(row.right() - inset - 13, row.y() + (row.height() - 6) / 2, 6, 6);
            style::paintBox(painter, QStyle::visualRect(option.direction, row, place),
                            {m_look.colour(Colour::AccentFocus), {}, 3});
        }
    }

    const Look &m_look;
};

QString markWords(SectionList::Mark mark)
{
    switch (mark) {
    case SectionList::Mark::None:
        return {};
    case SectionList::Mark::Changed:
        return SectionList::tr("changed");
    case SectionList::Mark::Wrong:
        return SectionList::tr("something is wrong here");
    }
    Q_UNREACHABLE();
}

} // namespace

SectionList::SectionList(const Look &look, QWidget *parent) : QListWidget(parent)
{
    setObjectName(u"sections"_s);
    setAccessibleName(tr("Sections"));
    setFrameShape(QFrame::NoFrame);
    setFixedWidth(leastWidth);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setViewportMargins(0, 12, 0, 8);
    setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    setBackgroundRole(QPalette::Window);
    setAutoFillBackground(true);
    setItemDelegate(new SectionDelegate(look, this));
}

void SectionList::addSection(const QString &title)
{
    auto *item = new QListWidgetItem(title, this);
    item->setData(markRole, int(Mark::None));
    fitWords();
}

void SectionList::fitWords()
{
    setFixedWidth(std::max(leastWidth, sizeHintForColumn(0)));
}

/// Its font is known by now.
void SectionList::showEvent(QShowEvent *event)
{
    fitWords();
    QListWidget::showEvent(event);
}

void SectionList::setMark(int section, Mark mark)
{
    item(section)->setData(markRole, int(mark));
    item(section)->setData(Qt::AccessibleDescriptionRole, markWords(mark));
    item(section)->setToolTip(markWords(mark));
}

SectionList::Mark SectionList::mark(int section) const
{
    return Mark(item(section)->data(markRole).toInt());
}

} // namespace ui
