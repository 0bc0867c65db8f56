// SPDX-License-Identifier: Apache-2.0
#include "app/kinds/script/scriptjob.h"

#include "app/base/answer.h"
#include "app/engine/results/artifacts.h"

#include <QDir>

#include <ctime>

using namespace Qt::StringLiterals;

namespace kinds {

namespace {

/// What a file would be stamped with: the kernel's clock of ticks, which is some milliseconds behind.
QDateTime stampOfNow()
{
    timespec now{};
    clock_gettime(CLOCK_REALTIME_COARSE, &now);
    return QDateTime::fromMSecsSinceEpoch(qint64(now.tv_sec) * 1000 + now.tv_nsec / 1000000, Qt::UTC);
}

} // namespace

ScriptAnswers answersWanted(const domain::Automation &automation)
{
    const QJsonObject &params = automation.params;
    ScriptAnswers wanted;
    wanted.lastLine = params.value("result_from"_L1) == u"last_line_json"_s;
    for (const QJsonValue pattern : params.value("artifacts"_L1).toArray()) {
        wanted.artifacts.append(pattern.toString());
    }
    wanted.folder = automation.workingDirectory.isEmpty() ? QDir::homePath() : automation.workingDirectory;
    return wanted;
}

ScriptJob::ScriptJob(std::unique_ptr<engine::Job> process, ScriptAnswers wanted, QThreadPool &pool)
    : m_process(std::move(process)), m_wanted(std::move(wanted)), m_pool(pool)
{
    connect(m_process.get(), &engine::Job::output, this, &ScriptJob::onOutput);
    connect(m_process.get(), &engine::Job::finished, this, &ScriptJob::onProcessFinished);
}

ScriptJob::~ScriptJob() = default;

void ScriptJob::start()
{
    m_began = stampOfNow();
    m_process->start();
}

void ScriptJob::onOutput(store::Stream stream, const QByteArray &bytes)
{
    if (m_wanted.lastLine && stream == store::Stream::Out) {
        m_lastLine.feed(bytes);
    }
    Q_EMIT output(stream, bytes);
}

void ScriptJob::onProcessFinished(const engine::JobEnd &ended)
{
    engine::JobEnd end = m_wanted.lastLine ? announced(ended) : ended;
    if (m_wanted.artifacts.isEmpty()) {
        Q_EMIT finished(end);
        return;
    }
    const auto promise = std::make_shared<QPromise<base::Result<QJsonArray>>>();
    promise->start();
    m_pool.start([promise, wanted = m_wanted, began = m_began] {
        promise->addResult(engine::artifactsOf(wanted.artifacts, wanted.folder, began));
        promise->finish();
    });
    base::onAnswer(this, promise->future(), [this, end](const base::Result<QJsonArray> &artifacts) mutable {
        end.artifacts = artifacts.value_or({});
        Q_EMIT finished(end);
    });
}

engine::JobEnd ScriptJob::announced(engine::JobEnd end) const
{
    const std::optional<engine::Announcement> told = engine::announcementOf(m_lastLine.line());
    if (!told) {
        return end;
    }
    end.result = told->result;
    if (end.succeeded && !told->succeeded) {
        end.succeeded = false;
        end.reason = told->reason;
    }
    return end;
}

} // namespace kinds
