// SPDX-License-Identifier: Apache-2.0
#include "app/providers/brahma/brahma.h"

#include "app/providers/brahma/account.h"
#include "app/providers/brahma/actions.h"
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

domain::ProviderInfo Brahma::info() const
{
    domain::ProviderInfo info;
    info.provider = u"brahma"_s;
    info.label = QT_TRANSLATE_NOOP("catalog", "Brahma Console");
    info.icon = u"kind-chain"_s;
    info.usualUrl = u"https://gtw.brahma.fi/v1/vendor"_s;
    info.fields = brahma::settingFields();
    info.credentials = {
        credential(u"api_key"_s, QT_TRANSLATE_NOOP("catalog", "API key"),
                   QT_TRANSLATE_NOOP("catalog", "Given out by the vendor; addresses without /vendor want none")),
        credential(u"executor_key"_s, QT_TRANSLATE_NOOP("catalog", "Executor's key"),
                   QT_TRANSLATE_NOOP("catalog", "Private, 64 hexadecimal digits; without it signatures are pasted")),
    };
    info.capabilities = brahma::capabilities();
    info.actions = brahma::actions();
    // An executor's strategy is its own program; what it runs for whom are the subscriptions.
    info.kinds = {{.type = u"chain"_s,
                   .label = QT_TRANSLATE_NOOP("catalog", "Chain execution"),
                   .icon = info.icon,
                   .fields = {},
                   .oneOf = {}}};
    return info;
}

base::Status Brahma::check(const domain::Connection &connection) const
{
    CHECK(rest::checkAddress(connection.baseUrl));
    CHECK(brahma::settingsOf(connection));
    return rest::checkCaFile(connection.settings.value("ca_file"_L1).toString());
}

std::unique_ptr<syncing::Account> Brahma::open(const syncing::AccountContext &context) const
{
    // What check() refused is never stored; a stored one that got stale is asked in the usual way and refuses itself.
    const brahma::Settings settings = brahma::settingsOf(context.connection).value_or(brahma::Settings());
    return std::make_unique<brahma::Account>(context, settings, rest::Habits());
}

} // namespace providers
