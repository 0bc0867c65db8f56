// SPDX-License-Identifier: Apache-2.0
// A section of settings that is a list: a title, a sentence, a table, and verbs for all of it or for the chosen row.
#pragma once

#include "ui/shell/context.h"

#include <QStandardItemModel>
#include <QWidget>

#include <functional>

class QHBoxLayout;
class QPushButton;

namespace ui {

class TableView;
class TextLabel;

class ListPart : public QWidget
{
    Q_OBJECT

public:
    struct Plan
    {
        QString name; ///< Stable; the table is called `<name>Table`.
        QString title;
        QString sentence;
        QStringList columns;
        QString empty; ///< What is said where there is none.
    };

Q_SIGNALS:
    void said(const QString &text);
    void failed(const base::Error &error);

protected:
    /// `context` must outlive it.
    ListPart(const Context &context, const Plan &plan, QWidget *parent);

    const Context &context() const { return m_context; }
    /// The first cell's text names the row.
    void setRows(const QList<QStringList> &rows);
    /// The index in what setRows() got; -1 where none is chosen.
    int chosen() const;
    QPushButton *addVerb(const QString &text, const std::function<void()> &act);
    /// Can be pressed while a row is chosen.
    QPushButton *addRowVerb(const QString &text, const std::function<void()> &act);
    /// Says what went wrong, or that it went well.
    void tell(const base::Status &done, const QString &text);

private:
    void showVerbs();

    const Context &m_context;
    QStandardItemModel m_model;
    TableView *m_table;
    TextLabel *m_empty;
    QHBoxLayout *m_verbs;
    QList<QPushButton *> m_rowVerbs;
    QString m_emptyText;
};

} // namespace ui
