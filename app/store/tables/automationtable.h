// SPDX-License-Identifier: Apache-2.0
// The rows of automations and of their versions. No rules here but those of the tables themselves.
#pragma once

#include "app/domain/automation.h"
#include "app/store/automations.h"
#include "app/store/sql/connection.h"

namespace store {

/// Used inside a transaction, on the thread of its connection.
class AutomationTable
{
public:
    explicit AutomationTable(Connection &db) : m_db(db) {}

    base::Result<QList<domain::Automation>> all();
    base::Result<QList<base::AutomationId>> ids();
    /// Those that live at this connection.
    base::Result<QList<base::AutomationId>> livingAt(const base::ConnectionId &connection);
    /// NotFound where there is none.
    base::Result<domain::Automation> get(const base::AutomationId &id);
    base::Result<std::optional<domain::Automation>> find(const base::AutomationId &id);
    /// Nothing where there is no such automation.
    base::Result<std::optional<bool>> paused(const base::AutomationId &id);
    /// Whether a run of it needs approval; false where there is none.
    base::Result<bool> asks(const base::AutomationId &id);
    base::Result<domain::Automation> version(const base::AutomationId &id, qint64 version);
    /// Newest first; also of one that was removed.
    base::Result<QList<domain::Automation>> versions(const base::AutomationId &id, const VersionPage &page = {});

    /// Each writes the version, too.
    base::Status insert(const domain::Automation &automation);
    base::Status replace(const domain::Automation &automation);
    /// The versions stay.
    base::Status remove(const base::AutomationId &id);

private:
    base::Status insertVersion(const domain::Automation &automation);

    Connection &m_db;
};

/// What the document of its row says, and the other way round: without id, version and times.
QString documentText(const domain::Automation &automation);
base::Result<domain::Automation> fromDocument(const QString &text);

/// Invalid with the field if the automation could not be read again from its JSON form.
base::Status checkStorable(const domain::Automation &automation);

} // namespace store
