// SPDX-License-Identifier: Apache-2.0
#include "app/cli/code/codecommands.h"

#include "app/bundles/importing.h"
#include "app/cli/text/table.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

QJsonObject summary(const bundles::Bundle &bundle, const bundles::Listing &listing)
{
    return {{u"files"_s, listing.files.size()},
            {u"size"_s, listing.size},
            {u"packed"_s, bundle.zip().size()},
            {u"digest"_s, bundle.digestText()}};
}

QString summaryText(const bundles::Bundle &bundle, const bundles::Listing &listing)
{
    return u"%1 files, %2 bytes, %3 as a zip file, digest %4"_s.arg(listing.files.size())
        .arg(listing.size)
        .arg(bundle.zip().size())
        .arg(bundle.digestText());
}

base::Result<Exit> pack(const Invocation &asked, const bundles::Archiver &archiver, Output &output)
{
    const QString folder = asked.arguments.at(0);
    const QString zip = asked.arguments.at(1);
    if (!QFileInfo(folder).isDir()) {
        return base::invalid({}, u"there is no folder %1"_s.arg(folder));
    }
    TRY(const bundles::Listing listing, bundles::accepted(archiver.pack(folder, zip)));
    TRY(const bundles::Bundle bundle, bundles::Bundle::fromFile(zip));
    if (asked.json) {
        output.json(summary(bundle, listing));
    } else {
        output.line(u"packed "_s + summaryText(bundle, listing));
    }
    return Exit::Ok;
}

base::Result<Exit> list(const bundles::Verdict &verdict, const Invocation &asked, Output &output)
{
    TRY(const bundles::Listing listing, bundles::accepted(verdict));
    if (asked.json) {
        QJsonArray files;
        for (const bundles::BundleFile &file : listing.files) {
            files.append(QJsonObject{
                {u"name"_s, file.name}, {u"size"_s, file.size}, {u"packed"_s, file.packed}, {u"crc"_s, file.crc}});
        }
        output.json(files);
        return Exit::Ok;
    }
    Table table({u"SIZE"_s, u"PACKED"_s, u"NAME"_s});
    for (const bundles::BundleFile &file : listing.files) {
        table.add({QString::number(file.size), QString::number(file.packed), file.name});
    }
    table.print(output);
    return Exit::Ok;
}

base::Result<Exit> check(const bundles::Bundle &bundle, const bundles::Verdict &verdict, const Invocation &asked,
                         Output &output)
{
    if (verdict.refused) {
        const bundles::Refused &refused = *verdict.refused;
        if (asked.json) {
            output.json(QJsonObject{{u"ok"_s, false},
                                    {u"reason"_s, refused.reason},
                                    {u"entry"_s, refused.entry},
                                    {u"detail"_s, refused.detail}});
        } else {
            output.message(u"refused (%1): %2"_s.arg(refused.reason, refused.text()));
        }
        return Exit::Failed;
    }
    if (asked.json) {
        QJsonObject object = summary(bundle, verdict.listing);
        object.insert("ok"_L1, true);
        output.json(object);
    } else {
        output.line(u"ok: "_s + summaryText(bundle, verdict.listing));
    }
    return Exit::Ok;
}

} // namespace

base::Result<Exit> runBundle(const Invocation &asked, Output &output)
{
    const bundles::Archiver archiver(bundles::Archiver::locate());
    if (asked.command == "bundle pack"_L1) {
        return pack(asked, archiver, output);
    }
    TRY(const bundles::Bundle bundle, bundles::Bundle::fromFile(asked.arguments.first()));
    TRY(const bundles::Verdict verdict, bundles::judge(bundle, archiver));
    return asked.command == "bundle list"_L1 ? list(verdict, asked, output) : check(bundle, verdict, asked, output);
}

} // namespace cli
