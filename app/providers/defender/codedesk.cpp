// SPDX-License-Identifier: Apache-2.0
#include "app/providers/defender/codedesk.h"

#include "app/bundles/autotask.h"
#include "app/providers/defender/writing.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace providers::defender {

namespace {

using bundles::Bundle;

base::Result<Bundle> bundleIn(const QJsonObject &item)
{
    const base::Result<Bundle> bundle = Bundle::fromCode(item.value("encodedZippedCode"_L1).toString());
    if (!bundle) {
        return base::Error{
            .code = base::ErrorCode::Corrupt, .context = u"reading the code there"_s, .detail = bundle.error().detail};
    }
    return bundle;
}

QJsonObject receipt(const Bundle &bundle, bool uploaded)
{
    const qsizetype size = bundle.code().size();
    const QString warning = sizeWarning(size);
    return {{u"uploaded"_s, uploaded},
            {u"digest"_s, bundle.digestText()},
            {u"bytes"_s, bundle.zip().size()},
            {u"base64_bytes"_s, size},
            {u"warnings"_s, warning.isEmpty() ? QJsonArray() : QJsonArray{warning}}};
}

QJsonValue automationOf(const bundles::Imported &imported, const QString &id)
{
    bundles::CarriedOver carried = bundles::carriedOver(imported, id);
    if (!carried.left.isEmpty()) {
        QString description = carried.automation.value("description"_L1).toString();
        description += description.isEmpty() ? QString() : u"\n"_s;
        carried.automation.insert("description"_L1,
                                  description + u"Not brought along: "_s + carried.left.join(u", "_s));
    }
    return carried.automation;
}

} // namespace

CodeDesk::CodeDesk(Service &service) : m_service(service), m_bundles(bundles::Archiver::locate(), {}, service.clock())
{
}

rest::Future<Bundle> CodeDesk::fromPath(const QString &path)
{
    if (!path.startsWith(u'/')) {
        return rest::settled<Bundle>(base::invalid(u"path"_s, u"path must be absolute"_s));
    }
    const rest::Promise<Bundle> promise;
    base::onAnswer(
        m_service.context(), m_bundles.importFrom(path), [promise](const base::Result<bundles::Imported> &imported) {
            promise.give(imported ? base::Result<Bundle>(imported->bundle) : imported.error().inField(u"path"_s));
        });
    return promise.future();
}

rest::Future<Bundle> CodeDesk::fromCode(const QString &base64)
{
    const base::Result<Bundle> bundle = Bundle::fromCode(base64);
    return bundle ? sound(*bundle) : rest::settled<Bundle>(bundle.error());
}

rest::Future<Bundle> CodeDesk::sound(const Bundle &bundle)
{
    const rest::Promise<Bundle> promise;
    base::onAnswer(m_service.context(), m_bundles.check(bundle),
                   [promise, bundle](const base::Result<bundles::Listing> &listing) {
                       promise.give(listing ? base::Result<Bundle>(bundle) : listing.error().inField(u"code"_s));
                   });
    return promise.future();
}

rest::Future<QJsonValue> CodeDesk::upload(const QString &id, const rest::Future<Bundle> &given)
{
    QObject *const context = m_service.context();
    return rest::chain<QJsonValue>(context, given, [this, context, id](const Bundle &bundle) {
        if (bundle.code().size() > documentedMost) {
            return rest::settled<QJsonValue>(
                base::invalid(u"code"_s, u"the code has more than the 50 MB in base64 that Defender takes"_s));
        }
        const auto there = rest::chain<bool>(context, m_service.item(id),
                                             [this, bundle](const QJsonObject &item) { return isThere(item, bundle); });
        return rest::chain<QJsonValue>(context, there, [this, context, id, bundle](bool same) {
            const rest::Future<void> sent =
                same ? rest::settled<void>(base::Status()) : m_service.putCode(id, bundle.code());
            return rest::then<QJsonValue>(
                context, sent, [bundle, same]() { return base::Result<QJsonValue>(receipt(bundle, !same)); });
        });
    });
}

/// Code there that can't be read is other code.
rest::Future<bool> CodeDesk::isThere(const QJsonObject &item, const Bundle &bundle)
{
    if (item.value("codeDigest"_L1) == bundle.digestText()) {
        return rest::settled<bool>(true);
    }
    const base::Result<Bundle> theirs = bundleIn(item);
    if (!theirs || *theirs == bundle) {
        return rest::settled<bool>(bool(theirs));
    }
    QObject *const context = m_service.context();
    const rest::Promise<bool> promise;
    const auto compare = [promise](const bundles::Files &ours) {
        return [promise, ours](const base::Result<bundles::Files> &files) { promise.give(files && *files == ours); };
    };
    base::onAnswer(context, m_bundles.open(bundle),
                   [this, context, promise, compare, theirs = *theirs](const base::Result<bundles::Files> &ours) {
                       if (!ours) {
                           promise.give(false); // too large to be compared
                           return;
                       }
                       base::onAnswer(context, m_bundles.open(theirs), compare(*ours));
                   });
    return promise.future();
}

rest::Future<QJsonValue> CodeDesk::download(const QString &id)
{
    return rest::then<QJsonValue>(
        m_service.context(), m_service.item(id), [](const QJsonObject &item) -> base::Result<QJsonValue> {
            TRY(const Bundle bundle, bundleIn(item));
            return QJsonValue(QJsonObject{
                {u"code"_s, bundle.code()}, {u"digest"_s, bundle.digestText()}, {u"bytes"_s, bundle.zip().size()}});
        });
}

rest::Future<QJsonValue> CodeDesk::bringHome(const QString &id)
{
    QObject *const context = m_service.context();
    return rest::chain<QJsonValue>(context, m_service.wholeItem(id), [this, context, id](QJsonObject item) {
        const base::Result<Bundle> bundle = bundleIn(item);
        if (!bundle) {
            return rest::settled<QJsonValue>(bundle.error());
        }
        item.remove("encodedZippedCode"_L1);
        return rest::then<QJsonValue>(context, sound(*bundle), [id, item](const Bundle &checked) {
            return base::Result<QJsonValue>(automationOf({.bundle = checked, .listing = {}, .autotask = item}, id));
        });
    });
}

} // namespace providers::defender
