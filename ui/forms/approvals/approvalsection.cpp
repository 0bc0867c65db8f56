// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/approvals/approvalsection.h"

#include "app/domain/catalog.h"
#include "ui/forms/fieldform.h"
#include "ui/forms/formrow.h"

#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;
using domain::FieldType;

namespace {

constexpr qint64 yearSeconds = 366LL * 24 * 3600;
constexpr qint64 mostApprovals = 20;

FieldForm::Plan approvalFields()
{
    FieldForm::Plan plan;
    plan.fields = {
        {.name = u"quorum"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "&Approvals needed"),
         .help = QT_TRANSLATE_NOOP("catalog", "So many people have to agree before a run starts."),
         .type = FieldType::Integer,
         .fallback = QJsonValue(),
         .least = 1,
         .most = mostApprovals},
        {.name = u"approvers"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "&Who decides"),
         .help = QT_TRANSLATE_NOOP("catalog", "Names of operators, role:operator or role:admin, with commas between "
                                              "them; empty is any operator."),
         .type = FieldType::Texts},
        {.name = u"expires_s"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "&Expires after"),
         .type = FieldType::Integer,
         .fallback = QJsonValue(),
         .least = 1,
         .most = yearSeconds},
        {.name = u"on_expiry"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "&Then it is"),
         .type = FieldType::Choice,
         .fallback = u"reject"_s,
         .choices = {u"reject"_s, u"approve"_s}},
        {.name = u"allow_requester"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Whoever as&ked may decide"),
         .type = FieldType::Flag,
         .fallback = false},
        {.name = u"note"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "&Note"),
         .help = QT_TRANSLATE_NOOP("catalog", "What those who decide should look at.")}};
    plan.dresses = {
        {u"quorum"_s, {.none = ApprovalSection::tr("nobody is asked")}},
        {u"approvers"_s, {.shape = FieldDress::Shape::CommaList}},
        {u"expires_s"_s, {.unit = ApprovalSection::tr(" s"), .none = ApprovalSection::tr("never")}},
        {u"on_expiry"_s, {.choiceWords = {ApprovalSection::tr("rejected"), ApprovalSection::tr("approved")}}},
        {u"note"_s, {.shape = FieldDress::Shape::Lines}}};
    return plan;
}

} // namespace

ApprovalSection::ApprovalSection(const Look &look, QWidget *parent)
    : EditorSection(look, tr("Approval"), parent), m_form(new FieldForm(look, approvalFields()))
{
    m_form->setObjectName(u"approvalFields"_s);
    column().addWidget(m_form);
    column().addStretch(1);
    connect(m_form, &FieldForm::edited, this, &EditorSection::edited);
}

void ApprovalSection::fill(const QJsonObject &automation)
{
    m_form->setParams(automation.value(u"approval").toObject());
}

QJsonObject ApprovalSection::values() const
{
    const QJsonObject policy = m_form->params();
    if (policy.value(u"quorum").toInt(0) < 1)
        return {{u"approval"_s, QJsonValue::Null}};
    return {{u"approval"_s, policy}};
}

bool ApprovalSection::showError(const base::Error &error)
{
    if (error.field != "approval"_L1 && !error.field.startsWith("approval."_L1))
        return false;
    const QString field = error.field.mid(9).section(u'[', 0, 0);
    return m_form->setError(field.isEmpty() ? u"quorum"_s : field, fieldErrorText(error));
}

void ApprovalSection::clearErrors()
{
    m_form->clearErrors();
}

bool ApprovalSection::hasError() const
{
    return m_form->hasError();
}

} // namespace ui
