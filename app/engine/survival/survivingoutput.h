// SPDX-License-Identifier: Apache-2.0
// The output of a run that survives its engine: read from the spools that its worker writes, from where the log ends.
#pragma once

#include "app/engine/processoutput.h"
#include "app/engine/runner.h"
#include "app/engine/survival/spoolfiles.h"
#include "app/engine/survival/survivorfolder.h"

#include <optional>

namespace engine {

/// What another engine has left, ready to be taken over.
struct Adoptee
{
    base::RunId run;
    wire::Fd channel; ///< To its worker.
    std::optional<SpoolFiles> files;
    qint64 pid = 0;
    base::Millis elapsed{0};
    std::array<qint64, 2> spooled{};
    LogPlace place; ///< At the end of its log.
};

class SurvivingOutput final : public ProcessOutput, public Survivor
{
    Q_OBJECT

public:
    /// A new run, or attempt, whose log has so many lines. `timeout` holds while no engine watches; 0 is none.
    SurvivingOutput(Runner &runner, SurvivorFolder folder, base::RunId run, qint64 logLines, base::Millis timeout);
    /// The rest of one that is taken over; its channel stays the caller's.
    SurvivingOutput(Runner &runner, SurvivorFolder folder, Adoptee &adoptee);

    base::Status equip(ProcessSpec &spec) override;
    void follow(quint64 ticket) override;
    void holdBack(bool held) override;
    void drain() override;
    Survivor *survivor() override { return this; }

    void onStored(const store::LogChunk &chunk) override;
    void leave() override;
    void settle() override;

private:
    void onSpooled(quint64 ticket, const std::array<qint64, 2> &lengths);
    void readSome();
    void readSoon();

    Runner &m_runner;
    const SurvivorFolder m_folder;
    const base::RunId m_run;
    const base::Millis m_timeout;
    std::optional<SpoolFiles> m_files;
    std::optional<quint64> m_ticket;
    LogPlace m_place;
    std::array<qint64, 2> m_read{};   ///< By stream: told in read().
    std::array<qint64, 2> m_length{}; ///< By stream: in the spool.
    std::array<qint64, 2> m_kept{};   ///< By stream: told to the worker.
    bool m_held = false;
    bool m_draining = false;
    bool m_reading = false; ///< readSome() is under way or will come.
    bool m_left = false;
};

} // namespace engine
