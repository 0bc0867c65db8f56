// SPDX-License-Identifier: Apache-2.0
// What may begin, said as simply as possible: lists of windows and of who agreed, looked through anew for each
// question.
#pragma once

#include "app/domain/approvals/approval.h"
#include "app/domain/run.h"
#include "app/domain/window.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace test {

using namespace Qt::StringLiterals;

/// The judge knows a window as what it was made of, and when it is open as a list of spans.
struct PlainWindow
{
    QString id;
    QString effect;
    QString scope;
    bool blocksManual = false;
    base::Millis length = {};
    QList<domain::WindowSpan> spans;

    bool isOpen(int automation, base::Instant at) const
    {
        const bool concerned = scope == "*"_L1 || scope == u"tag:%1"_s.arg(automation);
        return concerned && std::any_of(spans.begin(), spans.end(),
                                        [at](const domain::WindowSpan &span) { return span.contains(at); });
    }
};

/// Its number is its tag.
struct PlainAutomation
{
    base::AutomationId id;
    int definition = 0;   ///< Counts the edits.
    int quorum = 0;       ///< 0 asks nobody.
    int everyMinutes = 0; ///< 0 runs by hand alone.
};

/// What was decided about one request, and about which definition.
struct PlainRequest
{
    int definition = 0;
    QSet<QString> agreed;
};

class Judge
{
public:
    QList<PlainAutomation> automations;
    QList<PlainWindow> windows;
    QHash<QString, PlainRequest> requests;

    int numberOf(const domain::Run &run) const
    {
        for (int i = 0; i < automations.size(); ++i) {
            if (automations.at(i).id == run.automationId) {
                return i;
            }
        }
        return -1;
    }
    /// Whether a window lets it not begin now, whatever people say.
    bool isBlocked(const domain::Run &run, base::Instant now) const
    {
        const bool manual = run.trigger == domain::TriggerKind::Manual;
        return anyOpen(run, now, [manual](const PlainWindow &window) {
            return manual ? window.blocksManual : window.effect == "disabled"_L1;
        });
    }
    int quorumOf(const domain::Run &run, base::Instant now) const
    {
        const int own = automations.at(numberOf(run)).quorum;
        const bool asked = run.trigger != domain::TriggerKind::Manual &&
                           anyOpen(run, now, [](const PlainWindow &window) { return window.effect == "approve"_L1; });
        return own > 0 ? own : asked ? 1 : 0;
    }
    /// `asked` are its requests. Empty where it may begin now.
    QString whyNot(const domain::Run &run, const QStringList &asked, base::Instant now) const
    {
        if (isBlocked(run, now)) {
            return u"a window says no"_s;
        }
        const int quorum = quorumOf(run, now);
        const int definition = automations.at(numberOf(run)).definition;
        const bool agreed = std::any_of(asked.begin(), asked.end(), [&](const QString &id) {
            return requests.value(id).agreed.size() >= quorum && requests.value(id).definition == definition;
        });
        return quorum == 0 || agreed ? QString() : u"fewer than %1 agreed"_s.arg(quorum);
    }
    bool mayDecide(const domain::Approval &request, const QString &who, base::Instant now) const
    {
        return request.requestedBy != who && !requests.value(request.id.text()).agreed.contains(who) &&
               (!request.expiresAt || *request.expiresAt > now);
    }

private:
    template <typename Says> bool anyOpen(const domain::Run &run, base::Instant now, Says says) const
    {
        return std::any_of(windows.begin(), windows.end(), [&](const PlainWindow &window) {
            return says(window) && window.isOpen(numberOf(run), now);
        });
    }
};

} // namespace test
