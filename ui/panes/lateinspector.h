// SPDX-License-Identifier: Apache-2.0
// The place of an inspector that is made once the place has been painted: the rows beside it come first, and where it
// is not shown it is not made.
#pragma once

#include <QWidget>

#include <functional>

namespace ui {

/// Lives on the main thread.
class LateInspector : public QWidget
{
    Q_OBJECT

public:
    /// `make` is called at most once, while the place lives; the place owns what it makes.
    explicit LateInspector(std::function<QWidget *()> make, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void fill();

    std::function<QWidget *()> m_make; ///< Empty once it was asked for.
};

} // namespace ui
