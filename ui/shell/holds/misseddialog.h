// SPDX-License-Identifier: Apache-2.0
// Times that were missed and whose automations ask what to do: what is ticked can be run, the rest dismissed. It closes
// when nothing is left to decide.
#pragma once

#include "models/holds/missedmodel.h"
#include "ui/shell/context.h"

#include <QDialog>

class QCheckBox;
class QPushButton;
class QTreeView;

namespace ui {

class MissedDialog : public QDialog
{
    Q_OBJECT

public:
    /// `context` and `model` must outlive it.
    MissedDialog(const Context &context, models::MissedModel &model, QWidget *parent = nullptr);

Q_SIGNALS:
    void said(const QString &text, const std::function<void()> &undo);
    void failed(const base::Error &error);

private:
    void buildList();
    QWidget *buildFoot();
    void runTicked();
    void dismissRest();
    void take(const base::Result<QList<domain::Run>> &decided, const QString &words);
    void showState();

    const Context &m_context;
    models::MissedModel &m_model;
    QCheckBox *m_all;
    QTreeView *m_list;
    QPushButton *m_run = nullptr;
    QPushButton *m_dismiss = nullptr;
    bool m_deciding = false;
};

} // namespace ui
