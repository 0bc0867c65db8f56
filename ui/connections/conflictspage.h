// SPDX-License-Identifier: Apache-2.0
// The conflicts of one connection, one automation at a time, and the bar that decides: for each field, for the whole
// automation, for all of them.
#pragma once

#include "models/connections/connectionwords.h"
#include "ui/shell/context.h"

#include <QAction>
#include <QWidget>

class QComboBox;
class QHBoxLayout;

namespace ui {

class ConflictTable;
class GlyphBox;
class TextLabel;

class ConflictsPage : public QWidget
{
    Q_OBJECT

public:
    /// `context` must outlive it.
    explicit ConflictsPage(const Context &context, QWidget *parent = nullptr);

    /// Choices that were made stay while a conflict is the same.
    void setConflicts(const QList<store::Conflict> &conflicts, const domain::Connection &home);
    /// For the menu of the pane: the same side in all conflicts of the connection.
    QList<QAction *> forAll() const { return {m_allHere, m_allThere}; }

Q_SIGNALS:
    void said(const QString &text);
    void failed(const base::Error &error);

private:
    QWidget *makePage();
    QWidget *makeHead();
    QWidget *makeBar();
    void connectActions();
    void showConflict(int index);
    void showAlong(const store::Conflict &conflict);
    void follow();
    void resolve();
    void askForAll(domain::Side side);
    void hand(const QHash<base::AutomationId, store::Choice> &choices);

    const Context &m_context;
    QList<store::Conflict> m_conflicts;
    QString m_system; ///< What the other side is called.
    QStringList m_carries;
    base::AutomationId m_shown;
    QComboBox *m_choice;
    GlyphBox *m_glyph;
    TextLabel *m_name;
    TextLabel *m_sentence;
    ConflictTable *m_table;
    TextLabel *m_along;
    TextLabel *m_decided;
    TextLabel *m_empty;
    QWidget *m_whole;
    QAction *m_here;
    QAction *m_there;
    QAction *m_resolve;
    QAction *m_allHere;
    QAction *m_allThere;
};

} // namespace ui
