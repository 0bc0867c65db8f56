// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/wraplabel.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>

namespace ui {

namespace {

constexpr QChar mayBreak(0x200b);
constexpr qsizetype shortWord = 24; // fits into the narrowest inspector

/// Lines break by themselves at all else, a slash for instance.
bool isInWord(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || c == u'_';
}

/// A place to break before every letter of a word that is too long for a line.
QString breakable(const QString &words)
{
    QString text;
    qsizetype start = 0;
    const auto addWord = [&](qsizetype end) {
        for (qsizetype i = start; i < end; ++i) {
            if (end - start > shortWord && i > start && !words[i].isLowSurrogate() && !words[i].isMark())
                text.append(mayBreak);
            text.append(words[i]);
        }
    };
    for (qsizetype i = 0; i <= words.size(); ++i) {
        if (i < words.size() && isInWord(words[i]))
            continue;
        addWord(i);
        if (i < words.size())
            text.append(words[i]);
        start = i + 1;
    }
    return text;
}

} // namespace

WrapLabel::WrapLabel(const Look &look, Style style, QWidget *parent) : TextLabel(look, style, parent)
{
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setWordWrap(true);
}

void WrapLabel::setWords(const QString &words)
{
    if (words == m_words)
        return;
    m_words = words;
    setText(breakable(words));
}

QString WrapLabel::selection() const
{
    return selectedText().remove(mayBreak).replace(QChar::ParagraphSeparator, u'\n');
}

void WrapLabel::copy() const
{
    if (hasSelectedText())
        QApplication::clipboard()->setText(selection());
}

void WrapLabel::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else
        TextLabel::keyPressEvent(event);
}

void WrapLabel::mouseReleaseEvent(QMouseEvent *event)
{
    TextLabel::mouseReleaseEvent(event);
    QClipboard *clipboard = QApplication::clipboard();
    if (clipboard->supportsSelection() && hasSelectedText())
        clipboard->setText(selection(), QClipboard::Selection);
}

void WrapLabel::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copying = menu->addAction(tr("&Copy"), this, &WrapLabel::copy);
    copying->setEnabled(hasSelectedText());
    menu->addAction(tr("Select &all"), this, [this] { setSelection(0, int(text().size())); });
    menu->popup(event->globalPos());
}

} // namespace ui
