// SPDX-License-Identifier: Apache-2.0
// What people say of a connection: its name, address and the system's own fields; saved when asked for.
#pragma once

#include "app/domain/connections/connection.h"
#include "ui/shell/context.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace ui {

class ErrorLine;
class FieldForm;
class TextLabel;

class ConnectionSettings : public QWidget
{
    Q_OBJECT

public:
    /// `context` must outlive it.
    explicit ConnectionSettings(const Context &context, QWidget *parent = nullptr);

    /// What is being written stays while it is about the same connection.
    void setConnection(const domain::Connection &connection);

Q_SIGNALS:
    void said(const QString &text);

private:
    void rebuild();
    void follow();
    void save();
    void refuse(const base::Error &error);

    const Context &m_context;
    domain::Connection m_connection;
    QVBoxLayout *m_column;
    FieldForm *m_form = nullptr;
    ErrorLine *m_error;
    QPushButton *m_save;
    QPushButton *m_revert;
    bool m_edited = false;
};

} // namespace ui
