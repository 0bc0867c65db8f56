// SPDX-License-Identifier: Apache-2.0
#include "app/engine/notices/maskednotice.h"

#include "app/engine/input/supplies.h"
#include "app/engine/masking/maskstream.h"

namespace engine {

domain::Notice maskedNotice(const QHash<QString, QString> &secrets, domain::Notice notice)
{
    const std::shared_ptr<const Matcher> mask = matcherFor(secrets);
    if (!mask) {
        return notice;
    }
    const auto hide = [&mask](QString &text) { text = QString::fromUtf8(masked(*mask, text.toUtf8())); };
    hide(notice.title);
    hide(notice.text);
    for (domain::NoticeRun &run : notice.runs) {
        hide(run.automationName);
        hide(run.reason);
    }
    return notice;
}

} // namespace engine
