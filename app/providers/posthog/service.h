// SPDX-License-Identifier: Apache-2.0
// PostHog's interface: addresses below the project, each with the slash that the server insists on, and what is to be
// known of the server that is asked. Answers are the documents that came.
#pragma once

#include "app/providers/posthog/reading.h"
#include "app/providers/posthog/settings.h"
#include "app/sync/rest/restclient.h"

namespace providers::posthog {

/// Whether a stream ended because the server has none: no such route, or 406.
bool isNoStream(const base::Status &status);

/// What the key may do.
enum class Rights { Read, Write };

/// Lives on the thread that made it. Destroyed, it answers what is under way with Cancelled.
class Service
{
public:
    template <typename T> using Answer = rest::Future<T>;

    Service(const syncing::AccountContext &context, const Settings &settings, const rest::Habits &habits);
    Q_DISABLE_COPY_MOVE(Service)

    const base::Clock &clock() const { return m_clock; }
    /// What lives as long as the service and can be asked to take answers.
    rest::RestClient &client() { return m_client; }
    Generation generation() const { return m_generation; }
    /// Looks which generation this comes from; once it is known to be later it stays so.
    void notice(const QJsonObject &item);

    /// Whether logs may come by stream: until the server said that it has none.
    bool mayStream() const { return m_mayStream; }
    void hasNoStreams() { m_mayStream = false; }

    /// Below `root` of the project. An id that can't be part of a path makes a call that answers NotFound.
    rest::Call call(const QByteArray &method, const QStringList &path,
                    const QString &root = QStringLiteral("tasks")) const;
    rest::Call send(const QByteArray &method, const QStringList &path, const QJsonObject &body,
                    const QString &root = QStringLiteral("tasks")) const;
    static QStringList runPath(const RunPlace &place, const QStringList &rest = {});

    /// Of 403 the error says which scope is wanted.
    Answer<rest::Reply> ask(const rest::Call &call);
    Answer<QJsonObject> object(const rest::Call &call);
    Answer<QJsonArray> array(const rest::Call &call);
    Answer<void> done(const rest::Call &call);

    /// A part of a list; `cursor` is an offset, empty at first. Tasks are those of the connection's filters, and of
    /// `more`.
    Answer<Part> tasks(const QString &cursor, const QUrlQuery &more = {});
    Answer<Part> runs(const QString &task, const QString &cursor, int atMost);
    /// All tasks, each once, whatever is added to the list meanwhile.
    Answer<QList<QJsonObject>> allTasks(const QUrlQuery &more = {});
    Answer<QJsonObject> run(const RunPlace &place);

private:
    struct Walk;
    Answer<Part> part(const rest::Call &call, const QString &cursor);
    void goOn(const std::shared_ptr<Walk> &walk, const QString &cursor);

    const base::Clock &m_clock;
    const QUrl m_base;
    const Settings m_settings;
    Generation m_generation = Generation::Unknown;
    bool m_mayStream = true;
    rest::RestClient m_client;
};

} // namespace providers::posthog
