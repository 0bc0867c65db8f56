// SPDX-License-Identifier: Apache-2.0
// The filter of a pane: chips for conditions that are set, and a line for words. It knows nothing of what is filtered;
// whoever does reads text and chips.
#pragma once

#include "ui/look/look.h"

#include <QWidget>

class QHBoxLayout;
class QLineEdit;
class QMenu;
class QToolButton;

namespace ui {

class KeyCap;

struct FilterChip
{
    QString label; ///< "since", quiet.
    QString value; ///< "today".
    bool operator==(const FilterChip &) const = default;
};

class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(const Look &look, QWidget *parent = nullptr);

    QString text() const;
    void setText(const QString &text);
    void setPlaceholder(const QString &text);
    /// What the shortcut that leads here is called; shown while empty.
    void setShortcutHint(const QString &key);
    void setChips(const QList<FilterChip> &chips);
    const QList<FilterChip> &chips() const { return m_chips; }
    /// Saved views and suggestions behind the arrow at the end; null takes the arrow away. Not owned.
    void setMenu(QMenu *menu);
    bool isEmpty() const;

    QSize sizeHint() const override;

Q_SIGNALS:
    void textChanged(const QString &text);
    /// Return: turn the words into chips, or just filter now.
    void submitted();
    void chipRemoved(int index);
    /// Esc in an empty line, or the cross: everything is to go, text and chips. The text is empty already.
    void cleared();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildChips();
    void updateParts();
    void clearAll();
    bool handleKey(int key);

    const Look &m_look;
    QList<FilterChip> m_chips;
    QHBoxLayout *m_chipRow;
    QLineEdit *m_edit;
    KeyCap *m_hint;
    QToolButton *m_clear;
    QToolButton *m_arrow;
};

} // namespace ui
