// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands/commands.h"
#include "app/cli/commands/session.h"
#include "app/cli/interrupt.h"
#include "app/cli/net/runfollower.h"
#include "app/cli/text/table.h"
#include "app/search/matcher.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkReply>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

constexpr qint64 everything = std::numeric_limits<qint64>::max();
constexpr qint64 pageLines = 2000;

/// Which lines are wanted: `--from`, `--lines`, `--grep`.
struct Wanted
{
    qint64 from = 0;
    qint64 most = everything;
    QString grep;

    explicit Wanted(const Invocation &asked)
        : from(asked.number("from"_L1, 0)), most(asked.number("lines"_L1, everything)), grep(asked.option("grep"_L1))
    {
    }
};

/// The same expressions and the same answers as the server's, for lines that are told as they come.
base::Result<search::Matcher> matcherOf(const QString &grep)
{
    base::Result<search::Matcher> matcher =
        search::Matcher::compile({.terms = {{.text = grep, .syntax = search::Syntax::Regex}}});
    if (!matcher) {
        base::Error error = base::invalid(u"grep"_s, matcher.error().detail);
        error.position = matcher.error().position;
        return error;
    }
    return matcher;
}

void print(Session &session, const QJsonObject &line)
{
    if (session.asked().json) {
        session.out().jsonLine(line);
    } else {
        session.out().logLine(line.value("text"_L1).toString());
    }
}

void fetchLog(Session &session, const QJsonObject &run);

/// Reads what is stored, page by page; of a run elsewhere whose log was not fetched before, has it fetched.
class LogPages : public QObject
{
public:
    explicit LogPages(Session &session)
        : QObject(&session), m_session(session), m_wanted(session.asked()), m_next(m_wanted.from), m_left(m_wanted.most)
    {
    }

    void next()
    {
        QList<std::pair<QString, QString>> parameters{{u"from"_s, QString::number(m_next)},
                                                      {u"lines"_s, QString::number(std::min(m_left, pageLines))}};
        if (!m_wanted.grep.isEmpty()) {
            parameters.append({u"grep"_s, m_wanted.grep});
        }
        m_session.get(runPath(m_session.operand(0), "/log") + query(parameters),
                      [this](const QJsonValue &answer) { take(answer.toObject()); });
    }

private:
    void take(const QJsonObject &page)
    {
        const QJsonArray lines = page.value("lines"_L1).toArray();
        for (const QJsonValue line : lines) {
            print(m_session, line.toObject());
        }
        m_left -= lines.size();
        if (const QString removed = localSeconds(page.value("removed_at"_L1)); !removed.isEmpty()) {
            m_session.out().message(u"the lines of this log were removed on %1"_s.arg(removed));
        }
        const qint64 onward = page.value("next"_L1).toInteger(-1);
        if (lines.isEmpty() && page.value("total"_L1).toInteger() == 0 && onward <= 0) {
            lookElsewhere();
            return;
        }
        if (onward <= m_next || m_left <= 0 || m_session.out().lost()) {
            m_session.finish();
            return;
        }
        m_next = onward;
        next();
    }
    void lookElsewhere()
    {
        m_session.get(runPath(m_session.operand(0)), [this](const QJsonValue &run) {
            const bool isElsewhere = !run["connection_id"_L1].toString().isEmpty();
            isElsewhere && !run["finished_at"_L1].isNull() ? fetchLog(m_session, run.toObject()) : m_session.finish();
        });
    }

    Session &m_session;
    Wanted m_wanted;
    qint64 m_next;
    qint64 m_left;
};

/// Prints lines as they come, until the run is over, enough were printed or the person has seen enough.
class LogTail : public QObject
{
public:
    explicit LogTail(Session &session)
        : QObject(&session),
          m_session(session),
          m_wanted(session.asked()),
          m_left(m_wanted.most),
          m_follower(session.http(), session.operand(0))
    {
        if (!m_wanted.grep.isEmpty()) {
            m_matcher = matcherOf(m_wanted.grep).value(); // Checked before.
        }
        connect(&m_follower, &RunFollower::line, this, &LogTail::take);
        connect(&m_follower, &RunFollower::ended, this, [this] { m_session.finish(); });
        connect(&m_follower, &RunFollower::failed, this, [this](const base::Error &error) { m_session.fail(error); });
        connect(&m_interrupt, &Interrupt::pressed, this, [this] {
            m_session.out().message(u"no longer following %1"_s.arg(m_session.operand(0)));
            leave();
        });
        m_follower.start(m_wanted.from > 0 ? QByteArray::number(m_wanted.from - 1) : QByteArray());
    }

private:
    void take(qint64 number, const QString &text)
    {
        if (m_matcher && !matches(text)) {
            return;
        }
        print(m_session, {{u"number"_s, number}, {u"text"_s, text}});
        m_session.out().flush();
        if (--m_left <= 0 || m_session.out().lost()) {
            leave();
        }
    }

    bool matches(const QString &text) const
    {
        const auto hits = m_matcher->scan(text.toUtf8() + '\n', [] { return false; });
        return hits && !hits->isEmpty();
    }

    void leave()
    {
        m_follower.stop();
        m_session.finish();
    }

    Session &m_session;
    Wanted m_wanted;
    std::optional<search::Matcher> m_matcher;
    qint64 m_left;
    RunFollower m_follower;
    Interrupt m_interrupt;
};

/// It comes as the log of a run that goes on does.
void fetchLog(Session &session, const QJsonObject &run)
{
    ApiRequest request;
    request.method = "POST";
    request.path = runPath(run.value("id"_L1).toString(), "/fetch-log");
    session.attempt(request, [&session](const base::Result<QJsonValue> &wanted) {
        if (wanted) {
            new LogTail(session);
            return;
        }
        session.out().message(wanted.error());
        session.finish();
    });
}

void printPlain(Session &session)
{
    ApiRequest request;
    request.path = runPath(session.operand(0), "/log?plain=1");
    auto reply = std::make_shared<QPointer<QNetworkReply>>();
    *reply = session.http().stream(
        request,
        [&session, reply](const QByteArray &piece) {
            session.out().bytes(piece);
            session.out().flush();
            if (session.out().lost() && *reply) {
                (*reply)->deleteLater();
                session.finish();
            }
        },
        [&session](const base::Result<QByteArray> &end) {
            if (end) {
                session.finish();
            } else {
                session.fail(end.error());
            }
        });
}

base::Status check(const Invocation &asked)
{
    for (const QLatin1StringView other : {"follow"_L1, "from"_L1, "lines"_L1, "grep"_L1}) {
        if (asked.has("plain"_L1) && asked.has(other)) {
            return base::invalid(
                {}, u"--plain is the whole log as it is stored; it can't be joined with --%1"_s.arg(other));
        }
    }
    if (const QString grep = asked.option("grep"_L1); !grep.isEmpty()) {
        CHECK(matcherOf(grep));
    }
    return {};
}

} // namespace

void showLog(Session &session)
{
    if (const auto ok = check(session.asked()); !ok) {
        session.fail(ok.error());
    } else if (session.asked().has("plain"_L1)) {
        printPlain(session);
    } else if (session.asked().has("follow"_L1)) {
        new LogTail(session);
    } else {
        (new LogPages(session))->next();
    }
}

} // namespace cli
