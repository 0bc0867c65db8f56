// SPDX-License-Identifier: Apache-2.0
// Names of files in their folders. A name is changed in place; with slashes in it the file moves.
#pragma once

#include <QStringList>
#include <QTreeWidget>

namespace ui {

class FileTree : public QTreeWidget
{
    Q_OBJECT

public:
    explicit FileTree(QWidget *parent = nullptr);

    /// Shows them, folders open, and chooses one.
    void setFiles(const QStringList &names, const QString &chosen);
    /// Empty where a folder or nothing is chosen.
    QString chosenFile() const;
    /// Lets the person change the name of the chosen file.
    void rename();

Q_SIGNALS:
    void fileChosen(const QString &name);
    void renamed(const QString &from, const QString &to);

private:
    QTreeWidgetItem *folder(const QString &path);
    void takeName(QTreeWidgetItem *item);

    bool m_filling = false;
};

} // namespace ui
