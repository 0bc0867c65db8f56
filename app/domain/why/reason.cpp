// SPDX-License-Identifier: Apache-2.0
#include "app/domain/why/reason.h"

#include "app/domain/reasons.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

struct Form
{
    ReasonKind kind;
    QRegularExpression pattern; ///< A capture that is a number is one, any other is text.
};

const QList<Form> &forms()
{
    using enum ReasonKind;
    const auto whole = [](const QString &text) { return QRegularExpression(u"^%1$"_s.arg(text)); };
    static const QList<Form> all{
        {Paused, whole(domain::reason::paused())},
        {AllPaused, whole(domain::reason::everythingPaused())},
        {Misfire, whole(u"missed while the engine was away"_s)},
        {Ask, whole(u"missed; waits for a decision"_s)},
        {ChangedSince, whole(u"missed before the automation was last changed"_s)},
        {Deadline, whole(u"missed its start deadline"_s)},
        {Overlap, whole(u"overlap: an earlier run is still open"_s)},
        {QueueFull, whole(u"overlap: (\\d+) runs are waiting already"_s)},
        {WaitsForRun, whole(u"waits for the run before it"_s)},
        {WaitsForPlace, whole(u"waits for one of (\\d+) parallel runs to end"_s)},
        {WaitsForMachine, whole(u"waits for one of (\\d+) runs on this machine to end"_s)},
        {WaitsToReplace, whole(u"waits for the run it replaces to end"_s)},
        {CancelledBy, whole(u"cancelled by (.*)"_s)},
        {ReplacedBy, whole(u"replaced by (\\S+)"_s)},
        {Deleted, whole(u"the automation was deleted"_s)},
        {NotStarted, whole(u"could not start: (.*)"_s)},
        {EngineStopped, whole(u"the engine was stopped"_s)},
        {EngineDied, whole(u"the engine ended while it ran"_s)},
    };
    return all;
}

} // namespace

Reason readReason(const QString &line)
{
    if (line.isEmpty()) {
        return {};
    }
    for (const Form &form : forms()) {
        const QRegularExpressionMatch match = form.pattern.match(line);
        if (match.hasMatch()) {
            return {form.kind, match.captured(1), match.captured(1).toLongLong()};
        }
    }
    return {ReasonKind::Other, line, 0};
}

} // namespace domain
