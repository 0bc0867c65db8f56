// SPDX-License-Identifier: Apache-2.0
#include "ui/log/several/mergedwindow.h"

#include "ui/log/runwords.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QToolButton>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize usual{1000, 560};
constexpr int swatchSide = 10;
constexpr QSize swatchSize{swatchSide + 4, swatchSide}; ///< With room before the name.

QPixmap swatchOf(const QColor &colour)
{
    QPixmap swatch(swatchSize);
    swatch.fill(Qt::transparent);
    QPainter(&swatch).fillRect(0, 0, swatchSide, swatchSide, colour);
    return swatch;
}

QList<base::RunId> idsOf(const QList<domain::Run> &runs)
{
    QList<base::RunId> ids;
    for (const domain::Run &run : runs)
        ids.append(run.id);
    return ids;
}

} // namespace

MergedWindow::MergedWindow(const Context &context, const QList<domain::Run> &runs, QWidget *owner)
    : QWidget(owner, Qt::Window),
      m_context(context),
      m_source(context.store, idsOf(runs)),
      m_view(new LogView(context.look)),
      m_search({context.look, context.store, m_source, *m_view})
{
    setObjectName(u"mergedWindow"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("%Ln logs by time", nullptr, int(runs.size())));
    resize(usual);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead(runs));
    column->addWidget(m_search.bar());
    column->addWidget(m_view, 1);
    m_view->setSource(&m_source);
    setFocusProxy(m_view);
}

bool MergedWindow::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Find)) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void MergedWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find))
        m_search.open();
    else if (event->matches(QKeySequence::FindNext) && m_search.isOpen())
        m_search.next();
    else if (event->matches(QKeySequence::FindPrevious) && m_search.isOpen())
        m_search.previous();
    else if (event->key() == Qt::Key_Escape && m_search.isOpen())
        m_search.close();
    else
        QWidget::keyPressEvent(event);
}

QWidget *MergedWindow::makeHead(const QList<domain::Run> &runs)
{
    auto *head = new QWidget;
    auto *find = new QToolButton;
    find->setObjectName(u"findMerged"_s);
    find->setProperty("small", true);
    find->setProperty("chrome", true);
    find->setIcon(m_context.look.icons().icon(u"search"_s));
    find->setToolTip(tr("Find in these logs (Ctrl+F)"));
    find->setAccessibleName(tr("Find in these logs"));
    connect(find, &QToolButton::clicked, this, [this] { m_search.open(); });
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 8, 0);
    row->setSpacing(4);
    row->addWidget(makeLegend(runs), 1);
    row->addWidget(find);
    return head;
}

QWidget *MergedWindow::makeLegend(const QList<domain::Run> &runs)
{
    auto *inner = new QWidget;
    auto *row = new QHBoxLayout(inner);
    row->setContentsMargins(12, 4, 12, 4);
    row->setSpacing(4);
    for (int log = 0; log < runs.size(); ++log)
        row->addWidget(makeEntry(log, runs[log]));
    row->addStretch(1);
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(tr("Runs"));
    area->setFixedHeight(m_context.look.size(Size::FindBar) + m_context.look.size(Size::ScrollBar));
    area->setWidget(inner);
    return area;
}

QWidget *MergedWindow::makeEntry(int log, const domain::Run &run)
{
    auto *entry = new QWidget;
    auto *row = new QHBoxLayout(entry);
    row->setContentsMargins(0, 0, 8, 0);
    row->setSpacing(2);
    auto *heard = new QToolButton;
    heard->setIcon(swatchOf(m_context.look.family(groupFamily(log)).glyph));
    heard->setIconSize(swatchSize);
    heard->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    heard->setText(u"%1, %2"_s.arg(run.automationName, shortId(run.id)));
    heard->setAccessibleName(tr("Show the lines of %1").arg(heard->text()));
    heard->setObjectName(u"heard%1"_s.arg(log));
    heard->setCheckable(true);
    heard->setChecked(true);
    auto *alone = new QToolButton;
    alone->setText(tr("solo"));
    alone->setAccessibleName(tr("Only the lines of %1").arg(heard->text()));
    alone->setObjectName(u"solo%1"_s.arg(log));
    for (QToolButton *button : {heard, alone}) {
        button->setProperty("small", true);
        row->addWidget(button);
    }
    m_heard.append(heard);
    connect(heard, &QToolButton::clicked, this, &MergedWindow::mute);
    connect(alone, &QToolButton::clicked, this, [this, log] { solo(log); });
    return entry;
}

void MergedWindow::mute()
{
    for (int log = 0; log < m_heard.size(); ++log) {
        if (m_source.isMuted(log) == m_heard[log]->isChecked())
            m_source.setMuted(log, !m_heard[log]->isChecked());
    }
}

/// Once more brings all back.
void MergedWindow::solo(int log)
{
    const bool alone = m_heard[log]->isChecked() && std::count_if(m_heard.cbegin(), m_heard.cend(), [](auto *button) {
                                                        return button->isChecked();
                                                    }) == 1;
    for (int i = 0; i < m_heard.size(); ++i)
        m_heard[i]->setChecked(alone || i == log);
    mute();
}

} // namespace ui
