// SPDX-License-Identifier: Apache-2.0
#include "app/providers/brahma/settings.h"

#include "app/providers/brahma/words.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace providers::brahma {

namespace {

using domain::FieldSpec;
using domain::FieldType;

constexpr qint64 usualChain = 42161;
constexpr qint64 longestPause = 600;
const QStringList askers{u"anyone"_s, u"others"_s, u"nobody"_s}; // as AsksFirst

FieldSpec field(const QString &name, const char *label, const char *help, FieldType type = FieldType::Text)
{
    FieldSpec made;
    made.name = name;
    made.label = label;
    made.help = help;
    made.type = type;
    return made;
}

FieldSpec hinted(FieldSpec made, const char *hint)
{
    made.hint = hint;
    return made;
}

FieldSpec number(FieldSpec made, qint64 fallback, qint64 least, qint64 most)
{
    made.fallback = fallback;
    made.least = least;
    made.most = most;
    return made;
}

QList<FieldSpec> whoFields()
{
    constexpr qint64 largestChain = 9'007'199'254'740'991; // what JSON holds exactly
    return {
        hinted(field(u"executor"_s, QT_TRANSLATE_NOOP("catalog", "Executor"),
                     QT_TRANSLATE_NOOP("catalog", "Its address; empty is the account of the executor's key")),
               "0x…"),
        number(field(u"chain_id"_s, QT_TRANSLATE_NOOP("catalog", "Chain"),
                     QT_TRANSLATE_NOOP("catalog", "1 Ethereum, 56 BNB, 1923 Swellchain, 8453 Base, 34443 "
                                                  "Mode, 42161 Arbitrum, 80094 Berachain, 81457 Blast, 534352 Scroll"),
                     FieldType::Integer),
               usualChain, 1, largestChain),
        hinted(field(u"safe_owner"_s, QT_TRANSLATE_NOOP("catalog", "Owner of the Safe"),
                     QT_TRANSLATE_NOOP("catalog", "Where the executor is a Safe: the owner whose key signs for it")),
               "0x…"),
    };
}

QList<FieldSpec> executionFields()
{
    FieldSpec plugin = field(u"plugin"_s, QT_TRANSLATE_NOOP("catalog", "Executor plugin"),
                             QT_TRANSLATE_NOOP("catalog", "The contract that checks executions; the service for "
                                                          "development has another one"));
    plugin.fallback = u"0xeC4181eE959e47f72e9cC60274fBE53D68949e47"_s;
    FieldSpec asks = field(u"ask_first"_s, QT_TRANSLATE_NOOP("catalog", "Ask before an execution"),
                           QT_TRANSLATE_NOOP("catalog", "What holds for subscriptions that are new here; each can be "
                                                        "set otherwise"),
                           FieldType::Choice);
    asks.choices = askers;
    asks.choiceLabels = {QT_TRANSLATE_NOOP("catalog", "Any operator"), QT_TRANSLATE_NOOP("catalog", "Somebody else"),
                         QT_TRANSLATE_NOOP("catalog", "Nobody")};
    asks.fallback = askers.first();
    FieldSpec pause = number(field(u"status_s"_s, QT_TRANSLATE_NOOP("catalog", "Look at a task every"),
                                   QT_TRANSLATE_NOOP("catalog", "The service's own samples ask every 20 to 30 s"),
                                   FieldType::Integer),
                             20, 1, longestPause);
    pause.unit = QT_TRANSLATE_NOOP("catalog", " s");
    return {
        plugin,
        hinted(field(u"webhook"_s, QT_TRANSLATE_NOOP("catalog", "Webhook"),
                     QT_TRANSLATE_NOOP("catalog", "Where the service tells how an execution goes")),
               "https://…"),
        asks,
        pause,
        hinted(field(u"tokens"_s, QT_TRANSLATE_NOOP("catalog", "Tokens"),
                     QT_TRANSLATE_NOOP("catalog", "So that amounts can be read: address, symbol, decimals"),
                     FieldType::Texts),
               "0x… USDC 6"),
        hinted(
            field(u"ca_file"_s, QT_TRANSLATE_NOOP("catalog", "Authorities"),
                  QT_TRANSLATE_NOOP("catalog", "A file in PEM with authorities to trust beside those of the system")),
            "/etc/ssl/own.pem"),
    };
}

/// In lower case; empty where it is not given.
base::Result<QString> addressSetting(const QJsonObject &settings, const QString &name)
{
    const QString text = settings.value(name).toString().trimmed();
    if (!text.isEmpty()) {
        TRY(const QByteArray address, addressIn(text, u"settings."_s + name));
        return hexText(address);
    }
    return QString();
}

base::Result<Tokens> tokensOf(const QJsonArray &lines)
{
    Tokens tokens;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString line = lines.at(i).toString().simplified();
        const QString path = u"settings.tokens[%1]"_s.arg(i);
        TRY(const QByteArray address, addressIn(line.section(u' ', 0, 0), path));
        bool isNumber = false;
        const int decimals = line.section(u' ', 2, 2).toInt(&isNumber);
        if (line.count(u' ') != 2 || !isNumber || decimals < 0 || decimals > mostDecimals) {
            return base::invalid(
                path,
                u"%1 must be an address, a symbol and how many decimals the token has, such as 0x… USDC 6"_s.arg(path));
        }
        tokens.insert(hexText(address), {.symbol = line.section(u' ', 1, 1), .decimals = decimals});
    }
    return tokens;
}

} // namespace

QList<FieldSpec> settingFields()
{
    return whoFields() + executionFields();
}

base::Result<Settings> settingsOf(const domain::Connection &connection)
{
    const QJsonObject &given = connection.settings;
    if (const base::Status fits = domain::checkFields(settingFields(), given); !fits) {
        return fits.error().inField(u"settings"_s);
    }
    Settings settings;
    TRY(settings.executor, addressSetting(given, u"executor"_s));
    TRY(settings.safeOwner, addressSetting(given, u"safe_owner"_s));
    if (!settings.safeOwner.isEmpty() && settings.executor.isEmpty()) {
        return base::invalid(u"settings.executor"_s, u"settings.executor must be the address of the Safe"_s);
    }
    TRY(settings.plugin.address, addressSetting(given, u"plugin"_s));
    if (settings.plugin.address.isEmpty()) {
        settings.plugin.address = executionFields().first().fallback.toString();
    }
    settings.plugin.chain = given.value("chain_id"_L1).toInteger(usualChain);
    settings.webhook = given.value("webhook"_L1).toString().trimmed();
    if (!settings.webhook.isEmpty()) {
        if (const base::Status sound = checkWebhook(settings.webhook, u"settings.webhook"_s); !sound) {
            return sound.error();
        }
    }
    const QString asker = given.value("ask_first"_L1).toString(askers.first());
    settings.asksFirst = static_cast<AsksFirst>(askers.indexOf(asker));
    settings.statusPause = base::Seconds(given.value("status_s"_L1).toInteger(settings.statusPause.count()));
    TRY(settings.tokens, tokensOf(given.value("tokens"_L1).toArray()));
    return settings;
}

base::Status checkWebhook(const QString &text, const QString &field)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    if (!url.isValid() || url.host().isEmpty() || !isWeb || !url.userInfo().isEmpty()) {
        return base::invalid(field,
                             u"%1 must be an address such as https://example.org/tasks, without a login"_s.arg(field));
    }
    return {};
}

} // namespace providers::brahma
