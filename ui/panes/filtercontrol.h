// SPDX-License-Identifier: Apache-2.0
// The filter of a pane: what is chosen from a menu stands as chips before the words that are typed; both are one text
// in the field syntax. What can't be understood is said under the bar.
#pragma once

#include "models/filter.h"
#include "ui/look/look.h"

#include <QTimer>
#include <QWidget>

class QMenu;

namespace ui {

class FilterBar;
class TextLabel;

/// One entry of the menu. No two of a pane have the same word.
struct FilterState
{
    QString word; ///< As the field syntax has it: `timed_out`.
    QString key;  ///< Of its drawing: `run.timed_out`; may be empty.
    QString text; ///< Translated.
    QString field = QStringLiteral("status");
    QString group = {}; ///< Title of the submenu that holds it, translated; empty is the menu itself.
};

/// The sentence under the filter; takes no room while there is none.
class FilterNote : public QWidget
{
    Q_OBJECT

public:
    explicit FilterNote(const Look &look, QWidget *parent = nullptr);
    void setText(const QString &text);
    QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    TextLabel *m_text;
};

class FilterControl : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        FilterBar &bar;
        FilterNote &note;
        const Look &look;
    };
    FilterControl(Parts parts, models::FilterScope scope, QList<FilterState> states, QObject *parent);

    const models::Filter &filter() const { return m_filter; }
    bool isEmpty() const;
    /// What is set, in words: `“backup”, Failed`.
    QString inWords() const;
    void clear();
    QString typed() const;
    QStringList states() const { return m_chosen; }
    /// Sets both at once; unknown states are dropped.
    void set(const QString &typed, const QStringList &states);
    /// Both as one text.
    QString whole() const;
    /// What the menu has of it becomes chips.
    void setWhole(const QString &text);
    /// For more than states: saved views.
    QMenu &menu() const { return *m_menu; }

Q_SIGNALS:
    /// A moment after the last key, so that words are not asked for letter by letter.
    void changed();

private:
    void buildMenu();
    void toggle(const QString &word, bool chosen);
    void showChips();
    void apply();
    const FilterState *state(const QString &word) const;
    QString fieldText(const QString &field) const;

    Parts m_parts;
    models::FilterScope m_scope;
    QList<FilterState> m_states;
    QStringList m_chosen;
    QMenu *m_menu;
    QTimer m_pause;
    models::Filter m_filter;
};

} // namespace ui
