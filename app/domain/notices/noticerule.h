// SPDX-License-Identifier: Apache-2.0
// Of which ends of its runs an automation tells somebody, and in which ways. A value; JSON is its written form.
#pragma once

#include "app/base/result.h"

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace domain {

enum class NoticeCause {
    Message, ///< Somebody has something to say; no rule is about that.
    Failure, ///< Failed, timed out or interrupted, and not tried again.
    Success,
    Late,     ///< See lateness.h.
    Approval, ///< It waits until somebody decides.
};
enum class NoticeWay {
    Desktop, ///< The notification service of the session.
    Sound,
    Webhook, ///< A POST of the notice as JSON.
};

QString causeWord(NoticeCause cause);
std::optional<NoticeCause> causeFromWord(const QString &word);
/// Those that a rule may name.
QList<NoticeCause> ruledCauses();
QString wayWord(NoticeWay way);
std::optional<NoticeWay> wayFromWord(const QString &word);
QList<NoticeWay> allNoticeWays();
QStringList allWayWords();

struct NoticeRule
{
    QMap<NoticeCause, QList<NoticeWay>> ways; ///< No list is empty.
    QString webhook;                          ///< An address in which secrets may stand as references.

    friend bool operator==(const NoticeRule &, const NoticeRule &) = default;
};

/// `{failure, success, late, approval}`, a list of ways each, and `webhook`. Invalid names the field.
base::Result<NoticeRule> noticeRuleFromJson(const QJsonObject &object);
QJsonObject toJson(const NoticeRule &rule);

/// Reads `values`, elements of the list `field`. Invalid names the element.
base::Result<QList<NoticeWay>> waysFromWords(const QString &field, const QStringList &values);

/// An address of the web in which secrets may stand. Invalid, without a field, where it is none.
base::Status checkWebhook(const QString &address);

} // namespace domain
