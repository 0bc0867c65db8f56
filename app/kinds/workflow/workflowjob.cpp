// SPDX-License-Identifier: Apache-2.0
#include "app/kinds/workflow/workflowjob.h"

#include "app/base/answer.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kinds {

namespace {

constexpr std::chrono::milliseconds againAfter{1000};

QString endOf(const domain::Run &run)
{
    const QString word = domain::statusWord(run.status);
    return run.reason.isEmpty() ? word : u"%1: %2"_s.arg(word, run.reason);
}

} // namespace

WorkflowJob::WorkflowJob(const engine::JobContext &context)
    : m_steps(domain::stepsFromJson(context.automation.params.value("steps"_L1)).value_or(domain::Steps())),
      m_other(context.steps)
{
    m_again.setSingleShot(true);
    m_again.setInterval(againAfter);
    connect(&m_again, &QTimer::timeout, this, [this] {
        onRunsChanged({});
        goOn();
    });
}

void WorkflowJob::start()
{
    goOn();
}

void WorkflowJob::cancel()
{
    m_cancelled = true;
    const QList<base::RunId> open = m_open.keys();
    for (const base::RunId &id : open) {
        stop(id);
    }
    goOn();
}

void WorkflowJob::onRunsChanged(const QSet<QString> &ids)
{
    const QList<base::RunId> open = m_open.keys();
    for (const base::RunId &id : open) {
        if (ids.isEmpty() || ids.contains(id.text())) {
            look(id);
        }
    }
}

void WorkflowJob::goOn()
{
    const domain::Progress progress = domain::progressOf(m_steps, m_states);
    for (const QString &step : progress.notTaken) {
        settle(step, domain::StepState::NotTaken, u"not taken"_s);
    }
    if (!m_cancelled) {
        for (const domain::Step &step : std::as_const(m_steps)) {
            if (progress.start.contains(step.id)) {
                request(step);
            }
        }
    }
    const bool open = std::any_of(m_states.begin(), m_states.end(),
                                  [](domain::StepState state) { return state == domain::StepState::Open; });
    if (!open && !m_over) {
        end(progress);
    }
}

void WorkflowJob::request(const domain::Step &step)
{
    m_states.insert(step.id, domain::StepState::Open);
    base::onAnswer(this, m_other.request({.step = step, .results = resultsBefore(step)}),
                   [this, id = step.id](const base::Result<domain::Run> &run) { onRequested(id, run); });
}

void WorkflowJob::onRequested(const QString &step, const base::Result<domain::Run> &run)
{
    if (!run && run.error().code == base::ErrorCode::Unavailable && !m_cancelled) {
        m_states.remove(step); // the disk is full, or the like: its turn is not lost
        m_again.start();
        return;
    }
    if (!run) {
        settle(step, domain::StepState::Failed, run.error().message());
        goOn();
        return;
    }
    m_open.insert(run->id, step);
    say(u"%1: %2, run %3"_s.arg(step, run->automationName, run->id.text()));
    if (m_cancelled) {
        stop(run->id);
    }
    look(run->id); // it may have changed before its id was known
}

void WorkflowJob::look(const base::RunId &id)
{
    base::onAnswer(this, m_other.read(id), [this, id](const base::Result<domain::Run> &run) {
        if (run) {
            take(*run);
        } else if (run.error().code == base::ErrorCode::NotFound) {
            settle(m_open.take(id), domain::StepState::Failed, u"its run was removed"_s);
            goOn();
        } else {
            m_again.start();
        }
    });
}

void WorkflowJob::take(const domain::Run &run)
{
    if (!domain::isFinal(run.status) || !m_open.contains(run.id)) {
        return;
    }
    const QString step = m_open.take(run.id);
    if (!run.result.isUndefined() && !run.result.isNull()) {
        m_results.insert(step, run.result);
    }
    settle(step, domain::stepState(run.status), endOf(run));
    goOn();
}

/// One that is over already is nothing to stop.
void WorkflowJob::stop(const base::RunId &id)
{
    base::onAnswer(this, m_other.cancel(id), [this](const base::Result<domain::Run> &run) {
        if (run) {
            take(*run);
        }
    });
}

/// In the order of the edges.
QList<QJsonValue> WorkflowJob::resultsBefore(const domain::Step &step) const
{
    QList<QJsonValue> results;
    for (const domain::StepAfter &edge : step.after) {
        if (m_results.contains(edge.step)) {
            results.append(m_results.value(edge.step));
        }
    }
    return results;
}

void WorkflowJob::settle(const QString &step, domain::StepState state, const QString &why)
{
    m_states.insert(step, state);
    if (state == domain::StepState::Failed) {
        m_failures.insert(step, why);
    }
    say(u"%1: %2"_s.arg(step, why));
}

void WorkflowJob::say(const QString &line)
{
    Q_EMIT output(store::Stream::Out, line.toUtf8() + '\n');
}

void WorkflowJob::end(const domain::Progress &progress)
{
    m_over = true;
    QString reason;
    if (!progress.failed.isEmpty()) {
        const QString first = progress.failed.first();
        reason = progress.failed.size() == 1
                     ? u"step %1 %2"_s.arg(first, m_failures.value(first))
                     : u"steps %1; %2 %3"_s.arg(progress.failed.join(u", "_s), first, m_failures.value(first));
    }
    const bool done = progress.over && progress.failed.isEmpty();
    Q_EMIT finished({.succeeded = done,
                     .reason = reason,
                     .result = m_results.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(m_results)});
}

} // namespace kinds
