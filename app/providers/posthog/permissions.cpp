// SPDX-License-Identifier: Apache-2.0
#include "app/providers/posthog/permissions.h"

#include "app/providers/posthog/entries.h"

using namespace Qt::StringLiterals;

namespace providers::posthog {

namespace {

constexpr qsizetype mostRuns = 16; // are listened to at once; the newest
const QString askedAt = u"asked_at"_s;

QString requestIn(const QJsonObject &object)
{
    return object.value("requestId"_L1).toString();
}

syncing::RemoteApproval approvalOf(const RunPlace &place, const QJsonObject &question)
{
    syncing::RemoteApproval approval;
    approval.remoteId = QuestionPlace{place, requestIn(question)}.text();
    approval.automationRemoteId = place.task;
    approval.runRemoteId = place.text();
    const QJsonObject call = question.value("toolCall"_L1).toObject();
    approval.title = call.value("title"_L1).toString(call.value("kind"_L1).toString());
    approval.requestedAt = base::parseIso(question.value(askedAt).toString()).value_or(base::Instant());
    approval.details = {{u"tool_call"_s, call}, {u"options"_s, question.value("options"_L1)}};
    return approval;
}

} // namespace

base::Result<QuestionPlace> questionOf(const QString &approvalRemoteId)
{
    TRY(const RunPlace run, placeOf(approvalRemoteId.section(u'/', 0, 1)));
    const QString request = approvalRemoteId.section(u'/', 2);
    if (request.isEmpty()) {
        return base::Error{.code = base::ErrorCode::NotFound,
                           .detail =
                               u"questions there are called TASK/RUN/REQUEST, and not “%1”"_s.arg(approvalRemoteId)};
    }
    return QuestionPlace{run, request};
}

QString optionFor(const QJsonArray &options, domain::Judgement verdict)
{
    const QString word = verdict == domain::Judgement::Approve ? u"allow"_s : u"reject"_s;
    QString other;
    for (const QJsonValue option : options) {
        const QString kind = option["kind"_L1].toString();
        const QString id = option["optionId"_L1].toString();
        if (kind == word + u"_once"_s) {
            return id;
        }
        if (kind.startsWith(word) && other.isEmpty()) {
            other = id;
        }
    }
    return other;
}

syncing::Answer<QList<syncing::RemoteApproval>> Permissions::pending()
{
    using Approvals = QList<syncing::RemoteApproval>;
    if (m_service.generation() == Generation::Early || !m_service.mayStream()) {
        return rest::settled<Approvals>(Approvals());
    }
    QUrlQuery running; // which early servers pass over
    running.addQueryItem(u"status"_s, u"in_progress"_s);
    return rest::then<Approvals>(
        &m_service.client(), m_service.allTasks(running), [this](const QList<QJsonObject> &tasks) {
            QList<RunPlace> places;
            for (const QJsonObject &task : tasks) {
                const QJsonObject run = task.value("latest_run"_L1).toObject();
                if (run.value("status"_L1).toString() == "in_progress"_L1 && places.size() < mostRuns) {
                    places.append({task.value("id"_L1).toString(), run.value("id"_L1).toString()});
                }
            }
            listenTo(places);
            return base::Result<Approvals>(all());
        });
}

void Permissions::listenTo(const QList<RunPlace> &running)
{
    for (auto it = m_watches.begin(); it != m_watches.end();) {
        if (running.contains(it->second.place)) {
            ++it;
        } else {
            stop(it->second);
            it = m_watches.erase(it);
        }
    }
    for (const RunPlace &place : running) {
        Watch &watch = m_watches.try_emplace(place.text(), Watch{.place = place}).first->second;
        watch.isListed = true;
        if (!watch.stream) {
            listen(watch, {});
        }
    }
}

/// From the begin of what is kept of the stream: what was asked before we came is in it.
void Permissions::listen(Watch &watch, const QByteArray &lastId)
{
    const QString run = watch.place.text();
    stop(watch);
    watch.stream = std::make_unique<rest::EventStream>(
        m_service.client(), m_service.call("GET", Service::runPath(watch.place, {u"stream"_s})), lastId);
    const auto ours = [this, run]() -> Watch * {
        const auto found = m_watches.find(run);
        return found == m_watches.end() ? nullptr : &found->second;
    };
    connect(watch.stream.get(), &rest::EventStream::arrived, this, [this, ours](const QList<rest::Event> &events) {
        for (const rest::Event &event : events) {
            if (Watch *const found = ours()) {
                take(*found, event);
            }
        }
    });
    connect(watch.stream.get(), &rest::EventStream::ended, this, [this, ours](const base::Status &status) {
        Watch *const found = ours();
        if (found && found->isListed && isNoStream(status)) {
            m_service.hasNoStreams();
        }
        if (found) {
            stop(*found); // and is listened to anew when it is seen again
        }
    });
    watch.stream->start();
}

/// It may be the one that called.
void Permissions::stop(Watch &watch)
{
    if (watch.stream) {
        watch.stream->disconnect(this);
        watch.stream.release()->deleteLater();
    }
}

void Permissions::take(Watch &watch, const rest::Event &event)
{
    if (event.type == "end") {
        listen(watch, event.id);
        return;
    }
    QJsonObject data = QJsonDocument::fromJson(event.data).object();
    switch (sortOf(data)) {
    case Sort::Permission: {
        const QString request = requestIn(data);
        const bool isKnown = std::any_of(watch.open.begin(), watch.open.end(),
                                         [&](const auto &one) { return requestIn(one) == request; });
        if (!request.isEmpty() && !isKnown && !m_answered.contains(QuestionPlace{watch.place, request}.text())) {
            data.insert(askedAt, base::isoUtc(m_service.clock().now()));
            watch.open.append(data);
        }
        return;
    }
    case Sort::Entry:
        if (methodOf(data) == "_posthog/permission_response"_L1) {
            forget(watch.place.text(), requestIn(data.value("notification"_L1)["params"_L1].toObject()));
        }
        return;
    case Sort::RunState:
        if (isOver(data)) {
            watch.open.clear();
        }
        return;
    case Sort::KeepAlive:
        return;
    }
}

void Permissions::forget(const QString &run, const QString &request)
{
    m_answered.insert(run + u'/' + request);
    if (const auto watch = m_watches.find(run); watch != m_watches.end()) {
        watch->second.open.removeIf([&](const QJsonObject &question) { return requestIn(question) == request; });
    }
}

QList<syncing::RemoteApproval> Permissions::all() const
{
    QList<syncing::RemoteApproval> approvals;
    for (const auto &[run, watch] : m_watches) {
        for (const QJsonObject &question : watch.open) {
            approvals.append(approvalOf(watch.place, question));
        }
    }
    return approvals;
}

syncing::Answer<void> Permissions::decide(const QuestionPlace &place, domain::Judgement verdict, const QString &comment)
{
    Watch &watch = m_watches.try_emplace(place.run.text(), Watch{.place = place.run}).first->second;
    const auto question = std::find_if(watch.open.begin(), watch.open.end(),
                                       [&](const auto &one) { return requestIn(one) == place.request; });
    if (question == watch.open.end()) {
        if (!watch.stream) {
            listen(watch, {});
        }
        return rest::settled<void>(base::unavailable({}, u"what it asks is not known yet; it is listened to"_s));
    }
    const QString option = optionFor(question->value("options"_L1).toArray(), verdict);
    if (option.isEmpty()) {
        return rest::settled<void>(base::Error{.code = base::ErrorCode::Unsupported,
                                               .detail = u"none of the answers it offers says that; choose one with "
                                                         "the action answer-permission"_s});
    }
    const QJsonObject more = comment.isEmpty() ? QJsonObject() : QJsonObject{{u"customInput"_s, comment}};
    return rest::then<void>(&m_service.client(), answer(place, option, more),
                            [](const QJsonValue &) { return base::Status(); });
}

syncing::Answer<QJsonValue> Permissions::answer(const QuestionPlace &place, const QString &option,
                                                const QJsonObject &more)
{
    QJsonObject params = more;
    params.insert("requestId"_L1, place.request);
    params.insert("optionId"_L1, option);
    return rest::then<QJsonValue>(&m_service.client(), command(m_service, place.run, u"permission_response"_s, params),
                                  [this, place](const QJsonValue &result) {
                                      forget(place.run.text(), place.request);
                                      return base::Result<QJsonValue>(result);
                                  });
}

} // namespace providers::posthog
