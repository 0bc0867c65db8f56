// SPDX-License-Identifier: Apache-2.0
// The templates that people made of their automations, as documents that others read. Verbs.
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/domain/automation.h"
#include "app/domain/rights/rights.h"
#include "app/domain/windows/maintenance.h"

#include <QFuture>
#include <QJsonObject>
#include <QList>

namespace store {

class Desk;

struct OwnTemplate
{
    QString id;   ///< `tpl_…`, given by the store.
    QString name; ///< 1 to 200 characters.
    QJsonObject body;
    QString madeBy;
    base::Instant madeAt;

    friend bool operator==(const OwnTemplate &, const OwnTemplate &) = default;
};

inline constexpr qsizetype mostTemplates = 1000;

/// What comes of a template.
struct OfTemplate
{
    QList<domain::Automation> automations;
    QList<domain::MaintenanceWindow> windows;

    friend bool operator==(const OfTemplate &, const OfTemplate &) = default;
};

/// Verbs may be called from any thread; their futures are finished after commit, on a thread of the store.
class Templates
{
public:
    explicit Templates(Desk &desk) : m_desk(desk) {}

    /// All, by name.
    QFuture<base::Result<QList<OwnTemplate>>> list() const;
    /// A new one; Invalid names the field. With an id (of one that was removed) it is that one again.
    QFuture<base::Result<OwnTemplate>> save(OwnTemplate made, domain::Actor by);
    /// Answers what it was, so that it can be saved again. NotFound if it is gone.
    QFuture<base::Result<OwnTemplate>> remove(const QString &id, domain::Actor by);
    /// Makes all of it or nothing; the automations as Automations::import() does. Answers it as it is stored.
    QFuture<base::Result<OfTemplate>> make(OfTemplate wanted, domain::Actor by);

private:
    Desk &m_desk;
};

} // namespace store
