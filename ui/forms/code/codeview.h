// SPDX-License-Identifier: Apache-2.0
// Source text in a fixed font with the numbers of its lines beside it.
#pragma once

#include "ui/forms/texteditor.h"

namespace ui {

class CodeView : public TextEditor
{
    Q_OBJECT

public:
    explicit CodeView(const Look &look, QWidget *parent = nullptr);

    /// For the widget that draws the numbers.
    void paintNumbers(QWidget &on);
    int numbersWidth() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void placeNumbers();

    const Look &m_look;
    QWidget *m_numbers;
};

} // namespace ui
