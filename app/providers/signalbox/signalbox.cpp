// SPDX-License-Identifier: Apache-2.0
#include "app/providers/signalbox/signalbox.h"

#include "app/domain/connections/windowactions.h"
#include "app/providers/signalbox/account.h"
#include "app/providers/signalbox/actions.h"
#include "app/providers/signalbox/reading.h"
#include "app/sync/rest/address.h"

using namespace Qt::StringLiterals;

namespace providers {

domain::ProviderInfo Signalbox::info() const
{
    domain::FieldSpec authorities;
    authorities.name = u"ca_file"_s;
    authorities.label = QT_TRANSLATE_NOOP("catalog", "Authorities");
    authorities.help =
        QT_TRANSLATE_NOOP("catalog", "A file in PEM with authorities to trust beside those of the system");
    authorities.hint = "/etc/ssl/own.pem";
    domain::FieldSpec token;
    token.name = u"token"_s;
    token.label = QT_TRANSLATE_NOOP("catalog", "Token");
    token.help = QT_TRANSLATE_NOOP("catalog", "Made there with: signalbox token create");
    token.required = true;
    domain::ProviderInfo info;
    info.provider = u"signalbox"_s;
    info.label = QT_TRANSLATE_NOOP("catalog", "Signalbox");
    info.icon = u"nav-automations"_s;
    info.fields = {authorities};
    info.credentials = {token};
    info.capabilities = signalbox::allCapabilities();
    info.actions = signalbox::actions() + domain::windowActions();
    return info;
}

base::Status Signalbox::check(const domain::Connection &connection) const
{
    CHECK(rest::checkAddress(connection.baseUrl));
    return rest::checkCaFile(connection.settings.value("ca_file"_L1).toString());
}

std::unique_ptr<syncing::Account> Signalbox::open(const syncing::AccountContext &context) const
{
    return std::make_unique<signalbox::Account>(context, rest::Habits());
}

} // namespace providers
