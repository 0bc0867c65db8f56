// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/formats/theeye/theeye.h"

#include "app/bundles/formats/theeye/recipe.h"
#include "app/bundles/transfer/jsontext.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace bundles {

namespace {

constexpr qsizetype mostRecipes = 10000;

bool isTask(const QJsonObject &object)
{
    const QString kind = object.value("_type"_L1).toString();
    return kind.endsWith("Task"_L1) || object.contains("script_runas"_L1) || object.contains("task_arguments"_L1);
}

bool isRecipe(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    return isTask(object) || object.value("task"_L1).isObject();
}

} // namespace

bool isTheEye(const Source &source)
{
    if (!looksLikeJson(source.bytes) || source.bytes.size() > mostText) {
        return false;
    }
    const QJsonDocument document = QJsonDocument::fromJson(source.bytes);
    return document.isArray() ? isRecipe(document.array().at(0)) : isRecipe(document.object());
}

base::Result<ImportPlan> readTheEye(const Source &source, const Surroundings &)
{
    TRY(const QJsonDocument document, jsonOf(source.bytes));
    const QJsonArray recipes = document.isArray() ? document.array() : QJsonArray{document.object()};
    if (recipes.size() > mostRecipes) {
        return base::invalid({}, u"more than %1 recipes are not imported at once"_s.arg(mostRecipes));
    }
    ImportPlan plan{.format = u"theeye"_s, .items = {}, .left = {}};
    for (qsizetype i = 0; i < recipes.size(); ++i) {
        const QString origin = document.isArray() ? u"[%1]"_s.arg(i) : QString();
        const base::Result<Recipe> recipe = recipeOf(recipes.at(i));
        if (!recipe) {
            return origin.isEmpty() ? recipe.error() : recipe.error().inField(origin);
        }
        if (!recipe->reason.isEmpty()) {
            plan.left.append({origin, recipe->automation.value("name"_L1).toString(), recipe->reason});
            continue;
        }
        base::Result<PlannedAutomation> item = planned(origin, recipe->automation);
        if (!item) {
            return origin.isEmpty() ? item.error() : item.error().inField(origin);
        }
        item->notCarried = recipe->notCarried;
        item->notes = recipe->notes;
        plan.items.append(*std::move(item));
    }
    return plan;
}

} // namespace bundles
