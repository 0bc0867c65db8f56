// SPDX-License-Identifier: Apache-2.0
#include "app/providers/providers.h"

#include "app/providers/brahma/brahma.h"
#include "app/providers/defender/defender.h"
#include "app/providers/loopback/loopback.h"
#include "app/providers/noba/noba.h"
#include "app/providers/posthog/posthog.h"
#include "app/providers/signalbox/signalbox.h"
#include "app/providers/theeye/theeye.h"

namespace providers {

syncing::Providers all()
{
    syncing::Providers providers;
    providers.push_back(std::make_unique<Signalbox>());
    providers.push_back(std::make_unique<Defender>());
    providers.push_back(std::make_unique<Noba>());
    providers.push_back(std::make_unique<Brahma>());
    providers.push_back(std::make_unique<TheEye>());
    providers.push_back(std::make_unique<Posthog>());
    providers.push_back(std::make_unique<Loopback>());
    return providers;
}

QList<domain::ProviderInfo> infos(const syncing::Providers &providers)
{
    QList<domain::ProviderInfo> infos;
    for (const std::unique_ptr<syncing::Provider> &provider : providers) {
        infos.append(provider->info());
    }
    return infos;
}

} // namespace providers
