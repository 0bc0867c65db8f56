// SPDX-License-Identifier: Apache-2.0
#include "app/kinds/http/httpjob.h"

#include "app/domain/ranges.h"
#include "app/domain/reasons.h"
#include "app/kinds/http/requestplan.h"

using namespace Qt::StringLiterals;

namespace kinds {

HttpJob::HttpJob(const engine::JobContext &context) : m_params(context.automation.params), m_secrets(context.secrets) {}

void HttpJob::start()
{
    if (m_cancelled) {
        fail(u"ended before it started"_s);
        return;
    }
    const base::Result<net::Request> request = requestOf(m_params, m_secrets);
    if (!request) {
        fail(request.error().message());
        return;
    }
    begin(*request);
}

void HttpJob::begin(const net::Request &request)
{
    tell(u"> %1 %2"_s.arg(QString::fromLatin1(request.method), request.url.toString()));
    m_exchange = std::make_unique<net::Exchange>(request);
    connect(m_exchange.get(), &net::Exchange::redirected, this,
            [this](int status, const QUrl &to) { tell(u"< %1, on to %2"_s.arg(status).arg(to.toString())); });
    connect(m_exchange.get(), &net::Exchange::answered, this, &HttpJob::onAnswered);
    connect(m_exchange.get(), &net::Exchange::body, this, &HttpJob::onBody);
    connect(m_exchange.get(), &net::Exchange::finished, this, &HttpJob::onFinished);
    m_exchange->start();
}

void HttpJob::tell(const QString &line)
{
    Q_EMIT output(store::Stream::Err, line.toUtf8() + '\n');
}

void HttpJob::onAnswered()
{
    const net::Answer &answer = m_exchange->answer();
    const QByteArray type = answer.header("Content-Type");
    m_text = isText(type);
    tell(u"< %1 %2"_s.arg(answer.status).arg(QString::fromUtf8(answer.words)).trimmed());
    for (const QByteArray &name : {QByteArray("Content-Type"), QByteArray("Content-Length"), QByteArray("Retry-After"),
                                   QByteArray("Location")}) {
        if (const QByteArray value = answer.header(name); !value.isEmpty()) {
            tell(u"< %1: %2"_s.arg(QString::fromLatin1(name), QString::fromUtf8(value)));
        }
    }
}

void HttpJob::onBody(const QByteArray &bytes)
{
    m_body.size += bytes.size();
    m_body.bytes += bytes.left(std::max<qsizetype>(mostKept - m_body.bytes.size(), 0));
    if (m_text) {
        Q_EMIT output(store::Stream::Out, bytes);
    }
}

void HttpJob::onFinished(const base::Status &status)
{
    if (m_text && m_body.size > 0 && m_body.size <= mostKept && !m_body.bytes.endsWith('\n')) {
        Q_EMIT output(store::Stream::Out, "\n");
    }
    if (!status) {
        tell(status.error().message());
        Q_EMIT finished({.succeeded = false, .reason = status.error().message()});
        return;
    }
    const net::Timing &timing = m_exchange->timing();
    tell(u"< %1 bytes%2, connected after %3 ms, answered after %4 ms, complete after %5 ms"_s.arg(m_body.size)
             .arg(m_text ? QString() : u", not shown, for they are no text"_s)
             .arg(timing.connected.value_or(base::Millis(0)).count())
             .arg(timing.answered.value_or(base::Millis(0)).count())
             .arg(timing.total.count()));
    Q_EMIT finished(judged());
}

engine::JobEnd HttpJob::judged() const
{
    const net::Answer &answer = m_exchange->answer();
    const QJsonValue expected = m_params.value("expect_status"_L1);
    const auto right = domain::rangesFrom(expected.isUndefined() ? QJsonValue(u"200-299"_s) : expected, 100, 599);
    engine::JobEnd end;
    end.succeeded = right && domain::contains(*right, answer.status);
    if (!end.succeeded) {
        end.reason = u"answered %1 %2"_s.arg(answer.status).arg(QString::fromUtf8(answer.words)).trimmed();
    }
    end.result = resultOf(answer, m_exchange->timing(), m_body);
    return end;
}

void HttpJob::cancel()
{
    m_cancelled = true;
    if (m_exchange) {
        m_exchange->abort();
    }
}

void HttpJob::holdBack(bool held)
{
    if (m_exchange) {
        m_exchange->holdBack(held);
    }
}

void HttpJob::fail(const QString &why)
{
    Q_EMIT finished({.succeeded = false, .reason = domain::reason::notStarted(why)});
}

} // namespace kinds
