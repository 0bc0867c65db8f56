// SPDX-License-Identifier: Apache-2.0
#include "app/domain/notices/noticerule.h"

#include "app/base/jsonreader.h"
#include "app/domain/input/secretrefs.h"

#include <QJsonArray>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

constexpr base::WordTable<NoticeCause, NoticeCause::Approval> causeWords({{
    {NoticeCause::Message, u"message"},
    {NoticeCause::Failure, u"failure"},
    {NoticeCause::Success, u"success"},
    {NoticeCause::Late, u"late"},
    {NoticeCause::Approval, u"approval"},
}});

constexpr base::WordTable<NoticeWay, NoticeWay::Webhook> wayWords({{
    {NoticeWay::Desktop, u"desktop"},
    {NoticeWay::Sound, u"sound"},
    {NoticeWay::Webhook, u"webhook"},
}});

void readWays(base::JsonReader &reader, NoticeCause cause, NoticeRule &rule)
{
    const QByteArray name = causeWord(cause).toLatin1();
    QStringList words;
    reader.texts(QLatin1StringView(name), words);
    const base::Result<QList<NoticeWay>> ways = waysFromWords(causeWord(cause), words);
    if (!ways) {
        reader.fail(ways.error());
    } else if (!ways->isEmpty()) {
        rule.ways.insert(cause, *ways);
    }
}

base::Status checkWhole(const NoticeRule &rule)
{
    if (!rule.webhook.isEmpty()) {
        if (const base::Status status = checkWebhook(rule.webhook); !status) {
            return status.error().inField(u"webhook"_s);
        }
    }
    for (auto it = rule.ways.constBegin(); it != rule.ways.constEnd(); ++it) {
        if (it->contains(NoticeWay::Webhook) && rule.webhook.isEmpty()) {
            return base::invalid(u"webhook"_s,
                                 u"webhook must be the address that notices of %1 go to"_s.arg(causeWord(it.key())));
        }
    }
    return {};
}

} // namespace

QString causeWord(NoticeCause cause)
{
    return causeWords.of(cause);
}

std::optional<NoticeCause> causeFromWord(const QString &word)
{
    return causeWords.find(word);
}

QList<NoticeCause> ruledCauses()
{
    return {NoticeCause::Failure, NoticeCause::Success, NoticeCause::Late, NoticeCause::Approval};
}

QString wayWord(NoticeWay way)
{
    return wayWords.of(way);
}

std::optional<NoticeWay> wayFromWord(const QString &word)
{
    return wayWords.find(word);
}

QList<NoticeWay> allNoticeWays()
{
    return wayWords.values();
}

QStringList allWayWords()
{
    return wayWords.words();
}

base::Result<QList<NoticeWay>> waysFromWords(const QString &field, const QStringList &values)
{
    QList<NoticeWay> ways;
    for (qsizetype i = 0; i < values.size(); ++i) {
        const std::optional<NoticeWay> way = wayFromWord(values.at(i));
        if (!way) {
            return base::invalid(u"%1[%2]"_s.arg(field).arg(i),
                                 u"%1 must be a list of %2"_s.arg(field, allWayWords().join(u", "_s)));
        }
        if (!ways.contains(*way)) {
            ways.append(*way);
        }
    }
    return ways;
}

base::Result<NoticeRule> noticeRuleFromJson(const QJsonObject &object)
{
    base::JsonReader reader(object);
    NoticeRule rule;
    for (const NoticeCause cause : ruledCauses()) {
        readWays(reader, cause, rule);
    }
    reader.text("webhook"_L1, rule.webhook);
    rule.webhook = rule.webhook.trimmed();
    CHECK(reader.finish());
    CHECK(checkWhole(rule));
    return rule;
}

QJsonObject toJson(const NoticeRule &rule)
{
    QJsonObject object;
    for (auto it = rule.ways.constBegin(); it != rule.ways.constEnd(); ++it) {
        QJsonArray ways;
        for (const NoticeWay way : *it) {
            ways.append(wayWord(way));
        }
        object.insert(causeWord(it.key()), ways);
    }
    if (!rule.webhook.isEmpty()) {
        object.insert("webhook"_L1, rule.webhook);
    }
    return object;
}

base::Status checkWebhook(const QString &address)
{
    CHECK(checkReferences(address));
    if (referredSecret(address)) {
        return {}; // all of it is a secret
    }
    QString whole = address;
    for (const QString &name : secretsIn(address)) {
        whole.replace(secretReference(name), u"x"_s);
    }
    const QUrl url(whole, QUrl::StrictMode);
    const bool web = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (url.isValid() && web && !url.host().isEmpty() && url.userInfo().isEmpty()) {
        return {};
    }
    return base::invalid({}, u"webhook must be an address such as https://example.org/hook, without a login"_s);
}

} // namespace domain
