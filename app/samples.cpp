// SPDX-License-Identifier: Apache-2.0
#include "app/samples.h"

#include "app/base/logging.h"
#include "app/domain/automation.h"
#include "app/store/store.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

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
    return store.settings()
        .set(QLatin1StringView(store::setting::samplesMade), true)
        .then([&store, samples](const base::Result<void> &marked) -> QFuture<base::Result<void>> {
            if (!marked || samples.isEmpty()) {
                return ready(marked);
            }
            return store.automations()
                .create(samples, u"Signalbox"_s)
                .then([](const base::Result<QList<domain::Automation>> &made) -> base::Result<void> {
                    if (!made) {
                        return made.error();
                    }
                    return {};
                });
        })
        .unwrap();
}

} // namespace

QFuture<base::Result<void>> makeSamples(store::Store &store, const domain::Catalog &catalog)
{
    const base::Result<QList<domain::Automation>> samples = readSamples(catalog);
    if (!samples) {
        return ready(samples.error());
    }
    return store.settings()
        .all()
        .then([&store](const base::Result<QJsonObject> &settings) {
            const bool made = !settings || settings->value(QLatin1StringView(store::setting::samplesMade)).toBool();
            return made ? QtFuture::makeReadyFuture(
                              base::Result<QList<domain::Automation>>(base::conflict(u"made before"_s)))
                        : store.automations().list();
        })
        .unwrap()
        .then([&store, samples = *samples](const base::Result<QList<domain::Automation>> &present) {
            if (!present) {
                return ready({});
            }
            return createMarked(store, present->isEmpty() ? samples : QList<domain::Automation>());
        })
        .unwrap();
}
