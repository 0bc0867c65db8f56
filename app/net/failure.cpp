// SPDX-License-Identifier: Apache-2.0
#include "app/net/failure.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace net {

namespace {

QString placeOf(const QUrl &url)
{
    return u"%1:%2"_s.arg(url.host()).arg(url.port(url.scheme() == "https"_L1 ? 443 : 80));
}

QString tlsWords(const QNetworkReply &reply, const QList<QSslError> &tls)
{
    QStringList faults;
    for (const QSslError &error : tls) {
        const QString fault = certificateFault(error, reply.url().host());
        if (!faults.contains(fault)) {
            faults.append(fault);
        }
    }
    return u"TLS: "_s + (faults.isEmpty()
                             ? u"no safe connection to %1: %2"_s.arg(placeOf(reply.url()), reply.errorString())
                             : faults.join(u"; "_s));
}

} // namespace

QString certificateFault(const QSslError &error, const QString &host)
{
    switch (error.error()) {
    case QSslError::CertificateExpired:
        return u"the certificate of %1 expired on %2"_s.arg(
            host, error.certificate().expiryDate().toUTC().toString(Qt::ISODate));
    case QSslError::CertificateNotYetValid:
        return u"the certificate of %1 is not valid before %2"_s.arg(
            host, error.certificate().effectiveDate().toUTC().toString(Qt::ISODate));
    case QSslError::HostNameMismatch:
        return u"the certificate is not for %1 but for %2"_s.arg(
            host, error.certificate().subjectInfo(QSslCertificate::CommonName).join(u", "_s));
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
        return u"the certificate of %1 is signed by itself or by an authority that is not known here"_s.arg(host);
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return u"the authority that signed the certificate of %1 is not known here"_s.arg(host);
    case QSslError::CertificateRevoked:
        return u"the certificate of %1 was revoked"_s.arg(host);
    default:
        return u"%1: %2"_s.arg(host, error.errorString());
    }
}

bool isBeforeSending(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProtocolUnknownError:
        return true;
    default:
        return false;
    }
}

base::Error failureOf(const QNetworkReply &reply, const QList<QSslError> &tls)
{
    const QString place = placeOf(reply.url());
    switch (reply.error()) {
    case QNetworkReply::ConnectionRefusedError:
        return base::unavailable({}, u"nothing listens at %1"_s.arg(place));
    case QNetworkReply::HostNotFoundError:
        return base::unavailable({}, u"there is no host named %1"_s.arg(reply.url().host()));
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError: // Qt wanted to send it again, and was not let
        return base::unavailable({}, u"%1 closed the connection before its answer was complete"_s.arg(place));
    case QNetworkReply::SslHandshakeFailedError:
        return base::unavailable({}, tlsWords(reply, tls));
    default:
        return base::unavailable({}, u"%1: %2"_s.arg(place, reply.errorString()));
    }
}

} // namespace net
