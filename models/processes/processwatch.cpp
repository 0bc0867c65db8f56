// SPDX-License-Identifier: Apache-2.0
#include "models/processes/processwatch.h"

#include "app/base/answer.h"

#include <QPromise>

namespace models {

namespace {

constexpr std::chrono::milliseconds askEvery{2000};

} // namespace

ProcessWatch::ProcessWatch(QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
    m_timer.setInterval(askEvery);
    connect(&m_timer, &QTimer::timeout, this, &ProcessWatch::ask);
}

void ProcessWatch::setRun(const std::optional<domain::Run> &run)
{
    const bool runs = run && run->status == domain::RunStatus::Running;
    const base::RunId id = runs ? run->id : base::RunId();
    if (m_run != id) {
        m_run = id;
        take({});
        follow();
    }
}

void ProcessWatch::setWatched(bool watched)
{
    if (m_watched != watched) {
        m_watched = watched;
        follow();
    }
}

void ProcessWatch::follow()
{
    const bool wanted = m_watched && !m_run.isEmpty();
    wanted ? m_timer.start() : m_timer.stop();
    if (wanted) {
        ask();
    }
}

void ProcessWatch::ask()
{
    if (m_asking) {
        return; // the machine is busy enough
    }
    m_asking = true;
    auto promise = std::make_shared<QPromise<base::Result<QList<ProcessRow>>>>();
    promise->start();
    base::onAnswer(this, promise->future(), [this, id = m_run](const base::Result<QList<ProcessRow>> &processes) {
        m_asking = false;
        if (id == m_run) {
            take(processes.value_or(QList<ProcessRow>()));
        } else if (m_timer.isActive()) {
            ask();
        }
    });
    m_pool.start([promise, id = m_run] {
        promise->addResult(base::Result<QList<ProcessRow>>(processesOf(id)));
        promise->finish();
    });
}

void ProcessWatch::take(const QList<ProcessRow> &processes)
{
    if (m_processes != processes) {
        m_processes = processes;
        Q_EMIT changed();
    }
}

} // namespace models
