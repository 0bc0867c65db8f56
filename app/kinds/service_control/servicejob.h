// SPDX-License-Identifier: Apache-2.0
// Looks at a unit, acts on it, and looks again.
#pragma once

#include "app/engine/processjob.h"
#include "app/kinds/service_control/unitstate.h"

#include <functional>
#include <memory>

namespace kinds {

/// Lives on the engine thread.
class ServiceJob final : public engine::Job
{
    Q_OBJECT

public:
    explicit ServiceJob(const engine::JobContext &context);
    ~ServiceJob() override;

    void start() override;
    void cancel() override;
    void holdBack(bool held) override;

private:
    enum class Shown { Everything, ErrorsOnly };
    using Next = void (ServiceJob::*)(const engine::JobEnd &end);

    void run(const QStringList &words, Shown shown, Next next);
    void look(Next next);
    void onLooked(const engine::JobEnd &end);
    void onActed(const engine::JobEnd &end);
    void onLookedAgain(const engine::JobEnd &end);
    void tell(const QString &line);
    QString explained(const engine::JobEnd &end) const;
    void fail(engine::JobEnd end, const QString &why);

    const engine::JobContext m_context;
    const QString m_unit;
    const QString m_action;
    const bool m_user;
    QString m_systemctl;
    std::unique_ptr<engine::ProcessJob> m_process;
    QByteArray m_out;
    QByteArray m_err;
    UnitState m_before;
    bool m_cancelled = false;
};

} // namespace kinds
