// SPDX-License-Identifier: Apache-2.0
// Makes and edits one maintenance window: a form of its fields, checked while they are written. What the scope hits is
// said at the foot.
#pragma once

#include "app/domain/windows/maintenance.h"
#include "ui/shell/context.h"

#include <QDialog>

class QPushButton;

namespace ui {

class Banner;
class FieldForm;
class TextLabel;

class WindowEditor : public QDialog
{
    Q_OBJECT

public:
    /// A window without an id is made, another one is edited.
    WindowEditor(const Context &context, const domain::MaintenanceWindow &window, QWidget *parent);

Q_SIGNALS:
    /// After the store has it; `before` is what it was, without an id where it is new.
    void saved(const domain::MaintenanceWindow &window, const domain::MaintenanceWindow &before);

private:
    QWidget *buildForm();
    QWidget *buildFoot();
    void countHits();
    void showHits(const QList<domain::Automation> &automations);
    void submit();
    void refuse(const base::Error &error);
    /// What the form says, checked.
    base::Result<domain::MaintenanceWindow> written() const;

    Context m_context;
    domain::MaintenanceWindow m_before;
    QJsonObject m_given; ///< What the form began with.
    Banner *m_banner;
    FieldForm *m_form = nullptr;
    TextLabel *m_note = nullptr;
    QPushButton *m_save = nullptr;
    QList<domain::Automation> m_automations;
};

} // namespace ui
