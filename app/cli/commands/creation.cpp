// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands/commands.h"
#include "app/cli/commands/session.h"
#include "app/cli/commands/watchedpaths.h"
#include "app/cli/text/input.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

/// The API takes bodies of up to 1 MiB; a longer array goes in portions of about this size.
constexpr qsizetype portionBytes = 768 * 1024;

QByteArray compact(const QJsonValue &object)
{
    return QJsonDocument(object.toObject()).toJson(QJsonDocument::Compact);
}

/// `[2].name` of a portion, counted from the beginning of the whole array.
QString shifted(const QString &field, qsizetype by)
{
    static const QRegularExpression index(u"^\\[(\\d+)\\]"_s);
    const QRegularExpressionMatch match = index.match(field);
    return match.hasMatch() ? u"[%1]"_s.arg(match.captured(1).toLongLong() + by) + field.mid(match.capturedEnd())
                            : field;
}

/// Sends an object, or an array in one or more portions. A portion is made whole or not at all; what the portions
/// before a refused one made is told.
class Creation : public QObject
{
public:
    Creation(Session &session, const QJsonDocument &document)
        : QObject(&session),
          m_session(session),
          m_single(document.isObject()),
          m_wanted(m_single ? QJsonArray{document.object()} : document.array())
    {
    }

    void next()
    {
        if (m_made.size() >= m_wanted.size()) {
            report();
            m_session.finish();
            return;
        }
        ApiRequest request;
        request.method = "POST";
        request.body = m_single ? compact(m_wanted.first()) : portion();
        request.path = "/api/automations" + routeFor(request.body);
        m_session.attempt(request, [this](const base::Result<QJsonValue> &answer) {
            if (answer) {
                take(*answer);
            } else {
                refused(answer.error());
            }
        });
    }

private:
    QByteArray portion() const
    {
        QByteArray body = "[";
        for (qsizetype i = m_made.size(); i < m_wanted.size(); ++i) {
            const QByteArray one = compact(m_wanted.at(i));
            if (body.size() > 1 && body.size() + one.size() > portionBytes) {
                break;
            }
            body += (body.size() > 1 ? "," : "") + one;
        }
        return body + ']';
    }

    void take(const QJsonValue &answer)
    {
        const QJsonArray made = answer.isArray() ? answer.toArray() : QJsonArray{answer};
        if (made.isEmpty()) {
            refused(base::unavailable(u"reading the engine's answer"_s, u"it names nothing that was created"_s));
            return;
        }
        for (const QJsonValue one : made) {
            QJsonObject object = one.toObject();
            object.remove(u"status"_s); // Says `created`; not a field of an automation.
            m_made.append(object);
        }
        next();
    }

    void report()
    {
        Output &output = m_session.out();
        tellOfMissingPaths(output, m_made);
        if (!m_session.asked().json) {
            for (const QJsonValue one : std::as_const(m_made)) {
                const QJsonObject made = one.toObject();
                output.line(u"created %1 %2"_s.arg(made.value("id"_L1).toString(), made.value("name"_L1).toString()));
            }
        } else if (m_single) {
            output.json(m_made.first().toObject());
        } else {
            output.json(m_made);
        }
    }

    void refused(base::Error error)
    {
        if (!m_made.isEmpty()) {
            report();
            m_session.out().message(u"%1 of %2 were created"_s.arg(m_made.size()).arg(m_wanted.size()));
        }
        error.field = shifted(error.field, m_made.size());
        m_session.fail(error);
    }

    Session &m_session;
    bool m_single;
    QJsonArray m_wanted;
    QJsonArray m_made;
};

base::Status checkElements(const QJsonArray &wanted)
{
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (!wanted.at(i).isObject()) {
            return base::invalid(u"[%1]"_s.arg(i), u"each element must be an object"_s);
        }
    }
    return {};
}

} // namespace

void createAutomations(Session &session)
{
    const auto document = readJson(session.operand(0), session.out().streams().in, codeLimit);
    if (!document) {
        session.fail(document.error());
        return;
    }
    if (const base::Status ok = checkElements(document->array()); !ok) {
        session.fail(ok.error());
        return;
    }
    (new Creation(session, *document))->next();
}

} // namespace cli
