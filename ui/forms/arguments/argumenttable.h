// SPDX-License-Identifier: Apache-2.0
// The arguments of an automation in their order, a row each, with the verbs that change the order.
#pragma once

#include "ui/look/look.h"

#include <QJsonArray>
#include <QWidget>

class QBoxLayout;
class QTableWidget;
class QToolButton;

namespace ui {

class ArgumentTable : public QWidget
{
    Q_OBJECT

public:
    explicit ArgumentTable(const Look &look, QWidget *parent = nullptr);

    /// Chooses the first, if there is one.
    void setArguments(const QJsonArray &arguments);
    const QJsonArray &arguments() const { return m_arguments; }
    /// -1 where none is chosen.
    int current() const;
    void choose(int index);
    /// Of the chosen one, as its form has it now.
    void replaceCurrent(const QJsonObject &argument);
    void markWrong(int index, bool wrong);

Q_SIGNALS:
    void chosen(int index);
    /// By the person: added, removed or moved.
    void edited();

private:
    void buildTable();
    QBoxLayout *buildButtons();
    void add();
    void remove();
    void move(int by);
    void fill();
    void fillRow(int row);
    void showUsable();

    const Look &m_look;
    QJsonArray m_arguments;
    QTableWidget *m_table;
    QToolButton *m_remove = nullptr;
    QToolButton *m_up = nullptr;
    QToolButton *m_down = nullptr;
    bool m_filling = false;
};

} // namespace ui
