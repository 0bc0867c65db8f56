// SPDX-License-Identifier: Apache-2.0
#include "ui/overview/todayfigures.h"

#include "models/times.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// `98.6 %`; a dash where there is nothing to share. Only all of it is 100 %.
QString percent(const std::optional<double> &share)
{
    if (!share)
        return u"–"_s;
    const double shown = *share < 1 ? std::min(*share * 100, 99.9) : 100;
    return TodayFigures::tr("%1 %").arg(QLocale().toString(shown, 'f', *share < 1 ? 1 : 0));
}

} // namespace

TodayFigures::TodayFigures(const Look &look, QWidget *parent) : QWidget(parent), m_look(look)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 14, 16, 12);
    column->setSpacing(8);
    auto *title = new TextLabel(look, {TypeRole::Strong, Colour::TextPrimary}, this);
    title->setText(tr("Today"));
    column->addWidget(title);
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    for (size_t i = 0; i < m_figures.size(); ++i) {
        constexpr std::array names{"figureRuns", "figureDone", "figureHeld"};
        m_figures[i] = makeFigure(names[i]);
        auto *place = new QVBoxLayout;
        place->setSpacing(2);
        for (TextLabel *label : {m_figures[i].number, m_figures[i].what, m_figures[i].beside})
            place->addWidget(label);
        place->addStretch(1);
        row->addLayout(place, 1);
    }
    column->addLayout(row);
    column->addWidget(new Hairline(look, Qt::Horizontal, this));
    m_lines = {makeLine(tr("Started later than 1 s after plan"), "lineLate"),
               makeLine(tr("Planned until midnight"), "linePlanned"),
               makeLine(tr("of these in a window"), "lineInside")};
    column->addStretch(1);
}

TodayFigures::Figure TodayFigures::makeFigure(const char *name)
{
    Figure figure{new TextLabel(m_look, {TypeRole::Figure, Colour::TextPrimary}, this),
                  new TextLabel(m_look, {TypeRole::Body, Colour::TextPrimary}, this),
                  new TextLabel(m_look, {TypeRole::Caption, Colour::TextSecondary}, this)};
    figure.number->setObjectName(QLatin1StringView(name));
    figure.beside->setWordWrap(true);
    return figure;
}

TextLabel *TodayFigures::makeLine(const QString &what, const char *name)
{
    auto *row = new QHBoxLayout;
    auto *label = new TextLabel(m_look, {TypeRole::Body, Colour::TextPrimary}, this);
    label->setText(what);
    auto *number = new TextLabel(m_look, {TypeRole::Body, Colour::TextPrimary}, this);
    number->setObjectName(QLatin1StringView(name));
    number->setAlignment(Qt::AlignRight);
    number->setAccessibleName(what);
    row->addWidget(label, 1);
    row->addWidget(number);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    return number;
}

void TodayFigures::setToday(const models::OverviewToday &today)
{
    const auto show = [](const Figure &figure, const QString &number, const QString &what, const QString &beside) {
        figure.number->setText(number);
        figure.what->setText(what);
        figure.beside->setText(beside);
        figure.number->setAccessibleDescription(what);
    };
    show(m_figures[0], models::numberText(today.started), tr("runs"), tr("%1 running").arg(today.running));
    show(m_figures[1], percent(today.done), tr("done"),
         tr("%n days: %1", nullptr, models::overviewDays).arg(percent(today.doneLong)));
    show(m_figures[2], models::numberText(today.skipped + today.held), tr("skipped or held"),
         tr("%1 held").arg(models::numberText(today.held)));
    m_lines[0]->setText(models::numberText(today.late));
    m_lines[1]->setText(models::numberText(today.planned));
    m_lines[2]->setText(models::numberText(today.plannedInside));
}

} // namespace ui
