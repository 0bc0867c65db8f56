// SPDX-License-Identifier: Apache-2.0
// Requests to webhooks: whatever comes, only what was signed with the key and in time passes, and what a run is told of
// it can be written and read again.
#include "app/domain/hooks/signature.h"
#include "tests/fuzz/mutator.h"

#include <QJsonDocument>
#include <QMessageAuthenticationCode>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 now = 1'700'000'000;
const QByteArray key = "a key of the test";

QByteArray macOf(const QByteArray &bytes)
{
    return QMessageAuthenticationCode::hash(bytes, key, QCryptographicHash::Sha256);
}

QByteArray timed(const QByteArray &id, const QByteArray &stamp, const QByteArray &body)
{
    return "webhook-id: " + id + "\nwebhook-timestamp: " + stamp + "\nwebhook-signature: v1," +
           macOf(id + '.' + stamp + '.' + body).toBase64() + "\n\n" + body;
}

fuzz::Mutator make(quint32 seed)
{
    const QByteArray json = "{\"task_arguments\":[\"a\",1,{\"b\":null}],\"branch\":\"main\"}";
    return {seed,
            {timed("msg_1", "1700000000", json), timed("msg_2", "1699999701", "a=b&c[]=d&c[]=e"),
             "x-hub-signature-256: sha256=" + macOf(json).toHex() + "\nx-github-delivery: 7\n\n" + json,
             "content-type: text/plain\nidempotency-key: k\n\nhello", "\n\n[1,2,3]", "\n\n\"text\""},
            {"webhook-id: ",
             "webhook-signature: v1,",
             "v1,AAAA ",
             "sha256=",
             "\n",
             "\n\n",
             "1700000300",
             "1699999699",
             "-1",
             "99999999999999999999",
             "%00",
             "%zz",
             "[]",
             "+",
             "=",
             "&",
             "\"",
             "\\ud800",
             "\xff",
             "\xed\xa0\x80",
             QByteArray(300, 'k'),
             QByteArray(200, '['),
             QByteArray(1, '\0')}};
}

domain::HookRequest requestOf(const QByteArray &bytes, domain::BodyType type)
{
    domain::HookRequest request;
    const qsizetype end = bytes.startsWith('\n') ? 0 : bytes.indexOf("\n\n");
    const QByteArray head = end < 0 ? bytes : bytes.first(end);
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0) {
            request.headers.append({QString::fromLatin1(line.first(colon).toLower()),
                                    QString::fromUtf8(line.sliced(colon + 1).trimmed())});
        }
    }
    request.body = end < 0 ? QByteArray() : bytes.sliced(std::min(end + 2, bytes.size()));
    request.type = type;
    request.query = domain::formItems(head);
    return request;
}

QByteArray header(const domain::HookRequest &request, const QString &name)
{
    for (const auto &[key_, value] : request.headers) {
        if (key_ == name) {
            return value.toUtf8();
        }
    }
    return {};
}

/// The same judgement once more, in as few words as can be.
bool isSigned(const domain::HookRequest &request)
{
    const QByteArray signatures = header(request, u"webhook-signature"_s);
    if (signatures.isEmpty()) {
        return header(request, u"x-hub-signature-256"_s) == "sha256=" + macOf(request.body).toHex();
    }
    const QByteArray stamp = header(request, u"webhook-timestamp"_s);
    const QByteArray mac = macOf(header(request, u"webhook-id"_s) + '.' + stamp + '.' + request.body);
    const qint64 at = stamp.toLongLong();
    return at >= now - 300 && at <= now + 300 && signatures.contains(mac.toBase64().chopped(2));
}

bool judgesAlike(const domain::HookRequest &request)
{
    const base::Instant instant = base::fromMillis(now * 1000);
    const auto verified = domain::verifyHook(request, domain::hookKeys(QString::fromLatin1(key)), instant);
    if (verified && (!isSigned(request) || verified->isEmpty())) {
        return false;
    }
    const auto id = domain::deliveryIdOf(request.headers);
    return (!id || id->size() <= domain::longestDeliveryId) && !domain::verifyHook(request, {}, instant) &&
           !domain::verifyHook(request, {"another key"}, instant);
}

bool survives(const domain::HookRequest &request)
{
    const QByteArray head = QJsonDocument(domain::headToJson(request)).toJson();
    domain::HookRequest again = domain::headFromJson(QJsonDocument::fromJson(head).object());
    again.body = request.body;
    const QJsonObject told = domain::requestDocument(request);
    return told.size() == 3 && told == domain::requestDocument(again);
}

bool one(const QByteArray &bytes, fuzz::Mutator &mutator)
{
    const auto type = static_cast<domain::BodyType>(mutator.random().bounded(4));
    const domain::HookRequest request = requestOf(bytes, type);
    domain::Argument secret;
    secret.name = u"branch"_s;
    secret.kind = domain::ArgumentKind::Secret;
    const auto body = domain::bodyValue(request);
    return judgesAlike(request) && survives(request) && (!body || domain::argumentsIn(*body, {secret}).isEmpty());
}

} // namespace

int main(int argc, char **argv)
{
    return fuzz::run(argc, argv, make, one);
}
