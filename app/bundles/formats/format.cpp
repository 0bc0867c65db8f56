// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/formats/format.h"

#include "app/bundles/formats/crontab/crontab.h"
#include "app/bundles/formats/defender/defender.h"
#include "app/bundles/formats/json/json.h"
#include "app/bundles/formats/noba/noba.h"
#include "app/bundles/formats/systemd/systemd.h"
#include "app/bundles/formats/theeye/theeye.h"
#include "app/bundles/transfer/gathering.h"
#include "app/bundles/transfer/signatures.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace bundles {

const QList<Format> &formats()
{
    static const QList<Format> all{
        {u"systemd"_s, isSystemd, readSystemd, writeSystemd}, // its [Timer] looks like JSON
        {u"defender"_s, isDefender, readDefender},
        {u"theeye"_s, isTheEye, readTheEye},
        {u"json"_s, isJson, readJson, writeJson},
        {u"noba"_s, isNoba, readNoba},
        {u"crontab"_s, isCrontab, readCrontab, writeCrontab},
    };
    return all;
}

const Format *findFormat(const QString &name)
{
    const auto found =
        std::find_if(formats().begin(), formats().end(), [&](const Format &format) { return format.name == name; });
    return found == formats().end() ? nullptr : &*found;
}

namespace {

QString names(bool (*wanted)(const Format &))
{
    QStringList list;
    for (const Format &format : formats()) {
        if (wanted(format)) {
            list.append(format.name);
        }
    }
    return list.join(u", "_s);
}

/// Of what no format takes.
QString whatItIsNot(const Source &source)
{
    if (source.bytes.isEmpty() && (!source.beside.isEmpty() || QFileInfo(source.name).isDir())) {
        return u"the folder holds neither timers of systemd nor an index.js"_s;
    }
    if (hasSection(source.bytes, "Service"_ba)) {
        return u"this is a service of systemd, and starts nothing without its timer: give that, too"_s;
    }
    if (const QString known = whatItIs(source.bytes); !known.isEmpty()) {
        return u"this is %1, and holds no automations"_s.arg(known);
    }
    return u"this is no JSON, no YAML with a list automations, no crontab, no timer of systemd and no zip file"_s;
}

base::Result<const Format *> chosenFormat(const Source &source, const QString &name)
{
    if (name != "auto"_L1) {
        const Format *format = findFormat(name);
        return format ? base::Result<const Format *>(format)
                      : base::invalid(u"format"_s, u"format must be auto or one of %1"_s.arg(
                                                       names([](const Format &) { return true; })));
    }
    for (const Format &format : formats()) {
        if (format.recognises(source)) {
            return &format;
        }
    }
    return base::invalid(u"format"_s,
                         u"%1; known are %2"_s.arg(whatItIsNot(source), names([](const Format &) { return true; })));
}

} // namespace

base::Result<ImportPlan> planImport(const Source &source, const QString &format, const Surroundings &around)
{
    TRY(const Format *chosen, chosenFormat(source, format));
    TRY(ImportPlan plan, chosen->read(source, around));
    plan.format = chosen->name;
    return plan;
}

base::Result<Exported> exported(const QList<domain::Automation> &automations, const QString &format,
                                const ExportAround &around)
{
    const Format *chosen = findFormat(format);
    if (!chosen || !chosen->write) {
        return base::invalid(u"format"_s, u"format must be one of %1"_s.arg(
                                              names([](const Format &one) { return one.write != nullptr; })));
    }
    return chosen->write(automations, around);
}

} // namespace bundles
