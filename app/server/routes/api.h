// SPDX-License-Identifier: Apache-2.0
// From a request's head to its handler: guards, token, route, subject, body, in this order, each with its own refusal.
// Lives on the I/O thread.
#pragma once

#include "app/server/http/guards.h"
#include "app/server/routes/route.h"
#include "app/server/routes/table.h"
#include "app/server/tokenuse.h"

namespace server {

struct ApiOptions
{
    GuardRules guards;
    QByteArray privateToken;
    QString operatorName; ///< Who the holder of the private token is.
    TokenUse tokens = TokenUse::Always;
};

class Api
{
public:
    Api(Tools tools, ApiOptions options) : m_tools(std::move(tools)), m_options(std::move(options)) {}

    void receive(const ExchangePtr &exchange);

private:
    using Known = base::Result<std::optional<domain::Actor>>;

    /// Answers whose token came along; nobody's is no error.
    void identify(const Request &request, const Route *route, const Query &query,
                  const std::function<void(const Known &)> &then);
    /// Nobody where this server lets no operators in.
    void identifyOperator(const QByteArray &token, const std::function<void(const Known &)> &then);
    void identifyToken(const QByteArray &token, const std::function<void(const Known &)> &then);
    void proceed(const ExchangePtr &exchange, const Match &match, const Query &query, const Known &who);
    void admit(const ExchangePtr &exchange, const Match &match, const Query &query, const domain::Actor &who);
    void lookWhatIsHidden(const CallPtr &call);
    void loadSubject(const CallPtr &call);
    void readBody(const CallPtr &call);

    Tools m_tools;
    ApiOptions m_options;
};

} // namespace server
