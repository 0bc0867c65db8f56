// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands/versions.h"

#include "app/cli/commands/commands.h"
#include "app/cli/commands/session.h"
#include "app/cli/text/table.h"
#include "app/domain/versions/difference.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

QList<domain::FieldChange> changesSince(const QJsonValue &before, const QJsonValue &after)
{
    return domain::differences(domain::definitionOnly(before.toObject()), domain::definitionOnly(after.toObject()));
}

/// `versions` are newest first, as the table is.
void printVersions(Session &session, const QJsonArray &versions)
{
    Table table({u"VERSION"_s, u"SAVED"_s, u"BY"_s, u"NAME"_s, u"CHANGED"_s});
    for (qsizetype i = 0; i < versions.size(); ++i) {
        const QJsonObject version = versions.at(i).toObject();
        QStringList fields;
        if (i + 1 < versions.size()) {
            for (const domain::FieldChange &change : changesSince(versions.at(i + 1), version)) {
                fields.append(change.field);
            }
        }
        table.add({QString::number(version.value("version"_L1).toInteger()),
                   localSeconds(version.value("updated_at"_L1)), version.value("updated_by"_L1).toString(),
                   version.value("name"_L1).toString(), fields.join(u", "_s)});
    }
    table.print(session.out());
}

/// What one of them changed in the one before it.
void printVersion(Session &session, const QJsonArray &versions)
{
    const qint64 wanted = session.asked().number("diff"_L1, 0);
    for (qsizetype i = 0; i < versions.size(); ++i) {
        if (versions.at(i).toObject().value("version"_L1).toInteger() != wanted) {
            continue;
        }
        const QStringList lines = domain::inLines(changesSince(versions.at(i + 1), versions.at(i)));
        for (const QString &line : lines) {
            session.out().line(line);
        }
        return;
    }
    session.fail(base::notFound(u"version %1"_s.arg(wanted)));
}

} // namespace

void showVersions(Session &session, const QByteArray &path)
{
    session.get(path, [&session](const QJsonValue &answer) {
        if (session.asked().json) {
            session.out().json(answer.toArray());
        } else {
            session.asked().has("diff"_L1) ? printVersion(session, answer.toArray())
                                           : printVersions(session, answer.toArray());
        }
        session.isOver() ? void() : session.finish();
    });
}

base::Result<qint64> versionOperand(const Session &session)
{
    bool fits = false;
    const qint64 version = session.operand(1).toLongLong(&fits);
    if (!fits) {
        const QString history = QString(session.asked().command).replace("restore"_L1, "history"_L1);
        return base::invalid(u"version"_s, u"VERSION must be a number that %1 shows"_s.arg(history));
    }
    return version;
}

OptionSpec diffOption()
{
    return {u"diff"_s, OptionSpec::Kind::Number,
            u"N"_s,    u"what version N changed, field by field and line by line"_s,
            {},        1};
}

void showHistory(Session &session)
{
    const QString id = session.operand(0);
    if (const auto ok = checkId(id); !ok) {
        session.fail(ok.error());
        return;
    }
    showVersions(session, automationPath(id, "/history?limit=0"));
}

} // namespace cli
