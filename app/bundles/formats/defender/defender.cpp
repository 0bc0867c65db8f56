// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/formats/defender/defender.h"

#include "app/bundles/autotask.h"
#include "app/bundles/transfer/jsontext.h"

#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace bundles {

namespace {

/// The code that lies beside an autotask's JSON comes into it.
base::Result<QJsonObject> withCode(QJsonObject autotask, const Source &source)
{
    if (autotask.contains("encodedZippedCode"_L1)) {
        return autotask;
    }
    const QString stem = QFileInfo(source.name).completeBaseName();
    const QByteArray zip = source.beside.value(stem + u".zip"_s);
    if (zip.isEmpty()) {
        return base::invalid(u"encodedZippedCode"_s,
                             u"the code is missing: give the JSON of one autotask, or its code as %1 beside it"_s.arg(
                                 stem.isEmpty() ? u"a zip file"_s : stem + u".zip"_s));
    }
    autotask.insert("encodedZippedCode"_L1, QString::fromLatin1(zip.toBase64()));
    return autotask;
}

/// The autotasks of one, of an array, or of the answer that lists them.
QJsonArray autotasksOf(const QJsonDocument &document)
{
    if (document.isArray()) {
        return document.array();
    }
    const QJsonValue items = document.object().value("items"_L1);
    return items.isArray() ? items.toArray() : QJsonArray{document.object()};
}

base::Result<QByteArray> completed(const Source &source)
{
    TRY(const QJsonDocument document, jsonOf(source.bytes));
    QJsonArray all;
    const QJsonArray autotasks = autotasksOf(document);
    for (qsizetype i = 0; i < autotasks.size(); ++i) {
        const base::Result<QJsonObject> one = withCode(autotasks.at(i).toObject(), source);
        if (!one) {
            return document.isObject() && autotasks.size() == 1 ? one.error() : one.error().inField(u"[%1]"_s.arg(i));
        }
        all.append(*one);
    }
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

base::Result<QList<Imported>> importedOf(const Source &source, const Archiver &archiver)
{
    if (source.bytes.isEmpty() && !source.name.isEmpty()) {
        return importAllFrom(source.name, archiver);
    }
    if (!looksLikeJson(source.bytes)) {
        return importAll(source.bytes, archiver);
    }
    TRY(const QByteArray json, completed(source));
    return importAll(json, archiver);
}

} // namespace

bool isDefender(const Source &source)
{
    if (source.bytes.startsWith("PK\x03\x04") || source.bytes.startsWith("PK\x05\x06")) {
        return true;
    }
    const bool marked = source.bytes.contains("\"encodedZippedCode\"") || source.bytes.contains("\"autotaskId\"") ||
                        source.bytes.contains("\"actionId\"");
    return (looksLikeJson(source.bytes) && marked) || QFileInfo::exists(source.name + u"/index.js"_s);
}

base::Result<ImportPlan> readDefender(const Source &source, const Surroundings &around)
{
    if (!around.archiver) {
        return base::invalid({}, u"code in zip files can't be looked into here"_s);
    }
    TRY(const QList<Imported> all, importedOf(source, *around.archiver));
    const QString fallback = source.name.isEmpty() ? u"bundle"_s : nameFor(source.name);
    ImportPlan plan{.format = u"defender"_s, .items = {}, .left = {}};
    for (const Imported &imported : all) {
        const CarriedOver carried = carriedOver(imported, fallback);
        const QString origin = u"[%1]"_s.arg(plan.items.size());
        base::Result<PlannedAutomation> item = planned(origin, carried.automation);
        if (!item) {
            return item.error().inField(origin);
        }
        const QString digest = imported.bundle.digestText();
        item->notCarried = carried.left;
        item->notes = {u"%1 files, %2 bytes, digest %3"_s.arg(imported.listing.files.size())
                           .arg(imported.listing.size)
                           .arg(digest)};
        item->facts = {
            {u"files"_s, imported.listing.files.size()}, {u"size"_s, imported.listing.size}, {u"digest"_s, digest}};
        plan.items.append(*std::move(item));
    }
    return plan;
}

} // namespace bundles
