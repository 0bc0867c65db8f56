// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/troubles.h"

#include "app/store/store.h"

namespace ui {

using namespace Qt::StringLiterals;

Troubles::Troubles(store::Store &store, QObject *parent) : QObject(parent)
{
    // Both are said on a thread of the store.
    connect(&store, &store::Store::troubled, this,
            [this](const std::optional<base::Error> &problem) { set(Rows, problem); });
    connect(&store.logs(), &store::Logs::troubled, this,
            [this](const std::optional<base::Error> &problem) { set(Logs, problem); });
}

void Troubles::set(Part part, const std::optional<base::Error> &problem)
{
    m_problems[part] = problem;
    Q_EMIT changed();
}

std::optional<base::Error> Troubles::worst() const
{
    return m_problems[Rows] ? m_problems[Rows] : m_problems[Logs];
}

std::optional<BannerContent> Troubles::banner() const
{
    const std::optional<base::Error> error = worst();
    if (!error)
        return std::nullopt;
    const QString text =
        m_problems[Rows]
            ? tr("The workspace can't be written: %1. Nothing starts until it can.").arg(error->detail)
            : tr("Logs can't be written: %1. Runs wait with their output until they can.").arg(error->detail);
    return BannerContent{.family = Family::Bad,
                         .icon = u"run.failed"_s,
                         .text = text,
                         .strong = {},
                         .detail = {},
                         .links = {{u"details"_s, tr("Details")}}};
}

} // namespace ui
