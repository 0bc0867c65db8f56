// SPDX-License-Identifier: Apache-2.0
// What only one system has: a button for each of its actions, a form for its fields, and what it answered, also
// as a file.
#pragma once

#include "app/domain/connections/answerfile.h"
#include "app/domain/connections/connection.h"
#include "ui/settings/entrydialog.h"

#include <QWidget>

class QPushButton;
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
    /// Puts what was answered last into a file, which is replaced if it is there.
    void saveTo(const QString &path);

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
    void showAnswer(const domain::RemoteAction &action, const QJsonValue &answer);
    void chooseFile();
    void hideAnswer();

    const Context &m_context;
    domain::Connection m_connection;
    QVBoxLayout *m_column;
    QWidget *m_list = nullptr;
    TextLabel *m_answerHead;
    ValidityLabel *m_validity; // of an answer that tells when it ends
    TextEditor *m_answer;
    QPushButton *m_save;
    domain::AnswerFile m_file; // what m_answer shows
};

} // namespace ui
