// SPDX-License-Identifier: Apache-2.0
// The line at the foot of the window: what fires next and how long that is, what runs, what is held; zone and clock at
// the end. One painted widget that looks at the clock once a second, and only while it can be seen.
#pragma once

#include "app/base/clock.h"
#include "ui/look/look.h"

#include <QTimer>
#include <QWidget>

#include <optional>

namespace models {
class ConnectionModel;
class WorkspaceStatus;
} // namespace models

namespace ui {

struct StatusFigures
{
    struct Fire
    {
        QString name;
        base::Instant at;
    };
    enum class Knowledge {
        Opening, ///< The store has not been read yet: no figures.
        Closed,  ///< It could not be opened.
        Open
    };
    Knowledge knowledge = Knowledge::Opening;
    std::optional<Fire> next;
    bool paused = false; ///< Everything is.
    int running = 0;
    int held = 0;
    int queued = 0;
    int connections = 0;
    int conflicts = 0;        ///< With remote systems.
    int remoteNeeds = 0;      ///< All that waits for a person at connections, conflicts among it.
    QList<Fire> windows = {}; ///< Those that are open, and until when; the first closes first.
};

/// What an open workspace has to say.
StatusFigures figuresOf(const models::WorkspaceStatus &status, const models::ConnectionModel &connections);

class StatusLine : public QWidget
{
    Q_OBJECT

public:
    StatusLine(const Look &look, const base::Clock &clock, QWidget *parent = nullptr);

    void setFigures(const StatusFigures &figures);
    /// Short says less: for narrow windows.
    enum class Form { Full, Short };
    void setForm(Form form);
    /// A control before everything else; taken over. It may change its width.
    void setLead(QWidget *lead);
    /// What stands in it, from its start.
    QStringList texts() const;
    QSize sizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    struct Part
    {
        QString drawing; ///< An icon's name or a status key; may be empty.
        QString text;
    };
    QString nextText() const;
    QList<Part> startParts() const;
    Part connectionsPart() const;
    QList<Part> endParts() const;
    int paintPart(QPainter &painter, const Part &part, QPoint at, int room) const;
    int widthOf(const Part &part) const;
    int leadRoom() const;
    void placeLead();
    void tick();

    const Look &m_look;
    const base::Clock &m_clock;
    StatusFigures m_figures;
    Form m_form = Form::Full;
    QWidget *m_lead = nullptr;
    QTimer m_tick;
};

} // namespace ui
