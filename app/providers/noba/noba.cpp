// SPDX-License-Identifier: Apache-2.0
#include "app/providers/noba/noba.h"

#include "app/domain/connections/windowactions.h"
#include "app/domain/zone.h"
#include "app/providers/noba/account.h"
#include "app/providers/noba/actions.h"
#include "app/providers/noba/kinds.h"
#include "app/providers/noba/reading.h"
#include "app/sync/rest/address.h"

using namespace Qt::StringLiterals;

namespace providers {

namespace {

using domain::FieldSpec;

QList<FieldSpec> settings()
{
    return {{.name = u"dialect"_s,
             .label = QT_TRANSLATE_NOOP("catalog", "Dialect"),
             .help = QT_TRANSLATE_NOOP("catalog", "Found by two reads; say it where those are not allowed."),
             .type = domain::FieldType::Choice,
             .fallback = u"auto"_s,
             .choices = {u"auto"_s, u"actual"_s, u"documented"_s},
             .choiceLabels = {QT_TRANSLATE_NOOP("catalog", "find out"), QT_TRANSLATE_NOOP("catalog", "as servers are"),
                              QT_TRANSLATE_NOOP("catalog", "as it is documented")}},
            {.name = u"server_timezone"_s,
             .label = QT_TRANSLATE_NOOP("catalog", "Time zone of the server"),
             .help = QT_TRANSLATE_NOOP("catalog", "Schedules there go by it, and it does not tell. Empty is ours."),
             .hint = "Europe/Berlin"},
            {.name = u"ca_file"_s,
             .label = QT_TRANSLATE_NOOP("catalog", "Authorities"),
             .help = QT_TRANSLATE_NOOP("catalog", "A file in PEM with authorities to trust beside those of the system"),
             .hint = "/etc/ssl/own.pem"}};
}

QList<FieldSpec> credentials()
{
    return {{.name = u"api_key"_s,
             .label = QT_TRANSLATE_NOOP("catalog", "API key"),
             .help = QT_TRANSLATE_NOOP("catalog", "The best way in: made there by an admin, and it does not run out.")},
            {.name = u"username"_s, .label = QT_TRANSLATE_NOOP("catalog", "User")},
            {.name = u"password"_s, .label = QT_TRANSLATE_NOOP("catalog", "Password")},
            {.name = u"totp_code"_s,
             .label = QT_TRANSLATE_NOOP("catalog", "Code of the second factor"),
             .help = QT_TRANSLATE_NOOP("catalog", "Counts once, for a login that lasts 24 hours.")},
            {.name = u"totp_secret"_s,
             .label = QT_TRANSLATE_NOOP("catalog", "Secret of the second factor"),
             .help = QT_TRANSLATE_NOOP("catalog", "Makes the codes, so that logins renew themselves.")}};
}

} // namespace

domain::ProviderInfo Noba::info() const
{
    domain::ProviderInfo info;
    info.provider = u"noba"_s;
    info.label = QT_TRANSLATE_NOOP("catalog", "NOBA Command Center");
    info.icon = u"kind-service"_s;
    info.usualUrl = u"http://127.0.0.1:8080"_s;
    info.fields = settings();
    info.credentials = credentials();
    info.capabilities = noba::capabilitiesOf(u"admin"_s);
    info.actions = noba::actions() + domain::windowActions();
    info.kinds = noba::kinds();
    return info;
}

base::Status Noba::check(const domain::Connection &connection) const
{
    CHECK(rest::checkAddress(connection.baseUrl));
    const QString zone = connection.settings.value("server_timezone"_L1).toString();
    if (!zone.isEmpty() && !domain::Zone::load(zone)) {
        return base::invalid(u"settings.server_timezone"_s,
                             u"there is no time zone %1; one is Europe/Berlin"_s.arg(zone));
    }
    return rest::checkCaFile(connection.settings.value("ca_file"_L1).toString());
}

std::unique_ptr<syncing::Account> Noba::open(const syncing::AccountContext &context) const
{
    return std::make_unique<noba::Account>(context, rest::Habits());
}

} // namespace providers
