// SPDX-License-Identifier: Apache-2.0
#include "ui/log/logtabbar.h"

#include "ui/widgets/labels.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QMouseEvent>
#include <QToolButton>

namespace ui {

using namespace Qt::StringLiterals;

LogTabBar::LogTabBar(const Look &look, QWidget *parent) : QTabBar(parent), m_look(look)
{
    setObjectName(u"logTabs"_s);
    setAccessibleName(tr("Logs"));
    setProperty("dock", true);
    setDrawBase(false);
    setExpanding(false);
    setMovable(true);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideRight);
    setIconSize({look.size(Size::IconSmall), look.size(Size::IconSmall)});
    setFixedHeight(look.size(Size::DockTabs));
}

QWidget *LogTabBar::makeEnd(const QString &id)
{
    auto *end = new QWidget;
    auto *row = new QHBoxLayout(end);
    row->setContentsMargins(2, 0, 6, 0);
    row->setSpacing(4);
    auto *label = new TextLabel(m_look, {TypeRole::Mono, Colour::TextTertiary});
    label->setText(id);
    auto *close = new QToolButton;
    close->setObjectName(u"closeTab"_s);
    close->setProperty("small", true);
    close->setProperty("chrome", true);
    close->setIcon(m_look.icons().icon(u"close"_s));
    close->setIconSize({12, 12});
    close->setFixedSize(20, 20);
    close->setFocusPolicy(Qt::NoFocus);
    close->setToolTip(tr("Close (Ctrl+W)"));
    close->setAccessibleName(tr("Close the log of %1").arg(id));
    connect(close, &QToolButton::clicked, this, [this, end] {
        for (int i = 0; i < count(); ++i)
            if (tabButton(i, QTabBar::RightSide) == end)
                Q_EMIT closeWanted(i);
    });
    row->addWidget(label);
    row->addWidget(close);
    return end;
}

void LogTabBar::addCaption(const Caption &caption)
{
    const int index = addTab(caption.name);
    setTabButton(index, QTabBar::RightSide, makeEnd(caption.id));
    setCaption(index, caption);
}

void LogTabBar::setCaption(int index, const Caption &caption)
{
    QString text = caption.name;
    setTabText(index, text.replace(u'&', u"&&"_s));
    setTabIcon(index, m_look.icons().status(caption.statusKey));
    setTabToolTip(index, u"%1, %2\n%3\n%4"_s.arg(caption.name, GlyphPainter::word(caption.statusKey), caption.id,
                                                 tr("Drag it out of the bar to give the log away as a file")));
}

QSize LogTabBar::tabSizeHint(int index) const
{
    QSize size = QTabBar::tabSizeHint(index);
    size.setHeight(m_look.size(Size::DockTabs));
    return size.boundedTo({320, size.height()});
}

void LogTabBar::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton ? tabAt(event->position().toPoint()) : -1;
    QTabBar::mousePressEvent(event);
}

void LogTabBar::mouseMoveEvent(QMouseEvent *event)
{
    const int reach = QApplication::startDragDistance();
    const int y = event->position().toPoint().y();
    const bool outside = y < -reach || y > height() + reach;
    if (m_pressed < 0 || !outside || !event->buttons().testFlag(Qt::LeftButton)) {
        QTabBar::mouseMoveEvent(event);
        return;
    }
    // Along the bar a tab is moved: that ends here.
    m_pressed = -1;
    QMouseEvent release(QEvent::MouseButtonRelease, event->position(), event->globalPosition(), Qt::LeftButton,
                        Qt::NoButton, event->modifiers());
    QTabBar::mouseReleaseEvent(&release);
    Q_EMIT draggedOut(currentIndex());
}

void LogTabBar::mouseReleaseEvent(QMouseEvent *event)
{
    const int index = tabAt(event->position().toPoint());
    if (event->button() == Qt::MiddleButton && index >= 0)
        Q_EMIT closeWanted(index);
    else
        QTabBar::mouseReleaseEvent(event);
}

} // namespace ui
