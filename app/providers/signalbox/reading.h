// SPDX-License-Identifier: Apache-2.0
// What another Signalbox answers, as values. What a newer one has and this one does not know is kept verbatim. Pure.
#pragma once

#include "app/sync/provider.h"
#include "app/sync/rest/eventreader.h"

#include <QJsonArray>

namespace providers::signalbox {

domain::Capabilities allCapabilities();
/// What an account may do there by its role.
domain::Capabilities capabilitiesOf(const QString &role);

/// Corrupt where it has no id. A field of which this program makes nothing keeps its default here, and stands in
/// `automation.remote` with every other that is not known, and with the version there.
base::Result<syncing::RemoteAutomation> automationOf(const QJsonObject &item);
/// An automation as it is sent there: without what only the place where it lives can know.
QJsonObject bodyOf(const domain::Automation &automation);
/// The fields of `wanted` that are not as in `base`, and the version there that they are meant for.
QJsonObject changesOf(const domain::Automation &wanted, const domain::Automation &base);

base::Result<syncing::RemoteRun> runOf(const QJsonObject &item);
base::Result<syncing::RemoteApproval> approvalOf(const QJsonObject &item);
base::Result<syncing::RemoteWindow> windowOf(const QJsonObject &item);
QJsonObject bodyOf(const domain::MaintenanceWindow &window);

/// The bytes of the log's lines that the events hold, each with its line feed.
QByteArray linesOf(const QList<rest::Event> &events);
/// Whether the stream says that no more will come.
bool endsWith(const QList<rest::Event> &events);

/// Each of a list of objects read by `read`; the first that can't be ends it.
template <typename T> base::Result<QList<T>> each(const QJsonArray &items, base::Result<T> (*read)(const QJsonObject &))
{
    QList<T> values;
    for (const QJsonValue item : items) {
        TRY(T value, read(item.toObject()));
        values.append(std::move(value));
    }
    return values;
}

} // namespace providers::signalbox
