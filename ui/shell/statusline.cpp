// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/statusline.h"

#include "models/connections/connectionmodel.h"
#include "models/times.h"
#include "models/workspacestatus.h"
#include "ui/look/style/kit.h"

#include <QLocale>
#include <QPainter>
#include <QTimeZone>

namespace ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int inset = 16;
constexpr int gap = 12;
constexpr int iconSide = 14;
constexpr int iconGap = 6;

} // namespace

StatusFigures figuresOf(const models::WorkspaceStatus &status, const models::ConnectionModel &connections)
{
    const store::RunCounts &runs = status.runs();
    const models::RemoteNeeds needs = connections.needs();
    StatusFigures figures{.knowledge = StatusFigures::Knowledge::Open,
                          .next = {},
                          .paused = status.isAllPaused(),
                          .running = int(runs.running),
                          .held = int(runs.held),
                          .queued = int(runs.queued),
                          .connections = connections.rowCount(),
                          .conflicts = needs.conflicts,
                          .remoteNeeds = needs.all()};
    for (const models::OpenWindow &window : status.openWindows())
        figures.windows.append({window.name, window.until});
    if (const auto &next = status.nextFire())
        figures.next = StatusFigures::Fire{next->name, next->at};
    return figures;
}

StatusLine::StatusLine(const Look &look, const base::Clock &clock, QWidget *parent)
    : QWidget(parent), m_look(look), m_clock(clock)
{
    setObjectName(u"statusLine"_s);
    setAccessibleName(tr("Status"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_tick.setSingleShot(true);
    m_tick.setTimerType(Qt::PreciseTimer);
    connect(&m_tick, &QTimer::timeout, this, &StatusLine::tick);
}

QSize StatusLine::sizeHint() const
{
    return {200, std::max(m_look.size(Size::StatusBar), QFontMetrics(m_look.font(TypeRole::Caption)).height() + 8)};
}

void StatusLine::setFigures(const StatusFigures &figures)
{
    m_figures = figures;
    setAccessibleDescription(texts().join(u", "_s));
    update();
}

void StatusLine::setForm(Form form)
{
    m_form = form;
    update();
}

void StatusLine::setLead(QWidget *lead)
{
    m_lead = lead;
    lead->setParent(this);
    lead->installEventFilter(this);
    lead->show();
    placeLead();
}

int StatusLine::leadRoom() const
{
    return m_lead ? m_lead->width() + gap : 0;
}

void StatusLine::placeLead()
{
    if (!m_lead)
        return;
    const QSize size(m_lead->sizeHint().width(), height() - 4);
    const QRect place(QPoint(inset - iconGap, 3), size);
    m_lead->setGeometry(style()->visualRect(layoutDirection(), rect(), place));
    update();
}

bool StatusLine::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)
        placeLead();
    return QWidget::eventFilter(watched, event);
}

void StatusLine::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeLead();
}

QString StatusLine::nextText() const
{
    if (m_figures.knowledge == StatusFigures::Knowledge::Opening)
        return tr("Opening the workspace…");
    if (m_figures.knowledge == StatusFigures::Knowledge::Closed)
        return tr("No workspace is open");
    if (m_figures.paused)
        return tr("Next: paused");
    if (!m_figures.next)
        return tr("Nothing is planned");
    const base::Instant now = m_clock.now();
    const QString at = models::futureShort(m_figures.next->at, now);
    if (m_form == Form::Short)
        return tr("Next %1").arg(at);
    return tr("Next: %1 at %2, %3").arg(m_figures.next->name, at, models::distance(m_figures.next->at, now));
}

QList<StatusLine::Part> StatusLine::startParts() const
{
    QList<Part> parts{{u"clock"_s, nextText()}};
    if (m_figures.knowledge == StatusFigures::Knowledge::Open)
        parts.append({u"run.running"_s, tr("%n running", nullptr, m_figures.running)});
    if (m_figures.queued > 0)
        parts.append({u"run.queued"_s, tr("%n queued", nullptr, m_figures.queued)});
    if (m_figures.held > 0)
        parts.append({u"run.held"_s, tr("%n held", nullptr, m_figures.held)});
    if (m_figures.windows.size() == 1 && m_form == Form::Full)
        parts.append(
            {u"nav-maintenance"_s, tr("%1 open until %2")
                                       .arg(m_figures.windows.constFirst().name,
                                            models::futureShort(m_figures.windows.constFirst().at, m_clock.now()))});
    else if (!m_figures.windows.isEmpty())
        parts.append({u"nav-maintenance"_s, tr("%n windows open", nullptr, int(m_figures.windows.size()))});
    if (m_figures.connections > 0)
        parts.append(connectionsPart());
    return parts;
}

/// What waits for a person is told in narrow windows, too.
StatusLine::Part StatusLine::connectionsPart() const
{
    QStringList texts;
    if (m_form == Form::Full || m_figures.remoteNeeds == 0)
        texts.append(tr("%n connections", nullptr, m_figures.connections));
    if (m_figures.conflicts > 0)
        texts.append(tr("%n conflicts", nullptr, m_figures.conflicts));
    if (const int others = m_figures.remoteNeeds - m_figures.conflicts; others > 0)
        texts.append(tr("%n to look at", nullptr, others));
    const QString drawing = m_figures.conflicts > 0     ? u"connection.conflict"_s
                            : m_figures.remoteNeeds > 0 ? u"connection.error"_s
                                                        : u"nav-connections"_s;
    return {drawing, texts.join(u", "_s)};
}

QList<StatusLine::Part> StatusLine::endParts() const
{
    const QDateTime now = models::localTime(m_clock.now());
    QList<Part> parts;
    if (m_form == Form::Full)
        parts.append({{}, QString::fromUtf8(QTimeZone::systemTimeZoneId())});
    parts.append({{}, QLocale().toString(now, tr("ddd d MMM yyyy, HH:mm:ss"))});
    return parts;
}

QStringList StatusLine::texts() const
{
    QStringList texts;
    for (const QList<Part> &parts : {startParts(), endParts()}) {
        for (const Part &part : parts)
            texts.append(part.text);
    }
    return texts;
}

int StatusLine::widthOf(const Part &part) const
{
    const int icon = part.drawing.isEmpty() ? 0 : iconSide + iconGap;
    return icon + QFontMetrics(m_look.font(TypeRole::Caption)).horizontalAdvance(part.text);
}

/// Answers the width used.
int StatusLine::paintPart(QPainter &painter, const Part &part, QPoint at, int room) const
{
    int x = at.x();
    if (!part.drawing.isEmpty()) {
        const QRect icon = style()->visualRect(layoutDirection(), rect(),
                                               QRect(x, at.y() + (height() - iconSide) / 2, iconSide, iconSide));
        if (m_look.tokens().icon(part.drawing))
            m_look.icons().paint(painter, icon, part.drawing, m_look.colour(Colour::TextSecondary));
        else
            m_look.glyphs().paint(painter, icon, part.drawing, m_look.colour(Colour::BgChrome));
        x += iconSide + iconGap;
    }
    const int width = std::max(0, room - (x - at.x()));
    const QRect text = style()->visualRect(layoutDirection(), rect(), QRect(x, 1, width, height() - 1));
    painter.drawText(text, int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter)),
                     painter.fontMetrics().elidedText(part.text, Qt::ElideRight, width));
    return std::min(room, widthOf(part));
}

void StatusLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.colour(Colour::BgChrome));
    style::paintHairline(painter, QLineF(0, 0.5, width(), 0.5), m_look.colour(Colour::BorderSubtle));
    painter.setFont(m_look.font(TypeRole::Caption));
    const auto separate = [&](int x) {
        const QRect place = style()->visualRect(layoutDirection(), rect(), QRect(x, 6, 1, height() - 11));
        style::paintHairline(painter, QLineF(place.x() + 0.5, place.top(), place.x() + 0.5, place.bottom()),
                             m_look.colour(Colour::BorderDefault));
        painter.setPen(m_look.colour(Colour::TextSecondary));
    };
    painter.setPen(m_look.colour(Colour::TextSecondary));
    int end = width() - inset;
    const QList<Part> last = endParts();
    for (qsizetype i = last.size() - 1; i >= 0; --i) {
        const int partWidth = widthOf(last[i]);
        end -= partWidth;
        paintPart(painter, last[i], {end, 0}, partWidth + 2);
        if (i > 0) {
            end -= gap;
            separate(end);
            end -= gap;
        }
    }
    const QList<Part> first = startParts();
    int others = 0;
    for (qsizetype i = 1; i < first.size(); ++i)
        others += widthOf(first[i]) + 2 * gap;
    int x = inset + leadRoom();
    if (m_lead)
        separate(x - gap);
    for (qsizetype i = 0; i < first.size(); ++i) {
        if (i > 0) {
            x += gap;
            separate(x);
            x += gap;
        }
        const int room = end - gap - x - (i == 0 ? others : 0);
        x += paintPart(painter, first[i], {x, 0}, std::min(room, widthOf(first[i]) + 2));
    }
}

void StatusLine::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    tick();
}

void StatusLine::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_tick.stop();
}

void StatusLine::tick()
{
    if (!isVisible())
        return;
    update();
    // To just after the next full second.
    const auto past = m_clock.now().time_since_epoch() % 1000ms;
    m_tick.start(1000ms - past + 5ms);
}

} // namespace ui
