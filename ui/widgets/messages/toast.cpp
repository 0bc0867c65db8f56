// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/messages/toast.h"

#include "ui/look/style/kit.h"
#include "ui/widgets/labels.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPropertyAnimation>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int beside = 16;
constexpr int slideWay = 12;
constexpr int slideMillis = 150;
constexpr int aboveButtons = 8;
constexpr auto watchEvery = 100ms;

/// Those that can be pressed now, in coordinates of the window.
QList<QRect> buttonsOf(const QWidget &window, const QWidget &but)
{
    QList<QRect> places;
    for (const QAbstractButton *button : window.findChildren<QAbstractButton *>()) {
        const bool counts = button->isVisible() && button->window() == window.window() && !but.isAncestorOf(button);
        if (counts && !button->visibleRegion().isEmpty())
            places.append({button->mapTo(&window, QPoint()), button->size()});
    }
    return places;
}

} // namespace

Toast::Toast(const Look &look, QWidget *window)
    : QWidget(window),
      m_look(look),
      m_text(new TextLabel(look, {TypeRole::Body, Colour::TextOnInverse}, this)),
      m_undo(new QPushButton(tr("Undo"), this)),
      m_key(new KeyCap(look, QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText), this,
                       KeyCap::Ground::Inverse)),
      m_slide(new QPropertyAnimation(this, "pos", this))
{
    setObjectName(u"toast"_s);
    setFixedWidth(look.size(Size::Toast));
    m_text->setWordWrap(true);
    m_undo->setObjectName(u"toastUndo"_s);
    m_undo->setProperty("inverse", true);
    m_undo->setProperty("link", true);
    m_life.setSingleShot(true);
    m_slide->setEasingCurve(QEasingCurve::OutCubic);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 6, 6, 6);
    row->addWidget(m_text, 1);
    row->addWidget(m_undo);
    row->addWidget(m_key);
    connect(&m_life, &QTimer::timeout, this, &QWidget::hide);
    m_watch.setInterval(watchEvery);
    connect(&m_watch, &QTimer::timeout, this, &Toast::stepAside);
    connect(m_undo, &QPushButton::clicked, this, &Toast::undo);
    m_undo->installEventFilter(this);
    window->installEventFilter(this);
    hide();
}

Toast::~Toast() = default;

std::chrono::milliseconds Toast::stay() const
{
    return m_undoable == Undoable::Yes ? 10s : 6s;
}

void Toast::tell(const QString &text, Undoable undoable)
{
    m_undoable = undoable;
    m_text->setText(text);
    setAccessibleName(text);
    m_undo->setVisible(undoable == Undoable::Yes);
    m_key->setVisible(undoable == Undoable::Yes);
    layout()->activate();
    setFixedHeight(std::max(40, layout()->totalHeightForWidth(width())));
    show();
    raise();
    place();
    if (const int millis = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this); millis > 0) {
        m_slide->stop();
        m_slide->setDuration(slideMillis);
        m_slide->setStartValue(pos() + QPoint(0, slideWay));
        m_slide->setEndValue(pos());
        m_slide->start();
    }
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    m_watch.start();
    countDown();
}

void Toast::undo()
{
    if (!isVisible() || m_undoable == Undoable::No)
        return;
    hide();
    Q_EMIT undone();
}

void Toast::setInsets(int bottom, int end)
{
    m_bottomInset = bottom;
    m_endInset = end;
    place();
}

bool Toast::isHeld() const
{
    return underMouse() || m_undo->hasFocus();
}

void Toast::countDown()
{
    if (isHeld())
        m_life.stop();
    else
        m_life.start(stay());
}

void Toast::place()
{
    const QWidget *window = parentWidget();
    const int x = std::max(beside, window->width() - width() - beside - m_endInset);
    const QRect end(QPoint(x, window->height() - m_bottomInset - height()), size());
    m_slide->stop();
    move(clearOfButtons(QStyle::visualRect(layoutDirection(), window->rect(), end)).topLeft());
}

/// Above them; where that would be in the upper half, it stays where it was.
QRect Toast::clearOfButtons(QRect place) const
{
    const QWidget *window = parentWidget();
    const QRect wanted = place;
    const QList<QRect> buttons = buttonsOf(*window, *this);
    bool isMoved = true;
    while (isMoved && place.top() > window->height() / 2) {
        isMoved = false;
        for (const QRect &button : buttons)
            if (button.intersects(place)) {
                place.moveBottom(button.top() - aboveButtons);
                isMoved = true;
            }
    }
    return isMoved ? wanted : place;
}

/// A pane that came or grew after it was said may have put a button there.
void Toast::stepAside()
{
    if (isHeld() || m_slide->state() == QAbstractAnimation::Running)
        return;
    if (clearOfButtons(geometry()) != geometry())
        place();
}

bool Toast::event(QEvent *event)
{
    if (event->type() == QEvent::Hide)
        m_watch.stop();
    if (event->type() == QEvent::Enter)
        m_life.stop();
    else if (event->type() == QEvent::Leave && isVisible())
        countDown();
    return QWidget::event(event);
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    else if (watched == m_undo && event->type() == QEvent::FocusIn)
        m_life.stop();
    else if (watched == m_undo && event->type() == QEvent::FocusOut && isVisible())
        countDown();
    return QWidget::eventFilter(watched, event);
}

void Toast::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    style::paintBox(painter, rect(), {m_look.colour(Colour::BgInverse), {}, 6});
}

} // namespace ui
