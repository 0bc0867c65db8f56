// SPDX-License-Identifier: Apache-2.0
// One notice: what a person is told, of one run, of many runs at once, or because somebody has something to say. A
// value; no secret is ever in it, but in the address it goes to.
#pragma once

#include "app/base/ids.h"
#include "app/domain/notices/noticerule.h"

namespace domain {

struct Run;

enum class NoticeLevel { Info, Warning, Error };

QString levelWord(NoticeLevel level);
std::optional<NoticeLevel> levelFromWord(const QString &word);
QStringList allLevelWords();

/// Of what run somebody is told.
struct NoticeRun
{
    base::RunId id;
    base::AutomationId automation;
    QString automationName;
    QString status; ///< Its word.
    QString reason;
};
NoticeRun noticeRunOf(const Run &run);

struct Notice
{
    QString id;    ///< Its own; the same when it is sent a second time.
    QString group; ///< On a desktop a notice takes the place of the one before in its group.
    NoticeCause cause = NoticeCause::Message;
    NoticeLevel level = NoticeLevel::Info;
    QString title;
    QString text;
    qint64 count = 1;      ///< Of the things it tells of.
    QList<NoticeRun> runs; ///< At most mostRunsListed of them.
    QList<NoticeWay> ways;
    QString webhook; ///< Where NoticeWay::Webhook goes.
};

inline constexpr qsizetype mostRunsListed = 100;
inline constexpr qsizetype longestNoticeTitle = 200;
inline constexpr qsizetype longestNoticeText = 2000;

/// What a webhook gets: `{id, cause, level, title, text, count, runs[{run_id, automation_id, automation_name, status,
/// reason}]}`.
QJsonObject toJson(const Notice &notice);

/// What happened to several runs, as far as a short notice says it.
class NoticeTally
{
public:
    void add(const QList<NoticeRun> &runs);
    bool isEmpty() const { return m_count == 0; }
    /// One notice of all of them: level, title, text, count and runs.
    Notice notice(NoticeCause cause) const;

private:
    QString titleOf(NoticeCause cause) const;
    QString textOf() const;

    qint64 m_count = 0;
    QStringList m_names; ///< Of the automations, in the order in which they came.
    QHash<QString, qint64> m_counts;
    QList<NoticeRun> m_runs; ///< The first ones.
    NoticeRun m_last;
};

} // namespace domain
