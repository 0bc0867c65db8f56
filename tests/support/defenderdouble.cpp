// SPDX-License-Identifier: Apache-2.0
#include "tests/support/defenderdouble.h"

#include "tests/support/srpserver.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

using namespace Qt::StringLiterals;

namespace test {

namespace {

const QByteArray salt = "03479ad69a090b258277ec8fba6f9941";
const QByteArray block = "b3BhcXVlLXNlY3JldC1ibG9jaw==";

Told failed(const QString &message, int status)
{
    return told(QJsonObject{{u"message"_s, message}}, status);
}

Told cognitoError(const QString &type, const QString &message)
{
    Told answer = told(QJsonObject{{u"__type"_s, type}, {u"message"_s, message}}, 400);
    answer.type = "application/x-amz-json-1.1";
    answer.headers = {{"x-amzn-errortype", type.toUtf8()}};
    return answer;
}

Told cognitoAnswer(const QJsonObject &object)
{
    Told answer = told(object);
    answer.type = "application/x-amz-json-1.1";
    return answer;
}

QString digestOf(const QString &code)
{
    const QByteArray zip = QByteArray::fromBase64(code.toLatin1());
    return QString::fromLatin1(QCryptographicHash::hash(zip, QCryptographicHash::Sha256).toBase64());
}

QJsonObject without(QJsonObject object, const QStringList &names)
{
    for (const QString &name : names) {
        object.remove(name);
    }
    return object;
}

QByteArray accountAt(const QString &user)
{
    return QByteArray(DefenderDouble::poolId).split('_').last() + user.toUtf8() + ":" + DefenderDouble::secret;
}

} // namespace

DefenderDouble::DefenderDouble(const QString &place) : m_place(place)
{
    serveItems();
    serveChanges();
    serveRuns();
    serveAccount();
    serveLogins();
}

QUrl DefenderDouble::cognitoUrl() const
{
    QUrl url = server.url();
    url.setPath(u"/cognito/"_s);
    return url;
}

QString DefenderDouble::idName() const
{
    return m_place == "actions"_L1 ? u"actionId"_s : u"autotaskId"_s;
}

QString DefenderDouble::runIdName() const
{
    return m_place == "actions"_L1 ? u"actionRunId"_s : u"autotaskRunId"_s;
}

void DefenderDouble::serve(const QByteArray &method, const QString &path, const Handler &handler)
{
    server.route(method, path.toUtf8(), [this, handler](const Asked &asked) {
        const bool isKnown = !token.isEmpty() && asked.headers.value("authorization") == "Bearer " + token.toUtf8() &&
                             asked.headers.value("x-api-key") == apiKey &&
                             asked.headers.value("content-type") == "application/json";
        return isKnown ? handler(asked) : failed(u"Unauthorized"_s, 401);
    });
}

Told DefenderDouble::listed() const
{
    QJsonArray list;
    for (const QJsonValue item : items) {
        const QStringList left = listsAreWhole
                                     ? QStringList{u"encodedZippedCode"_s}
                                     : QStringList{u"encodedZippedCode"_s, u"codeDigest"_s, u"environmentVariables"_s};
        list.append(without(item.toObject(), left));
    }
    return told({{u"items"_s, list}, {u"keyValueStoreItemsCount"_s, 7}, {u"runsQuotaUsage"_s, 12}});
}

void DefenderDouble::serveItems()
{
    const auto one = [this](const Asked &asked) { return items.value(asked.parts.first()).toObject(); };
    serve("GET", below({}), [this](const Asked &) { return listed(); });
    serve("GET", below(u"/{}"_s), [this, one](const Asked &asked) {
        const QJsonObject item = one(asked);
        return item.isEmpty()                      ? failed(u"not found"_s, 404)
               : hasEnvironments && tellsVariables ? told(item)
                                                   : told(without(item, {u"environmentVariables"_s}));
    });
    serve("GET", below(u"/{}/environment"_s), [this, one](const Asked &asked) {
        return hasEnvironments ? told({{u"variables"_s, one(asked).value("environmentVariables"_L1)}})
                               : failed(u"not found"_s, 404);
    });
}

void DefenderDouble::serveChanges()
{
    const auto put = [this](const QString &id, QJsonObject item) {
        item.insert(idName(), id);
        item.insert("codeDigest"_L1, digestOf(item.value("encodedZippedCode"_L1).toString()));
        items.insert(id, item);
        return told(without(item, {u"environmentVariables"_s}));
    };
    serve("POST", below({}), [this, put](const Asked &asked) { return put(u"made-%1"_s.arg(++m_made), asked.json()); });
    serve("PUT", below(u"/"_s), [this, put](const Asked &asked) {
        QJsonObject body = asked.json();
        const QJsonObject before = items.value(body.value(idName()).toString()).toObject();
        if (before.isEmpty()) {
            return failed(u"not found"_s, 404);
        }
        for (const QString &kept : {u"encodedZippedCode"_s, u"environmentVariables"_s, u"createdAt"_s}) {
            if (!body.contains(kept) && before.contains(kept)) {
                body.insert(kept, before.value(kept));
            }
        }
        return put(body.value(idName()).toString(), body);
    });
    serve("DELETE", below(u"/{}"_s), [this](const Asked &asked) {
        const QString id = asked.parts.first();
        const bool there = items.contains(id);
        items.remove(id);
        return there ? failed(id + u" deleted"_s, 200) : failed(u"not found"_s, 404);
    });
    serve("PUT", below(u"/{}/code"_s), [this, put](const Asked &asked) {
        QJsonObject item = items.value(asked.parts.first()).toObject();
        item.insert("encodedZippedCode"_L1, asked.json().value("encodedZippedCode"_L1));
        return put(asked.parts.first(), item);
    });
    serve("PUT", below(u"/{}/environment"_s), [this](const Asked &asked) {
        QJsonObject item = items.value(asked.parts.first()).toObject();
        item.insert("environmentVariables"_L1, asked.json().value("variables"_L1));
        items.insert(asked.parts.first(), item);
        return told(asked.json());
    });
}

/// From where the cursor says; it is opaque to whoever asks.
Told DefenderDouble::runsOf(const Asked &asked) const
{
    const QString status = asked.value(u"status"_s);
    if (status == "throttled"_L1 && !knowsThrottledFilter) {
        return failed(u"status must be one of pending, success, error, throttle"_s, 400);
    }
    QJsonArray mine;
    for (const QJsonValue run : runs) {
        if (run[idName()].toString() == asked.parts.first() &&
            (status.isEmpty() || run["status"_L1].toString() == status)) {
            mine.append(without(run.toObject(), {u"result"_s, u"decodedLogs"_s}));
        }
    }
    const int from = asked.value(u"next"_s).mid(8).toInt();
    QJsonArray part;
    for (int i = from; i < std::min(from + partLength, int(mine.size())); ++i) {
        part.append(mine.at(i));
    }
    QJsonObject answer{{u"items"_s, part}};
    if (from + partLength < mine.size()) {
        answer.insert("next"_L1, u"opaque+/%1"_s.arg(from + partLength));
    }
    return told(answer);
}

void DefenderDouble::serveRuns()
{
    serve("GET", below(u"/{}/runs"_s), [this](const Asked &asked) { return runsOf(asked); });
    serve("GET", below(u"/runs/{}"_s), [this](const Asked &asked) {
        for (const QJsonValue run : runs) {
            if (run[runIdName()].toString() == asked.parts.first()) {
                return told(run.toObject());
            }
        }
        return failed(u"not found"_s, 404);
    });
    serve("POST", below(u"/{}/runs/manual"_s), [this](const Asked &asked) {
        const QJsonObject run{{runIdName(), u"run-%1"_s.arg(++m_made)},
                              {idName(), asked.parts.first()},
                              {u"trigger"_s, u"manual-api"_s},
                              {u"status"_s, u"pending"_s},
                              {u"createdAt"_s, u"2026-10-22T13:00:00.000Z"_s}};
        if (!items.contains(asked.parts.first())) {
            return failed(u"not found"_s, 404);
        }
        runs.prepend(run);
        return told(run);
    });
    // The address alone is the key to it.
    server.route("POST", "/hook/{}/runs/webhook/tenant/token", [this](const Asked &asked) {
        if (asked.headers.value("content-type") != "application/json") {
            return failed(u"Unsupported Media Type"_s, 415);
        }
        return told({{runIdName(), u"run-hook"_s},
                     {u"status"_s, u"success"_s},
                     {u"encodedLogs"_s, u"c2FpZA=="_s},
                     {u"result"_s, u"{\"hello\":\"world\"}"_s}});
    });
}

void DefenderDouble::serveAccount()
{
    serve("GET", u"/secrets"_s, [this](const Asked &) {
        return told({{u"secretNames"_s, QJsonArray::fromStringList(secrets.keys())}});
    });
    serve("POST", u"/secrets"_s, [this](const Asked &asked) {
        const QJsonObject body = asked.json();
        if (!body.value("deletes"_L1).isArray() || !body.value("secrets"_L1).isObject()) {
            return failed(u"deletes and secrets are mandatory"_s, 400);
        }
        for (const QJsonValue name : body.value("deletes"_L1).toArray()) {
            secrets.remove(name.toString());
        }
        const QJsonObject values = body.value("secrets"_L1).toObject();
        for (auto it = values.constBegin(); it != values.constEnd(); ++it) {
            secrets.insert(it.key(), it.value());
        }
        return told({{u"secretNames"_s, QJsonArray::fromStringList(secrets.keys())}});
    });
    serve("GET", u"/account/usage"_s, [](const Asked &asked) {
        QJsonObject usage;
        for (const QString &name : asked.value(u"quotas"_s).split(u',')) {
            usage.insert(name, QJsonObject{{u"name"_s, name}, {u"used"_s, 3}, {u"limit"_s, 120}});
        }
        return told(usage);
    });
    serve("GET", u"/api-keys/{}/capabilities"_s, [](const Asked &) {
        return toldList({u"manage-autotasks"_s, u"manage-relayers"_s});
    });
}

void DefenderDouble::serveLogins()
{
    const auto isKnown = [](const QJsonObject &body) {
        return body.value("apiKey"_L1).toString() == QLatin1StringView(apiKey) &&
               body.value("secretKey"_L1).toString() == QLatin1StringView(secret) &&
               body.value("type"_L1) == "admin"_L1;
    };
    server.route("POST", "/auth/login", [this, isKnown](const Asked &asked) {
        if (!isKnown(asked.json())) {
            return failed(u"Incorrect username or password."_s, 401);
        }
        token = u"access-%1"_s.arg(++logins);
        return told({{u"accessToken"_s, token}, {u"refreshToken"_s, u"refresh-1"_s}});
    });
    server.route("POST", "/auth/refresh-token", [this, isKnown](const Asked &asked) {
        const QJsonObject body = asked.json();
        if (!isKnown(body) || body.value("refreshToken"_L1) != "refresh-1"_L1 || !takesRefreshTokens) {
            return failed(u"Refresh Token has expired"_s, 401);
        }
        token = u"refreshed-%1"_s.arg(++refreshes);
        return told({{u"accessToken"_s, token}});
    });
    server.route("POST", "/cognito/", [this](const Asked &asked) { return cognito(asked); });
}

Told DefenderDouble::cognito(const Asked &asked)
{
    const QByteArray target = asked.headers.value("x-amz-target");
    const QJsonObject body = asked.json();
    const QJsonObject parameters = body.value("AuthParameters"_L1).toObject();
    if (asked.headers.value("content-type") != "application/x-amz-json-1.1" ||
        body.value("ClientId"_L1) != "40e58hbc7pktmnp9i26hh5nsav"_L1) {
        return cognitoError(u"InvalidParameterException"_s, u"who are you"_s);
    }
    if (target.endsWith(".RespondToAuthChallenge")) {
        return judge(body.value("ChallengeResponses"_L1).toObject(), body.value("Session"_L1).toString());
    }
    if (body.value("AuthFlow"_L1) == "USER_SRP_AUTH"_L1) {
        return challenge(parameters);
    }
    if (!takesRefreshTokens || parameters.value("REFRESH_TOKEN"_L1) != "refresh-srp"_L1) {
        return cognitoError(u"NotAuthorizedException"_s, u"Refresh Token has expired"_s);
    }
    token = u"refreshed-%1"_s.arg(++refreshes);
    return cognitoAnswer({{u"AuthenticationResult"_s,
                           QJsonObject{{u"AccessToken"_s, token}, {u"IdToken"_s, u"id"_s}, {u"ExpiresIn"_s, 3600}}}});
}

Told DefenderDouble::challenge(const QJsonObject &parameters)
{
    if (parameters.value("USERNAME"_L1).toString() != QLatin1StringView(apiKey)) {
        return cognitoError(u"UserNotFoundException"_s, u"User does not exist."_s);
    }
    m_theirPublic = parameters.value("SRP_A"_L1).toString().toLatin1();
    const SrpServer srp(accountAt(userForSrp), salt, QByteArray(48, 'b'));
    QJsonObject answer{{u"ChallengeName"_s, u"PASSWORD_VERIFIER"_s},
                       {u"ChallengeParameters"_s, QJsonObject{{u"SALT"_s, QString::fromLatin1(salt)},
                                                              {u"SRP_B"_s, QString::fromLatin1(srp.publicNumber())},
                                                              {u"SECRET_BLOCK"_s, QString::fromLatin1(block)},
                                                              {u"USERNAME"_s, QString::fromLatin1(apiKey)},
                                                              {u"USER_ID_FOR_SRP"_s, userForSrp}}}};
    if (!session.isEmpty()) {
        answer.insert("Session"_L1, session);
    }
    return cognitoAnswer(answer);
}

Told DefenderDouble::judge(const QJsonObject &responses, const QString &givenSession)
{
    const SrpServer srp(accountAt(userForSrp), salt, QByteArray(48, 'b'));
    const QByteArray pool = QByteArray(poolId).split('_').last();
    const QByteArray said = pool + userForSrp.toUtf8() + QByteArray::fromBase64(block) +
                            responses.value("TIMESTAMP"_L1).toString().toUtf8();
    const QByteArray expected =
        QMessageAuthenticationCode::hash(said, srp.key(m_theirPublic), QCryptographicHash::Sha256).toBase64();
    if (responses.value("PASSWORD_CLAIM_SIGNATURE"_L1).toString().toLatin1() != expected ||
        responses.value("PASSWORD_CLAIM_SECRET_BLOCK"_L1).toString().toLatin1() != block ||
        responses.value("USERNAME"_L1).toString() != userForSrp || givenSession != session) {
        return cognitoError(u"NotAuthorizedException"_s, u"Incorrect username or password."_s);
    }
    token = u"access-%1"_s.arg(++logins);
    return cognitoAnswer({{u"AuthenticationResult"_s, QJsonObject{{u"AccessToken"_s, token},
                                                                  {u"IdToken"_s, u"an id token"_s},
                                                                  {u"RefreshToken"_s, u"refresh-srp"_s},
                                                                  {u"ExpiresIn"_s, 3600}}},
                          {u"ChallengeParameters"_s, QJsonObject()}});
}

} // namespace test
