// SPDX-License-Identifier: Apache-2.0
#include "app/providers/posthog/artifacts.h"

#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace providers::posthog {

namespace {

constexpr qsizetype longestName = 255;
constexpr qsizetype mostContent = 20'000'000; // of a whole request

QJsonObject shown(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    const bool isText = !decoder.hasError() && !bytes.contains('\0');
    return {{u"content"_s, isText ? text : QString::fromLatin1(bytes.toBase64())},
            {u"encoding"_s, isText ? u"utf-8"_s : u"base64"_s},
            {u"size"_s, bytes.size()}};
}

rest::Future<QJsonObject> load(Service &service, const QJsonObject &signed_)
{
    const QUrl url(signed_.value("url"_L1).toString(), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty()) {
        return rest::settled<QJsonObject>(
            base::Error{.code = base::ErrorCode::Corrupt, .detail = u"the address of the file there is none"_s});
    }
    rest::Call call = rest::plainCall({});
    call.url = url;
    call.identity = rest::Identity::None;
    call.expects = rest::Expects::Anything;
    return rest::then<QJsonObject>(&service.client(), service.client().ask(call), [](const rest::Reply &reply) {
        return base::Result<QJsonObject>(shown(reply.body));
    });
}

} // namespace

base::Result<QJsonObject> artifactOf(const QJsonObject &given)
{
    QJsonObject file = given;
    file.remove("run"_L1);
    if (file.value("name"_L1).toString().size() > longestName) {
        return base::invalid(u"name"_s, u"a file's name there has at most %1 characters"_s.arg(longestName));
    }
    if (file.value("content"_L1).toString().toUtf8().size() > mostContent) {
        return base::invalid(u"content"_s, u"the server takes 20 MB at most"_s);
    }
    if (!file.contains("type"_L1)) {
        file.insert("type"_L1, u"output"_s);
    }
    file.insert("content"_L1, file.value("content"_L1).toString());
    return file;
}

rest::Future<QJsonObject> uploadArtifacts(Service &service, const RunPlace &place, const QJsonArray &files)
{
    return service.object(service.send("POST", Service::runPath(place, {u"artifacts"_s}), {{u"artifacts"_s, files}}));
}

rest::Future<QJsonObject> downloadArtifact(Service &service, const RunPlace &place, const QString &storagePath)
{
    rest::Call call = service.send("POST", Service::runPath(place, {u"artifacts"_s, u"presign"_s}),
                                   {{u"storage_path"_s, storagePath}});
    call.repeat = rest::Repeat::Safe; // it changes nothing
    return rest::chain<QJsonObject>(&service.client(), service.object(call),
                                    [&service](const QJsonObject &answer) { return load(service, answer); });
}

} // namespace providers::posthog
