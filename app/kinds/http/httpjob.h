// SPDX-License-Identifier: Apache-2.0
// One exchange as a job.
#pragma once

#include "app/engine/kind.h"
#include "app/kinds/http/answerresult.h"
#include "app/net/exchange.h"

#include <memory>

namespace kinds {

/// Lives on the engine thread.
class HttpJob final : public engine::Job
{
    Q_OBJECT

public:
    explicit HttpJob(const engine::JobContext &context);

    void start() override;
    void cancel() override;
    void holdBack(bool held) override;

private:
    void begin(const net::Request &request);
    void tell(const QString &line);
    void onAnswered();
    void onBody(const QByteArray &bytes);
    void onFinished(const base::Status &status);
    engine::JobEnd judged() const;
    void fail(const QString &why);

    const QJsonObject m_params;
    const QHash<QString, QString> m_secrets;
    std::unique_ptr<net::Exchange> m_exchange;
    BodyKept m_body;
    bool m_text = true;
    bool m_cancelled = false;
};

} // namespace kinds
