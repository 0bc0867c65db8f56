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
    Pairs,    ///< An object of names and texts.
    Ranges,   ///< Whole numbers from `least` to `most`: a number, a list of them, or text such as `200-299, 304`.
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

    const char *group = "";           ///< The heading it stands under with those beside it that name the same.
    const char *hint = "";            ///< What may stand there, shown while the field is empty.
    const char *unit = "";            ///< After a number.
    QList<const char *> choiceLabels; ///< In the order of `choices`; empty shows them as they are.
    bool required = false;            ///< Must be given and not be empty.
    bool takesSecrets = false;        ///< Its texts may refer to secrets; those of others may not.
};

struct KindInfo
{
    QString type;           ///< `script` …
    const char *label = ""; ///< English source text, as for fields.
    QString icon;           ///< Key of the bundled icon.
    QList<FieldSpec> fields;
    bool onlyWaits = false; ///< Its runs wait for others or for time: they take no place on the machine.
    QStringList oneOf;      ///< Exactly one of these fields must be given; empty = no such rule.
    /// What the fields alone can't tell. Pure; an error names its field as `params` do.
    base::Status (*check)(const QJsonObject &params) = nullptr;
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

/// Holds `params` against the kind's fields: unknown, wrong type, out of range, missing. Fields are named `params.x`.
base::Status checkParams(const KindInfo &kind, const QJsonObject &params);

/// What is wrong with one field, as far as it can be told of this one. Named without `params.`.
base::Status checkParam(const KindInfo &kind, const QJsonObject &params, const QString &field);

/// The secrets that fields of the kind refer to.
QStringList secretsInParams(const KindInfo &kind, const QJsonObject &params);

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
