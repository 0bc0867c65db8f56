// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/formats/format.h"
#include "app/cli/commands/session.h"
#include "app/cli/transfer/transfercommands.h"

#include <QJsonArray>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

base::Result<QList<domain::Automation>> automationsIn(const QJsonArray &items)
{
    QList<domain::Automation> all;
    for (const QJsonValue item : items) {
        TRY(domain::Automation one, domain::automationFromJson(item.toObject(), domain::Provenance::Store));
        one.id = base::AutomationId(item.toObject().value("id"_L1).toString());
        one.createdAt = base::parseIso(item.toObject().value("created_at"_L1).toString()).value_or(base::Instant());
        all.append(one);
    }
    return all;
}

base::Status write(const QString &path, const QByteArray &bytes, Output &output)
{
    if (path.isEmpty() || path == "-"_L1) {
        output.bytes(bytes);
        return {};
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return base::unavailable(u"writing %1"_s.arg(path), file.errorString());
    }
    return {};
}

void writeAll(Session &session, const QJsonArray &items, const QString &format)
{
    const auto automations = automationsIn(items);
    if (!automations) {
        session.fail(automations.error());
        return;
    }
    const auto exported = bundles::exported(*automations, format, {session.clock().now(), {}});
    if (!exported) {
        session.fail(exported.error());
        return;
    }
    if (const base::Status written = write(session.operand(0), exported->bytes, session.out()); !written) {
        session.fail(written.error());
        return;
    }
    for (const bundles::LeftOut &left : exported->left) {
        session.out().message(u"not exported: %1 %2: %3"_s.arg(left.origin, left.what, left.reason));
    }
    session.finish();
}

} // namespace

void exportAutomations(Session &session)
{
    const QString format = session.asked().has("format"_L1) ? session.asked().option("format"_L1) : u"json"_s;
    const bundles::Format *known = bundles::findFormat(format);
    if (!known || !known->write) {
        session.fail(base::invalid(u"format"_s, u"format must be json, crontab or systemd"_s));
        return;
    }
    // Who may not export hears it there; what is written needs more than that has.
    session.get("/api/automations/export", [&session, format](const QJsonValue &) {
        session.get("/api/automations",
                    [&session, format](const QJsonValue &answer) { writeAll(session, answer.toArray(), format); });
    });
}

} // namespace cli
