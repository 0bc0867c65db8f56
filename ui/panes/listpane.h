// SPDX-License-Identifier: Apache-2.0
// A pane that is a table in an order of its own under a filter of words, and beside it what the chosen row is: what
// such panes do alike. Each of them adds a model, columns, verbs, a page and what it says.
#pragma once

#include "ui/panes/tablecolumns.h"
#include "ui/shell/context.h"
#include "ui/shell/pane.h"

class QAbstractItemModel;

namespace ui {

class InspectorFrame;
class PaneBody;
class PaneHeader;
class SeveralPage;

class ListPane : public Pane
{
    Q_OBJECT

public:
    QString key() const override { return m_plan.key; }
    QString title() const override { return m_plan.title; }
    QString iconName() const override { return m_plan.icon; }
    QWidget *inspector() override;
    void fillMenu(QMenu *menu) override;
    void focusFilter() override;
    void saveState() override;
    void restoreState() override;

protected:
    /// What the pane is called. Texts are translated.
    struct Plan
    {
        QString key;
        QString title;
        QString icon;
        QString filterHint;
    };
    /// What stands beside the table; `page` becomes part of it.
    struct Beside
    {
        QString key; ///< Begins the names of the inspector and its parts.
        QString title;
        QString pageTitle;
        QWidget *page = nullptr;
        QString nothing; ///< Where no row is chosen: a strong line and a sentence.
        QString hint;
    };
    /// `context` must outlive the pane.
    ListPane(const Context &context, Plan plan, QWidget *parent);

    /// These are called once, by the constructor of the pane itself, in this order.
    void setVerbs(const QList<QAction *> &verbs);
    void setInspector(const Beside &beside);
    void setModel(QAbstractItemModel &model, const QList<ColumnPlan> &columns);

    const Context &context() const { return m_context; }
    PaneHeader &header() const { return *m_header; }
    TableView &table() const { return *m_table; }
    PaneBody &body() const { return *m_body; }
    InspectorFrame &frame() const { return *m_inspector; }
    const QString &words() const { return m_words; } ///< Of the filter.

    /// The one that is chosen; -1 where it is none or several.
    int chosenRow() const;
    /// The inspector says that none is.
    void showNothing();

    virtual void applyFilter() = 0;
    virtual void showChosen() = 0;

private:
    const Context &m_context;
    Plan m_plan;
    PaneHeader *m_header;
    TableView *m_table;
    PaneBody *m_body;
    InspectorFrame *m_inspector;
    SeveralPage *m_nothing = nullptr;
    TableColumns *m_columns = nullptr;
    QList<QAction *> m_verbs;
    QString m_words;
};

} // namespace ui
