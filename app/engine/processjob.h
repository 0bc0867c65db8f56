// SPDX-License-Identifier: Apache-2.0
// A job that is a tree of processes: what every kind that starts a program uses. The kind says what to execute; this
// takes in both streams, ends the tree when asked, and tells how it ended.
#pragma once

#include "app/engine/kind.h"
#include "app/engine/processoutput.h"
#include "app/engine/runner.h"

#include <QTemporaryFile>

#include <memory>

namespace engine {

/// What a kind wants executed.
struct Program
{
    QStringList argv; ///< The first is a name looked up in PATH, or a path.
    QString script;   ///< Where not empty, it is written to a file whose path becomes `argv[scriptAt]`.
    qsizetype scriptAt = -1;
    QByteArray input;          ///< What it reads on standard input; empty is the null device. Never on a disk.
    bool tellsRequest = false; ///< SIGNALBOX_REQUEST names a file with the request that asked for the run, if any did.
    QString workingDirectory;  ///< Where the automation names none; empty is the home folder.
    bool maySurvive = false;   ///< Goes on without the engine where the automation says so: nothing else waits for it.
    bool terminal = false;     ///< Writes to a terminal, both streams as one; not where it goes on without the engine.
};

/// `name` as an absolute path: itself if it has a slash, else the first executable of that name in PATH; empty if there
/// is none.
QString findProgram(const QString &name);

/// Lives on the engine thread.
class ProcessJob final : public Job
{
    Q_OBJECT

public:
    ProcessJob(const JobContext &context, Program program);
    ~ProcessJob() override;

    void start() override;
    void cancel() override;
    void holdBack(bool held) override;
    Survivor *survivor() override { return m_output ? m_output->survivor() : nullptr; }

private:
    base::Status launch();
    base::Status takeOver();
    base::Status confineTo(ProcessSpec &spec);
    void connectOutput(std::unique_ptr<ProcessOutput> output);
    bool survives() const { return m_program.maySurvive && m_context.automation.survivesEngine; }
    base::Result<ProcessSpec> specification();
    base::Result<int> inputStream() const;
    QString scriptPlace() const;
    base::Status writeScript();
    void tellOfLimits();
    base::Status writeRequest();
    void leaveGroup();
    void fail(const QString &why);
    void onEnded(quint64 ticket, const ProcessEnd &end);

    const JobContext m_context;
    const domain::Automation &m_automation = m_context.automation;
    Runner &m_runner;
    Program m_program;
    std::unique_ptr<QTemporaryFile> m_script;
    std::unique_ptr<QTemporaryFile> m_request;
    std::unique_ptr<ProcessOutput> m_output;
    Confinement m_confinement;
    std::optional<quint64> m_ticket;
    bool m_cancelled = false;
    JobEnd m_end;
};

} // namespace engine
