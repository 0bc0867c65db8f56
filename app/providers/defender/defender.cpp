// SPDX-License-Identifier: Apache-2.0
#include "app/providers/defender/defender.h"

#include "app/providers/defender/account.h"
#include "app/providers/defender/actions.h"
#include "app/sync/rest/address.h"

using namespace Qt::StringLiterals;

namespace providers {

namespace {

domain::FieldSpec credential(const QString &name, const char *label, const char *help)
{
    domain::FieldSpec field;
    field.name = name;
    field.label = label;
    field.help = help;
    return field;
}

} // namespace

domain::ProviderInfo Defender::info() const
{
    domain::ProviderInfo info;
    info.provider = u"defender"_s;
    info.label = QT_TRANSLATE_NOOP("catalog", "OpenZeppelin Defender");
    info.icon = u"kind-autotask"_s;
    info.usualUrl = u"https://defender-api.openzeppelin.com/"_s;
    info.fields = defender::settingFields();
    info.credentials = {
        credential(u"api_key"_s, QT_TRANSLATE_NOOP("catalog", "API key"),
                   QT_TRANSLATE_NOOP("catalog", "Of the team; relayers have others")),
        credential(u"api_secret"_s, QT_TRANSLATE_NOOP("catalog", "API secret"),
                   QT_TRANSLATE_NOOP("catalog", "Shown once, when the key was made")),
        credential(u"token"_s, QT_TRANSLATE_NOOP("catalog", "Token"),
                   QT_TRANSLATE_NOOP("catalog", "Instead of the secret, where the login is “not at all”")),
    };
    info.capabilities = defender::capabilities();
    info.actions = defender::actions();
    return info;
}

base::Status Defender::check(const domain::Connection &connection) const
{
    CHECK(rest::checkAddress(connection.baseUrl));
    CHECK(rest::checkCaFile(connection.settings.value("ca_file"_L1).toString()));
    CHECK(defender::settingsOf(connection));
    return {};
}

std::unique_ptr<syncing::Account> Defender::open(const syncing::AccountContext &context) const
{
    // What check() refused is never stored; a stored one that got stale is asked in the usual way and refuses itself.
    const defender::Settings settings = defender::settingsOf(context.connection).value_or(defender::Settings());
    return std::make_unique<defender::Account>(context, settings, rest::Habits());
}

} // namespace providers
