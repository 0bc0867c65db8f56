// SPDX-License-Identifier: Apache-2.0
// The windows behind the Help menu: which keys do what, what the program itself had to say, and what it is.
#pragma once

#include "ui/look/look.h"

#include <QDialog>

class QMenu;
class QPlainTextEdit;

namespace ui {

/// Every shortcut of these menus, with the name of what it does.
QDialog *makeShortcutList(const Look &look, const QList<QMenu *> &menus, QWidget *parent);
QDialog *makeAbout(const Look &look, QWidget *parent);

/// The end of the program's own log file, read again on demand.
class ProgramLog : public QDialog
{
    Q_OBJECT

public:
    ProgramLog(const Look &look, QString path, QWidget *parent);
    void reload();

private:
    QString m_path;
    QPlainTextEdit *m_text;
};

} // namespace ui
