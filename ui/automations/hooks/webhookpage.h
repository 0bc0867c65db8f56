// SPDX-License-Identifier: Apache-2.0
// The page "Webhook" of an inspector: where requests are to be sent, and what arrived there. Read from the store when
// somebody looks at it, and again when it changes.
#pragma once

#include "app/store/hooks/webhooks.h"
#include "ui/shell/context.h"

#include <QStandardItemModel>
#include <QTimer>
#include <QWidget>

class QLineEdit;
class QPushButton;

namespace ui {

class TableView;
class TextLabel;

class WebhookPage : public QWidget
{
    Q_OBJECT

public:
    explicit WebhookPage(const Context &context, QWidget *parent = nullptr);
    void setAutomation(const base::AutomationId &id);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    QWidget *makeButtons();
    QWidget *makeTable();
    void load();
    void takeToken(const base::Result<store::HookToken> &token);
    void takeDeliveries(const QList<store::Delivery> &deliveries);
    void copy();
    void askToRotate();
    void rotate(const base::AutomationId &id);
    void replay();
    void showChosen();
    void tell(const base::Status &done, const QString &text);

    const Context &m_context;
    QStandardItemModel m_model;
    QTimer m_soon; ///< Many deliveries at once are read once.
    base::AutomationId m_id;
    QLineEdit *m_address = nullptr;
    TextLabel *m_note = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_rotate = nullptr;
    QPushButton *m_replay = nullptr;
    TableView *m_table = nullptr;
};

} // namespace ui
