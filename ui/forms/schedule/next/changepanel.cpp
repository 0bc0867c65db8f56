// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/schedule/next/changepanel.h"

#include "models/times.h"
#include "ui/forms/schedule/next/walltext.h"
#include "ui/widgets/labels.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostShown = 12;

} // namespace

ChangeLine::ChangeLine(const Look &look, const QString &name, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_fold(new QToolButton),
      m_times(new TextLabel(look, {TypeRole::Body, Colour::TextSecondary}))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    m_fold->setObjectName(name);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_times->setObjectName(name + u"Times"_s);
    m_times->setContentsMargins(28, 0, 0, 4);
    m_times->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_fold, 0, Qt::AlignLeft);
    column->addWidget(m_times);
    connect(m_fold, &QToolButton::clicked, this, [this] { setOpen(m_times->isHidden()); });
    connect(&look, &Look::changed, this, [this] { setOpen(!m_times->isHidden()); });
    setOpen(false);
    hide();
}

void ChangeLine::setTimes(const QString &text, const QStringList &times)
{
    m_fold->setText(text);
    m_fold->setAccessibleName(text);
    QStringList shown = times.mid(0, mostShown);
    if (times.size() > mostShown)
        shown.append(tr("and %n more", nullptr, int(times.size() - mostShown)));
    m_times->setText(shown.join(u'\n'));
    setVisible(!times.isEmpty());
}

void ChangeLine::setOpen(bool open)
{
    m_fold->setIcon(m_look.icons().icon(open ? u"chevron-down"_s : u"chevron-right"_s));
    m_times->setVisible(open);
}

ChangePanel::ChangePanel(const Look &look, QWidget *parent)
    : QWidget(parent),
      m_span(new TextLabel(look, {TypeRole::Body, Colour::TextSecondary})),
      m_none(new TextLabel(look, {TypeRole::Body, Colour::TextSecondary})),
      m_gained(new ChangeLine(look, u"gainedTimes"_s)),
      m_lost(new ChangeLine(look, u"lostTimes"_s)),
      m_moved(new ChangeLine(look, u"movedTimes"_s))
{
    setObjectName(u"changePanel"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 7, 0, 0);
    column->setSpacing(4);
    auto *title = new TextLabel(look, {TypeRole::Strong, Colour::TextSecondary});
    title->setText(tr("What saving does"));
    m_none->setObjectName(u"changesNothing"_s);
    m_none->setText(tr("No time is gained, lost or moved."));
    m_span->setObjectName(u"changeSpan"_s);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(title);
    head->addWidget(m_span);
    head->addStretch(1);
    column->addLayout(head);
    column->addWidget(new Hairline(look, Qt::Horizontal));
    for (QWidget *line : {static_cast<QWidget *>(m_none), static_cast<QWidget *>(m_gained),
                          static_cast<QWidget *>(m_lost), static_cast<QWidget *>(m_moved)})
        column->addWidget(line);
    fill({});
    hide();
}

void ChangePanel::setChange(const std::optional<ChangeInWords> &change)
{
    setVisible(change.has_value());
    if (change)
        fill(*change);
}

void ChangePanel::fill(const ChangeInWords &change)
{
    const QString until = wallDayAndTime(models::localTime(change.until));
    m_span->setText(change.more ? tr("until %1; there are more times than are compared").arg(until)
                                : tr("in the next 30 days"));
    m_none->setVisible(change.isEmpty());
    m_gained->setTimes(tr("Times gained: %1").arg(models::numberText(change.gained.size())), change.gained);
    m_lost->setTimes(tr("Times lost: %1").arg(models::numberText(change.lost.size())), change.lost);
    m_moved->setTimes(tr("Times moved: %1").arg(models::numberText(change.moved.size())), change.moved);
}

} // namespace ui
