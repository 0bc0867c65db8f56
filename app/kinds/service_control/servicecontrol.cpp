// SPDX-License-Identifier: Apache-2.0
#include "app/kinds/service_control/servicecontrol.h"

#include "app/kinds/service_control/servicejob.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace kinds {

namespace {

base::Status checkUnit(const QJsonObject &params)
{
    static const QRegularExpression name(
        QRegularExpression::anchoredPattern(u"[A-Za-z0-9_:.\\\\@][A-Za-z0-9_:.\\\\@-]{0,254}"_s));
    if (!name.match(params.value("service"_L1).toString()).hasMatch()) {
        return base::invalid(u"service"_s,
                             u"service must be the name of a unit, such as nginx or backup.timer: letters, "
                             u"digits and : _ . @ - \\"_s);
    }
    return {};
}

} // namespace

domain::KindInfo ServiceControl::info() const
{
    using domain::FieldType;
    return {
        .type = u"service_control"_s,
        .label = QT_TRANSLATE_NOOP("catalog", "Service"),
        .icon = u"kind-service"_s,
        .fields = {{.name = u"service"_s,
                    .label = QT_TRANSLATE_NOOP("catalog", "Unit"),
                    .help = QT_TRANSLATE_NOOP("catalog", "Of systemd; without an ending it is a service."),
                    .type = FieldType::Command,
                    .hint = "nginx.service",
                    .required = true},
                   {.name = u"action"_s,
                    .label = QT_TRANSLATE_NOOP("catalog", "Action"),
                    .help = QT_TRANSLATE_NOOP("catalog", "The run fails if the unit is not as it should be "
                                                         "afterwards."),
                    .type = FieldType::Choice,
                    .choices = {u"start"_s, u"stop"_s, u"restart"_s, u"reload"_s, u"status"_s},
                    .choiceLabels = {QT_TRANSLATE_NOOP("catalog", "start"), QT_TRANSLATE_NOOP("catalog", "stop"),
                                     QT_TRANSLATE_NOOP("catalog", "restart"), QT_TRANSLATE_NOOP("catalog", "reload"),
                                     QT_TRANSLATE_NOOP("catalog", "see whether it is active")},
                    .required = true},
                   {.name = u"scope"_s,
                    .label = QT_TRANSLATE_NOOP("catalog", "Units of"),
                    .type = FieldType::Choice,
                    .fallback = u"system"_s,
                    .choices = {u"system"_s, u"user"_s},
                    .choiceLabels = {QT_TRANSLATE_NOOP("catalog", "the system"),
                                     QT_TRANSLATE_NOOP("catalog", "my session")}}},
        .oneOf = {},
        .check = checkUnit};
}

base::Status ServiceControl::check(const domain::Automation &automation) const
{
    if (automation.survivesEngine) {
        return base::invalid(u"survives_engine"_s,
                             u"controlling a service ends with the engine; survives_engine must be false"_s);
    }
    return {};
}

std::unique_ptr<engine::Job> ServiceControl::makeJob(const engine::JobContext &context) const
{
    return std::make_unique<ServiceJob>(context);
}

} // namespace kinds
