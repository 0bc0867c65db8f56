// SPDX-License-Identifier: Apache-2.0
#include "app/kinds/notify/notifyjob.h"

#include "app/base/answer.h"
#include "app/domain/input/secretrefs.h"
#include "app/engine/notices/maskednotice.h"

using namespace Qt::StringLiterals;

namespace kinds {

namespace {

QString textOf(const engine::JobContext &context)
{
    QStringList lines{context.automation.params.value("message"_L1).toString()};
    for (const domain::Argument &argument : context.automation.arguments) {
        const QString value = context.run.arguments.value(argument.name);
        if (argument.kind != domain::ArgumentKind::Secret && !value.isEmpty()) {
            lines.append(u"%1: %2"_s.arg(argument.name, value));
        }
    }
    return lines.join(u'\n').left(domain::longestNoticeText);
}

QList<domain::NoticeWay> waysOf(const QJsonObject &params)
{
    QList<domain::NoticeWay> ways;
    for (const QJsonValue word : params.value("ways"_L1).toArray()) {
        if (const std::optional<domain::NoticeWay> way = domain::wayFromWord(word.toString())) {
            ways.append(*way);
        }
    }
    return ways.isEmpty() ? QList<domain::NoticeWay>{domain::NoticeWay::Desktop} : ways;
}

domain::Notice noticeOf(const engine::JobContext &context)
{
    const QJsonObject &params = context.automation.params;
    const QString title = params.value("title"_L1).toString();
    domain::Notice notice;
    notice.id = base::newId(u"notice_"_s);
    notice.group = context.automation.id.text();
    notice.level = domain::levelFromWord(params.value("level"_L1).toString()).value_or(domain::NoticeLevel::Info);
    notice.title = (title.isEmpty() ? context.automation.name : title).left(domain::longestNoticeTitle);
    notice.text = textOf(context);
    notice.runs = {domain::noticeRunOf(context.run)};
    notice.ways = waysOf(params);
    notice = engine::maskedNotice(context.secrets, notice);
    notice.webhook = domain::withSecrets(params.value("webhook"_L1).toString(), context.secrets);
    return notice;
}

} // namespace

NotifyJob::NotifyJob(const engine::JobContext &context) : m_notice(noticeOf(context)), m_notify(context.notify) {}

void NotifyJob::start()
{
    Q_EMIT output(store::Stream::Out, m_notice.text.toUtf8() + '\n');
    if (!m_notify) {
        end(base::unavailable({}, u"this engine can't send notices"_s));
        return;
    }
    base::onAnswer(this, m_notify(m_notice), [this](const base::Status &status) { end(status); });
}

void NotifyJob::cancel()
{
    end(base::Error{.code = base::ErrorCode::Cancelled, .detail = u"ended before the notice was delivered"_s});
}

void NotifyJob::end(const base::Status &status)
{
    if (std::exchange(m_over, true)) {
        return;
    }
    engine::JobEnd told;
    told.succeeded = status.has_value();
    if (!status) {
        told.reason = u"not delivered: "_s + status.error().message();
        Q_EMIT output(store::Stream::Err, told.reason.toUtf8() + '\n');
    }
    Q_EMIT finished(told);
}

} // namespace kinds
