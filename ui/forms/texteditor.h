// SPDX-License-Identifier: Apache-2.0
// Several lines of plain text with a field's edge. In a script Tab writes four spaces; Shift+Tab and Ctrl+Tab leave.
#pragma once

#include "ui/look/look.h"

#include <QPlainTextEdit>

namespace ui {

class TextEditor : public QPlainTextEdit
{
    Q_OBJECT

public:
    /// `lines` is the height at first.
    TextEditor(const Look &look, TypeRole role, int lines, QWidget *parent = nullptr);
    /// Replaces the text without edited().
    void showText(const QString &text);

Q_SIGNALS:
    void edited();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    bool m_showing = false;
};

} // namespace ui
