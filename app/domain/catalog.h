// SPDX-License-Identifier: Apache-2.0
// The kinds of automation this program knows, as data: names, icons and the fields of their params. The engine, the
// server and the window get the same catalog handed over; forms and checks are made from it.
#pragma once

#include "app/base/result.h"

#include <QFuture>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QStringList>

#include <functional>

namespace domain {

struct Automation;

enum class FieldType {
    Text,    ///< One line.
    Command, ///< One line, shown in a fixed font.
    Script,  ///< Many lines, shown in a fixed font.
    Texts,   ///< A list of lines.
    Choice,  ///< One of `choices`.
    Integer, ///< A whole number from `least` to `most`.
    Flag,
    Bundle,   ///< A zip file of code in base64.
    StepList, ///< Those of a workflow, see domain/workflow.
};

struct FieldSpec
{
    QString name;           ///< The key in `params`.
    const char *label = ""; ///< English source text; the window translates it in the context `catalog`.
    const char *help = "";
    FieldType type = FieldType::Text;
    QJsonValue fallback; ///< What holds where the field is not given.
    QStringList choices;
    qint64 least = 0;
    qint64 most = 0;
};

struct KindInfo
{
    QString type;           ///< `script` …
    const char *label = ""; ///< English source text, as for fields.
    QString icon;           ///< Key of the bundled icon.
    QList<FieldSpec> fields;
    bool onlyWaits = false; ///< Its runs wait for others or for time: they take no place on the machine.
    QStringList oneOf;      ///< Exactly one of these fields must be given; empty = no such rule.
};

class Catalog
{
public:
    explicit Catalog(QList<KindInfo> kinds = {}) : m_kinds(std::move(kinds)) {}

    const QList<KindInfo> &kinds() const { return m_kinds; }
    const KindInfo *kind(const QString &type) const;

private:
    QList<KindInfo> m_kinds;
};

/// Holds `params` against the kind's fields: unknown, wrong type, out of range. Fields are named `params.x`.
base::Status checkParams(const KindInfo &kind, const QJsonObject &params);

/// Whether this machine can run it: its interpreter exists … Handed over by whoever knows the kinds. Safe on every
/// thread.
using MachineCheck = std::function<base::Status(const Automation &)>;

/// Whether what an automation carries is sound (the code of a bundle …), which may take a process and seconds to tell.
/// Handed over as MachineCheck is. May be asked from every thread; a future that is finished at once means that there
/// was nothing to look at.
using ContentCheck = std::function<QFuture<base::Result<void>>(const Automation &)>;

/// The kind exists and its params fit. What automationFromJson() can't know.
base::Status checkAgainst(const Catalog &catalog, const Automation &automation);

} // namespace domain
