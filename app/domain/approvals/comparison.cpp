// SPDX-License-Identifier: Apache-2.0
#include "app/domain/approvals/comparison.h"

using namespace Qt::StringLiterals;

namespace domain {

namespace {

QJsonObject whole(const Subject &subject)
{
    QJsonObject object = definitionOnly(subject.definition);
    object.insert("run"_L1, QJsonObject{{u"arguments"_s, subject.arguments}});
    return object;
}

} // namespace

ApprovalComparison compareSubjects(const std::optional<Approval> &last, const Subject &before, const Subject &now)
{
    return {.last = last, .changes = last ? differences(whole(before), whole(now)) : QList<FieldChange>()};
}

QJsonObject toJson(const ApprovalComparison &comparison)
{
    QJsonValue last;
    if (const std::optional<Approval> &before = comparison.last) {
        last = QJsonObject{
            {u"id"_s, before->id.text()},
            {u"run_id"_s, before->run.text()},
            {u"version"_s, before->details.value("version"_L1)},
            {u"decided_at"_s, before->decidedAt ? QJsonValue(base::isoUtc(*before->decidedAt)) : QJsonValue()}};
    }
    return {{u"last"_s, last}, {u"changes"_s, toJson(comparison.changes)}};
}

} // namespace domain
