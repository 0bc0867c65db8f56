// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands/commands.h"
#include "app/cli/commands/session.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

/// The same decision about one run after the other; the first that is refused ends the command. With --json the runs
/// decided are an array.
class Decisions : public QObject
{
public:
    Decisions(Session &session, QByteArray verb, QString done)
        : QObject(&session), m_session(session), m_verb(std::move(verb)), m_done(std::move(done))
    {
    }

    void next()
    {
        if (m_at == m_session.asked().arguments.size()) {
            if (m_session.asked().json) {
                m_session.out().json(m_decided);
            }
            m_session.finish();
            return;
        }
        const QString id = m_session.operand(m_at++);
        ApiRequest request;
        request.method = "POST";
        request.path = runPath(id, m_verb);
        m_session.send(request, [this, id](const QJsonValue &answer) {
            m_decided.append(answer);
            if (!m_session.asked().json) {
                m_session.out().line(u"%1 %2"_s.arg(m_done, id));
            }
            next();
        });
    }

private:
    Session &m_session;
    QByteArray m_verb;
    QString m_done;
    int m_at = 0;
    QJsonArray m_decided;
};

} // namespace

void releaseRuns(Session &session)
{
    (new Decisions(session, "/release", u"released"_s))->next();
}

void dismissRuns(Session &session)
{
    (new Decisions(session, "/dismiss", u"dismissed"_s))->next();
}

} // namespace cli
