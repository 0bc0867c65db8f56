// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/code/codeview.h"

#include <QPainter>
#include <QTextBlock>

namespace ui {

namespace {

constexpr int shownLines = 14;
constexpr int gap = 8;

class Numbers : public QWidget
{
public:
    explicit Numbers(CodeView *view) : QWidget(view), m_view(view) {}

protected:
    void paintEvent(QPaintEvent *) override { m_view->paintNumbers(*this); }

private:
    CodeView *m_view;
};

} // namespace

CodeView::CodeView(const Look &look, QWidget *parent)
    : TextEditor(look, TypeRole::Mono, shownLines, parent), m_look(look), m_numbers(new Numbers(this))
{
    connect(this, &QPlainTextEdit::blockCountChanged, this, &CodeView::placeNumbers);
    connect(this, &QPlainTextEdit::updateRequest, m_numbers, [this] { m_numbers->update(); });
    placeNumbers();
}

int CodeView::numbersWidth() const
{
    const int digits = std::max<int>(3, int(QString::number(blockCount()).size()));
    return digits * fontMetrics().horizontalAdvance(u'9') + 2 * gap;
}

void CodeView::placeNumbers()
{
    setViewportMargins(numbersWidth(), 0, 0, 0);
    const QRect inside = contentsRect();
    m_numbers->setGeometry(inside.left(), inside.top(), numbersWidth(), inside.height());
}

void CodeView::resizeEvent(QResizeEvent *event)
{
    TextEditor::resizeEvent(event);
    placeNumbers();
}

void CodeView::paintNumbers(QWidget &on)
{
    QPainter painter(&on);
    painter.setFont(font());
    painter.setPen(m_look.colour(Colour::TextSecondary));
    QTextBlock block = firstVisibleBlock();
    qreal top = blockBoundingGeometry(block).translated(contentOffset()).top();
    while (block.isValid() && top < on.height()) {
        const qreal height = blockBoundingRect(block).height();
        painter.drawText(QRectF(0, top, on.width() - gap, height), Qt::AlignRight | Qt::AlignTop,
                         QString::number(block.blockNumber() + 1));
        top += height;
        block = block.next();
    }
}

} // namespace ui
