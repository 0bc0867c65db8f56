// SPDX-License-Identifier: Apache-2.0
// An automation of this machine goes to a remote system: to which, and what that does not keep. Nothing is sent before
// somebody has read it.
#pragma once

#include "app/domain/automation.h"
#include "app/domain/connections/connection.h"
#include "ui/shell/context.h"

#include <QDialog>

class QComboBox;
class QPushButton;

namespace ui {

class ErrorLine;
class TextLabel;

class PublishDialog : public QDialog
{
    Q_OBJECT

public:
    /// `homes` has at least one.
    PublishDialog(const Context &context, domain::Automation automation, QList<domain::Connection> homes,
                  QWidget *parent);

    /// Those that take new automations.
    static QList<domain::Connection> takers(const QList<domain::Connection> &connections);

Q_SIGNALS:
    void said(const QString &text);

private:
    QWidget *makeFoot();
    void showLoss();
    void publish();

    const Context &m_context;
    const domain::Automation m_automation;
    const QList<domain::Connection> m_homes;
    QComboBox *m_choice;
    TextLabel *m_loss;
    ErrorLine *m_error;
    QPushButton *m_publish;
};

} // namespace ui
