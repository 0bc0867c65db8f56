// SPDX-License-Identifier: Apache-2.0
// Bundles made from a line of JavaScript, and runs of them in a real engine.
#pragma once

#include "app/bundles/bundles.h"
#include "tests/support/enginehouse.h"

#include <QTest>

namespace test {

inline QString handler(const QString &body)
{
    return QStringLiteral("exports.handler = async (event, context) => { %1 };").arg(body);
}

class BundleRuns : public QObject
{
protected:
    using Change = std::function<void(domain::Automation &)>;

    QString packed(const QString &code)
    {
        const bundles::Bundles workshop(bundles::Archiver::locate(), m_cache.path(), m_clock);
        const auto made = await(workshop.pack({{QStringLiteral("index.js"), code.toUtf8()}}));
        return made ? made->bundle.code() : QString();
    }
    domain::Automation add(EngineHouse &house, const QString &code, const Change &change)
    {
        return house.add({}, [&](domain::Automation &automation) {
            automation.type = QStringLiteral("bundle");
            automation.params = {{QStringLiteral("code"), code}};
            if (change) {
                change(automation);
            }
        });
    }
    domain::Run finished(EngineHouse &house, const base::RunId &id)
    {
        domain::Run run;
        const bool ended = QTest::qWaitFor(
            [&] {
                const auto read = await(house.store->runs().get(id));
                run = read.value_or(domain::Run());
                return domain::isFinal(run.status);
            },
            20000);
        return ended ? run : domain::Run();
    }
    domain::Run again(EngineHouse &house, const domain::Run &run)
    {
        const auto requested = await(house.store->runs().request(run.automationId, QStringLiteral("tester")));
        return finished(house, requested->id);
    }
    domain::Run runCode(EngineHouse &house, const QString &code, const Change &change = {})
    {
        house.start();
        domain::Run run;
        run.automationId = add(house, code, change).id;
        return again(house, run);
    }
    domain::Run runJs(EngineHouse &house, const QString &code, const Change &change = {})
    {
        return runCode(house, packed(code), change);
    }

    QTemporaryDir m_cache;
    FakeClock m_clock{base::fromMillis(0)};
};

} // namespace test
