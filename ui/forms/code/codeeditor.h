// SPDX-License-Identifier: Apache-2.0
// The control of a bundle of code: its files in a tree, one of them as text, import, and the digest. What is edited is
// packed aside; until that is done there is no value.
#pragma once

#include "app/bundles/bundles.h"
#include "ui/look/look.h"

#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QPushButton;

namespace ui {

class CodeView;
class ErrorLine;
class FileTree;
class TextLabel;

class CodeEditor : public QWidget
{
    Q_OBJECT

public:
    CodeEditor(const Look &look, const bundles::Bundles &bundles, QWidget *parent = nullptr);

    /// Base64 as in `params.code`; empty is no code yet.
    void setCode(const QString &code);
    /// Empty where there is none, while what was edited is packed, and where that is no sound bundle.
    QString code() const;
    bool isPacking() const { return m_packing; }

    /// From a zip file, a folder, or the JSON of an autotask.
    void importFrom(const QString &path);

Q_SIGNALS:
    /// By the person, and once more when the value is there.
    void edited();
    /// What was edited is packed, or can't be.
    void settled();
    /// It wants to be alone on its page, or not any more.
    void pageWanted(bool wanted);

private:
    QWidget *buildVerbs();
    QPushButton *addVerb(QBoxLayout *row, const QString &text, const QString &name, void (CodeEditor::*act)());
    void askForFile();
    void askForFolder();
    void askForPage();
    void addFile();
    void removeFile();
    void renameFile(const QString &from, const QString &to);
    void startWithExample();

    void take(const bundles::Bundle &bundle, const bundles::Files &files);
    void showFile(const QString &name);
    void takeText();
    void noteEdit();
    void pack();
    QString digestText() const;
    void showState();
    void showProblem(const base::Error &error);

    const bundles::Bundles &m_bundles;
    FileTree *m_tree;
    CodeView *m_view;
    TextLabel *m_digest;
    ErrorLine *m_error;
    QPushButton *m_remove = nullptr;
    QPushButton *m_whole = nullptr; ///< Pressed while it has the page for itself.
    QPushButton *m_example = nullptr;
    QTimer m_soon;
    bundles::Bundle m_bundle;
    QString m_code;
    bundles::Files m_files;
    QString m_shown; ///< The file in the view.
    int m_generation = 0;
    bool m_packing = false;
};

} // namespace ui
