// SPDX-License-Identifier: Apache-2.0
// What only one system has: a button for each of its actions, a form for its fields, and what it answered.
#pragma once

#include "app/domain/connections/connection.h"
#include "ui/settings/entrydialog.h"

#include <QWidget>

class QVBoxLayout;

namespace ui {

class TextEditor;
class TextLabel;
class ValidityLabel;

class RemoteActionsPage : public QWidget
{
    Q_OBJECT

public:
    /// `context` must outlive it.
    explicit RemoteActionsPage(const Context &context, QWidget *parent = nullptr);

    void setConnection(const domain::Connection &connection);

Q_SIGNALS:
    void failed(const base::Error &error);
    void said(const QString &text);
    /// One came home and is to be looked at.
    void automationWanted(const base::AutomationId &automation);

private:
    void addAction(const domain::RemoteAction &action);
    void ask(const domain::RemoteAction &action);
    void askFor(const domain::RemoteAction &action, const EntryDialog::Plan &plan);
    void showHome(const QJsonValue &made);
    void act(const domain::RemoteAction &action, const QJsonObject &fields);
    void showAnswer(const QString &label, const QJsonValue &answer);

    const Context &m_context;
    domain::Connection m_connection;
    QVBoxLayout *m_column;
    QWidget *m_list = nullptr;
    TextLabel *m_answerHead;
    ValidityLabel *m_validity; // of an answer that tells when it ends
    TextEditor *m_answer;
};

} // namespace ui
