// SPDX-License-Identifier: Apache-2.0
#include "ui/runs/runinspector.h"

#include "models/parts/words.h"
#include "models/times.h"
#include "ui/panes/inputpage.h"
#include "ui/panes/inspectorparts.h"
#include "ui/panes/severalpage.h"
#include "ui/panes/whypage.h"
#include "ui/runs/processlist.h"
#include "ui/runs/resultpage.h"
#include "ui/runs/stepspage.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messages/banner.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int stepsPage = 1;

/// By name where it is known, and by its id.
QString parentText(const domain::Run &run, const std::optional<domain::Run> &parent)
{
    return parent ? RunInspector::tr("“%1”, %2").arg(parent->automationName, parent->id.text())
                  : run.parentRunId.text();
}

/// Why there is this run at all.
QString causeText(const domain::Run &run, const std::optional<domain::Run> &parent, base::Instant now)
{
    if (run.trigger == domain::TriggerKind::Schedule)
        return RunInspector::tr("Due by its schedule.");
    if (run.trigger == domain::TriggerKind::Startup)
        return RunInspector::tr("Due because the engine started.");
    const QString when = models::pastExact(run.queuedAt, now);
    if (run.trigger == domain::TriggerKind::After)
        return RunInspector::tr("Set off at %1 by the end of %2.").arg(when, parentText(run, parent));
    if (run.trigger == domain::TriggerKind::File)
        return RunInspector::tr("Set off at %1 by a change of %2.").arg(when, run.triggerDetail);
    if (run.trigger == domain::TriggerKind::Webhook)
        return RunInspector::tr("Asked for at %1 by the webhook.").arg(when);
    if (run.trigger == domain::TriggerKind::Workflow)
        return RunInspector::tr("Step “%1” of the workflow %2.").arg(run.triggerDetail, parentText(run, parent));
    if (run.trigger == domain::TriggerKind::Remote)
        return RunInspector::tr("Started at %1 where it lives.").arg(when);
    if (run.requestedBy.isEmpty())
        return RunInspector::tr("Asked for by hand at %1.").arg(when);
    return RunInspector::tr("Asked for by %1 at %2.").arg(run.requestedBy, when);
}

} // namespace

RunInspector::RunInspector(const Context &context, const RunActions &actions, QWidget *parent)
    : InspectorFrame(context.look, parent),
      m_context(context),
      m_detail(context.store, context.clock),
      m_banner(new Banner(context.look, Banner::Form::Narrow)),
      m_cause(new TextLabel(context.look, {TypeRole::Body, Colour::TextPrimary})),
      m_up(new QPushButton),
      m_facts(new FactsList(context.look)),
      m_receiptHead(new PairLine(context.look, PairLine::Form::Heading)),
      m_receipt(new TextLabel(context.look, {TypeRole::Mono, Colour::TextPrimary})),
      m_steps(new StepsPage(context)),
      m_input(new InputPage(context)),
      m_result(new ResultPage(context.look)),
      m_why(new WhyPage(context)),
      m_nothing(addOnly(u"nothingChosen"_s)),
      m_several(addOnly(u"severalChosen"_s, {actions.runAgain, actions.startNow, actions.cancel, actions.note}))
{
    setObjectName(u"runInspector"_s);
    setAccessibleName(tr("Run"));
    buildPages(actions);
    connect(&m_detail, &models::RunDetail::changed, this, &RunInspector::showRun);
    connect(&m_detail, &models::RunDetail::failed, this, &RunInspector::failed);
    setChosen({});
}

void RunInspector::buildPages(const RunActions &actions)
{
    setTools({actions.runAgain, actions.cancel, actions.note, actions.showLog, actions.showAutomation});
    addPage(tr("Summary"), u"summaryPage"_s, makeSummary());
    addWholePage(tr("Steps"), u"stepsPage"_s, m_steps);
    setPageShown(stepsPage, false);
    connect(m_steps, &StepsPage::filled, this, [this](bool any) { setPageShown(stepsPage, any); });
    connect(m_steps, &StepsPage::runWanted, this, &RunInspector::runWanted);
    addPage(tr("Input"), u"inputPage"_s, m_input);
    addPage(tr("Result"), u"resultPage"_s, m_result);
    addWholePage(tr("Why"), u"whyPage"_s, m_why);
    m_nothing->setTexts(tr("No run chosen"), tr("Why it ran, how long it took and how it ended are shown here."));
}

QWidget *RunInspector::makeSummary()
{
    auto *page = new QWidget(this);
    m_cause->setObjectName(u"runCause"_s);
    m_cause->setWordWrap(true);
    m_up->setObjectName(u"toParentRun"_s);
    m_up->setProperty("small", true);
    m_up->setIcon(m_context.look.icons().icon(u"arrow-up"_s));
    m_up->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_up->hide();
    connect(m_up, &QPushButton::clicked, this, [this] {
        if (m_detail.run() && !m_detail.run()->parentRunId.isEmpty())
            Q_EMIT runWanted(m_detail.run()->parentRunId);
    });
    m_receipt->setObjectName(u"killReceipt"_s);
    m_receipt->setAccessibleName(tr("Ended by the stop"));
    m_receipt->setWordWrap(true);
    m_receipt->hide();
    m_receipt->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_processes = new ProcessList(m_context.look, page);
    QVBoxLayout *column = columnOf(page, 8);
    for (QWidget *part :
         {static_cast<QWidget *>(m_banner), static_cast<QWidget *>(m_cause), static_cast<QWidget *>(m_up),
          static_cast<QWidget *>(m_facts), static_cast<QWidget *>(m_processes), static_cast<QWidget *>(m_receiptHead),
          static_cast<QWidget *>(m_receipt)})
        column->addWidget(part);
    column->addStretch(1);
    return page;
}

void RunInspector::setChosen(const QList<domain::Run> &chosen)
{
    if (chosen.size() == 1) {
        m_detail.setRun(chosen.constFirst().id);
        return;
    }
    m_detail.setRun({});
    m_processes->setRun(std::nullopt);
    if (chosen.isEmpty()) {
        showOnly(m_nothing);
        return;
    }
    const auto open = std::count_if(chosen.cbegin(), chosen.cend(),
                                    [](const domain::Run &run) { return !domain::isFinal(run.status); });
    m_several->setTexts(tr("%n selected", nullptr, int(chosen.size())),
                        open > 0 ? tr("%n of them not over yet", nullptr, int(open)) : QString());
    showOnly(m_several);
}

void RunInspector::showRun()
{
    if (!m_detail.run())
        return; // what was shown stays until the next one is read
    const domain::Run &run = *m_detail.run();
    showPages();
    m_steps->setRun(run);
    m_processes->setRun(run);
    m_input->setRun(run);
    m_result->setRun(run);
    m_why->setRun(run.id);
    setHeading(models::statusKey(run.status), run.automationName);
    const std::optional<models::Banner> banner = m_detail.banner();
    m_banner->setVisible(banner.has_value());
    if (banner)
        m_banner->setContent(forBanner(*banner, m_context.look));
    showCause(run);
    showFacts(run);
}

void RunInspector::showCause(const domain::Run &run)
{
    QString cause = causeText(run, m_detail.parentRun(), m_context.clock.now());
    if (!m_detail.banner() && !run.reason.isEmpty())
        cause += tr(" %1: %2.").arg(models::statusText(run.status), run.reason);
    m_cause->setText(cause);
    const bool isStep = run.trigger == domain::TriggerKind::Workflow;
    m_up->setText(isStep ? tr("Show the workflow’s run") : tr("Show the run before it"));
    m_up->setVisible(m_detail.parentRun().has_value());
}

void RunInspector::showFacts(const domain::Run &run)
{
    QList<models::Fact> facts = m_detail.facts();
    facts.removeIf([](const models::Fact &fact) { return fact.key == "asked"_L1; }); // the cause says it
    QString receipt;
    facts.removeIf([&receipt](const models::Fact &fact) {
        const bool isReceipt = fact.key == "receipt"_L1;
        if (isReceipt)
            receipt = fact.text;
        return isReceipt;
    });
    m_facts->setFacts(forFactsList(facts));
    m_receiptHead->setTexts(receipt.isEmpty() ? QString() : tr("Ended by the stop"),
                            receipt.isEmpty() ? QString() : models::numberText(run.killReceipt.size()));
    m_receipt->setText(receipt);
    m_receipt->setAccessibleName(tr("Ended by the stop: %1").arg(receipt));
    m_receipt->setVisible(!receipt.isEmpty());
}

} // namespace ui
