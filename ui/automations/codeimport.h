// SPDX-License-Identifier: Apache-2.0
// Code from outside as an automation that is not saved yet: asks for a file or a folder, has it looked at, and hands on
// what came of it.
#pragma once

#include "app/domain/automation.h"
#include "ui/shell/context.h"

#include <QObject>

class QFileDialog;

namespace ui {

/// Lives on the main thread. `context` must outlive it.
class CodeImport : public QObject
{
    Q_OBJECT

public:
    /// Dialogs are those of `asker`'s window.
    CodeImport(const Context &context, QWidget *asker);

    /// Whether there is anything that could open code.
    bool isPossible() const { return m_context.bundles; }
    void askForFile();
    void askForFolder();
    /// A zip file, a folder, or the JSON of an autotask.
    void importFrom(const QString &path);

Q_SIGNALS:
    /// `note` says where it comes from and what could not be carried over.
    void imported(const domain::Automation &draft, const QString &note);
    void failed(const base::Error &error);

private:
    void ask(QFileDialog *dialog);

    const Context &m_context;
    QWidget *m_asker;
};

} // namespace ui
