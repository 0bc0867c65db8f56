// SPDX-License-Identifier: Apache-2.0
#include "app/providers/theeye/settings.h"

#include "app/sync/fields.h"
#include "app/sync/rest/address.h"

using namespace Qt::StringLiterals;

namespace providers::theeye {

namespace {

constexpr int gatewayPort = 6080;
const QStringList dialects{u"actual"_s, u"documented"_s};

/// As they are set up by themselves: the public ones by name, others on one machine by port.
QUrl usualGateway(const QUrl &supervisor)
{
    if (supervisor.host() == "supervisor.theeye.io"_L1) {
        return QUrl(u"https://app.theeye.io"_s);
    }
    QUrl gateway = supervisor;
    gateway.setPath({});
    gateway.setPort(gatewayPort);
    return gateway;
}

base::Status checkOther(const QUrl &url, const QString &name)
{
    const base::Status checked = rest::checkAddress(url);
    if (checked) {
        return {};
    }
    base::Error error = checked.error();
    error.field = u"settings."_s + name;
    return error;
}

} // namespace

QList<domain::FieldSpec> settingFields()
{
    return {{.name = u"organisation"_s,
             .label = QT_TRANSLATE_NOOP("catalog", "Organisation"),
             .help = QT_TRANSLATE_NOOP("catalog", "Its name there; a login counts for one organisation only."),
             .required = true},
            {.name = u"gateway_url"_s,
             .label = QT_TRANSLATE_NOOP("catalog", "Address for logins"),
             .help = QT_TRANSLATE_NOOP("catalog", "The gateway. Empty is app.theeye.io, or port 6080 beside your own."),
             .hint = "https://app.theeye.io"},
            {.name = u"results_url"_s,
             .label = QT_TRANSLATE_NOOP("catalog", "Address for results"),
             .help = QT_TRANSLATE_NOOP(
                 "catalog", "Where run-and-wait runs tasks, within half a minute. Empty waits at the first address."),
             .hint = "https://sync.theeye.io"},
            {.name = u"dialect"_s,
             .label = QT_TRANSLATE_NOOP("catalog", "Dialect"),
             .help = QT_TRANSLATE_NOOP("catalog", "Its servers differ from what is documented in names and paths."),
             .type = domain::FieldType::Choice,
             .fallback = dialects.first(),
             .choices = dialects,
             .choiceLabels = {QT_TRANSLATE_NOOP("catalog", "as servers are"),
                              QT_TRANSLATE_NOOP("catalog", "as it is documented")}},
            {.name = u"bot"_s,
             .label = QT_TRANSLATE_NOOP("catalog", "Bot"),
             .help = QT_TRANSLATE_NOOP("catalog", "The host on which scripts run that are published from here."),
             .hint = "bot-1"},
            {.name = u"ca_file"_s,
             .label = QT_TRANSLATE_NOOP("catalog", "Authorities"),
             .help = QT_TRANSLATE_NOOP("catalog", "A file in PEM with authorities to trust beside those of the system"),
             .hint = "/etc/ssl/own.pem"}};
}

base::Result<Settings> settingsOf(const domain::Connection &connection)
{
    Settings settings;
    TRY(settings.organisation, syncing::textSetting(connection.settings, u"organisation"_s));
    TRY(settings.bot, syncing::textSetting(connection.settings, u"bot"_s));
    TRY(const QString gateway, syncing::textSetting(connection.settings, u"gateway_url"_s));
    TRY(const QString results, syncing::textSetting(connection.settings, u"results_url"_s));
    settings.gateway = gateway.isEmpty() ? usualGateway(connection.baseUrl) : QUrl(gateway, QUrl::StrictMode);
    settings.results = QUrl(results, QUrl::StrictMode);
    CHECK(checkOther(settings.gateway, u"gateway_url"_s));
    CHECK(results.isEmpty() ? base::Status() : checkOther(settings.results, u"results_url"_s));
    TRY(const QString dialect, syncing::textSetting(connection.settings, u"dialect"_s));
    if (!dialect.isEmpty() && !dialects.contains(dialect)) {
        return base::invalid(u"settings.dialect"_s,
                             u"settings.dialect must be one of %1"_s.arg(dialects.join(u", "_s)));
    }
    settings.dialect = dialect == dialects.last() ? Dialect::Documented : Dialect::Actual;
    return settings;
}

} // namespace providers::theeye
