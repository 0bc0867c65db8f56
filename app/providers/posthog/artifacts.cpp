// SPDX-License-Identifier: Apache-2.0
#include "app/providers/posthog/artifacts.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace providers::posthog {

namespace {

constexpr qsizetype longestName = 255;
constexpr qsizetype mostInOneGo = 1'000'000;
constexpr qsizetype mostOfRequest = 20'000'000;
constexpr qsizetype mostBytes = 30LL << 20;
constexpr base::Millis longestOnItsWay{300'000}; // a file, up or down
constexpr qsizetype mostOfPdf = 10LL << 20;      // given to an agent to read

/// Invalid where it says that it is base64 and is none.
base::Result<QByteArray> bytesOf(const QJsonObject &file)
{
    const QByteArray content = file.value("content"_L1).toString().toUtf8();
    if (file.value("content_encoding"_L1).toString() != "base64"_L1) {
        return content;
    }
    const auto decoded = QByteArray::fromBase64Encoding(content, QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? base::Result<QByteArray>(*decoded) : base::invalid(u"content"_s, u"the content is no base64"_s);
}

bool isPdfToRead(const QJsonObject &file)
{
    return file.value("type"_L1).toString() == "user_attachment"_L1 &&
           (file.value("content_type"_L1).toString().startsWith("application/pdf"_L1, Qt::CaseInsensitive) ||
            file.value("name"_L1).toString().endsWith(".pdf"_L1, Qt::CaseInsensitive));
}

/// Empty where the bytes are none, or would not come out as they were.
std::optional<QString> textIn(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    const bool isText = !decoder.hasError() && !bytes.contains('\0') && text.toUtf8() == bytes;
    return isText ? std::optional(text) : std::nullopt;
}

QJsonObject shown(const QString &storagePath, const QByteArray &bytes)
{
    const std::optional<QString> text = textIn(bytes);
    return {{u"name"_s, QFileInfo(storagePath).fileName()},
            {u"content"_s, text ? *text : QString::fromLatin1(bytes.toBase64())},
            {u"encoding"_s, text ? u"utf-8"_s : u"base64"_s},
            {u"size"_s, bytes.size()}};
}

base::Result<QByteArray> readFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isAbsolute() || !info.isFile()) { // a pipe would be waited for
        return base::invalid(u"path"_s, u"path must be the absolute path of a file on this machine"_s);
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return base::invalid(u"path"_s, u"%1 can't be read: %2"_s.arg(path, file.errorString()));
    }
    const QByteArray bytes = file.read(mostBytes + 1);
    return bytes.size() <= mostBytes
               ? base::Result<QByteArray>(bytes)
               : base::invalid(u"path"_s, u"a file there has at most %1 MB"_s.arg(mostBytes >> 20));
}

base::Result<QJsonObject> filled(QJsonObject given, const QByteArray &bytes, Generation generation)
{
    const QString name = QFileInfo(given.take("path"_L1).toString()).fileName();
    const std::optional<QString> text = textIn(bytes);
    if (!text && generation == Generation::Early) {
        return base::invalid(u"path"_s, u"this server keeps text only, and %1 is none"_s.arg(name));
    }
    given.insert("content"_L1, text ? *text : QString::fromLatin1(bytes.toBase64()));
    given.insert("content_encoding"_L1, text ? u"utf-8"_s : u"base64"_s);
    if (!given.contains("name"_L1)) {
        given.insert("name"_L1, name);
    }
    return given;
}

/// The bytes of a file, which come from `call`.
rest::Future<QJsonObject> load(Service &service, const QString &storagePath, rest::Call call)
{
    call.expects = rest::Expects::Anything;
    call.longest = longestOnItsWay;
    call.repeat = rest::Repeat::Safe; // it changes nothing
    return rest::then<QJsonObject>(
        &service.client(), service.client().ask(call),
        [storagePath](const rest::Reply &reply) { return base::Result<QJsonObject>(shown(storagePath, reply.body)); });
}

/// From an address in the storage that the server signs.
rest::Future<QJsonObject> loadSigned(Service &service, const RunPlace &place, const QString &storagePath)
{
    rest::Call sign = service.send("POST", Service::runPath(place, {u"artifacts"_s, u"presign"_s}),
                                   {{u"storage_path"_s, storagePath}});
    sign.repeat = rest::Repeat::Safe; // it changes nothing
    return rest::chain<QJsonObject>(
        &service.client(), service.object(sign), [&service, storagePath](const QJsonObject &answer) {
            rest::Call call = rest::plainCall({});
            call.url = QUrl(answer.value("url"_L1).toString(), QUrl::StrictMode);
            call.identity = rest::Identity::None;
            return call.url.host().isEmpty()
                       ? rest::settled<QJsonObject>(base::Error{.code = base::ErrorCode::Corrupt,
                                                                .detail = u"the address of the file there is none"_s})
                       : load(service, storagePath, call);
        });
}

/// Through the server itself, as later ones can; by the storage from others.
rest::Future<QJsonObject> loadAnyhow(Service &service, const RunPlace &place, const QString &storagePath)
{
    if (service.generation() == Generation::Early) {
        return loadSigned(service, place, storagePath);
    }
    const rest::Call call = service.send("POST", Service::runPath(place, {u"artifacts"_s, u"download"_s}),
                                         {{u"storage_path"_s, storagePath}});
    const rest::Promise<QJsonObject> promise;
    const auto give = [promise](const base::Result<QJsonObject> &answer) { promise.give(answer); };
    base::onAnswer(&service.client(), load(service, storagePath, call),
                   [&service, place, storagePath, give](const base::Result<QJsonObject> &loaded) {
                       const base::ErrorCode code = loaded ? base::ErrorCode::Internal : loaded.error().code;
                       if (code == base::ErrorCode::NotFound || code == base::ErrorCode::Unsupported) {
                           base::onAnswer(&service.client(), loadSigned(service, place, storagePath), give);
                       } else {
                           give(loaded);
                       }
                   });
    return promise.future();
}

/// Where the newest file of the name lies.
base::Result<QString> pathIn(const QJsonObject &run, const QString &name)
{
    const QJsonArray manifest = run.value("artifacts"_L1).toArray();
    for (qsizetype i = manifest.size(); i-- > 0;) {
        if (manifest.at(i)["name"_L1].toString() == name) {
            return manifest.at(i)["storage_path"_L1].toString();
        }
    }
    QStringList names;
    for (const QJsonValue file : manifest) {
        names.append(file["name"_L1].toString());
    }
    names.removeDuplicates();
    base::Error error = base::notFound(u"a file of this run named %1"_s.arg(name));
    error.detail += names.isEmpty() ? u": it has none"_s : u"; it has %1"_s.arg(names.join(u", "_s));
    error.field = u"name"_s;
    return error;
}

/// What of a file is told to whoever has not its content.
QJsonObject headOf(const QJsonObject &file)
{
    QJsonObject head = file;
    head.remove("content"_L1);
    head.remove("content_encoding"_L1);
    return head;
}

/// A form as browsers send it (RFC 7578), the file last, as storages insist.
rest::Call formOf(const QJsonObject &post, const QJsonObject &file, const QByteArray &bytes)
{
    const QByteArray edge = "part-" + QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    const QByteArray head = "--" + edge + "\r\nContent-Disposition: form-data; name=\"";
    rest::Call call = rest::plainCall({}, "POST");
    const QJsonObject fields = post.value("fields"_L1).toObject();
    for (auto it = fields.constBegin(); it != fields.constEnd(); ++it) {
        call.body += head + it.key().toUtf8() + "\"\r\n\r\n" + it.value().toString().toUtf8() + "\r\n";
    }
    const QByteArray type = file.value("content_type"_L1).toString(u"application/octet-stream"_s).toUtf8();
    call.body +=
        head + "file\"; filename=\"file\"\r\nContent-Type: " + type + "\r\n\r\n" + bytes + "\r\n--" + edge + "--\r\n";
    call.headers.emplaceBack("Content-Type", "multipart/form-data; boundary=" + edge);
    call.url = QUrl(post.value("url"_L1).toString(), QUrl::StrictMode);
    call.identity = rest::Identity::None;
    call.expects = rest::Expects::Anything;
    call.repeat = rest::Repeat::Safe; // the same file at the same place
    call.longest = longestOnItsWay;
    return call;
}

/// A place for a file: put there, and told to the run.
rest::Future<QJsonObject> putAt(Service &service, const RunPlace &place, const QJsonObject &file,
                                const QJsonObject &prepared)
{
    const QJsonObject post = prepared.value("presigned_post"_L1).toObject();
    const base::Result<QByteArray> bytes = bytesOf(file);
    if (!bytes || QUrl(post.value("url"_L1).toString(), QUrl::StrictMode).host().isEmpty()) {
        return rest::settled<QJsonObject>(
            base::Error{.code = base::ErrorCode::Corrupt, .detail = u"the place for the file there has no address"_s});
    }
    QJsonObject head = headOf(file);
    for (const QString &name : {u"id"_s, u"storage_path"_s}) {
        head.insert(name, prepared.value(name));
    }
    const auto put = service.client().ask(formOf(post, file, *bytes));
    return rest::chain<QJsonObject>(&service.client(), put, [&service, place, head](const rest::Reply &) {
        return service.object(service.send("POST", Service::runPath(place, {u"artifacts"_s, u"finalize_upload"_s}),
                                           {{u"artifacts"_s, QJsonArray{head}}}));
    });
}

rest::Future<QJsonObject> inOneGo(Service &service, const RunPlace &place, const QJsonObject &file)
{
    rest::Call call =
        service.send("POST", Service::runPath(place, {u"artifacts"_s}), {{u"artifacts"_s, QJsonArray{file}}});
    if (call.body.size() > mostOfRequest) {
        return rest::settled<QJsonObject>(
            base::invalid(u"content"_s, u"this server takes at most %1 MB at once"_s.arg(mostOfRequest / 1'000'000)));
    }
    if (call.body.size() > mostInOneGo) {
        call.longest = longestOnItsWay;
    }
    return service.object(call);
}

} // namespace

rest::Future<QJsonObject> withFile(Service &service, const RunPlace &place, const QJsonObject &given)
{
    const QString path = given.value("path"_L1).toString();
    if (path.isEmpty()) {
        return rest::settled<QJsonObject>(given);
    }
    if (given.contains("content"_L1)) {
        return rest::settled<QJsonObject>(base::invalid(u"path"_s, u"either content or path is wanted"_s));
    }
    const rest::Promise<QByteArray> read;
    QThreadPool::globalInstance()->start([read, path] { read.give(readFile(path)); });
    return rest::chain<QJsonObject>(
        &service.client(), read.future(), [&service, place, given](const QByteArray &bytes) {
            // The run tells which server it is.
            return rest::then<QJsonObject>(
                &service.client(), service.run(place),
                [&service, given, bytes](const QJsonObject &) { return filled(given, bytes, service.generation()); });
        });
}

base::Result<QJsonObject> artifactOf(const QJsonObject &given)
{
    QJsonObject file = given;
    file.remove("run"_L1);
    if (file.value("name"_L1).toString().isEmpty()) {
        return base::invalid(u"name"_s, u"name is needed"_s);
    }
    if (file.value("name"_L1).toString().size() > longestName) {
        return base::invalid(u"name"_s, u"a file's name there has at most %1 characters"_s.arg(longestName));
    }
    TRY(const QByteArray bytes, bytesOf(file));
    const qsizetype most = isPdfToRead(file) ? mostOfPdf : mostBytes;
    if (bytes.size() > most) {
        return base::invalid(u"content"_s, u"a file there has at most %1 MB"_s.arg(most >> 20));
    }
    if (!file.contains("type"_L1)) {
        file.insert("type"_L1, u"output"_s);
    }
    file.insert("content"_L1, file.value("content"_L1).toString());
    return file;
}

rest::Future<QJsonObject> uploadArtifact(Service &service, const RunPlace &place, const QJsonObject &file)
{
    const base::Result<QByteArray> bytes = bytesOf(file);
    if (!bytes || bytes->size() <= mostInOneGo || service.generation() == Generation::Early) {
        return inOneGo(service, place, file);
    }
    QJsonObject head = headOf(file);
    head.insert("size"_L1, bytes->size());
    rest::Call call = service.send("POST", Service::runPath(place, {u"artifacts"_s, u"prepare_upload"_s}),
                                   {{u"artifacts"_s, QJsonArray{head}}});
    call.repeat = rest::Repeat::Safe; // a place that nothing is told of is forgotten there
    const rest::Promise<QJsonObject> promise;
    const auto give = [promise](const base::Result<QJsonObject> &answer) { promise.give(answer); };
    base::onAnswer(&service.client(), service.object(call),
                   [&service, place, file, give](const base::Result<QJsonObject> &prepared) {
                       const base::ErrorCode code = prepared ? base::ErrorCode::Internal : prepared.error().code;
                       if (prepared) {
                           const QJsonObject first = prepared->value("artifacts"_L1)[0].toObject();
                           base::onAnswer(&service.client(), putAt(service, place, file, first), give);
                       } else if (code == base::ErrorCode::NotFound || code == base::ErrorCode::Unsupported) {
                           base::onAnswer(&service.client(), inOneGo(service, place, file), give);
                       } else {
                           give(prepared.error());
                       }
                   });
    return promise.future();
}

rest::Future<QJsonObject> downloadArtifact(Service &service, const RunPlace &place, const QJsonObject &given)
{
    const QString storagePath = given.value("storage_path"_L1).toString();
    const QString name = given.value("name"_L1).toString();
    if (storagePath.isEmpty() == name.isEmpty()) {
        return rest::settled<QJsonObject>(base::invalid(u"name"_s, u"either name or storage_path is wanted"_s));
    }
    if (name.isEmpty()) {
        return loadAnyhow(service, place, storagePath);
    }
    return rest::chain<QJsonObject>(
        &service.client(), service.run(place), [&service, place, name](const QJsonObject &run) {
            const base::Result<QString> path = pathIn(run, name);
            return path ? loadAnyhow(service, place, *path) : rest::settled<QJsonObject>(path.error());
        });
}

} // namespace providers::posthog
