// SPDX-License-Identifier: Apache-2.0
// A field that somebody fills in, as data: of a kind's params, of a connection's settings, of a remote action. Forms
// and checks are made from it.
#pragma once

#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringList>

namespace domain {

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
    Document, ///< A JSON object of any content.
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

} // namespace domain
