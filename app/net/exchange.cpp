// SPDX-License-Identifier: Apache-2.0
#include "app/net/exchange.h"

#include "app/net/failure.h"

#include <QFile>
#include <QNetworkReply>
#include <QSslConfiguration>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace net {

namespace {

constexpr qint64 readAhead = 256 << 10;

base::Error timeout(const QString &detail)
{
    return {.code = base::ErrorCode::Timeout, .detail = detail};
}

/// Can't be read again: Qt would send a request a second time whose connection was closed before an answer came.
/// A QBuffer would not do, for Qt looks into those past their methods.
class OnceBody : public QIODevice
{
public:
    explicit OnceBody(QByteArray bytes) : m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    bool reset() override { return false; }
    qint64 size() const override { return m_bytes.size(); }

protected:
    qint64 readData(char *into, qint64 most) override
    {
        const qint64 count = std::min(most, m_bytes.size() - pos());
        std::copy_n(m_bytes.constData() + pos(), count, into);
        return count > 0 || most == 0 ? count : -1;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    const QByteArray m_bytes;
};

/// What the status alone makes an error is an answer like any other. Of 400 and 418 Qt says what it says of requests
/// that can't be made, of 407 what it says of proxies.
bool isBroken(QNetworkReply::NetworkError error, int status)
{
    const bool byStatus = (error > QNetworkReply::UnknownProxyError && error <= QNetworkReply::UnknownContentError) ||
                          (error > QNetworkReply::ProtocolFailure && error <= QNetworkReply::UnknownServerError);
    const bool byOddStatus = (error == QNetworkReply::ProtocolInvalidOperationError && status >= 400) ||
                             (error == QNetworkReply::ProxyAuthenticationRequiredError && status == 407);
    return error != QNetworkReply::NoError && !byStatus && !byOddStatus;
}

} // namespace

Exchange::Exchange(Request request, QObject *parent) : QObject(parent), m_request(std::move(request))
{
    m_manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_silence.setSingleShot(true);
    m_deadline.setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this, [this] {
        give(timeout(u"%1 was silent for %2 s"_s.arg(m_request.url.host())
                         .arg(double(m_request.longestSilence.count()) / 1000)));
    });
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        give(timeout(u"the answer was not complete after %1 s"_s.arg(double(m_request.longest.count()) / 1000)));
    });
}

Exchange::~Exchange() = default;

void Exchange::start()
{
    m_since.start();
    m_deadline.start(m_request.longest);
    send();
}

QNetworkRequest Exchange::request() const
{
    QNetworkRequest made(m_request.url);
    made.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    made.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    made.setRawHeader("User-Agent", "Signalbox/" SIGNALBOX_VERSION);
    made.setRawHeader("Connection", "close");
    for (const auto &[name, value] : m_request.headers) {
        made.setRawHeader(name, value);
    }
    return made;
}

base::Status Exchange::trust(QSslConfiguration &configuration) const
{
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    if (m_request.caFile.isEmpty()) {
        return {};
    }
    QFile file(m_request.caFile);
    if (!file.open(QIODevice::ReadOnly)) {
        return base::unavailable({}, u"%1 can't be read: %2"_s.arg(m_request.caFile, file.errorString()));
    }
    const QList<QSslCertificate> authorities = QSslCertificate::fromData(file.readAll(), QSsl::Pem);
    if (authorities.isEmpty()) {
        return base::invalid({}, u"%1 holds no certificate in PEM"_s.arg(m_request.caFile));
    }
    configuration.addCaCertificates(authorities);
    return {};
}

QNetworkReply *Exchange::post(const QNetworkRequest &made)
{
    auto *body = new OnceBody(m_request.body);
    QNetworkReply *reply = m_manager.sendCustomRequest(made, m_request.method, body);
    body->setParent(reply);
    return reply;
}

void Exchange::send()
{
    m_answer = {};
    m_told = false;
    m_sent = Sent::Never;
    m_tls.clear();
    QNetworkRequest made = request();
    if (m_request.url.scheme() == "https"_L1) {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        if (const base::Status trusted = trust(configuration); !trusted) {
            give(trusted);
            return;
        }
        made.setSslConfiguration(configuration);
    }
    m_sent = Sent::Perhaps;
    m_left = false;
    m_reply = m_request.method == "HEAD" ? m_manager.head(made) : post(made);
    m_reply->setReadBufferSize(readAhead);
    connect(m_reply, &QNetworkReply::requestSent, this, [this] {
        m_left = true;
        m_timing.connected = base::Millis(m_since.elapsed());
        m_silence.start(m_request.longestSilence);
    });
    connect(m_reply, &QNetworkReply::uploadProgress, this, [this] { m_silence.start(m_request.longestSilence); });
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) { m_tls = errors; });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &Exchange::onHeaders);
    connect(m_reply, &QNetworkReply::readyRead, this, &Exchange::onReadyRead);
    connect(m_reply, &QNetworkReply::finished, this, &Exchange::onReplyFinished);
    m_silence.start(m_request.longestSilence);
}

void Exchange::onHeaders()
{
    m_answer = {.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                .words = m_reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toByteArray(),
                .headers = {},
                .url = m_request.url};
    for (const QNetworkReply::RawHeaderPair &header : m_reply->rawHeaderPairs()) {
        m_answer.headers.append({header.first, header.second});
    }
    if (m_answer.status != 0 && !redirection() && !std::exchange(m_told, true)) {
        m_timing.answered = base::Millis(m_since.elapsed());
        Q_EMIT answered();
    }
}

void Exchange::onReadyRead()
{
    if (m_over || m_held) {
        return;
    }
    m_silence.start(m_request.longestSilence);
    const QByteArray bytes = m_reply->readAll();
    m_read += bytes.size();
    if (redirection()) {
        return; // what it says beside is of no interest
    }
    if (const qint64 beyond = m_read - m_request.mostBytes; beyond > 0) {
        Q_EMIT body(bytes.chopped(beyond));
        give(base::Error{.code = base::ErrorCode::Unsupported,
                         .detail = u"the answer has more than %1 bytes"_s.arg(m_request.mostBytes)});
        return;
    }
    if (!bytes.isEmpty()) {
        Q_EMIT body(bytes);
    }
}

void Exchange::holdBack(bool held)
{
    m_held = held;
    if (m_over || !m_reply) {
        return;
    }
    if (held) {
        m_silence.stop();
        return;
    }
    m_silence.start(m_request.longestSilence);
    onReadyRead();
    if (m_reply && m_reply->isFinished()) {
        onReplyFinished();
    }
}

std::optional<QUrl> Exchange::redirection() const
{
    static const QList<int> statuses{301, 302, 303, 307, 308};
    const QByteArray location = m_answer.header("Location");
    if (m_request.redirects == 0 || !statuses.contains(m_answer.status) || location.isEmpty()) {
        return std::nullopt;
    }
    return m_request.url.resolved(QUrl::fromEncoded(location));
}

base::Status Exchange::follow(const QUrl &to)
{
    if (m_followed >= m_request.redirects) {
        return base::unavailable({}, u"redirected more than %1 times"_s.arg(m_request.redirects));
    }
    if (!isSameOrigin(m_request.url, to)) {
        return base::unavailable({}, u"redirected to another server, which is not followed: %1"_s.arg(
                                         to.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery)));
    }
    Q_EMIT redirected(m_answer.status, to);
    ++m_followed;
    m_request.url = to;
    const bool asRead = m_answer.status == 303 || (m_answer.status < 303 && m_request.method == "POST");
    if (asRead && m_request.method != "HEAD") {
        m_request.method = "GET";
        m_request.body.clear();
        m_request.headers.removeIf(
            [](const auto &header) { return header.first.compare("Content-Type", Qt::CaseInsensitive) == 0; });
    }
    m_read = 0;
    send();
    return {};
}

void Exchange::onReplyFinished()
{
    if (m_over || m_held) {
        return;
    }
    onReadyRead();
    if (m_over) {
        return;
    }
    QNetworkReply *const reply = std::exchange(m_reply, nullptr);
    reply->deleteLater();
    if (m_answer.status == 0 || isBroken(reply->error(), m_answer.status)) {
        if (m_answer.status == 0 && !m_left && isBeforeSending(reply->error())) {
            m_sent = Sent::Never;
        }
        give(failureOf(*reply, m_tls));
        return;
    }
    const std::optional<QUrl> to = redirection();
    const base::Status status = to ? follow(*to) : base::Status();
    if (!to || !status) {
        give(status);
    }
}

void Exchange::abort()
{
    give(base::Error{.code = base::ErrorCode::Cancelled, .detail = u"ended before the answer was complete"_s});
}

void Exchange::give(const base::Status &status)
{
    if (std::exchange(m_over, true)) {
        return;
    }
    m_silence.stop();
    m_deadline.stop();
    m_timing.total = base::Millis(m_since.isValid() ? m_since.elapsed() : 0);
    if (m_reply) {
        QNetworkReply *const reply = std::exchange(m_reply, nullptr);
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
    }
    Q_EMIT finished(status);
}

} // namespace net
