// SPDX-License-Identifier: Apache-2.0
#include "app/samples.h"

#include "app/base/chained.h"
#include "app/base/logging.h"
#include "app/domain/automation.h"
#include "app/store/store.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

using Made = base::Result<QList<domain::Automation>>;

base::Result<QList<domain::Automation>> readSamples(const domain::Catalog &catalog)
{
    QFile file(u":/resources/samples/samples.json"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        return base::internal(u"the samples are not in this build"_s);
    }
    QList<domain::Automation> samples;
    for (const QJsonValue value : QJsonDocument::fromJson(file.readAll()).array()) {
        TRY(const domain::Automation sample, domain::automationFromJson(value.toObject()));
        CHECK(domain::checkAgainst(catalog, sample));
        samples.append(sample);
    }
    return samples;
}

QFuture<base::Result<void>> ready(base::Result<void> result)
{
    return QtFuture::makeReadyFuture(std::move(result));
}

/// The mark first: a crash in between costs the samples, not a second set of them.
QFuture<base::Result<void>> createMarked(store::Store &store, const QList<domain::Automation> &samples)
{
    const auto marked = store.settings().set(QLatin1StringView(store::setting::samplesMade), true);
    const auto made = base::chained<QList<domain::Automation>>(
        &store, marked, [&store, samples](const base::Result<void> &mark) -> QFuture<Made> {
            if (!mark || samples.isEmpty()) {
                return QtFuture::makeReadyFuture(mark ? Made(samples) : Made(mark.error()));
            }
            return store.automations().create(samples, u"Signalbox"_s);
        });
    return base::chained<void>(&store, made,
                               [](const Made &all) { return ready(all ? base::Result<void>() : all.error()); });
}

} // namespace

QFuture<base::Result<void>> makeSamples(store::Store &store, const domain::Catalog &catalog)
{
    const base::Result<QList<domain::Automation>> samples = readSamples(catalog);
    if (!samples) {
        return ready(samples.error());
    }
    const auto present = base::chained<QList<domain::Automation>>(
        &store, store.settings().all(), [&store](const base::Result<QJsonObject> &settings) {
            const bool made = !settings || settings->value(QLatin1StringView(store::setting::samplesMade)).toBool();
            return made ? QtFuture::makeReadyFuture(Made(base::conflict(u"made before"_s)))
                        : store.automations().list();
        });
    return base::chained<void>(&store, present, [&store, samples = *samples](const Made &here) {
        return here ? createMarked(store, here->isEmpty() ? samples : QList<domain::Automation>()) : ready({});
    });
}
