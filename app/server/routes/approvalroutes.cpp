// SPDX-License-Identifier: Apache-2.0
#include "app/server/routes/approvalroutes.h"

#include "app/base/jsonreader.h"
#include "app/server/limits.h"
#include "app/store/store.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace server {

namespace {

/// What is pending, unless another status is asked for; `all` is every one.
base::Result<store::ApprovalQuery> queryOf(const Query &given)
{
    store::ApprovalQuery query;
    const QString word = given.value(u"status"_s).value_or(u"pending"_s);
    TRY(query.limit, given.number(u"limit"_s, word == "pending"_L1 ? 0 : query.limit));
    if (const std::optional<QString> before = given.value(u"before"_s)) {
        query.before = domain::ApprovalId(*before);
    }
    if (word != "all"_L1) {
        query.status = domain::approvalStatusFromWord(word);
        if (!query.status) {
            return base::invalid(
                u"status"_s, u"status must be all or one of %1"_s.arg(domain::allApprovalStatusWords().join(u", "_s)));
        }
    }
    return query;
}

void list(Tools &tools, const CallPtr &call)
{
    const base::Result<store::ApprovalQuery> query = queryOf(call->query);
    if (!query) {
        call->fail(query.error());
        return;
    }
    whenDone(tools.store.approvals().page(*query), tools.loop,
             [call](const base::Result<QList<domain::Approval>> &approvals) {
                 if (!approvals) {
                     call->fail(approvals.error());
                     return;
                 }
                 QJsonArray items;
                 for (const domain::Approval &approval : *approvals) {
                     call->sees(approval.automation) ? items.append(domain::toJson(approval)) : void();
                 }
                 Response response;
                 response.body = QJsonDocument(items).toJson(QJsonDocument::Compact);
                 call->exchange->answer(response);
             });
}

/// With what is different from what was let through last.
void show(Tools &tools, const CallPtr &call)
{
    whenDone(tools.store.approvals().comparison(call->approval->id), tools.loop,
             [call](const base::Result<domain::ApprovalComparison> &comparison) {
                 if (!comparison) {
                     call->fail(comparison.error());
                     return;
                 }
                 QJsonObject item = domain::toJson(*call->approval);
                 item.insert("difference"_L1, domain::toJson(*comparison));
                 call->answer(200, item);
             });
}

base::Result<QString> commentOf(const Call &call)
{
    QString comment;
    if (!call.body.isUndefined()) {
        base::JsonReader reader(call.body.toObject());
        reader.text("comment"_L1, comment);
        CHECK(reader.finish());
    }
    return comment;
}

void decide(Tools &tools, const CallPtr &call, domain::Judgement judgement)
{
    const base::Result<QString> comment = commentOf(*call);
    if (!comment) {
        call->fail(comment.error());
        return;
    }
    whenDone(tools.store.approvals().decide({call->approval->id}, {judgement, *comment}, call->by), tools.loop,
             [call](const base::Result<QList<domain::Approval>> &decided) {
                 decided ? call->answer(200, domain::toJson(decided->first())) : call->fail(decided.error());
             });
}

void approve(Tools &tools, const CallPtr &call)
{
    decide(tools, call, domain::Judgement::Approve);
}

void reject(Tools &tools, const CallPtr &call)
{
    decide(tools, call, domain::Judgement::Reject);
}

} // namespace

QList<Route> approvalRoutes()
{
    using enum Subject;
    const QString one = u"/api/approvals/{id}"_s;
    return {
        {Method::Get,
         u"/api/approvals"_s,
         Right::View,
         u"The requests that wait for a decision, newest first; or those of another status"_s,
         list,
         None,
         BodyKind::Nothing,
         smallBody,
         {u"status"_s, u"limit"_s, u"before"_s}},
        {Method::Get, one, Right::View, u"One request for approval"_s, show, Approval, BodyKind::Nothing, smallBody},
        {Method::Post, one + u"/approve"_s, Right::Edit, u"Agree to what would run"_s, approve, Approval,
         BodyKind::MaybeJson, smallBody},
        {Method::Post, one + u"/reject"_s, Right::Edit, u"Refuse it; the run is rejected"_s, reject, Approval,
         BodyKind::MaybeJson, smallBody},
    };
}

} // namespace server
