// SPDX-License-Identifier: Apache-2.0
// Asks what a run is to be given, as its automation defines it, and starts it. What is wrong is shown at its field.
#pragma once

#include "app/domain/run.h"
#include "app/domain/windows/advice.h"
#include "ui/shell/context.h"

#include <QDialog>

class QLineEdit;
class QPushButton;
class QScrollArea;

namespace ui {

class ArgumentField;
class Banner;
class TextLabel;

struct RunDialogPlan
{
    domain::Automation automation;
    domain::ArgumentValues last = {}; ///< Values to begin with; those that do not fit any more are left out.
    domain::RunAdvice advice = {};    ///< What the maintenance windows say.
};

class RunDialog : public QDialog
{
    Q_OBJECT

public:
    /// Where a window holds such runs, it can be started all the same for a reason, by whoever may.
    RunDialog(const Context &context, const RunDialogPlan &plan, QWidget *parent);

    /// What is given now, without defaults.
    domain::ArgumentValues given() const;

Q_SIGNALS:
    /// After the store has it; the dialog closes.
    void queued(const domain::Run &run);

private:
    QScrollArea *buildForm(const domain::ArgumentValues &last);
    QWidget *buildAdvice(const domain::RunAdvice &advice);
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
    QLineEdit *m_reason = nullptr; ///< Null where no window holds such runs.
    TextLabel *m_note = nullptr;
    QPushButton *m_run = nullptr;
    bool m_remembered = false;
};

} // namespace ui
