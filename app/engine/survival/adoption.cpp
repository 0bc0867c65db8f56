// SPDX-License-Identifier: Apache-2.0
#include "app/engine/survival/adoption.h"

#include "app/base/answer.h"
#include "app/engine/log.h"

#include <algorithm>

namespace engine {

namespace {

constexpr base::Millis patience{2000};
constexpr qint64 linesAtOnce = 100000;

} // namespace

void dismiss(const Adoptee &adoptee, const SurvivorFolder &folder)
{
    wire::sendStop(adoptee.channel.get());
    wire::sendSettled(adoptee.channel.get());
    folder.forget(adoptee.run);
}

Adoption::Adoption(store::Store &store, QObject *parent)
    : QObject(parent), m_store(store), m_folder(store.runtimeDirectory())
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, &Adoption::giveUp);
}

void Adoption::start(qint64 engine)
{
    m_engine = engine;
    for (const base::RunId &run : m_folder.runs()) {
        base::Result<wire::Fd> channel = m_folder.connect(run);
        if (!channel) {
            m_folder.forget(run);
            continue;
        }
        auto notifier = std::make_unique<QSocketNotifier>(channel->get(), QSocketNotifier::Read);
        connect(notifier.get(), &QSocketNotifier::activated, this, [this, run] { onAnswered(run); });
        m_asked.push_back({run, std::move(*channel), std::move(notifier)});
    }
    m_patience.start();
    if (m_asked.empty()) {
        giveUp();
    }
}

void Adoption::onAnswered(const base::RunId &run)
{
    const auto asked =
        std::find_if(m_asked.begin(), m_asked.end(), [&run](const Asked &one) { return one.run == run; });
    if (asked == m_asked.end()) {
        return;
    }
    auto adoptee = std::make_shared<Adoptee>();
    adoptee->run = run;
    adoptee->channel = std::move(asked->channel);
    asked->notifier.release()->deleteLater(); // we are in its signal
    m_asked.erase(asked);
    base::Result<wire::Adopted> adopted = wire::receiveAdopted(adoptee->channel.get());
    base::Result<SpoolFiles> files =
        adopted ? SpoolFiles::of(std::move(adopted->output), std::move(adopted->error), std::move(adopted->ledger))
                : base::Result<SpoolFiles>(adopted.error());
    if (files) {
        adoptee->pid = adopted->pid;
        adoptee->elapsed = adopted->elapsed;
        adoptee->spooled = adopted->spooled;
        adoptee->place = files->place();
        adoptee->files = std::move(*files);
        m_answered.push_back(std::move(adoptee));
    } else {
        qCWarning(logEngine, "%s is ended: %s", qUtf8Printable(run.text()), qUtf8Printable(files.error().message()));
        dismiss(*adoptee, m_folder);
    }
    if (m_asked.empty()) {
        giveUp();
    }
}

/// Those who have not answered by now are ended as soon as they listen.
void Adoption::giveUp()
{
    m_patience.stop();
    for (Asked &silent : m_asked) {
        Adoptee adoptee;
        adoptee.run = silent.run;
        adoptee.channel = std::move(silent.channel);
        dismiss(adoptee, m_folder);
    }
    m_asked.clear();
    QList<base::RunId> ids;
    for (const std::shared_ptr<Adoptee> &adoptee : m_answered) {
        ids.append(adoptee->run);
    }
    base::onAnswer(this, m_store.runs().adopt(ids, m_engine), [this](const base::Result<QList<domain::Run>> &runs) {
        if (runs) {
            onTaken(*runs);
        } else {
            Q_EMIT failed(runs.error());
        }
    });
}

void Adoption::onTaken(const QList<domain::Run> &runs)
{
    for (const std::shared_ptr<Adoptee> &adoptee : m_answered) {
        const auto run = std::find_if(runs.begin(), runs.end(),
                                      [&adoptee](const domain::Run &one) { return one.id == adoptee->run; });
        if (run == runs.end()) {
            dismiss(*adoptee, m_folder); // its row says that it is over
        } else {
            m_runs.append({.run = *run, .automation = {}, .adoptee = adoptee});
        }
    }
    m_answered.clear();
    for (qsizetype i = 0; i < m_runs.size(); ++i) {
        findAutomation(i);
    }
    if (m_runs.isEmpty()) {
        Q_EMIT finished({});
    }
}

void Adoption::findAutomation(qsizetype index)
{
    const domain::Run &run = m_runs.at(index).run;
    base::onAnswer(this, m_store.automations().history(run.automationId),
                   [this, index](const base::Result<QList<domain::Automation>> &versions) {
                       if (!versions && versions.error().code != base::ErrorCode::NotFound) {
                           Q_EMIT failed(versions.error());
                           return;
                       }
                       AdoptedRun &adopted = m_runs[index];
                       adopted.automation.id = adopted.run.automationId;
                       for (const domain::Automation &version : versions.value_or(QList<domain::Automation>())) {
                           if (version.version == adopted.run.automationVersion) {
                               adopted.automation = version;
                           }
                       }
                       findPlace(index);
                   });
}

/// Walks over what the log has beyond the ledger's place: an engine may be killed between the two.
void Adoption::findPlace(qsizetype index)
{
    const std::shared_ptr<Adoptee> adoptee = m_runs.at(index).adoptee;
    base::onAnswer(this, m_store.logs().read(adoptee->run, adoptee->place.line, linesAtOnce),
                   [this, index, adoptee](const base::Result<store::LogChunk> &chunk) {
                       if (!chunk && chunk.error().code != base::ErrorCode::NotFound) {
                           Q_EMIT failed(chunk.error());
                           return;
                       }
                       if (!chunk || chunk->spans.isEmpty()) {
                           onFound();
                           return;
                       }
                       adoptee->place =
                           passed(adoptee->place, *chunk,
                                  [&files = *adoptee->files](store::Stream stream, qint64 offset, qint64 atMost) {
                                      return files.read(stream, offset, atMost);
                                  });
                       findPlace(index);
                   });
}

void Adoption::onFound()
{
    if (++m_found == m_runs.size()) {
        Q_EMIT finished(m_runs);
    }
}

} // namespace engine
