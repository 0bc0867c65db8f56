// SPDX-License-Identifier: Apache-2.0
// Two runs side by side in a window of their own. Lines that say the same but for times and numbers belong together:
// both sides scroll with each other by them, and what only one of them says is marked.
#pragma once

#include "models/several/logcompare.h"
#include "ui/log/several/compareside.h"

namespace ui {

class CompareWindow : public QWidget
{
    Q_OBJECT

public:
    /// Deletes itself when it is closed. `owner` is the window it comes and goes with.
    CompareWindow(const Context &context, const domain::Run &left, const domain::Run &right, QWidget *owner);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Way { Forward, Back };
    QWidget *makeBar();
    void showResult();
    void follow(CompareSide &by, CompareSide &other, qint64 line);
    void walk(Way way);

    Context m_context;
    models::LogCompare m_compare;
    TextLabel *m_text;
    CompareSide *m_left;
    CompareSide *m_right;
    bool m_scrolling = false;
    qint64 m_at = -1; ///< The line of the right that was walked to.
};

} // namespace ui
