// SPDX-License-Identifier: Apache-2.0
// A conflict field by field: what was agreed last, what it is here, what it is there, and a choice between the two.
// Code that differs stands below, each side against what was agreed.
#pragma once

#include "models/connections/conflictrows.h"
#include "ui/look/look.h"

#include <QWidget>

class QGridLayout;
class QVBoxLayout;

namespace ui {

class ChoiceCell;

class ConflictTable : public QWidget
{
    Q_OBJECT

public:
    explicit ConflictTable(const Look &look, QWidget *parent = nullptr);

    /// `system` is what the other side is called.
    void setFields(const QList<models::ConflictField> &fields, const QString &system);
    const QList<models::ConflictField> &fields() const { return m_fields; }
    /// All fields the same.
    void chooseAll(domain::Side side);

Q_SIGNALS:
    void chosenChanged();

private:
    void addHead(const QString &system);
    void addField(int index, const QString &system);
    void addDifferences(const QString &system);
    void choose(int index, domain::Side side);

    const Look &m_look;
    QVBoxLayout *m_column;
    QWidget *m_body = nullptr;
    QGridLayout *m_grid = nullptr;
    QList<models::ConflictField> m_fields;
    QList<std::pair<ChoiceCell *, ChoiceCell *>> m_cells; ///< Here and there, by field.
};

} // namespace ui
