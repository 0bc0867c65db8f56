// SPDX-License-Identifier: Apache-2.0
#include "ui/panes/inputpage.h"

#include "app/base/answer.h"
#include "app/domain/run.h"
#include "app/store/store.h"
#include "ui/panes/inspectorparts.h"

#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QString originText(domain::Origin origin)
{
    switch (origin) {
    case domain::Origin::Base:
        return InputPage::tr("from the system");
    case domain::Origin::Automation:
        return InputPage::tr("from the automation");
    case domain::Origin::Argument:
        return InputPage::tr("an argument");
    case domain::Origin::Run:
        return InputPage::tr("of the run");
    }
    Q_UNREACHABLE();
}

} // namespace

InputPage::InputPage(const Context &context, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_argumentsHead(new PairLine(context.look, PairLine::Form::Heading)),
      m_arguments(new FactsList(context.look)),
      m_environmentHead(new PairLine(context.look, PairLine::Form::Heading)),
      m_environment(new FactsList(context.look))
{
    m_arguments->setObjectName(u"givenArguments"_s);
    m_arguments->setAccessibleName(tr("Arguments"));
    m_environment->setObjectName(u"givenEnvironment"_s);
    m_environment->setAccessibleName(tr("Environment"));
    m_environmentHead->setTexts(tr("Environment"), {});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 16);
    column->setSpacing(6);
    column->addWidget(m_argumentsHead);
    column->addWidget(m_arguments);
    column->addSpacing(8);
    column->addWidget(m_environmentHead);
    column->addWidget(m_environment);
    column->addStretch(1);
}

void InputPage::setAutomation(const domain::Automation &automation)
{
    domain::ArgumentValues defaults;
    for (const domain::Argument &argument : automation.arguments)
        defaults.insert(argument.name, argument.fallback);
    showArguments({});
    showInput(automation, defaults, {});
}

void InputPage::setRun(const domain::Run &run)
{
    showArguments(run.arguments);
    if (m_run == run.id)
        return;
    m_run = run.id;
    m_environment->setFacts({});
    m_environmentHead->hide();
    base::onAnswer(this, m_context.store.automations().version(run.automationId, run.automationVersion),
                   [this, run](const base::Result<domain::Automation> &version) {
                       if (version && m_run == run.id)
                           showInput(*version, run.arguments, run.id.text());
                   });
}

void InputPage::showArguments(const domain::ArgumentValues &values)
{
    QList<Fact> facts;
    for (auto it = values.constBegin(); it != values.constEnd(); ++it)
        facts.append({it.key(), it.value(), {}, Fact::Form::Mono});
    m_arguments->setFacts(facts);
    m_arguments->setVisible(!facts.isEmpty());
    m_argumentsHead->setTexts(facts.isEmpty() ? QString() : tr("Arguments"), {});
    m_argumentsHead->setVisible(!facts.isEmpty());
}

void InputPage::showInput(const domain::Automation &automation, const domain::ArgumentValues &values,
                          const QString &runId)
{
    QList<Fact> facts;
    const QList<domain::Variable> variables =
        domain::effectiveEnvironment(automation, values, runId, QProcessEnvironment::systemEnvironment());
    for (const domain::Variable &variable : variables)
        facts.append({variable.name, variable.value, originText(variable.origin), Fact::Form::Mono});
    m_environmentHead->show();
    m_environment->setFacts(facts);
}

} // namespace ui
