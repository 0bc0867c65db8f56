// SPDX-License-Identifier: Apache-2.0
#include "ui/automations/automationinspector.h"

#include "models/parts/words.h"
#include "ui/automations/automationpages.h"
#include "ui/automations/hooks/webhookpage.h"
#include "ui/panes/inspectorparts.h"
#include "ui/panes/severalpage.h"
#include "ui/panes/versionspage.h"
#include "ui/panes/whypage.h"
#include "ui/widgets/messages/banner.h"
#include "ui/widgets/table/sparkbars.h"

#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

AutomationInspector::AutomationInspector(const Context &context, models::AutomationModel &model,
                                         const AutomationActions &actions, QWidget *parent)
    : InspectorFrame(context.look, parent),
      m_context(context),
      m_windows(context.store, context.clock),
      m_detail(model, context.clock),
      m_bannerRoom(new QWidget),
      m_banner(new Banner(context.look, Banner::Form::Narrow, m_bannerRoom)),
      m_runsHead(new PairLine(context.look, PairLine::Form::Heading)),
      m_bars(new SparkBars(context.look)),
      m_runsFoot(new PairLine(context.look, PairLine::Form::Foot)),
      m_nextHead(new PairLine(context.look, PairLine::Form::Heading)),
      m_next(new TimesList(context.look)),
      m_facts(new FactsList(context.look)),
      m_parameters(new ParametersPage(context)),
      m_versions(new VersionsPage(context, versionsOfAutomations(context.store))),
      m_nothing(addOnly(u"nothingChosen"_s)),
      m_several(addOnly(u"severalChosen"_s, {actions.run, actions.pause, actions.duplicate, actions.remove}))
{
    setObjectName(u"automationInspector"_s);
    setAccessibleName(tr("Automation"));
    buildPages(actions);
    m_detail.setWindows(m_windows);
    connect(&m_detail, &models::AutomationDetail::changed, this, &AutomationInspector::showOne);
    connect(m_versions, &VersionsPage::said, this, &AutomationInspector::said);
    connect(m_versions, &VersionsPage::failed, this, &AutomationInspector::failed);
    connect(m_versions, &VersionsPage::loaded, this, [this](int count) { setPageShown(Versions, count > 0); });
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &AutomationInspector::showChosen);
    showChosen();
}

void AutomationInspector::buildPages(const AutomationActions &actions)
{
    setTools({actions.run, actions.edit, actions.pause, actions.showLog});
    addPage(tr("Summary"), u"summaryPage"_s, makeSummary());
    addPage(tr("Parameters"), u"parametersPage"_s, m_parameters);
    addWholePage(tr("Versions"), u"versionsPage"_s, m_versions);
    addLatePage(tr("Why"), u"whyPage"_s, [this] {
        m_why = new WhyPage(m_context);
        m_why->setAutomation(m_detail.automationId());
        return m_why;
    });
    addLatePage(tr("Hook"), u"webhookPage"_s, [this] {
        m_webhook = new WebhookPage(m_context);
        m_webhook->setAutomation(m_detail.automationId());
        return m_webhook;
    });
    setPageShown(Versions, false);
    setPageShown(Webhook, false);
    m_nothing->setTexts(tr("No automation chosen"),
                        tr("Its state, its last runs and when it fires next are shown here."));
}

QWidget *AutomationInspector::makeSummary()
{
    auto *page = new QWidget(this);
    QVBoxLayout *column = columnOf(page, 6);
    auto *room = new QVBoxLayout(m_bannerRoom);
    room->setContentsMargins(0, 0, 0, 8);
    room->addWidget(m_banner);
    column->addWidget(m_bannerRoom);
    for (QWidget *part :
         {static_cast<QWidget *>(m_runsHead), static_cast<QWidget *>(m_bars), static_cast<QWidget *>(m_runsFoot)})
        column->addWidget(part);
    column->addSpacing(10);
    column->addWidget(m_nextHead);
    column->addWidget(m_next);
    column->addSpacing(8);
    column->addWidget(m_facts);
    column->addStretch(1);
    return page;
}

void AutomationInspector::setChosen(const ChosenAutomations &chosen)
{
    m_chosen = chosen;
    m_soon.start();
}

void AutomationInspector::showChosen()
{
    if (m_chosen.size() > 1) {
        showSeveral(m_chosen);
        return;
    }
    m_detail.setAutomation(m_chosen.isEmpty() ? base::AutomationId() : m_chosen.constFirst().id);
    showOne();
}

void AutomationInspector::showSeveral(const ChosenAutomations &chosen)
{
    m_detail.setAutomation({});
    const auto paused = std::count_if(chosen.cbegin(), chosen.cend(), [](const auto &one) { return one.paused; });
    m_several->setTexts(tr("%n selected", nullptr, int(chosen.size())),
                        paused > 0 ? tr("%n of them paused", nullptr, int(paused)) : QString());
    showOnly(m_several);
}

void AutomationInspector::showOne()
{
    if (m_chosen.size() > 1)
        return;
    const models::AutomationRow *row = m_detail.row();
    if (!row) {
        showOnly(m_nothing);
        return;
    }
    showPages();
    showSummary(*row);
    m_parameters->setAutomation(row->automation);
    m_versions->setSubject(row->automation.id.text(), row->automation.version);
    if (m_why)
        m_why->setAutomation(row->automation.id);
    setPageShown(Webhook, domain::webhookOf(row->automation.triggers).has_value());
    if (m_webhook)
        m_webhook->setAutomation(row->automation.id);
}

void AutomationInspector::showSummary(const models::AutomationRow &row)
{
    setHeading(models::iconName(m_context.catalog, row.automation), row.automation.name);
    const std::optional<models::Banner> banner = m_detail.banner();
    m_bannerRoom->setVisible(banner.has_value());
    if (banner)
        m_banner->setContent(forBanner(*banner, m_context.look));
    const bool hasRuns = !row.history.isEmpty();
    m_runsHead->setTexts(hasRuns ? tr("Last %n runs", nullptr, int(row.history.size())) : tr("Never run"),
                         m_detail.counts());
    m_bars->setVisible(hasRuns);
    m_bars->setBars(barsFromVariant(m_detail.bars()), m_detail.counts());
    m_runsFoot->setTexts(m_detail.since(), m_detail.typical());
    QList<TimesList::Line> lines;
    const QList<models::AutomationDetail::FireLine> fires = m_detail.fires();
    for (const models::AutomationDetail::FireLine &fire : fires)
        lines.append({fire.when, fire.window.isEmpty() ? fire.distance
                                                       : tr("%1, in the window “%2”").arg(fire.distance, fire.window)});
    const QString pause = m_detail.pauseNote();
    m_nextHead->setTexts(lines.isEmpty() && pause.isEmpty() ? QString() : tr("Next"), pause);
    m_next->setLines(lines);
    m_next->setVisible(!lines.isEmpty());
    m_facts->setFacts(forFactsList(m_detail.facts()));
}

} // namespace ui
