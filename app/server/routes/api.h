// SPDX-License-Identifier: Apache-2.0
// From a request's head to its handler: guards, token, route, subject, body, in this order, each with its own refusal.
// Lives on the I/O thread.
#pragma once

#include "app/server/http/guards.h"
#include "app/server/identity.h"
#include "app/server/routes/route.h"
#include "app/server/routes/table.h"

namespace server {

class Api
{
public:
    Api(Tools tools, GuardRules guards) : m_tools(std::move(tools)), m_guards(std::move(guards)) {}

    void receive(const ExchangePtr &exchange);

private:
    /// Sent by a page of another origin: `refused` unless the route and the settings let that page in.
    void judgePage(const ExchangePtr &exchange, const Match &match, const Response &refused);
    void enter(const ExchangePtr &exchange, const Match &match);
    /// Answers whose token came along; nobody's is no error.
    void identify(const Request &request, const Route *route, const Query &query,
                  const std::function<void(const Known &)> &then);
    /// Where no token is asked for: a webhook, a login. Nobody where this server lets no operators in.
    void admitStranger(const ExchangePtr &exchange, const Match &match, const Query &query);
    void loadHook(const CallPtr &call);
    void proceed(const ExchangePtr &exchange, const Match &match, const Query &query, const Known &who);
    void admit(const ExchangePtr &exchange, const Match &match, const Query &query, const domain::Actor &who);
    void lookWhatIsHidden(const CallPtr &call);
    void loadSubject(const CallPtr &call);
    void readBody(const CallPtr &call);

    Tools m_tools;
    GuardRules m_guards;
};

} // namespace server
