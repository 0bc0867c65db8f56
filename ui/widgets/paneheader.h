// SPDX-License-Identifier: Apache-2.0
// The head of a pane: what it is and how many, the filter, at most two text buttons, one primary, and "more". There is
// no tool bar anywhere.
#pragma once

#include "ui/look/look.h"

#include <QWidget>

class QHBoxLayout;
class QMenu;
class QPushButton;
class QToolButton;

namespace ui {

class FilterBar;
class TextLabel;

class PaneHeader : public QWidget
{
    Q_OBJECT

public:
    explicit PaneHeader(const Look &look, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// "212" or "418 of 48,210".
    void setCount(const QString &count);
    /// Made when first asked for.
    FilterBar &filter();
    /// Beside the buttons, before them: segments, a date.
    void addWidget(QWidget *widget);
    QPushButton *addButton(const QIcon &icon, const QString &text);
    /// The one thing a person comes here for.
    QPushButton *setPrimary(const QIcon &icon, const QString &text);
    /// The menu behind "more"; the button is hidden while the menu is empty.
    QMenu &more();

    enum class ButtonTexts { Shown, Hidden };
    /// Hidden leaves the icons of all but the primary button; their texts become tool tips.
    void setButtonTexts(ButtonTexts texts);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showText(QPushButton *button) const;

    const Look &m_look;
    QHBoxLayout *m_row;
    QHBoxLayout *m_actions;
    TextLabel *m_title;
    TextLabel *m_count;
    FilterBar *m_filter = nullptr;
    QList<QPushButton *> m_buttons;
    QPushButton *m_primary = nullptr;
    QToolButton *m_more = nullptr;
    ButtonTexts m_texts = ButtonTexts::Shown;
};

} // namespace ui
