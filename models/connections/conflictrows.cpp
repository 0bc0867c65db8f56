// SPDX-License-Identifier: Apache-2.0
#include "models/connections/conflictrows.h"

#include "models/connections/connectionwords.h"
#include "models/parts/words.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(models::ConflictRows)
};

constexpr qsizetype longestLine = 120;

/// A text as it is, anything else as JSON.
QString plainText(const QJsonValue &value)
{
    if (value.isString()) {
        return value.toString();
    }
    if (value.isObject()) {
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    }
    const QByteArray listed = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(listed.mid(1, listed.size() - 2));
}

bool isTrigger(const QStringList &path)
{
    return path.size() == 2 && path.constFirst() == "triggers"_L1;
}

QString triggerWords(const QJsonValue &value)
{
    const base::Result<domain::Trigger> trigger = domain::triggerFromJson(value, domain::Provenance::Store);
    return trigger ? triggerText(*trigger, [](const base::AutomationId &id) { return id.text(); }) : plainText(value);
}

QString valueText(const QStringList &path, const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull()) {
        return u"–"_s;
    }
    if (isTrigger(path)) {
        return triggerWords(value);
    }
    if (value.isArray()) {
        QStringList items;
        const bool triggers = path == QStringList{u"triggers"_s};
        for (const QJsonValue item : value.toArray()) {
            items.append(triggers ? triggerWords(item) : plainText(item));
        }
        return items.isEmpty() ? Words::tr("none") : items.join(", "_L1);
    }
    if (value.isBool()) {
        return value.toBool() ? Words::tr("yes") : Words::tr("no");
    }
    return plainText(value);
}

QString labelOf(const domain::FieldConflict &conflict)
{
    QString label = fieldWords(conflict.path.value(0));
    if (conflict.path.size() > 1) {
        label += u": "_s + conflict.path.mid(1).join(u'.');
    }
    return label.isEmpty() ? label : label.left(1).toUpper() + label.mid(1);
}

bool isLong(const QJsonValue &value)
{
    return value.isString() && value.toString().contains(u'\n');
}

QStringList linesOf(const QJsonValue &value)
{
    return value.toString().split(u'\n');
}

/// For a cell of several lines: how many, and the first.
QString shortened(const QString &text)
{
    const qsizetype end = text.indexOf(u'\n');
    const QString first = text.left(end < 0 ? text.size() : end).left(longestLine);
    return first.size() == text.size() ? text
                                       : Words::tr("%1… (%n lines)", nullptr, int(text.count(u'\n')) + 1).arg(first);
}

ConflictField fieldOf(const domain::FieldConflict &conflict)
{
    ConflictField field{.field = domain::fieldText(conflict), .label = labelOf(conflict)};
    field.base = valueText(conflict.path, conflict.base);
    field.local = valueText(conflict.path, conflict.local);
    field.remote = valueText(conflict.path, conflict.remote);
    const QString first = conflict.path.value(0);
    field.isCode = first == "params"_L1 || first == "env"_L1;
    if (isLong(conflict.base) || isLong(conflict.local) || isLong(conflict.remote)) {
        field.localLines = domain::lineDifference(linesOf(conflict.base), linesOf(conflict.local));
        field.remoteLines = domain::lineDifference(linesOf(conflict.base), linesOf(conflict.remote));
        field.base = shortened(field.base);
        field.local = shortened(field.local);
        field.remote = shortened(field.remote);
    }
    return field;
}

} // namespace

QList<ConflictField> conflictFields(const store::Conflict &conflict, const QString &system)
{
    if (conflict.what == store::Disagreement::RemovedThere) {
        return {{.field = {},
                 .label = Words::tr("The automation"),
                 .base = Words::tr("on both sides"),
                 .local = Words::tr("Changed: keep it, and make it there anew"),
                 .remote = Words::tr("Deleted at %1: delete it here, too").arg(system)}};
    }
    if (conflict.what == store::Disagreement::RemovedHere) {
        return {{.field = {},
                 .label = Words::tr("The automation"),
                 .base = Words::tr("on both sides"),
                 .local = Words::tr("Deleted: delete it there, too"),
                 .remote = Words::tr("Changed at %1: bring it back").arg(system)}};
    }
    QList<ConflictField> fields;
    for (const domain::FieldConflict &one : conflict.fields) {
        fields.append(fieldOf(one));
    }
    return fields;
}

QString conflictSentence(const store::Conflict &conflict, const QString &system)
{
    switch (conflict.what) {
    case store::Disagreement::Fields:
        return Words::tr("changed here and at %1 since they last agreed. Nothing is sent before you decide; what was "
                         "here stays in Versions.")
            .arg(system);
    case store::Disagreement::RemovedThere:
        return Words::tr("changed here and deleted at %1. Nothing happens before you decide.").arg(system);
    case store::Disagreement::RemovedHere:
        return Words::tr("deleted here and changed at %1. Nothing happens before you decide.").arg(system);
    }
    Q_UNREACHABLE();
}

QStringList changedHereOnly(const store::Conflict &conflict, const domain::Automation &local,
                            const domain::Automation &there, const QStringList &carries)
{
    const QJsonObject here = domain::toJson(local);
    const QJsonObject remote = domain::toJson(there);
    QStringList words;
    for (const QString &field : carries) {
        const bool inConflict =
            std::any_of(conflict.fields.begin(), conflict.fields.end(),
                        [&field](const domain::FieldConflict &one) { return one.path.value(0) == field; });
        if (!inConflict && here.value(field) != remote.value(field)) {
            words.append(fieldWords(field));
        }
    }
    return words;
}

int decidedCount(const QList<ConflictField> &fields)
{
    return static_cast<int>(std::count_if(fields.begin(), fields.end(),
                                          [](const ConflictField &field) { return field.chosen.has_value(); }));
}

std::optional<store::Choice> choiceOf(const QList<ConflictField> &fields)
{
    if (fields.isEmpty() || decidedCount(fields) < fields.size()) {
        return std::nullopt;
    }
    store::Choice choice;
    for (const ConflictField &field : fields) {
        if (field.field.isEmpty()) {
            choice.side = *field.chosen;
        } else {
            choice.fields.insert(field.field, *field.chosen);
        }
    }
    return choice;
}

} // namespace models
