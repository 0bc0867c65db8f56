// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/texteditor.h"

#include <QKeyEvent>
#include <QScrollBar>

namespace ui {

using namespace Qt::StringLiterals;

TextEditor::TextEditor(const Look &look, TypeRole role, int lines, QWidget *parent) : QPlainTextEdit(parent)
{
    setProperty("field", true);
    setFrameShape(QFrame::StyledPanel);
    setFont(look.font(role));
    setTabChangesFocus(role != TypeRole::Mono);
    setTabStopDistance(4 * fontMetrics().horizontalAdvance(u' '));
    setLineWrapMode(role == TypeRole::Mono ? NoWrap : WidgetWidth);
    document()->setDocumentMargin(5);
    const int height = lines * fontMetrics().lineSpacing() + 16;
    setMinimumHeight(height);
    if (lines < 6)
        setMaximumHeight(height);
    viewport()->setAutoFillBackground(false);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_showing)
            Q_EMIT edited();
    });
}

void TextEditor::showText(const QString &text)
{
    m_showing = true;
    setPlainText(text);
    m_showing = false;
}

void TextEditor::keyPressEvent(QKeyEvent *event)
{
    if (tabChangesFocus()) {
        QPlainTextEdit::keyPressEvent(event);
    } else if (event->key() == Qt::Key_Backtab) {
        QWidget::focusNextPrevChild(false);
    } else if (event->key() == Qt::Key_Tab) {
        if (event->modifiers().testFlag(Qt::ControlModifier))
            QWidget::focusNextPrevChild(true);
        else
            insertPlainText(u"    "_s);
    } else {
        QPlainTextEdit::keyPressEvent(event);
    }
}

void TextEditor::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    update();
}

void TextEditor::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    update();
}

} // namespace ui
