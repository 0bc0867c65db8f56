// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/editorsections.h"

#include "app/domain/automation.h"
#include "models/parts/words.h"

namespace ui {

using namespace Qt::StringLiterals;
using domain::FieldType;

namespace {

constexpr qint64 yearSeconds = 366LL * 24 * 3600;

struct EditorFields
{
    Q_DECLARE_TR_FUNCTIONS(ui::EditorFields)
};

FieldDress seconds(const QString &none = {})
{
    return {.choiceWords = {}, .unit = EditorFields::tr(" s"), .none = none};
}

void addKind(const domain::Catalog &catalog, FieldForm::Plan &plan)
{
    domain::FieldSpec kind{.name = u"type"_s, .label = QT_TRANSLATE_NOOP("catalog", "Kind"), .type = FieldType::Choice};
    FieldDress dress;
    for (const domain::KindInfo &info : catalog.kinds()) {
        kind.choices.append(info.type);
        dress.choiceWords.append(catalogText(info.label));
    }
    kind.fallback = kind.choices.first();
    dress.otherWord = [&catalog](const QString &type) { return models::kindText(catalog, type); };
    plan.fields.append(kind);
    plan.dresses.insert(u"type"_s, dress);
}

} // namespace

FieldForm::Plan generalFields(const domain::Catalog &catalog)
{
    FieldForm::Plan plan;
    plan.fields = {{.name = u"name"_s, .label = QT_TRANSLATE_NOOP("catalog", "&Name")},
                   {.name = u"description"_s, .label = QT_TRANSLATE_NOOP("catalog", "&Description")},
                   {.name = u"tags"_s,
                    .label = QT_TRANSLATE_NOOP("catalog", "&Tags"),
                    .help = QT_TRANSLATE_NOOP("catalog", "Words with commas between them, for instance nightly, logs."),
                    .type = FieldType::Texts},
                   {.name = u"acl"_s,
                    .label = QT_TRANSLATE_NOOP("catalog", "&Who may see it"),
                    .help = QT_TRANSLATE_NOOP("catalog", "Operators, or role:NAME, with commas between them; empty is "
                                                         "everyone."),
                    .type = FieldType::Texts},
                   {.name = u"icon"_s,
                    .label = QT_TRANSLATE_NOOP("catalog", "&Icon"),
                    .help = QT_TRANSLATE_NOOP("catalog", "A name such as fa-database; empty is the kind's own.")}};
    plan.dresses = {{u"description"_s, {.shape = FieldDress::Shape::Lines}},
                    {u"tags"_s, {.shape = FieldDress::Shape::CommaList}},
                    {u"acl"_s, {.shape = FieldDress::Shape::CommaList}}};
    if (catalog.kinds().size() > 1)
        addKind(catalog, plan);
    return plan;
}

QList<domain::FieldSpec> overlapFields()
{
    return {{.name = u"overlap"_s,
             .label = QT_TRANSLATE_NOOP("catalog", "If still &running"),
             .type = FieldType::Choice,
             .fallback = u"queue"_s,
             .choices = {u"parallel"_s, u"queue"_s, u"skip"_s, u"replace"_s}},
            {.name = u"max_parallel"_s,
             .label = QT_TRANSLATE_NOOP("catalog", "At most at once"),
             .type = FieldType::Integer,
             .fallback = QJsonValue(),
             .least = 1,
             .most = 100000},
            {.name = u"max_queued"_s,
             .label = QT_TRANSLATE_NOOP("catalog", "At most waiting"),
             .help = QT_TRANSLATE_NOOP("catalog", "Times beyond that are skipped."),
             .type = FieldType::Integer,
             .fallback = 100,
             .least = 0,
             .most = 1000000},
            {.name = u"resource_locks"_s,
             .label = QT_TRANSLATE_NOOP("catalog", "&Locks"),
             .help = QT_TRANSLATE_NOOP("catalog", "Names with commas between them, for instance nas, database. "
                                                  "Runs that share one wait for each other."),
             .type = FieldType::Texts},
            {.name = u"grace_s"_s,
             .label = QT_TRANSLATE_NOOP("catalog", "On &hold for"),
             .help = QT_TRANSLATE_NOOP("catalog", "So long a triggered run can be cancelled before it starts."),
             .type = FieldType::Integer,
             .fallback = 0,
             .least = -1,
             .most = yearSeconds}};
}

QList<domain::FieldSpec> missedFields()
{
    return {{.name = u"misfire"_s,
             .label = QT_TRANSLATE_NOOP("catalog", "If missed, &make up"),
             .help = QT_TRANSLATE_NOOP("catalog", "Times that passed while this computer was off or asleep."),
             .type = FieldType::Choice,
             .fallback = u"once"_s,
             .choices = {u"skip"_s, u"once"_s, u"all"_s, u"ask"_s}},
            {.name = u"max_catch_up"_s,
             .label = QT_TRANSLATE_NOOP("catalog", "At most made up"),
             .type = FieldType::Integer,
             .fallback = 10,
             .least = 1,
             .most = 1000},
            {.name = u"catch_up_spacing_s"_s,
             .label = QT_TRANSLATE_NOOP("catalog", "Made up apart by"),
             .help = QT_TRANSLATE_NOOP("catalog", "Where several are made up, they start this far apart."),
             .type = FieldType::Integer,
             .fallback = 0,
             .least = 0,
             .most = 86400},
            {.name = u"start_deadline_s"_s,
             .label = QT_TRANSLATE_NOOP("catalog", "If less late than"),
             .help = QT_TRANSLATE_NOOP("catalog", "A run that would start later is skipped."),
             .type = FieldType::Integer,
             .fallback = QJsonValue(),
             .least = 1,
             .most = yearSeconds}};
}

void dressWaiting(FieldForm::Plan &plan)
{
    using domain::Misfire;
    using domain::Overlap;
    const auto overlap = [](Overlap one) { return models::overlapText(one); };
    plan.dresses = {{u"overlap"_s,
                     {.choiceWords = {overlap(Overlap::Parallel), overlap(Overlap::Queue), overlap(Overlap::Skip),
                                      overlap(Overlap::Replace)}}},
                    {u"misfire"_s,
                     {.choiceWords = {models::misfireText(Misfire::Skip), models::misfireText(Misfire::Once),
                                      models::misfireText(Misfire::All), models::misfireText(Misfire::Ask)}}},
                    {u"max_parallel"_s, {.none = EditorFields::tr("no limit of its own")}},
                    {u"grace_s"_s, seconds()},
                    {u"resource_locks"_s, {.shape = FieldDress::Shape::CommaList}},
                    {u"catch_up_spacing_s"_s, seconds()},
                    {u"start_deadline_s"_s, seconds(EditorFields::tr("however late"))}};
}

FieldForm::Plan waitingFields()
{
    FieldForm::Plan plan;
    plan.fields = overlapFields() + missedFields();
    dressWaiting(plan);
    return plan;
}

namespace {

QList<domain::FieldSpec> shareFields(const domain::LimitMeans &means)
{
    using enum domain::LimitHold;
    return {
        {.name = u"limits.memory_mb"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "&Memory"),
         .help =
             means.memory == Together
                 ? QT_TRANSLATE_NOOP("catalog", "Of all processes of the run together; a run that wants more is ended.")
                 : QT_TRANSLATE_NOOP("catalog", "There is no control group for it on this machine: it holds for the "
                                                "address space of each process by itself."),
         .type = FieldType::Integer,
         .fallback = QJsonValue(),
         .least = 1,
         .most = 1 << 24},
        {.name = u"limits.cpu_percent"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "&Processor"),
         .help = means.cpu == Together
                     ? QT_TRANSLATE_NOOP("catalog", "100 is one core. A run that wants more gets slower.")
                     : QT_TRANSLATE_NOOP("catalog", "There is no control group for it on this machine: runs start "
                                                    "without it, and their log says so."),
         .type = FieldType::Integer,
         .fallback = QJsonValue(),
         .least = 1,
         .most = 1000000},
        {.name = u"limits.tasks"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "T&asks"),
         .help = means.tasks == Together
                     ? QT_TRANSLATE_NOOP("catalog", "Processes and threads at once.")
                     : QT_TRANSLATE_NOOP("catalog", "There is no control group for it on this machine: runs start "
                                                    "without it, and their log says so."),
         .type = FieldType::Integer,
         .fallback = QJsonValue(),
         .least = 1,
         .most = 1 << 22}};
}

/// What is left behind. How long a log may be is kept as it is: it has no field here.
QList<domain::FieldSpec> keepFields()
{
    return {
        {.name = u"retention.keep_days"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Keep runs &for"),
         .help = QT_TRANSLATE_NOOP("catalog", "Runs that ended longer ago are removed with their logs; 0 keeps them "
                                              "for ever."),
         .type = FieldType::Integer,
         .fallback = QJsonValue(),
         .least = 0,
         .most = domain::mostKeepDays},
        {.name = u"retention.keep_runs"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "&Runs to keep"),
         .help = QT_TRANSLATE_NOOP("catalog", "So many stay, the newest; 0 is all of them."),
         .type = FieldType::Integer,
         .fallback = QJsonValue(),
         .least = 0,
         .most = domain::mostKeepRuns}};
}

} // namespace

FieldForm::Plan limitFields(const domain::LimitMeans &means)
{
    FieldForm::Plan plan;
    plan.fields = {
        {.name = u"timeout_s"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "&Timeout"),
         .help = QT_TRANSLATE_NOOP("catalog", "A run that takes longer is ended with TERM; 0 is no limit."),
         .type = FieldType::Integer,
         .fallback = 600,
         .least = 0,
         .most = yearSeconds},
        {.name = u"kill_after_s"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "&Kill after"),
         .help = QT_TRANSLATE_NOOP("catalog", "KILL follows TERM this much later, to all processes of the run."),
         .type = FieldType::Integer,
         .fallback = 10,
         .least = 0,
         .most = 3600},
        {.name = u"survives_engine"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Goes on when Signalbox is closed"),
         .help = QT_TRANSLATE_NOOP("catalog", "The next start takes it over with all of its output. For scripts only."),
         .type = FieldType::Flag,
         .fallback = false}};
    plan.fields.append(shareFields(means));
    plan.fields.append(keepFields());
    plan.dresses = {
        {u"timeout_s"_s, seconds()},
        {u"kill_after_s"_s, seconds()},
        {u"limits.memory_mb"_s, {.unit = EditorFields::tr(" MiB"), .none = EditorFields::tr("no limit")}},
        {u"limits.cpu_percent"_s, {.unit = EditorFields::tr(" %"), .none = EditorFields::tr("no limit")}},
        {u"limits.tasks"_s, {.none = EditorFields::tr("no limit")}},
        {u"retention.keep_days"_s, {.unit = EditorFields::tr(" days"), .none = EditorFields::tr("as in the settings")}},
        {u"retention.keep_runs"_s, {.none = EditorFields::tr("as in the settings")}}};
    return plan;
}

} // namespace ui
