// SPDX-License-Identifier: Apache-2.0
#include "models/filter.h"

#include "app/domain/forecast.h"
#include "models/parts/filtermatch.h"
#include "models/parts/filterscanner.h"
#include "models/parts/filtertimes.h"

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
    static const QStringList automations{u"status"_s,  u"tag"_s,   u"kind"_s,  u"name"_s,
                                         u"trigger"_s, u"since"_s, u"until"_s, u"connection"_s};
    static const QStringList runs{u"status"_s, u"automation"_s, u"trigger"_s, u"reason"_s,
                                  u"since"_s,  u"until"_s,      u"noted"_s,   u"connection"_s};
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

QStringList allStatusWords()
{
    QStringList words;
    for (const domain::RunStatus status : domain::allStatuses()) {
        words.append(domain::statusWord(status));
    }
    return words;
}

/// The values a field knows; empty when it takes any.
QStringList valuesOf(const QString &field, FilterScope scope)
{
    if (field == "trigger"_L1) {
        return domain::allTriggerWords();
    }
    if (field == "noted"_L1) {
        return {u"yes"_s, u"no"_s};
    }
    if (field != "status"_L1) {
        return {};
    }
    if (scope == FilterScope::Agenda) {
        return domain::allDecisionWords();
    }
    const QStringList words = allStatusWords();
    return scope == FilterScope::Runs ? words : words + QStringList{u"paused"_s, u"never_run"_s, u"failing"_s};
}

/// `Timed-Out` is `timed_out`.
QString normal(const QString &value)
{
    return value.toLower().replace(u'-', u'_');
}

bool isTime(const QString &field)
{
    return field == "since"_L1 || field == "until"_L1;
}

QString checkTimes(const FilterTerm &term)
{
    for (const QString &value : term.values) {
        if (!filterTime(value, {})) {
            return Words::tr("“%1” is no time. Use 30min, 24h, 7d, today, yesterday, 2026-10-22 or 2026-10-22T14:05.")
                .arg(value);
        }
    }
    return {};
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
    if (isTime(term.field)) {
        return checkTimes(term);
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

/// One that never ran has no time.
bool ranThen(const QString &field, const QString &value, const AutomationRow &row, base::Instant now)
{
    if (row.history.isEmpty()) {
        return false;
    }
    const base::Instant last = store::timeOf(row.history.constFirst());
    const FilterTime time = *filterTime(value, now);
    return field == "since"_L1 ? last >= time.first : last < time.end;
}

/// Whether one value of a term holds; the field is one of fieldsOf().
bool holds(const QString &field, const QString &value, const AutomationRow &row, base::Instant now)
{
    if (isTime(field)) {
        return ranThen(field, value, row, now);
    }
    if (field == "status"_L1) {
        return isOf(value, row);
    }
    if (field == "connection"_L1) {
        return hasPart(row.home, value);
    }
    return field == "trigger"_L1 ? hasTrigger(value, row.automation) : holdsFor(row.automation, field, value);
}

bool holds(const QString &field, const QString &value, const domain::Run &run, const RunFilter &filter)
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
    if (field == "connection"_L1) {
        return filter.homeOf && hasPart(filter.homeOf(run.connectionId), value);
    }
    if (field == "noted"_L1) {
        return domain::isFailure(run) && run.acknowledged.has_value() == (value == "yes"_L1);
    }
    return hasPart(run.reason, value) || hasPart(run.errorMessage, value);
}

/// Those of `all` that the terms of one field leave, as they are asked of the store; none where it need not be asked.
QStringList leftOf(const QStringList &all, const QString &field, const Filter &filter, bool &impossible)
{
    QStringList wanted;
    QStringList left = all;
    for (const FilterTerm &term : filter.terms) {
        if (term.field == field && term.sense == Sense::Wanted) {
            wanted += term.values;
        } else if (term.field == field) {
            left.removeIf([&term](const QString &word) { return term.values.contains(word); });
        }
    }
    left.removeIf([&wanted](const QString &word) { return !wanted.isEmpty() && !wanted.contains(word); });
    impossible = impossible || left.isEmpty();
    return left == all ? QStringList() : left;
}

std::optional<base::Instant> earlier(const std::optional<base::Instant> &one, base::Instant other)
{
    return std::min(one.value_or(other), other);
}

std::optional<base::Instant> later(const std::optional<base::Instant> &one, base::Instant other)
{
    return std::max(one.value_or(other), other);
}

/// Of several begins the widest holds, as of several values of any field. What must not be later than its begin has to
/// be earlier, and the other way round.
void applyTimes(const Filter &filter, base::Instant now, store::RunQuery &query)
{
    std::optional<base::Instant> notSince;
    std::optional<base::Instant> notUntil;
    for (const FilterTerm &term : filter.terms) {
        const bool wanted = term.sense == Sense::Wanted;
        const bool since = term.field == "since"_L1;
        for (const QString &value : isTime(term.field) ? term.values : QStringList()) {
            const FilterTime time = *filterTime(value, now);
            std::optional<base::Instant> &bound =
                since ? (wanted ? query.since : notSince) : (wanted ? query.until : notUntil);
            bound = since ? earlier(bound, time.first) : later(bound, time.end);
        }
    }
    if (notSince) {
        query.until = earlier(query.until, *notSince);
    }
    if (notUntil) {
        query.since = later(query.since, *notUntil);
    }
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

bool matches(const Filter &filter, const AutomationRow &row, base::Instant now)
{
    return allHold(filter.terms,
                   [&row, now](const QString &field, const QString &value) { return holds(field, value, row, now); });
}

bool RunFilter::queryIsEnough() const
{
    return std::all_of(whole.terms.cbegin(), whole.terms.cend(), [](const FilterTerm &term) {
        const bool plainWord =
            term.field.isEmpty() && term.sense == Sense::Wanted && !term.values.constFirst().contains(u' ');
        return plainWord || term.field == "status"_L1 || term.field == "trigger"_L1 || isTime(term.field);
    });
}

RunFilter runFilter(const Filter &filter, base::Instant now)
{
    RunFilter runs;
    runs.whole = filter;
    QStringList words;
    for (const FilterTerm &term : filter.terms) {
        if (term.field.isEmpty() && term.sense == Sense::Wanted) {
            words += term.values;
        }
        if (!isTime(term.field)) {
            runs.apart.append(term);
        }
    }
    applyTimes(filter, now, runs.query);
    runs.query.words = words.join(u' ');
    const QStringList statuses = leftOf(allStatusWords(), u"status"_s, filter, runs.impossible);
    for (const QString &word : statuses) {
        runs.query.statuses.append(*domain::statusFromWord(word));
    }
    const QStringList triggers = leftOf(domain::allTriggerWords(), u"trigger"_s, filter, runs.impossible);
    for (const QString &word : triggers) {
        runs.query.triggers.append(*domain::triggerFromWord(word));
    }
    return runs;
}

bool matches(const RunFilter &filter, const domain::Run &run)
{
    const store::RunQuery &query = filter.query;
    if (filter.impossible || (query.automation && run.automationId != *query.automation)) {
        return false;
    }
    const base::Instant time = store::timeOf(run);
    if ((query.since && time < *query.since) || (query.until && time >= *query.until)) {
        return false;
    }
    return allHold(filter.apart, [&run, &filter](const QString &field, const QString &value) {
        return holds(field, value, run, filter);
    });
}

} // namespace models
