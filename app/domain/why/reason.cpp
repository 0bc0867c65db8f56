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
    const auto whole = [](const QString &text) {
        return QRegularExpression(QRegularExpression::anchoredPattern(text),
                                  QRegularExpression::DotMatchesEverythingOption);
    };
    const QString some = u"(.*)"_s;
    const QString number = u"(\\d+)"_s;
    static const QList<Form> all{
        {Paused, whole(reason::paused())},
        {AllPaused, whole(reason::everythingPaused())},
        {Misfire, whole(reason::missed())},
        {Ask, whole(reason::waitsForDecision())},
        {DismissedBy, whole(reason::dismissedBy(some))},
        {ReleasedBy, whole(reason::releasedBy(some))},
        {MadeUpApart, whole(reason::madeUpApart(number))},
        {BeforeChange, whole(reason::beforeChange())},
        {BeforePause, whole(reason::beforePause())},
        {BeforeResume, whole(reason::beforeResume())},
        {Deadline, whole(reason::pastDeadline())},
        {Overlap, whole(reason::overlaps())},
        {QueueFull, whole(reason::queueFull(number))},
        {WaitsForRun, whole(reason::waitsForRun())},
        {WaitsForPlace, whole(reason::waitsForPlace(number))},
        {WaitsForMachine, whole(reason::waitsForMachine(number))},
        {WaitsToReplace, whole(reason::waitsToReplace())},
        {CancelledBy, whole(reason::cancelledBy(some))},
        {ReplacedBy, whole(reason::replacedBy(u"(\\S+)"_s))},
        {Deleted, whole(reason::deleted())},
        {NotStarted, whole(reason::notStarted(some))},
        {EngineStopped, whole(reason::engineStopped())},
        {EngineDied, whole(reason::engineDied())},
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
