// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/run/runadvisor.h"

#include "app/base/answer.h"
#include "app/domain/notices/lateness.h"
#include "app/store/store.h"
#include "models/times.h"

#include <QCoreApplication>

namespace ui {

namespace {

using Windows = QList<domain::MaintenanceWindow>;

QString tr(const char *text)
{
    return QCoreApplication::translate("ui::RunAdvice", text);
}

} // namespace

void adviseOn(const Context &context, const domain::Automation &automation, QObject *asker,
              const std::function<void(const domain::RunAdvice &)> &then)
{
    store::Store &store = context.store;
    const base::Instant now = context.clock.now();
    base::onAnswer(asker, store.windows().list(), [=, &store](const base::Result<Windows> &windows) {
        if (!windows || windows->isEmpty()) {
            then({});
            return;
        }
        store::RunQuery query;
        query.automation = automation.id;
        query.statuses = {domain::RunStatus::Done};
        query.limit = domain::mostDurations;
        base::onAnswer(asker, store.runs().page(query),
                       [=, all = *windows](const base::Result<QList<domain::Run>> &ended) {
                           const auto longest = ended ? domain::usualLongest(*ended) : std::nullopt;
                           then(domain::adviseRun(all, automation, now, longest));
                       });
    });
}

bool hasWarning(const domain::RunAdvice &advice)
{
    return advice.says != domain::ManualRuns::Allow || advice.notDoneBefore;
}

QString adviceText(const domain::RunAdvice &advice, base::Instant now)
{
    QStringList sentences;
    if (advice.says == domain::ManualRuns::Block)
        sentences.append(tr(QT_TRANSLATE_NOOP("ui::RunAdvice", "The window “%1” holds runs by hand until %2."))
                             .arg(advice.window, models::futureShort(advice.until, now)));
    else if (advice.says == domain::ManualRuns::Warn)
        sentences.append(tr(QT_TRANSLATE_NOOP("ui::RunAdvice", "The window “%1” is open until %2."))
                             .arg(advice.window, models::futureShort(advice.until, now)));
    if (advice.notDoneBefore)
        sentences.append(
            tr(QT_TRANSLATE_NOOP("ui::RunAdvice", "It is not expected to end before a window begins at %1."))
                .arg(models::futureShort(*advice.notDoneBefore, now)));
    return sentences.join(u' ');
}

} // namespace ui
