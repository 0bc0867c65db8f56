// SPDX-License-Identifier: Apache-2.0
// Asks what a run is to be given, as its automation defines it, and starts it. What is wrong is shown at its field.
#pragma once

#include "app/domain/run.h"
#include "ui/shell/context.h"

#include <QDialog>

class QPushButton;
class QScrollArea;

namespace ui {

class ArgumentField;
class Banner;
class TextLabel;

class RunDialog : public QDialog
{
    Q_OBJECT

public:
    /// `last` are values to begin with; those that do not fit any more are left out.
    RunDialog(const Context &context, const domain::Automation &automation, const domain::ArgumentValues &last,
              QWidget *parent);

    /// What is given now, without defaults.
    domain::ArgumentValues given() const;

Q_SIGNALS:
    /// After the store has it; the dialog closes.
    void queued(const domain::Run &run);

private:
    QScrollArea *buildForm(const domain::ArgumentValues &last);
    QWidget *buildFoot();
    void offerSecrets();
    void takeEdit(ArgumentField *field);
    void submit();
    void lend(const domain::SplitValues &split, const base::RunId &id);
    void request(const domain::ArgumentValues &values, const base::RunId &id);
    void refuse(const base::Error &error);
    bool showError(const base::Error &error);

    Context m_context;
    domain::Automation m_automation;
    QList<ArgumentField *> m_fields;
    Banner *m_banner;
    TextLabel *m_note = nullptr;
    QPushButton *m_run = nullptr;
    bool m_remembered = false;
};

} // namespace ui
