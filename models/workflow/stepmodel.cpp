// SPDX-License-Identifier: Apache-2.0
#include "models/workflow/stepmodel.h"

#include "app/base/answer.h"
#include "models/parts/usualtimes.h"
#include "models/parts/words.h"
#include "models/times.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr std::chrono::milliseconds tickEvery{1000};

QString wordOf(const domain::Standing &standing)
{
    if (standing.run) {
        return statusText(standing.run->status);
    }
    return standing.state == domain::StepState::NotTaken ? StepModel::tr("Not taken")
           : standing.willCome                           ? StepModel::tr("Waiting")
                                                         : StepModel::tr("Not started");
}

QString keyOf(const domain::Standing &standing)
{
    if (standing.run) {
        return statusKey(standing.run->status);
    }
    return standing.state == domain::StepState::NotTaken ? u"run.skipped"_s : u"automation.never_run"_s;
}

QString restOf(const domain::Standing &standing)
{
    if (!standing.run) {
        return {};
    }
    QStringList rest;
    if (standing.run->attempt > 1) {
        rest.append(StepModel::tr("attempt %1").arg(standing.run->attempt));
    }
    const QString why = standing.run->reason.isEmpty() ? standing.run->errorMessage : standing.run->reason;
    if (!why.isEmpty()) {
        rest.append(why.section(u'\n', 0, 0));
    }
    return rest.join(u" \u00b7 "_s);
}

} // namespace

StepModel::StepModel(store::Store &store, const base::Clock &clock, QObject *parent)
    : QAbstractListModel(parent), m_store(store), m_clock(clock), m_changes(store)
{
    m_tick.setInterval(tickEvery);
    connect(&m_changes, &ChangeBatch::ready, this, [this](const Batch &batch) {
        if (concerns(batch)) {
            read();
        }
    });
    connect(&m_tick, &QTimer::timeout, this, [this] {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {TimeRole, Qt::AccessibleTextRole});
    });
}

/// A run that is new may be one of its steps.
bool StepModel::concerns(const Batch &batch) const
{
    if (!m_run) {
        return false;
    }
    const bool grows = !domain::isFinal(m_run->status) && !batch.newRuns.isEmpty();
    return batch.allRuns || grows || std::any_of(m_runs.begin(), m_runs.end(), [&batch](const domain::Run &run) {
               return batch.runs.contains(run.id);
           });
}

void StepModel::setRun(const std::optional<domain::Run> &run)
{
    if (m_run == run) {
        return;
    }
    const bool same = run && m_run && run->id == m_run->id && run->automationVersion == m_run->automationVersion;
    m_run = run;
    if (!same) {
        ++m_generation;
        m_plan.reset();
        m_runs.clear();
        clear();
    }
    read();
}

void StepModel::read()
{
    if (!m_run) {
        return;
    }
    base::onAnswer(this, m_store.runs().stepsOf(m_run->id),
                   [this, generation = m_generation](const base::Result<QList<domain::Run>> &runs) {
                       if (generation == m_generation && runs) {
                           take(*runs);
                       }
                   });
}

void StepModel::take(const QList<domain::Run> &runs)
{
    const bool first = m_runs.isEmpty() && !runs.isEmpty();
    m_runs = runs;
    if (m_plan) {
        show(domain::standings(*m_plan, *m_run, m_runs));
    } else if (first) {
        readSteps();
    }
}

void StepModel::readSteps()
{
    base::onAnswer(this, m_store.automations().version(m_run->automationId, m_run->automationVersion),
                   [this, generation = m_generation](const base::Result<domain::Automation> &version) {
                       if (generation != m_generation || !version) {
                           return;
                       }
                       const auto plan = domain::stepsFromJson(version->params.value("steps"_L1));
                       if (plan) {
                           m_plan = *plan;
                           readNames();
                           show(domain::standings(*m_plan, *m_run, m_runs));
                       }
                   });
}

/// A run knows the name of its automation; who has none is asked for.
void StepModel::readNames()
{
    for (const domain::Step &step : std::as_const(*m_plan)) {
        if (m_names.contains(step.automation)) {
            continue;
        }
        m_names.insert(step.automation, {});
        base::onAnswer(this, m_store.automations().get(step.automation),
                       [this, id = step.automation](const base::Result<domain::Automation> &automation) {
                           if (automation) {
                               m_names.insert(id, automation->name);
                               Q_EMIT dataChanged(index(0), index(rowCount() - 1));
                               Q_EMIT changed();
                           }
                       });
    }
}

void StepModel::show(const QList<domain::Standing> &steps)
{
    if (steps != m_steps) {
        const bool sameRows = steps.size() == m_steps.size();
        if (sameRows) {
            m_steps = steps;
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        } else {
            beginResetModel();
            m_steps = steps;
            endResetModel();
        }
        Q_EMIT changed();
    }
    const bool runs = std::any_of(m_steps.begin(), m_steps.end(), [](const domain::Standing &one) {
        return one.run && one.run->status == domain::RunStatus::Running;
    });
    if (runs != m_tick.isActive()) {
        runs ? m_tick.start() : m_tick.stop();
    }
}

void StepModel::clear()
{
    m_tick.stop();
    if (!m_steps.isEmpty()) {
        beginResetModel();
        m_steps.clear();
        endResetModel();
        Q_EMIT changed();
    }
}

int StepModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_steps.size());
}

QString StepModel::automationName(const domain::Standing &standing) const
{
    if (standing.run) {
        return standing.run->automationName;
    }
    const QString name = m_names.value(standing.step.automation);
    return name.isEmpty() ? standing.step.automation.text() : name;
}

QString StepModel::timeText(const domain::Standing &standing) const
{
    if (!standing.run) {
        return {};
    }
    const base::Instant now = m_clock.now();
    if (const std::optional<base::Millis> took = ranFor(*standing.run, now)) {
        return standing.run->finishedAt ? durationShort(*took) : durationCounter(*took);
    }
    return tr("since %1").arg(pastShort(store::timeOf(*standing.run), now));
}

QString StepModel::countText() const
{
    const auto over = std::count_if(m_steps.begin(), m_steps.end(), [](const domain::Standing &one) {
        return one.state != domain::StepState::Waiting && one.state != domain::StepState::Open;
    });
    return tr("%1 of %2 over").arg(over).arg(m_steps.size());
}

QVariant StepModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const domain::Standing &step = m_steps.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return step.step.id;
    case StatusKeyRole:
        return keyOf(step);
    case SecondaryTextRole:
        return automationName(step);
    case KeyRole:
        return step.run ? step.run->id.text() : QString();
    case DimmedRole:
        return !step.run;
    case WordRole:
        return wordOf(step);
    case TimeRole:
        return timeText(step);
    case RestRole:
        return restOf(step);
    case Qt::AccessibleTextRole: {
        QStringList parts{step.step.id, wordOf(step), timeText(step), automationName(step), restOf(step)};
        parts.removeAll({});
        return parts.join(u", "_s);
    }
    case Qt::ToolTipRole:
        return step.run && !restOf(step).isEmpty() ? restOf(step) : QVariant();
    default:
        return {};
    }
}

} // namespace models
