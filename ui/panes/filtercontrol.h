// SPDX-License-Identifier: Apache-2.0
// The filter of a pane: states chosen from a menu stand as chips before the words that are typed; both are one text in
// the field syntax. What can't be understood is said under the bar.
#pragma once

#include "models/filter.h"
#include "ui/look/look.h"

#include <QTimer>
#include <QWidget>

class QMenu;

namespace ui {

class FilterBar;
class TextLabel;

/// One state of the menu.
struct FilterState
{
    QString word; ///< As the field syntax has it: `timed_out`.
    QString key;  ///< Of its drawing: `run.timed_out`; may be empty.
    QString text; ///< Translated.
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

Q_SIGNALS:
    /// A moment after the last key, so that words are not asked for letter by letter.
    void changed();

private:
    void buildMenu();
    void toggle(const QString &word, bool chosen);
    void showChips();
    void apply();
    const FilterState *state(const QString &word) const;

    Parts m_parts;
    models::FilterScope m_scope;
    QList<FilterState> m_states;
    QStringList m_chosen;
    QMenu *m_menu;
    QTimer m_pause;
    models::Filter m_filter;
};

} // namespace ui
