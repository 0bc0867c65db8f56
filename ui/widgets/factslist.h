// SPDX-License-Identifier: Apache-2.0
// Facts about one thing in two columns: what, and its value with what is usual beside it. Values can be selected and
// copied by mouse and keyboard.
#pragma once

#include "ui/look/look.h"

#include <QWidget>

class QGridLayout;

namespace ui {

struct Fact
{
    QString label;
    QString value;
    QString beside; ///< Quieter, after the value: "usually 6 min 20 s".
    enum class Form { Text, Mono } form = Form::Text;
    bool operator==(const Fact &) const = default;
};

class FactsList : public QWidget
{
    Q_OBJECT

public:
    explicit FactsList(const Look &look, QWidget *parent = nullptr);
    /// Rows that stay keep their widgets, so that a selection survives.
    void setFacts(const QList<Fact> &facts);
    /// All facts, a line each, label and value separated by a tab.
    QString asText() const;

private:
    void addRow(int row, const Fact &fact);
    void clear();
    void makeGrid();

    const Look &m_look;
    QGridLayout *m_grid = nullptr;
    QList<Fact> m_facts;
};

} // namespace ui
