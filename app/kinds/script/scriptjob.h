// SPDX-License-Identifier: Apache-2.0
// A script whose last line of output says how it went, or that leaves files which are looked at when it is over.
#pragma once

#include "app/engine/kind.h"
#include "app/engine/results/lastline.h"

#include <QDateTime>
#include <QStringList>
#include <QThreadPool>

#include <memory>

namespace kinds {

/// What a script is asked for beside its exit code.
struct ScriptAnswers
{
    bool lastLine = false;
    QStringList artifacts; ///< Patterns.
    QString folder;        ///< Where they start.
};

ScriptAnswers answersWanted(const domain::Automation &automation);

/// Lives on the engine thread; files are looked at on `pool`.
class ScriptJob final : public engine::Job
{
    Q_OBJECT

public:
    ScriptJob(std::unique_ptr<engine::Job> process, ScriptAnswers wanted, QThreadPool &pool);
    ~ScriptJob() override;

    void start() override;
    void cancel() override { m_process->cancel(); }
    void holdBack(bool held) override { m_process->holdBack(held); }

private:
    void onOutput(store::Stream stream, const QByteArray &bytes);
    void onProcessFinished(const engine::JobEnd &end);
    engine::JobEnd announced(engine::JobEnd end) const;

    const std::unique_ptr<engine::Job> m_process;
    const ScriptAnswers m_wanted;
    QThreadPool &m_pool;
    engine::LastLine m_lastLine;
    QDateTime m_began;
};

} // namespace kinds
