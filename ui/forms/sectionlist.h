// SPDX-License-Identifier: Apache-2.0
// The sections of a dialog: a dot stands at those with changes, a triangle at those with something wrong.
#pragma once

#include "ui/look/look.h"

#include <QListWidget>

namespace ui {

class SectionList : public QListWidget
{
    Q_OBJECT

public:
    static constexpr int leastWidth = 176;

    enum class Mark { None, Changed, Wrong };

    explicit SectionList(const Look &look, QWidget *parent = nullptr);
    /// The list gets as wide as the words need.
    void addSection(const QString &title);
    void setMark(int section, Mark mark);
    Mark mark(int section) const;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void fitWords();
};

} // namespace ui
