// SPDX-License-Identifier: Apache-2.0
#include "app/providers/posthog/posthog.h"

#include "app/providers/posthog/account.h"
#include "app/providers/posthog/deeds.h"
#include "app/providers/posthog/settings.h"
#include "app/sync/rest/address.h"

using namespace Qt::StringLiterals;

namespace providers {

domain::ProviderInfo Posthog::info() const
{
    domain::FieldSpec key;
    key.name = u"token"_s;
    key.label = QT_TRANSLATE_NOOP("catalog", "Personal API key");
    key.help = QT_TRANSLATE_NOOP("catalog", "With the scopes task:read and task:write; a token of OAuth does as well");
    key.hint = "phx_…";
    key.required = true;
    domain::ProviderInfo info;
    info.provider = u"posthog"_s;
    info.label = QT_TRANSLATE_NOOP("catalog", "PostHog Tasks");
    info.icon = u"kind-bot"_s;
    info.usualUrl = u"https://us.posthog.com/"_s;
    info.fields = posthog::settingFields();
    info.credentials = {key};
    info.capabilities = posthog::capabilities(posthog::Generation::Later, posthog::Rights::Write);
    info.kinds = posthog::kinds();
    for (const posthog::Deed &deed : posthog::deeds()) {
        info.actions.append(deed.action);
    }
    return info;
}

base::Status Posthog::check(const domain::Connection &connection) const
{
    CHECK(rest::checkAddress(connection.baseUrl));
    CHECK(rest::checkCaFile(connection.settings.value("ca_file"_L1).toString()));
    CHECK(posthog::settingsOf(connection.settings));
    return {};
}

std::unique_ptr<syncing::Account> Posthog::open(const syncing::AccountContext &context) const
{
    return std::make_unique<posthog::Account>(context, rest::Habits());
}

} // namespace providers
