// SPDX-License-Identifier: Apache-2.0
#include "ui/agenda/agendainspector.h"

#include "models/agenda/agendawords.h"
#include "models/times.h"
#include "ui/panes/severalpage.h"
#include "ui/widgets/factslist.h"
#include "ui/widgets/labels.h"

#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QList<Fact> factsOfFold(const models::AgendaRow &fold, base::Instant now)
{
    const base::Instant first = fold.slot.due();
    const base::Instant last = fold.folded.last().due();
    return {{AgendaInspector::tr("First"), models::futureLong(first, now), models::distance(first, now)},
            {AgendaInspector::tr("Last"), models::futureLong(last, now), models::distance(last, now)},
            {AgendaInspector::tr("Times"), models::numberText(fold.folded.size()), models::agendaRhythmText(fold)},
            {AgendaInspector::tr("Of these"), models::agendaCounts(fold).join(u", "_s), {}},
            {AgendaInspector::tr("Usually takes"),
             fold.took.learned ? models::durationExact(fold.took.duration) : AgendaInspector::tr("not known yet"),
             {}}};
}

QList<Fact> factsOf(const models::AgendaRow &row, base::Instant now)
{
    const domain::ForecastSlot &slot = row.slot;
    QList<Fact> facts{
        {AgendaInspector::tr("Due"), models::futureLong(slot.due(), now), models::distance(slot.due(), now)}};
    if (!row.zone.isEmpty())
        facts.append({AgendaInspector::tr("There"), u"%1, %2"_s.arg(row.there, row.zone), {}});
    if (slot.jitterMs > 0)
        facts.append(
            {AgendaInspector::tr("Planned"), models::futureLong(slot.slot, now),
             AgendaInspector::tr("its spread adds %1").arg(models::durationWords(base::Millis(slot.jitterMs)))});
    const bool runs = slot.decision == domain::Decision::Run || slot.decision == domain::Decision::Wait;
    if (!runs)
        return facts;
    if (slot.start != slot.due())
        facts.append({AgendaInspector::tr("Starts about"), models::futureLong(slot.start, now), {}});
    if (row.took.learned) {
        facts.append({AgendaInspector::tr("Ends about"), models::futureLong(slot.end, now), {}});
        facts.append({AgendaInspector::tr("Usually takes"), models::durationExact(row.took.duration), {}});
    } else {
        facts.append({AgendaInspector::tr("Usually takes"), AgendaInspector::tr("not known yet"), {}});
    }
    return facts;
}

} // namespace

AgendaInspector::AgendaInspector(const Look &look, const QList<QAction *> &verbs, QWidget *parent)
    : InspectorFrame(look, parent),
      m_decision(new TextLabel(look, {TypeRole::Body, Colour::TextPrimary})),
      m_facts(new FactsList(look)),
      m_nothing(addOnly(u"nothingChosen"_s))
{
    setObjectName(u"agendaInspector"_s);
    setAccessibleName(tr("Planned time"));
    setTools(verbs);
    addPage(tr("Summary"), u"summaryPage"_s, makeSummary());
    m_nothing->setTexts(tr("No time chosen"), tr("What will become of it, and why, is shown here."));
    setChosen(nullptr, {});
}

QWidget *AgendaInspector::makeSummary()
{
    auto *page = new QWidget(this);
    m_decision->setObjectName(u"agendaDecision"_s);
    m_decision->setWordWrap(true);
    QVBoxLayout *column = columnOf(page, 8);
    column->addWidget(m_decision);
    column->addWidget(m_facts);
    column->addStretch(1);
    return page;
}

void AgendaInspector::setChosen(const models::AgendaRow *row, base::Instant now)
{
    if (!row || row->isCaption()) {
        showOnly(m_nothing);
        return;
    }
    showPages();
    setHeading(models::agendaStatusKey(*row), row->name);
    m_decision->setText(tr("%1.").arg(models::agendaDecisionText(*row)));
    m_facts->setFacts(row->isFold() ? factsOfFold(*row, now) : factsOf(*row, now));
}

} // namespace ui
