// SPDX-License-Identifier: Apache-2.0
// Names and values of environment variables, a row each.
#pragma once

#include "ui/look/look.h"

#include <QJsonObject>
#include <QWidget>

class QBoxLayout;
class QTableWidget;
class QToolButton;

namespace ui {

class ErrorLine;

class EnvironmentTable : public QWidget
{
    Q_OBJECT

public:
    explicit EnvironmentTable(const Look &look, QWidget *parent = nullptr);
    void setEnvironment(const QJsonObject &environment);
    /// Rows without name and value are left out; of two rows with one name the later one holds.
    QJsonObject environment() const;
    /// Chooses the row with this name, if there is one.
    void setError(const QString &name, const QString &text);
    bool hasError() const;

Q_SIGNALS:
    /// By the person.
    void edited();

private:
    void addRow(const QString &name, const QString &value);
    void removeRow();
    void buildButtons(QBoxLayout *column);

    const Look &m_look;
    QTableWidget *m_table;
    QToolButton *m_remove = nullptr;
    ErrorLine *m_error;
    bool m_filling = false;
};

} // namespace ui
