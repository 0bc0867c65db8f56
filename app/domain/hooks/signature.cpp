// SPDX-License-Identifier: Apache-2.0
#include "app/domain/hooks/signature.h"

#include "app/base/constanttime.h"

#include <QMessageAuthenticationCode>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

using base::Result;

base::Error denied(const QString &why)
{
    return {.code = base::ErrorCode::Denied, .context = {}, .detail = why, .field = {}};
}

/// The one value of a header; empty where it is missing. A second one is nobody's to choose from.
Result<QString> single(const FormItems &headers, const QString &name)
{
    QString found;
    int count = 0;
    for (const auto &[key, value] : headers) {
        if (key == name) {
            found = value.trimmed();
            ++count;
        }
    }
    if (count > 1) {
        return denied(u"the header %1 stands there twice"_s.arg(name));
    }
    return found;
}

QByteArray macOf(const QByteArray &key, const QByteArray &bytes)
{
    return QMessageAuthenticationCode::hash(bytes, key, QCryptographicHash::Sha256);
}

/// Every key is tried, whichever fits.
bool anyKeyMade(const QByteArray &mac, const QByteArray &bytes, const QList<QByteArray> &keys)
{
    bool made = false;
    for (const QByteArray &key : keys) {
        made |= base::isSameSecret(mac, macOf(key, bytes));
    }
    return made;
}

Result<QString> verifyTimed(const HookRequest &request, const QString &signatures, const QList<QByteArray> &keys,
                            base::Instant now)
{
    TRY(const QString id, single(request.headers, u"webhook-id"_s));
    TRY(const QString stamp, single(request.headers, u"webhook-timestamp"_s));
    bool number = false;
    const qint64 seconds = stamp.toLongLong(&number);
    const qint64 ours = base::toMillis(now) / 1000;
    if (id.isEmpty() || id.size() > longestDeliveryId || !number) {
        return denied(u"a signed request needs webhook-id and webhook-timestamp"_s);
    }
    if (seconds > ours + hookWindow.count() || seconds < ours - hookWindow.count()) {
        return denied(u"webhook-timestamp is more than %1 s from now"_s.arg(hookWindow.count()));
    }
    const QByteArray bytes = id.toUtf8() + '.' + stamp.toUtf8() + '.' + request.body;
    const QStringList each = signatures.split(u' ', Qt::SkipEmptyParts);
    const bool made = std::any_of(each.begin(), each.end(), [&](const QString &one) {
        const auto mac = QByteArray::fromBase64Encoding(one.mid(3).toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
        return one.startsWith(u"v1,"_s) && mac && anyKeyMade(mac.decoded, bytes, keys);
    });
    return made ? Result<QString>(id) : denied(u"the signature does not fit"_s);
}

Result<QString> verifyPlain(const HookRequest &request, const QString &signature, const QList<QByteArray> &keys)
{
    static const QRegularExpression form(u"^sha256=[0-9a-f]{64}$"_s);
    const bool made = form.match(signature).hasMatch() &&
                      anyKeyMade(QByteArray::fromHex(signature.mid(7).toLatin1()), request.body, keys);
    return made ? Result<QString>(signature) : denied(u"the signature does not fit"_s);
}

} // namespace

Result<QString> deliveryIdOf(const FormItems &headers)
{
    for (const QString &name : {u"webhook-id"_s, u"x-signalbox-delivery"_s, u"x-github-delivery"_s,
                                u"x-gitea-delivery"_s, u"idempotency-key"_s}) {
        const auto found = std::find_if(headers.begin(), headers.end(), [&](const auto &item) {
            return item.first == name && !item.second.trimmed().isEmpty();
        });
        if (found == headers.end()) {
            continue;
        }
        const QString id = found->second.trimmed();
        const bool plain = std::all_of(id.begin(), id.end(), [](QChar c) { return c >= u' ' && c <= u'~'; });
        if (!plain || id.size() > longestDeliveryId) {
            return base::invalid(name,
                                 u"%1 must have 1 to %2 printable ASCII characters"_s.arg(name).arg(longestDeliveryId));
        }
        return id;
    }
    return QString();
}

QList<QByteArray> hookKeys(const QString &secret)
{
    static const QRegularExpression breaks(u"[\\r\\n]+"_s);
    QList<QByteArray> keys;
    for (const QString &line : secret.split(breaks, Qt::SkipEmptyParts)) {
        keys.append(line.startsWith(u"whsec_"_s) ? QByteArray::fromBase64(line.mid(6).toLatin1()) : line.toUtf8());
    }
    keys.removeAll(QByteArray());
    return keys;
}

Result<QString> verifyHook(const HookRequest &request, const QList<QByteArray> &keys, base::Instant now)
{
    TRY(const QString timed, single(request.headers, u"webhook-signature"_s));
    if (!timed.isEmpty()) {
        return verifyTimed(request, timed, keys, now);
    }
    TRY(const QString plain, single(request.headers, u"x-hub-signature-256"_s));
    if (!plain.isEmpty()) {
        return verifyPlain(request, plain, keys);
    }
    return denied(u"the request is not signed; send webhook-id, webhook-timestamp and webhook-signature"_s);
}

} // namespace domain
