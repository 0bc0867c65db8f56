// SPDX-License-Identifier: Apache-2.0
#include "app/domain/notices/notice.h"

#include "app/base/wordtable.h"
#include "app/domain/run.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

constexpr base::WordTable<NoticeLevel, NoticeLevel::Error> levelWords({{
    {NoticeLevel::Info, u"info"},
    {NoticeLevel::Warning, u"warning"},
    {NoticeLevel::Error, u"error"},
}});

constexpr qsizetype mostNames = 5;

NoticeLevel levelOf(NoticeCause cause)
{
    switch (cause) {
    case NoticeCause::Message:
    case NoticeCause::Success:
        return NoticeLevel::Info;
    case NoticeCause::Failure:
        return NoticeLevel::Error;
    case NoticeCause::Late:
    case NoticeCause::Approval:
        return NoticeLevel::Warning;
    }
    Q_UNREACHABLE();
}

/// What one of them did, and what several did.
QString verb(NoticeCause cause, bool one)
{
    switch (cause) {
    case NoticeCause::Message:
        return u"told something"_s;
    case NoticeCause::Failure:
        return u"failed"_s;
    case NoticeCause::Success:
        return one ? u"is done"_s : u"are done"_s;
    case NoticeCause::Late:
        return one ? u"is late"_s : u"are late"_s;
    case NoticeCause::Approval:
        return one ? u"needs approval"_s : u"need approval"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject toJson(const NoticeRun &run)
{
    return {{u"run_id"_s, run.id.text()},
            {u"automation_id"_s, run.automation.text()},
            {u"automation_name"_s, run.automationName},
            {u"status"_s, run.status},
            {u"reason"_s, run.reason}};
}

} // namespace

QString levelWord(NoticeLevel level)
{
    return levelWords.of(level);
}

std::optional<NoticeLevel> levelFromWord(const QString &word)
{
    return levelWords.find(word);
}

QStringList allLevelWords()
{
    return levelWords.words();
}

NoticeRun noticeRunOf(const Run &run)
{
    return {.id = run.id,
            .automation = run.automationId,
            .automationName = run.automationName,
            .status = statusWord(run.status),
            .reason = run.reason};
}

QJsonObject toJson(const Notice &notice)
{
    QJsonArray runs;
    for (const NoticeRun &run : notice.runs) {
        runs.append(toJson(run));
    }
    return {{u"id"_s, notice.id},
            {u"cause"_s, causeWord(notice.cause)},
            {u"level"_s, levelWord(notice.level)},
            {u"title"_s, notice.title},
            {u"text"_s, notice.text},
            {u"count"_s, notice.count},
            {u"runs"_s, runs}};
}

void NoticeTally::add(const QList<NoticeRun> &runs)
{
    for (const NoticeRun &run : runs) {
        ++m_count;
        if (++m_counts[run.automationName] == 1) {
            m_names.append(run.automationName);
        }
        if (m_runs.size() < mostRunsListed) {
            m_runs.append(run);
        }
        m_last = run;
    }
}

Notice NoticeTally::notice(NoticeCause cause) const
{
    Notice notice;
    notice.cause = cause;
    notice.level = levelOf(cause);
    notice.title = titleOf(cause).left(longestNoticeTitle);
    notice.text = textOf().left(longestNoticeText);
    notice.count = m_count;
    notice.runs = m_runs;
    return notice;
}

QString NoticeTally::titleOf(NoticeCause cause) const
{
    if (m_names.size() > 1) {
        return u"%1 runs %2"_s.arg(m_count).arg(verb(cause, false));
    }
    if (m_count == 1 && m_last.status == statusWord(RunStatus::TimedOut)) {
        return u"%1 timed out"_s.arg(m_last.automationName);
    }
    if (m_count == 1 && m_last.status == statusWord(RunStatus::Interrupted)) {
        return u"%1 was interrupted"_s.arg(m_last.automationName);
    }
    return m_count == 1 ? u"%1 %2"_s.arg(m_last.automationName, verb(cause, true))
                        : u"%1 %2, %3 times"_s.arg(m_last.automationName, verb(cause, true)).arg(m_count);
}

QString NoticeTally::textOf() const
{
    if (m_names.size() <= 1) {
        return m_last.reason;
    }
    QStringList parts;
    for (const QString &name : m_names.first(std::min(m_names.size(), mostNames))) {
        const qint64 times = m_counts.value(name);
        parts.append(times > 1 ? u"%1 (%2 times)"_s.arg(name).arg(times) : name);
    }
    if (const qsizetype more = m_names.size() - mostNames; more > 0) {
        parts.append(more == 1 ? u"one other automation"_s : u"%1 other automations"_s.arg(more));
    }
    return parts.join(u", "_s);
}

} // namespace domain
