// SPDX-License-Identifier: Apache-2.0
// What inspectors are put together from: a drawing at the head, captions with a figure at the end, the list of next
// fires, buttons that follow an action.
#pragma once

#include "models/parts/facts.h"
#include "ui/look/look.h"
#include "ui/widgets/factslist.h"
#include "ui/widgets/messages/banner.h"

#include <QAction>
#include <QWidget>

class QGridLayout;
class QPushButton;

namespace ui {

class TextLabel;

/// A status (`run.failed`) or, by another name, the drawing of a kind. 16 px.
class GlyphBox : public QWidget
{
    Q_OBJECT

public:
    explicit GlyphBox(const Look &look, QWidget *parent = nullptr);
    void setDrawing(const QString &name);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    QString m_name;
};

/// Two texts on one line, at its start and at its end.
class PairLine : public QWidget
{
    Q_OBJECT

public:
    enum class Form { Heading, Foot };
    PairLine(const Look &look, Form form, QWidget *parent = nullptr);
    void setTexts(const QString &start, const QString &end);

private:
    TextLabel *m_start;
    TextLabel *m_end;
};

/// When and how far that is, a line each.
class TimesList : public QWidget
{
    Q_OBJECT

public:
    struct Line
    {
        QString when;
        QString distance;
        bool operator==(const Line &) const = default;
    };
    explicit TimesList(const Look &look, QWidget *parent = nullptr);
    void setLines(const QList<Line> &lines);

private:
    const Look &m_look;
    QGridLayout *m_grid;
    QList<Line> m_lines;
};

QList<Fact> forFactsList(const QList<models::Fact> &facts);
BannerContent forBanner(const models::Banner &banner, const Look &look);

/// The button takes tool tip and whether it can be pressed from the action, now and later, and triggers it.
void followAction(QPushButton *button, QAction *action);
/// As followAction(), and text and icon too.
void bindButton(QPushButton *button, QAction *action);

} // namespace ui
