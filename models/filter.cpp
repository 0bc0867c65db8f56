// SPDX-License-Identifier: Apache-2.0
#include "models/filter.h"

#include "app/domain/forecast.h"
#include "models/parts/filtermatch.h"
#include "models/parts/filterscanner.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(models::Filter)
};

const QStringList &fieldsOf(FilterScope scope)
{
    static const QStringList automations{u"status"_s, u"tag"_s, u"kind"_s, u"name"_s, u"trigger"_s};
    static const QStringList runs{u"status"_s, u"automation"_s, u"trigger"_s, u"reason"_s};
    static const QStringList agenda{u"status"_s, u"automation"_s, u"tag"_s, u"kind"_s, u"zone"_s};
    switch (scope) {
    case FilterScope::Automations:
        return automations;
    case FilterScope::Runs:
        return runs;
    case FilterScope::Agenda:
        return agenda;
    }
    Q_UNREACHABLE();
}

/// The values a field knows; empty when it takes any.
QStringList valuesOf(const QString &field, FilterScope scope)
{
    if (field == "trigger"_L1) {
        return domain::allTriggerWords();
    }
    if (field != "status"_L1) {
        return {};
    }
    if (scope == FilterScope::Agenda) {
        return domain::allDecisionWords();
    }
    QStringList words;
    for (const domain::RunStatus status : domain::allStatuses()) {
        words.append(domain::statusWord(status));
    }
    return scope == FilterScope::Runs ? words : words + QStringList{u"paused"_s, u"never_run"_s, u"failing"_s};
}

/// `Timed-Out` is `timed_out`.
QString normal(const QString &value)
{
    return value.toLower().replace(u'-', u'_');
}

/// The sentence of what is wrong with a term, or empty. Closed values are brought to their written form.
QString check(FilterTerm &term, FilterScope scope)
{
    if (!fieldsOf(scope).contains(term.field)) {
        return Words::tr("There is no field “%1” here. Use %2.").arg(term.field, fieldsOf(scope).join(", "_L1));
    }
    if (term.values.isEmpty()) {
        return Words::tr("Say which %1 after the colon.").arg(term.field);
    }
    const QStringList known = valuesOf(term.field, scope);
    if (known.isEmpty()) {
        return {};
    }
    for (QString &value : term.values) {
        value = normal(value);
        if (!known.contains(value)) {
            return Words::tr("“%1” is no %2. Use %3.").arg(value, term.field, known.join(", "_L1));
        }
    }
    return {};
}

bool hasTrigger(const QString &word, const domain::Automation &automation)
{
    if (word == domain::triggerWord(domain::TriggerKind::Manual)) {
        return automation.triggers.isEmpty();
    }
    return std::any_of(automation.triggers.cbegin(), automation.triggers.cend(),
                       [&word](const auto &trigger) { return domain::toJson(trigger).value("type"_L1) == word; });
}

bool isOf(const QString &status, const AutomationRow &row)
{
    if (status == "failing"_L1) {
        return row.isFailing();
    }
    const QString key = stateOf(row).key;
    return key.mid(key.indexOf(u'.') + 1) == status || (status == "paused"_L1 && row.automation.paused);
}

/// Whether one value of a term holds; the field is one of fieldsOf().
bool holds(const QString &field, const QString &value, const AutomationRow &row)
{
    if (field == "status"_L1) {
        return isOf(value, row);
    }
    return field == "trigger"_L1 ? hasTrigger(value, row.automation) : holdsFor(row.automation, field, value);
}

bool holds(const QString &field, const QString &value, const domain::Run &run)
{
    if (field.isEmpty()) {
        return hasPart(run.automationName, value) || hasPart(run.reason, value) || hasPart(run.id.text(), value);
    }
    if (field == "status"_L1) {
        return domain::statusWord(run.status) == value;
    }
    if (field == "automation"_L1) {
        return run.automationId.text() == value || hasPart(run.automationName, value);
    }
    if (field == "trigger"_L1) {
        return domain::triggerWord(run.trigger) == value;
    }
    return hasPart(run.reason, value) || hasPart(run.errorMessage, value);
}

void applyStatuses(const FilterTerm &term, QSet<QString> &wanted, QSet<QString> &unwanted)
{
    QSet<QString> &into = term.sense == Sense::Wanted ? wanted : unwanted;
    into.unite(QSet<QString>(term.values.cbegin(), term.values.cend()));
}

} // namespace

Filter parseFilter(const QString &text, FilterScope scope)
{
    Filter filter;
    for (FilterTerm &term : scanFilter(text)) {
        const QString sentence = term.field.isEmpty() ? QString() : check(term, scope);
        if (sentence.isEmpty()) {
            filter.terms.append(term);
        } else {
            filter.problems.append({sentence, term.position, term.length});
        }
    }
    return filter;
}

bool matches(const Filter &filter, const AutomationRow &row)
{
    return allHold(filter.terms,
                   [&row](const QString &field, const QString &value) { return holds(field, value, row); });
}

bool RunFilter::queryIsEnough() const
{
    return std::all_of(whole.terms.cbegin(), whole.terms.cend(), [](const FilterTerm &term) {
        const bool plainWord =
            term.field.isEmpty() && term.sense == Sense::Wanted && !term.values.constFirst().contains(u' ');
        return plainWord || term.field == "status"_L1;
    });
}

RunFilter runFilter(const Filter &filter)
{
    RunFilter runs;
    runs.whole = filter;
    QStringList words;
    QSet<QString> wanted;
    QSet<QString> unwanted;
    for (const FilterTerm &term : filter.terms) {
        if (term.field == "status"_L1) {
            applyStatuses(term, wanted, unwanted);
        } else if (term.field.isEmpty() && term.sense == Sense::Wanted) {
            words += term.values;
        }
    }
    runs.query.words = words.join(u' ');
    if (!wanted.isEmpty() || !unwanted.isEmpty()) {
        for (const domain::RunStatus status : domain::allStatuses()) {
            const QString word = domain::statusWord(status);
            if ((wanted.isEmpty() || wanted.contains(word)) && !unwanted.contains(word)) {
                runs.query.statuses.append(status);
            }
        }
        runs.impossible = runs.query.statuses.isEmpty();
    }
    return runs;
}

bool matches(const RunFilter &filter, const domain::Run &run)
{
    if (filter.query.automation && run.automationId != *filter.query.automation) {
        return false;
    }
    return !filter.impossible && allHold(filter.whole.terms, [&run](const QString &field, const QString &value) {
        return holds(field, value, run);
    });
}

} // namespace models
