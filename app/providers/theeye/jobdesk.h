// SPDX-License-Identifier: Apache-2.0
// What becomes of jobs there: they are listed, read, cancelled, and decided about.
#pragma once

#include "app/providers/theeye/service.h"

namespace providers::theeye {

/// Lives no longer than the service.
class JobDesk
{
public:
    explicit JobDesk(Service &service) : m_service(service) {}

    /// Each part asks for more than the one before and leaves that out, for a list there can only be cut off at its
    /// end. A job that is over is read by itself, once: the list leaves out what came of it, and the server forgets it
    /// soon.
    rest::Future<syncing::Page<syncing::RemoteRun>> runs(const syncing::RunFilter &filter);
    rest::Future<syncing::RemoteRun> read(const QString &id);
    rest::Future<syncing::LogPart> log(const QString &id, const QString &from);
    /// The server says yes whatever there was to cancel, so the job is read before and after. Conflict where it was
    /// over.
    rest::Future<void> cancel(const QString &id);

    rest::Future<QList<syncing::RemoteApproval>> approvals();
    rest::Future<void> decide(const QString &id, domain::Judgement verdict);

private:
    rest::Future<QJsonObject> whole(const QJsonObject &listed);

    Service &m_service;
    QHash<QString, QJsonObject> m_over; // jobs that were read by themselves, without long logs
};

} // namespace providers::theeye
