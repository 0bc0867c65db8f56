// SPDX-License-Identifier: Apache-2.0
#include "app/providers/defender/settings.h"

#include "app/sync/rest/address.h"

using namespace Qt::StringLiterals;

namespace providers::defender {

namespace {

using domain::FieldSpec;

const QStringList generations{u"actions"_s, u"autotasks"_s};
const QStringList logins{u"api"_s, u"cognito"_s, u"token"_s};
const QString cognito = u"https://cognito-idp.us-west-2.amazonaws.com/"_s;
const QString pool = u"us-west-2_94f3puJWv"_s;
const QString client = u"40e58hbc7pktmnp9i26hh5nsav"_s;

FieldSpec field(const QString &name, const char *label, const char *help)
{
    FieldSpec made;
    made.name = name;
    made.label = label;
    made.help = help;
    return made;
}

FieldSpec choice(FieldSpec made, const QStringList &choices, const QList<const char *> &labels)
{
    made.type = domain::FieldType::Choice;
    made.choices = choices;
    made.choiceLabels = labels;
    made.fallback = choices.first();
    return made;
}

FieldSpec cognitoField(FieldSpec made, const QString &fallback)
{
    made.group = QT_TRANSLATE_NOOP("catalog", "Login by Cognito");
    made.fallback = fallback;
    return made;
}

/// The text of a setting, or what holds where it is not given.
base::Result<QString> textOf(const QJsonObject &settings, const FieldSpec &spec)
{
    const QJsonValue given = settings.value(spec.name);
    const QString path = u"settings."_s + spec.name;
    if (!given.isUndefined() && !given.isNull() && !given.isString()) {
        return base::invalid(path, u"%1 must be a text"_s.arg(path));
    }
    const QString text = given.toString().trimmed();
    if (text.isEmpty()) {
        return spec.fallback.toString();
    }
    if (!spec.choices.isEmpty() && !spec.choices.contains(text)) {
        return base::invalid(path, u"%1 must be one of %2"_s.arg(path, spec.choices.join(u", "_s)));
    }
    return text;
}

base::Result<QUrl> addressOf(const QString &text, const QString &name)
{
    const QUrl url(text, QUrl::StrictMode);
    if (const base::Status checked = rest::checkAddress(url); !checked) {
        base::Error error = checked.error();
        error.field = u"settings."_s + name;
        return error;
    }
    return url;
}

} // namespace

QString placeWord(Generation generation)
{
    return generation == Generation::Actions ? u"actions"_s : u"autotasks"_s;
}

QString idName(Generation generation)
{
    return generation == Generation::Actions ? u"actionId"_s : u"autotaskId"_s;
}

QList<FieldSpec> settingFields()
{
    FieldSpec loginUrl =
        field(u"login_url"_s, QT_TRANSLATE_NOOP("catalog", "Login address"),
              QT_TRANSLATE_NOOP("catalog", "What stands before auth/login; empty is the address above"));
    loginUrl.hint = "https://defender-api.openzeppelin.com/";
    FieldSpec authorities =
        field(u"ca_file"_s, QT_TRANSLATE_NOOP("catalog", "Authorities"),
              QT_TRANSLATE_NOOP("catalog", "A file in PEM with authorities to trust beside those of the system"));
    authorities.hint = "/etc/ssl/own.pem";
    return {
        choice(field(u"generation"_s, QT_TRANSLATE_NOOP("catalog", "Generation"),
                     QT_TRANSLATE_NOOP("catalog",
                                       "How they are called there; the address for Autotasks ends with /autotask/")),
               generations, {"Actions", "Autotasks"}),
        choice(field(u"login"_s, QT_TRANSLATE_NOOP("catalog", "Login"),
                     QT_TRANSLATE_NOOP("catalog", "How the API key and its secret become a token")),
               logins,
               {QT_TRANSLATE_NOOP("catalog", "At the service"), QT_TRANSLATE_NOOP("catalog", "By Cognito"),
                QT_TRANSLATE_NOOP("catalog", "Not at all: a token is given")}),
        loginUrl,
        cognitoField(field(u"cognito_url"_s, QT_TRANSLATE_NOOP("catalog", "Address"),
                           QT_TRANSLATE_NOOP("catalog", "Of the user pools of its region")),
                     cognito),
        cognitoField(field(u"pool_id"_s, QT_TRANSLATE_NOOP("catalog", "User pool"),
                           QT_TRANSLATE_NOOP("catalog", "The region, an underscore and its name")),
                     pool),
        cognitoField(field(u"client_id"_s, QT_TRANSLATE_NOOP("catalog", "Client id"),
                           QT_TRANSLATE_NOOP("catalog", "Of the application at the user pool")),
                     client),
        authorities,
    };
}

base::Result<Settings> settingsOf(const domain::Connection &connection)
{
    QHash<QString, QString> texts;
    for (const FieldSpec &spec : settingFields()) {
        TRY(const QString text, textOf(connection.settings, spec));
        texts.insert(spec.name, text);
    }
    Settings settings{.generation = texts.value(u"generation"_s) == generations.first() ? Generation::Actions
                                                                                        : Generation::Autotasks,
                      .login = static_cast<LoginWay>(logins.indexOf(texts.value(u"login"_s))),
                      .loginUrl = connection.baseUrl,
                      .cognitoUrl = {},
                      .poolId = texts.value(u"pool_id"_s),
                      .clientId = texts.value(u"client_id"_s)};
    if (const QString given = texts.value(u"login_url"_s); !given.isEmpty()) {
        TRY(settings.loginUrl, addressOf(given, u"login_url"_s));
    }
    TRY(settings.cognitoUrl, addressOf(texts.value(u"cognito_url"_s), u"cognito_url"_s));
    if (settings.poolId.section(u'_', 0, 0).isEmpty() || settings.poolId.section(u'_', 1).isEmpty()) {
        return base::invalid(u"settings.pool_id"_s, u"a region and a name, such as us-west-2_94f3puJWv, are wanted"_s);
    }
    return settings;
}

} // namespace providers::defender
