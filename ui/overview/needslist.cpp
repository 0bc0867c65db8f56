// SPDX-License-Identifier: Apache-2.0
#include "ui/overview/needslist.h"

#include "models/parts/words.h"
#include "models/times.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowHeight = 34;
constexpr int glyphSide = 16;
constexpr int nameWidth = 216;
constexpr qsizetype mostRows = 50;

/// The glyph of a state, in the middle of its place.
class StateGlyph : public QWidget
{
public:
    StateGlyph(const Look &look, QString key, QWidget *parent) : QWidget(parent), m_look(look), m_key(std::move(key))
    {
        setFixedSize(glyphSide, rowHeight);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF place(0, (height() - glyphSide) / 2.0, glyphSide, glyphSide);
        m_look.glyphs().paint(painter, place, m_key, m_look.colour(Colour::BgBase));
    }

private:
    const Look &m_look;
    QString m_key;
};

/// Whether it does more than show something.
bool changes(NeedAction action)
{
    return action == NeedAction::RunAgain || action == NeedAction::Note || action == NeedAction::StartNow ||
           action == NeedAction::Dismiss;
}

QString buttonText(NeedAction action)
{
    switch (action) {
    case NeedAction::OpenLog:
        return NeedsList::tr("Open log");
    case NeedAction::RunAgain:
        return NeedsList::tr("Run again");
    case NeedAction::Note:
        return NeedsList::tr("Take note…");
    case NeedAction::StartNow:
        return NeedsList::tr("Start now");
    case NeedAction::Dismiss:
        return NeedsList::tr("Skip");
    case NeedAction::Decide:
        return NeedsList::tr("Decide…");
    case NeedAction::Show:
        return NeedsList::tr("Show its runs");
    }
    Q_UNREACHABLE();
}

QList<NeedAction> actionsOf(models::OverviewNeed::Kind kind)
{
    switch (kind) {
    case models::OverviewNeed::Kind::Approval:
        return {NeedAction::Decide};
    case models::OverviewNeed::Kind::Missed:
        return {NeedAction::Dismiss, NeedAction::StartNow};
    case models::OverviewNeed::Kind::Failure:
        return {NeedAction::OpenLog, NeedAction::RunAgain};
    }
    Q_UNREACHABLE();
}

QString whyOf(const models::OverviewNeed &need, base::Instant now)
{
    const domain::Run &run = need.run;
    const QString since = models::pastShort(need.since, now);
    switch (need.kind) {
    case models::OverviewNeed::Kind::Approval:
        return run.requestedBy.isEmpty() ? NeedsList::tr("asks first")
                                         : NeedsList::tr("%1 asks to run it").arg(run.requestedBy);
    case models::OverviewNeed::Kind::Missed:
        return need.runs.size() == 1
                   ? NeedsList::tr("missed its time")
                   : NeedsList::tr("missed %n times since %1", nullptr, int(need.runs.size())).arg(since);
    case models::OverviewNeed::Kind::Failure:
        break;
    }
    const QString why = run.errorMessage.isEmpty() ? run.reason : run.errorMessage;
    return need.runs.size() == 1
               ? why
               : NeedsList::tr("%1, %n times since %2", nullptr, int(need.runs.size())).arg(why, since);
}

} // namespace

NeedsList::NeedsList(const Look &look, QWidget *parent)
    : QScrollArea(parent), m_look(look), m_rows(new QWidget(this)), m_column(new QVBoxLayout(m_rows))
{
    setObjectName(u"needs"_s);
    setAccessibleName(tr("Needs you now"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_rows->setAutoFillBackground(true);
    m_rows->setBackgroundRole(QPalette::Base);
    m_column->setContentsMargins(16, 0, 16, 8);
    m_column->setSpacing(0);
    setWidget(m_rows);
}

void NeedsList::setWhyNot(const QString &whyNot)
{
    if (whyNot == m_whyNot)
        return;
    m_whyNot = whyNot;
    m_needs.clear(); // all of them are made anew with the next answer
}

void NeedsList::setNeeds(const QList<models::OverviewNeed> &needs, base::Instant now)
{
    const QList<models::OverviewNeed> shown = needs.first(std::min(needs.size(), mostRows));
    if (shown == m_needs && m_column->count() > 0)
        return;
    m_needs = shown;
    while (QLayoutItem *item = m_column->takeAt(0)) {
        if (QWidget *row = item->widget()) {
            row->hide();
            row->deleteLater();
        }
        delete item;
    }
    for (const models::OverviewNeed &need : shown)
        m_column->addWidget(makeRow(need, now));
    if (shown.isEmpty()) {
        auto *nothing = new TextLabel(m_look, {TypeRole::Body, Colour::TextSecondary}, m_rows);
        nothing->setText(tr("Nothing. Failures, missed times and requests for approval show here."));
        nothing->setObjectName(u"needsNothing"_s);
        nothing->setWordWrap(true);
        m_column->addWidget(nothing);
    }
    if (needs.size() > shown.size()) {
        auto *more = new TextLabel(m_look, {TypeRole::Caption, Colour::TextSecondary}, m_rows);
        more->setText(tr("and %n more", nullptr, int(needs.size() - shown.size())));
        m_column->addWidget(more);
    }
    m_column->addStretch(1);
}

QWidget *NeedsList::makeRow(const models::OverviewNeed &need, base::Instant now)
{
    auto *row = new QWidget(m_rows);
    row->setFixedHeight(rowHeight);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    line->addWidget(new StateGlyph(m_look, models::statusKey(need.run.status), row));
    auto *name = new ElidedLabel(m_look, {TypeRole::Body, Colour::TextPrimary}, row);
    name->setText(need.run.automationName);
    name->setFixedWidth(nameWidth);
    line->addWidget(name);
    auto *why = new ElidedLabel(m_look, {TypeRole::Body, Colour::TextSecondary}, row);
    why->setText(whyOf(need, now));
    line->addWidget(why, 1);
    auto *when = new TextLabel(m_look, {TypeRole::Body, Colour::TextSecondary}, row);
    when->setText(
        models::pastShort(need.run.finishedAt.value_or(need.run.plannedFor.value_or(need.run.queuedAt)), now));
    line->addWidget(when);
    const QList<NeedAction> actions = actionsOf(need.kind);
    for (const NeedAction action : actions)
        addButton(row, action, need);
    addMenu(row, need);
    return row;
}

void NeedsList::addButton(QWidget *row, NeedAction action, const models::OverviewNeed &need)
{
    auto *button = new QPushButton(buttonText(action), row);
    button->setAutoDefault(false);
    button->setAccessibleDescription(need.run.automationName);
    button->setEnabled(!changes(action) || m_whyNot.isEmpty());
    button->setToolTip(changes(action) ? m_whyNot : QString());
    connect(button, &QPushButton::clicked, this, [this, action, need] { Q_EMIT wanted(action, need); });
    row->layout()->addWidget(button);
}

void NeedsList::addMenu(QWidget *row, const models::OverviewNeed &need)
{
    row->setContextMenuPolicy(Qt::ActionsContextMenu);
    QList<NeedAction> actions = actionsOf(need.kind);
    if (need.kind == models::OverviewNeed::Kind::Failure)
        actions.append(NeedAction::Note);
    actions.append(NeedAction::Show);
    for (const NeedAction action : std::as_const(actions)) {
        auto *verb = new QAction(buttonText(action), row);
        verb->setEnabled(!changes(action) || m_whyNot.isEmpty());
        connect(verb, &QAction::triggered, this, [this, action, need] { Q_EMIT wanted(action, need); });
        row->addAction(verb);
    }
}

} // namespace ui
