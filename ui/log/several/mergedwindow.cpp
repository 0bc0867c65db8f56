// SPDX-License-Identifier: Apache-2.0
#include "ui/log/several/mergedwindow.h"

#include "ui/log/runwords.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QToolButton>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize usual{1000, 560};

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
      m_view(new LogView(context.look))
{
    setObjectName(u"mergedWindow"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("%Ln logs by time", nullptr, int(runs.size())));
    resize(usual);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeLegend(runs));
    column->addWidget(m_view, 1);
    m_view->setSource(&m_source);
    setFocusProxy(m_view);
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
    QPixmap swatch(12, 12);
    swatch.fill(m_context.look.family(groupFamily(log)).glyph);
    heard->setIcon(swatch);
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
