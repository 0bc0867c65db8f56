// SPDX-License-Identifier: Apache-2.0
// The control for one argument of a run, by its kind, with its value as text.
#pragma once

#include "app/domain/input/arguments.h"
#include "ui/look/look.h"

#include <QObject>

#include <functional>

class QLineEdit;
class QMenu;
class QToolButton;

namespace ui {

class FormRow;

class ArgumentField : public QObject
{
    Q_OBJECT

public:
    ArgumentField(const Look &look, const domain::Argument &argument, QObject *parent);

    const domain::Argument &argument() const { return m_argument; }
    /// Goes into a layout, which owns it from then on.
    FormRow *row() const { return m_row; }
    QWidget *widget() const { return m_widget; }
    /// Empty is not given.
    void setValue(const QString &value) { m_write(value); }
    QString value() const { return m_read(); }
    /// Names of stored secrets that can be chosen instead of typing one.
    void offerSecrets(const QStringList &names);

Q_SIGNALS:
    /// By the person.
    void edited();

private:
    QLineEdit *makeLine();
    QWidget *makeInput();
    QWidget *makeOptions();
    QWidget *makeSecret();
    QWidget *makeDate();
    QWidget *makeFile();
    QToolButton *makeTool(const QString &name, const QString &icon, const QString &text);
    void chooseFile();

    const Look &m_look;
    domain::Argument m_argument;
    FormRow *m_row = nullptr;
    QWidget *m_widget = nullptr;
    QLineEdit *m_line = nullptr;
    QToolButton *m_tool = nullptr;
    QMenu *m_secrets = nullptr;
    std::function<void(const QString &)> m_write;
    std::function<QString()> m_read;
};

/// What the person reads of it.
QString labelOf(const domain::Argument &argument);

} // namespace ui
