// SPDX-License-Identifier: Apache-2.0
#include "app/providers/loopback/loopback.h"

#include "app/providers/loopback/loopbackaccount.h"

using namespace Qt::StringLiterals;

namespace providers {

namespace {

constexpr qint64 longestRun = 3600;

QStringList logWords()
{
    using enum domain::RemoteLog;
    return {domain::remoteLogWord(None), domain::remoteLogWord(AtEnd), domain::remoteLogWord(Poll)};
}

FarEndRules rulesOf(const QJsonObject &settings)
{
    FarEndRules rules;
    rules.runTakes = base::Seconds(settings.value("seconds"_L1).toInteger(2));
    const qsizetype log = logWords().indexOf(settings.value("log"_L1).toString());
    rules.log = log < 0 ? domain::RemoteLog::Poll : static_cast<domain::RemoteLog>(log);
    return rules;
}

} // namespace

domain::ProviderInfo Loopback::info() const
{
    return {.provider = u"loopback"_s,
            .label = QT_TRANSLATE_NOOP("catalog", "Loopback (for trying out)"),
            .icon = u"repeat"_s,
            .usualUrl = u"https://loopback.invalid"_s,
            .fields = {{.name = u"seconds"_s,
                        .label = QT_TRANSLATE_NOOP("catalog", "A run takes"),
                        .type = domain::FieldType::Integer,
                        .fallback = 2,
                        .least = 0,
                        .most = longestRun,
                        .unit = QT_TRANSLATE_NOOP("catalog", " s")},
                       {.name = u"log"_s,
                        .label = QT_TRANSLATE_NOOP("catalog", "Log"),
                        .help = QT_TRANSLATE_NOOP("catalog", "How the log of a run can be had there"),
                        .type = domain::FieldType::Choice,
                        .fallback = domain::remoteLogWord(domain::RemoteLog::Poll),
                        .choices = logWords()}},
            .credentials = {{.name = u"token"_s,
                             .label = QT_TRANSLATE_NOOP("catalog", "Token"),
                             .help = QT_TRANSLATE_NOOP("catalog", "Any will do")}},
            .capabilities = capabilitiesOf({}),
            .actions = {
                {.name = u"bring-home"_s,
                 .label = QT_TRANSLATE_NOOP("catalog", "Bring home"),
                 .help = QT_TRANSLATE_NOOP("catalog", "Makes it one of this machine, paused"),
                 .fields = {{.name = u"id"_s, .label = QT_TRANSLATE_NOOP("catalog", "Automation"), .required = true}},
                 .comesHome = true}}};
}

base::Status Loopback::check(const domain::Connection &connection) const
{
    if (!connection.baseUrl.host().endsWith("loopback.invalid"_L1)) {
        return base::invalid(
            u"base_url"_s,
            u"the address must be https://loopback.invalid, or a name before that: nothing is asked there"_s);
    }
    const QJsonValue seconds = connection.settings.value("seconds"_L1);
    if (!seconds.isUndefined() && (seconds.toInteger(-1) < 0 || seconds.toInteger() > longestRun)) {
        return base::invalid(u"settings.seconds"_s, u"seconds must be a whole number from 0 to %1"_s.arg(longestRun));
    }
    const QJsonValue log = connection.settings.value("log"_L1);
    if (!log.isUndefined() && !logWords().contains(log.toString())) {
        return base::invalid(u"settings.log"_s, u"log must be one of %1"_s.arg(logWords().join(u", "_s)));
    }
    return {};
}

std::unique_ptr<syncing::Account> Loopback::open(const syncing::AccountContext &context) const
{
    const std::shared_ptr<FarEnd> farEnd = at(context.connection.baseUrl, context.clock);
    if (!context.connection.settings.isEmpty()) {
        farEnd->setRules(rulesOf(context.connection.settings));
    }
    return std::make_unique<LoopbackAccount>(farEnd, context.connection.name, context.credential);
}

std::shared_ptr<FarEnd> Loopback::at(const QUrl &address, const base::Clock &clock) const
{
    std::shared_ptr<FarEnd> &farEnd = m_farEnds[address];
    if (!farEnd) {
        farEnd = std::make_shared<FarEnd>(clock);
    }
    return farEnd;
}

} // namespace providers
