// SPDX-License-Identifier: Apache-2.0
// A provider's account at a double of its system, and its verbs as the conformance suite asks them.
#pragma once

#include "app/sync/provider.h"
#include "app/sync/rest/habits.h"
#include "tests/support/faultserver.h"

#include <functional>
#include <memory>
#include <vector>

namespace test {

/// Whether a verb changes something there.
enum class Effect { Reads, Changes };
/// Whether a verb makes anything of the answer's body, or there is none.
enum class Body { Read, PassedOver, None };

struct Verb
{
    const char *name;
    QByteArray method;
    QByteArray pattern; ///< Of the one request that the faults meet.
    std::function<syncing::Answer<void>()> ask;
    Effect effect = Effect::Reads;
    Body body = Body::Read;
    bool repeats = true; ///< Whether it may be sent again.
};

class RemoteHouse
{
public:
    virtual ~RemoteHouse() = default;
    virtual FaultServer &server() = 0;
    virtual syncing::Account &account() = 0;
    /// Every verb that the system has.
    virtual std::vector<Verb> verbs() = 0;
    /// Runs of one automation, newest first: how many the double has.
    virtual int runs() const = 0;
    /// The route that lists them; empty where lists have no parts.
    virtual QByteArray pagedRuns() const { return {}; }
    /// Has its lists answer as those of a system with nothing in it.
    virtual void empty()
    {
        const auto nothing = [](const Asked &) { return toldList({}); };
        server().route("GET", "/api/automations", nothing);
        if (!pagedRuns().isEmpty()) {
            server().route("GET", pagedRuns(), nothing);
        }
    }
    /// Whether a credential that is refused is renewed.
    virtual bool renews() const { return false; }
};

struct HouseMaker
{
    const char *name;
    QString provider; ///< ProviderInfo::provider
    std::function<std::unique_ptr<RemoteHouse>()> make;
};

/// One or more of each provider.
const std::vector<HouseMaker> &remoteHouses();

/// Habits that wait for milliseconds.
rest::Habits hastyHabits();

} // namespace test
