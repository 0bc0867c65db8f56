// SPDX-License-Identifier: Apache-2.0
#include "app/kinds/delay/delay.h"

#include "app/engine/withoutprocess.h"
#include "app/kinds/delay/delayjob.h"

using namespace Qt::StringLiterals;

namespace kinds {

namespace {

constexpr qint64 longest = 366LL * 24 * 3600;

} // namespace

domain::KindInfo Delay::info() const
{
    return {.type = u"delay"_s,
            .label = QT_TRANSLATE_NOOP("catalog", "Delay"),
            .icon = u"kind-delay"_s,
            .fields = {{.name = u"seconds"_s,
                        .label = QT_TRANSLATE_NOOP("catalog", "Length"),
                        .help = QT_TRANSLATE_NOOP("catalog", "By a clock that nobody sets. The time limit of the "
                                                             "automation holds for a delay too."),
                        .type = domain::FieldType::Integer,
                        .fallback = QJsonValue(),
                        .least = 0,
                        .most = longest,
                        .unit = QT_TRANSLATE_NOOP("catalog", " s"),
                        .required = true}},
            .onlyWaits = true};
}

base::Status Delay::check(const domain::Automation &automation) const
{
    return engine::checkWithoutProcess(automation);
}

std::unique_ptr<engine::Job> Delay::makeJob(const engine::JobContext &context) const
{
    return std::make_unique<DelayJob>(std::chrono::seconds(context.automation.params.value("seconds"_L1).toInteger()));
}

} // namespace kinds
