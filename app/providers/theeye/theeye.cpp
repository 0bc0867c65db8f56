// SPDX-License-Identifier: Apache-2.0
#include "app/providers/theeye/theeye.h"

#include "app/providers/theeye/account.h"
#include "app/providers/theeye/actions.h"
#include "app/providers/theeye/kinds.h"
#include "app/sync/rest/address.h"

using namespace Qt::StringLiterals;

namespace providers {

namespace {

QList<domain::FieldSpec> credentials()
{
    return {
        {.name = u"integration_token"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Integration token"),
         .help = QT_TRANSLATE_NOOP("catalog", "Made there by an admin; it never runs out and may do everything.")},
        {.name = u"username"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "User"),
         .help = QT_TRANSLATE_NOOP("catalog", "Instead of a token. Only a person can be asked for approvals there.")},
        {.name = u"password"_s, .label = QT_TRANSLATE_NOOP("catalog", "Password")}};
}

/// Silence there is an answer that does not get better by asking four times.
rest::Habits habits()
{
    rest::Habits habits;
    habits.attempts = 2;
    return habits;
}

} // namespace

domain::ProviderInfo TheEye::info() const
{
    domain::ProviderInfo info;
    info.provider = u"theeye"_s;
    info.label = QT_TRANSLATE_NOOP("catalog", "TheEye");
    info.icon = u"eye"_s;
    info.usualUrl = u"https://supervisor.theeye.io"_s;
    info.fields = theeye::settingFields();
    info.credentials = credentials();
    info.capabilities = theeye::capabilitiesOf(u"admin"_s);
    info.actions = theeye::actions();
    info.kinds = theeye::kinds();
    return info;
}

base::Status TheEye::check(const domain::Connection &connection) const
{
    CHECK(rest::checkAddress(connection.baseUrl));
    CHECK(rest::checkCaFile(connection.settings.value("ca_file"_L1).toString()));
    CHECK(theeye::settingsOf(connection));
    return {};
}

std::unique_ptr<syncing::Account> TheEye::open(const syncing::AccountContext &context) const
{
    // What check() refused is never stored; a stored one that got stale says so itself once it is asked.
    const theeye::Settings settings = theeye::settingsOf(context.connection).value_or(theeye::Settings());
    return std::make_unique<theeye::Account>(context, settings, habits());
}

} // namespace providers
