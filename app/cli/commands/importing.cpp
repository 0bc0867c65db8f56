// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/autotask.h"
#include "app/cli/commands/commands.h"
#include "app/cli/commands/session.h"
#include "app/cli/text/input.h"
#include "app/domain/automation.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Candidate
{
    bundles::Imported imported;
    bundles::CarriedOver carried;
};

using Candidates = QList<Candidate>;

base::Result<QList<bundles::Imported>> read(const QString &name, std::FILE *standardInput)
{
    const bundles::Archiver archiver(bundles::Archiver::locate());
    if (name != "-"_L1) {
        return bundles::importAllFrom(name, archiver);
    }
    TRY(const QByteArray bytes, readInput(name, standardInput, codeLimit));
    return bundles::importAll(bytes, archiver);
}

/// What `name` holds, each looked at as the engine will look at it.
base::Result<Candidates> candidates(const QString &name, std::FILE *standardInput)
{
    TRY(const QList<bundles::Imported> all, read(name, standardInput));
    const QString fallback = name == "-"_L1 ? u"bundle"_s : bundles::nameFor(name);
    Candidates found;
    for (const bundles::Imported &imported : all) {
        const bundles::CarriedOver carried = bundles::carriedOver(imported, fallback);
        if (const auto automation = domain::automationFromJson(carried.automation); !automation) {
            return automation.error().inField(u"[%1]"_s.arg(found.size()));
        }
        found.append({imported, carried});
    }
    return found;
}

QJsonObject summary(const Candidate &candidate)
{
    QJsonObject object{{u"name"_s, candidate.carried.automation.value("name"_L1)},
                       {u"paused"_s, true},
                       {u"triggers"_s, candidate.carried.automation.value("triggers"_L1).toArray()},
                       {u"files"_s, candidate.imported.listing.files.size()},
                       {u"size"_s, candidate.imported.listing.size},
                       {u"digest"_s, candidate.imported.bundle.digestText()},
                       {u"not_carried"_s, QJsonArray::fromStringList(candidate.carried.left)}};
    return object;
}

/// `made` are the automations that came of it; empty where nothing was to be changed.
void report(Session &session, const Candidates &all, const QJsonArray &made)
{
    QJsonArray items;
    for (qsizetype i = 0; i < all.size(); ++i) {
        QJsonObject item = summary(all.at(i));
        const QString id = made.at(i).toObject().value("id"_L1).toString();
        if (!id.isEmpty()) {
            item.insert("id"_L1, id);
        }
        items.append(item);
        if (!session.asked().json) {
            const QString what = u"%1: %2 files, %3 bytes, digest %4"_s.arg(item.value("name"_L1).toString())
                                     .arg(item.value("files"_L1).toInteger())
                                     .arg(item.value("size"_L1).toInteger())
                                     .arg(item.value("digest"_L1).toString());
            session.out().line(id.isEmpty() ? u"would import "_s + what
                                            : u"imported %1 %2; it is paused"_s.arg(id, what));
            for (const QString &left : all.at(i).carried.left) {
                session.out().message(u"not carried over: "_s + left);
            }
        }
    }
    if (session.asked().json) {
        session.out().json(items);
    }
    session.finish();
}

} // namespace

void importAutomations(Session &session)
{
    static const QStringList formats{u"auto"_s, u"defender"_s};
    if (session.asked().has("format"_L1) && !formats.contains(session.asked().option("format"_L1))) {
        session.fail(base::invalid(u"format"_s, u"format must be one of %1"_s.arg(formats.join(u", "_s))));
        return;
    }
    const base::Result<Candidates> all = candidates(session.operand(0), session.out().streams().in);
    if (!all) {
        session.fail(all.error());
        return;
    }
    if (session.asked().has("dry-run"_L1) || all->isEmpty()) {
        report(session, *all, {});
        return;
    }
    QJsonArray wanted;
    for (const Candidate &candidate : *all) {
        wanted.append(candidate.carried.automation);
    }
    ApiRequest request;
    request.method = "POST";
    request.body = QJsonDocument(wanted).toJson(QJsonDocument::Compact);
    request.path = "/api/automations" + routeFor(request.body);
    session.send(request,
                 [&session, found = *all](const QJsonValue &answer) { report(session, found, answer.toArray()); });
}

} // namespace cli
