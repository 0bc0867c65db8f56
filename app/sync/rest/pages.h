// SPDX-License-Identifier: Apache-2.0
// Lists that come in parts: where the next one is, and whether what came can be a whole list.
#pragma once

#include "app/sync/rest/call.h"

#include <QSet>

namespace rest {

/// The address of the next part by the header `Link` (RFC 8288), empty where there is none. Corrupt where it points to
/// another server.
base::Result<QUrl> nextLink(const Reply &reply);
/// The same of a link in the body. Empty and null mean that there is none.
base::Result<QUrl> nextLink(const Reply &reply, const QJsonValue &link);

/// Watches the parts of one list as they come.
class PageWatch
{
public:
    /// `asked` is the cursor of this part, empty of the first; `next` that of the one after it, empty of the last.
    /// Corrupt where the list leads back to itself, or the part holds nothing that was not there before.
    base::Status take(const QString &asked, const QStringList &ids, const QString &next);
    /// At the end of a list that tells how long it is. Corrupt where less came.
    base::Status checkTotal(qint64 told) const;

private:
    QSet<QString> m_cursors;
    QSet<QString> m_ids;
};

/// What an error means for a part that a list said it has: there is no NotFound for it.
base::Error pageError(const base::Error &error, const QString &cursor);

} // namespace rest
