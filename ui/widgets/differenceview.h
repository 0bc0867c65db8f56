// SPDX-License-Identifier: Apache-2.0
// What differs between two documents, to be read: a field each, what was with a minus, what is with a plus, texts of
// several lines by line. Signs and colours say the same. As high as it needs to be for its width.
#pragma once

#include "app/domain/versions/difference.h"
#include "ui/look/look.h"

#include <QWidget>

namespace ui {

class DifferenceView : public QWidget
{
    Q_OBJECT

public:
    explicit DifferenceView(const Look &look, QWidget *parent = nullptr);

    void setChanges(const QList<domain::FieldChange> &changes);
    /// As shown, a line each; what Copy puts on the clipboard.
    QString text() const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    enum class Kind { Field, Same, Removed, Added };
    struct Line
    {
        Kind kind = Kind::Field;
        QString text;
    };
    void add(const domain::FieldChange &change);
    QFont fontOf(const Line &line) const;
    int heightOf(const Line &line, int width) const;
    void paintLine(QPainter &painter, const Line &line, const QRect &box) const;
    void copy() const;

    const Look &m_look;
    QList<Line> m_lines;
};

} // namespace ui
