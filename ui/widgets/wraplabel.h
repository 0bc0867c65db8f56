// SPDX-License-Identifier: Apache-2.0
// Text that can be selected, whose long words (addresses, digests) go on in the next line where there is no room. What
// is copied is the text as it was set.
#pragma once

#include "ui/widgets/labels.h"

namespace ui {

class WrapLabel : public TextLabel
{
    Q_OBJECT

public:
    WrapLabel(const Look &look, Style style, QWidget *parent = nullptr);

    void setWords(const QString &words);
    const QString &words() const { return m_words; }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    QString selection() const;
    void copy() const;

    QString m_words;
};

} // namespace ui
