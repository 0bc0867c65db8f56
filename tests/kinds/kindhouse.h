// SPDX-License-Identifier: Apache-2.0
// An engine with short ways to add, run and await automations of any kind.
#pragma once

#include "tests/support/enginehouse.h"

namespace test {

class KindHouse : public EngineHouse
{
public:
    using Change = std::function<void(domain::Automation &)>;

    domain::Automation addKind(const QString &type, const QJsonObject &params, const Change &change = {})
    {
        return add(QString(), [&](domain::Automation &automation) {
            automation.type = type;
            automation.params = params;
            if (change) {
                change(automation);
            }
        });
    }
    base::RunId request(const domain::Automation &automation)
    {
        const auto requested = await(store->runs().request(automation.id, QStringLiteral("tester")));
        return requested ? requested->id : base::RunId();
    }
    domain::Run get(const base::RunId &id) { return await(store->runs().get(id)).value_or(domain::Run()); }
    /// The run when it is over; what it is after 15 s if it does not end.
    domain::Run ended(const base::RunId &id)
    {
        domain::Run run;
        const bool over = QTest::qWaitFor([&] { return domain::isFinal((run = get(id)).status); }, 15000);
        if (!over) {
            qWarning("the run does not end");
        }
        return run;
    }
    domain::Run run(const QString &type, const QJsonObject &params, const Change &change = {})
    {
        return ended(request(addKind(type, params, change)));
    }
    bool waitForLog(const base::RunId &id, const QByteArray &text)
    {
        return QTest::qWaitFor([&] { return log(id).contains(text); }, 10000);
    }
    static QString word(const domain::Run &run) { return domain::statusWord(run.status); }
};

/// What the catalog says of these params: `params.seconds: …`, or empty.
inline QString complaint(const QString &type, const QJsonObject &params)
{
    const domain::Catalog catalog = kinds::catalog(kinds::all());
    const base::Status status = domain::checkParams(*catalog.kind(type), params);
    return status ? QString() : status.error().field + QStringLiteral(": ") + status.error().detail;
}

} // namespace test
