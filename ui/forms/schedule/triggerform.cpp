// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/schedule/triggerform.h"

#include "app/domain/schedule.h"
#include "ui/forms/formrow.h"
#include "ui/forms/schedule/cronboxes.h"
#include "ui/forms/schedule/cronwords.h"
#include "ui/forms/schedule/nexttimes.h"
#include "ui/forms/schedule/zonecombo.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/segments.h"

#include <QDateTimeEdit>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int shownTimes = 10;
constexpr int fieldWidth = 240;
constexpr int narrowField = 150;
constexpr std::array<qint64, 4> unitSeconds{1, 60, 3600, 86400};

QDateTime wallOf(base::Instant at, const domain::Zone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(zone.toLocal(at).time_since_epoch().count(), Qt::UTC);
}

/// As wide as it is drawn at most, and narrower in a small dialog.
void limitWidth(QWidget &field)
{
    field.setMinimumWidth(narrowField);
    field.setMaximumWidth(fieldWidth);
    field.setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QComboBox *ruleCombo(const QString &name, const QList<std::pair<QString, QString>> &rules)
{
    auto *combo = new QComboBox;
    combo->setObjectName(name);
    combo->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(8);
    for (const auto &[key, words] : rules)
        combo->addItem(words, key);
    return combo;
}

} // namespace

TriggerForm::TriggerForm(const Look &look, const base::Clock &clock, QWidget *parent)
    : QWidget(parent), m_look(look), m_clock(clock), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(9);
    buildRepeat();
    buildEvery();
    buildOnce();
    buildZone();
    buildClocks();
    buildTimes();
}

void TriggerForm::add(QWidget *row)
{
    m_column->addWidget(row);
}

void TriggerForm::buildRepeat()
{
    m_repeat = new Segments(m_look);
    m_repeat->setObjectName(u"repeat"_s);
    m_repeat->add(int(Repeat::Cron), tr("Cron"));
    m_repeat->add(int(Repeat::Every), tr("Every"));
    m_repeat->add(int(Repeat::Once), tr("Once"));
    connect(m_repeat, &Segments::chosen, this, &TriggerForm::touch);
    add(new FormRow(m_look, {tr("Repeat"), {}, m_repeat, new QWidget}));

    m_cron = new QLineEdit;
    m_cron->setObjectName(u"field:cron"_s);
    m_cron->setFont(m_look.font(TypeRole::Mono));
    limitWidth(*m_cron);
    connect(m_cron, &QLineEdit::textEdited, this, &TriggerForm::touch);
    m_words = new CronWords(m_look);
    m_cronRow = new FormRow(m_look, {tr("&Cron"), {}, m_cron, m_words});
    add(m_cronRow);
    m_boxes = new CronBoxes(m_look);
    auto *indented = new QHBoxLayout;
    indented->setContentsMargins(FormRow::labelWidth + FormRow::labelGap, 0, 0, 0);
    indented->addWidget(m_boxes);
    m_column->addLayout(indented);
}

void TriggerForm::buildEvery()
{
    m_every = new QSpinBox;
    m_every->setObjectName(u"field:every"_s);
    m_every->setRange(1, 1'000'000);
    m_every->setFixedWidth(112);
    m_everyUnit = new QComboBox;
    m_everyUnit->setObjectName(u"everyUnit"_s);
    nameField(*m_everyUnit, tr("Unit"));
    m_everyUnit->addItems({tr("seconds"), tr("minutes"), tr("hours"), tr("days")});
    m_everyUnit->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_everyUnit->setMinimumWidth(120);
    connect(m_every, &QSpinBox::valueChanged, this, &TriggerForm::touch);
    connect(m_everyUnit, &QComboBox::activated, this, &TriggerForm::touch);
    m_everyRow = new FormRow(m_look, {tr("&Every"), tr("From start to start."), m_every, m_everyUnit});
    add(m_everyRow);
}

void TriggerForm::buildOnce()
{
    m_at = new QDateTimeEdit;
    m_at->setObjectName(u"field:at"_s);
    m_at->setTimeSpec(Qt::UTC);
    m_at->setDisplayFormat(u"yyyy-MM-dd HH:mm:ss"_s);
    limitWidth(*m_at);
    connect(m_at, &QDateTimeEdit::dateTimeChanged, this, [this] {
        m_atTouched = true;
        touch();
    });
    m_atRow = new FormRow(m_look, {tr("&At"), {}, m_at, new QWidget});
    add(m_atRow);
}

QWidget *TriggerForm::labelled(const QString &text, QWidget *field) const
{
    auto *place = new QWidget;
    auto *row = new QHBoxLayout(place);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(FormRow::labelGap);
    auto *label = new TextLabel(m_look, {TypeRole::Body, Colour::TextSecondary});
    label->setText(text);
    label->setBuddy(field);
    nameField(*field, text);
    row->addWidget(label);
    row->addWidget(field, 1);
    field->setMaximumWidth(std::min(field->maximumWidth(), fieldWidth));
    row->addStretch();
    return place;
}

void TriggerForm::buildZone()
{
    m_zone = new ZoneCombo;
    limitWidth(*m_zone);
    connect(m_zone, &ZoneCombo::edited, this, [this] {
        m_atTouched = m_atTouched || m_repeat->chosenId() == int(Repeat::Once);
        touch();
    });
    m_jitter = new QSpinBox;
    m_jitter->setObjectName(u"field:jitter_s"_s);
    m_jitter->setRange(0, int(domain::longestJitterSeconds));
    m_jitter->setSuffix(tr(" s"));
    m_jitter->setMinimumWidth(96);
    m_jitter->setMaximumWidth(112);
    connect(m_jitter, &QSpinBox::valueChanged, this, &TriggerForm::touch);
    m_zoneRow = new FormRow(m_look, {tr("Time &zone"), {}, m_zone, labelled(tr("Spread by up to"), m_jitter)});
    add(m_zoneRow);
}

void TriggerForm::buildClocks()
{
    m_back = ruleCombo(u"field:dst.overlap"_s, {{u"auto"_s, tr("as fits the schedule")},
                                                {u"first"_s, tr("run in the first pass only")},
                                                {u"both"_s, tr("run in both passes")},
                                                {u"second"_s, tr("run in the second pass only")}});
    limitWidth(*m_back);
    m_forward = ruleCombo(u"field:dst.gap"_s, {{u"auto"_s, tr("as fits the schedule")},
                                               {u"end"_s, tr("run at the end of the gap")},
                                               {u"skip"_s, tr("skip what falls into the gap")},
                                               {u"shift"_s, tr("run later by the gap")}});
    connect(m_back, &QComboBox::activated, this, &TriggerForm::touch);
    connect(m_forward, &QComboBox::activated, this, &TriggerForm::touch);
    add(new FormRow(m_look, {tr("Clocks go &back"), {}, m_back, labelled(tr("forward"), m_forward)}));
}

void TriggerForm::buildTimes()
{
    auto *title = new TextLabel(m_look, {TypeRole::Strong, Colour::TextSecondary});
    title->setText(tr("Next ten times"));
    m_never = new TextLabel(m_look, {TypeRole::Body, Colour::TextTertiary});
    m_never->setObjectName(u"neverText"_s);
    m_times = new NextTimesList(m_look);
    m_column->addSpacing(7);
    add(title);
    add(new Hairline(m_look, Qt::Horizontal));
    add(m_never);
    add(m_times);
    m_column->addStretch(1);
}

void TriggerForm::setTrigger(const QJsonObject &trigger, const QJsonObject &saved, base::Instant created)
{
    m_trigger = trigger;
    m_saved = saved;
    m_created = created;
    m_atTouched = false;
    const auto quiet =
        std::to_array<QSignalBlocker>({QSignalBlocker(m_every), QSignalBlocker(m_jitter), QSignalBlocker(m_at)});
    const bool once = trigger.contains(u"at");
    const qint64 seconds = trigger.contains(u"every_minutes") ? trigger.value(u"every_minutes").toInteger() * 60
                                                              : trigger.value(u"every_seconds").toInteger();
    m_repeat->choose(int(once ? Repeat::Once : seconds > 0 ? Repeat::Every : Repeat::Cron));
    m_cron->setText(trigger.value(u"cron").toString());
    size_t unit = seconds > 0 ? unitSeconds.size() - 1 : 2;
    while (seconds % unitSeconds[unit] != 0)
        --unit;
    m_everyUnit->setCurrentIndex(int(unit));
    m_every->setValue(seconds > 0 ? int(seconds / unitSeconds[unit]) : 1);
    m_zone->setZone(trigger.value(u"timezone").toString());
    m_jitter->setValue(trigger.value(u"jitter_s").toInt());
    const QJsonObject clocks = trigger.value(u"dst").toObject();
    m_back->setCurrentIndex(m_back->findData(clocks.value(u"overlap").toString(u"auto"_s)));
    m_forward->setCurrentIndex(m_forward->findData(clocks.value(u"gap").toString(u"auto"_s)));
    showZone();
    refresh();
}

/// The wall clock of the trigger's zone, or a round hour to begin with.
void TriggerForm::showZone()
{
    const base::Result<domain::Zone> zone = domain::Zone::load(m_zone->zone());
    const std::optional<base::Instant> at = base::parseIso(m_trigger.value(u"at").toString());
    const base::Instant shown = at ? *at : std::chrono::ceil<std::chrono::hours>(m_clock.now());
    m_at->setDateTime(wallOf(shown, zone ? *zone : domain::Zone::utc()));
}

void TriggerForm::putRepeat(QJsonObject &trigger) const
{
    switch (Repeat(m_repeat->chosenId())) {
    case Repeat::Cron:
        trigger.insert(u"cron"_s, m_cron->text().trimmed());
        return;
    case Repeat::Every: {
        const qint64 seconds = m_every->value() * unitSeconds[size_t(m_everyUnit->currentIndex())];
        const bool minutes = seconds % 60 == 0;
        trigger.insert(minutes ? u"every_minutes"_s : u"every_seconds"_s, seconds / (minutes ? 60 : 1));
        return;
    }
    case Repeat::Once:
        const bool kept = !m_atTouched && m_trigger.contains(u"at");
        trigger.insert(u"at"_s,
                       kept ? m_trigger.value(u"at") : QJsonValue(m_at->dateTime().toString(u"yyyy-MM-ddTHH:mm:ss"_s)));
        return;
    }
}

QJsonObject TriggerForm::trigger() const
{
    QJsonObject trigger = m_trigger;
    for (const QString &name :
         {u"cron"_s, u"every_minutes"_s, u"every_seconds"_s, u"at"_s, u"timezone"_s, u"jitter_s"_s, u"dst"_s})
        trigger.remove(name);
    putRepeat(trigger);
    if (!m_zone->zone().isEmpty())
        trigger.insert(u"timezone"_s, m_zone->zone());
    if (m_jitter->value() > 0)
        trigger.insert(u"jitter_s"_s, m_jitter->value());
    const QString back = m_back->currentData().toString();
    const QString forward = m_forward->currentData().toString();
    if (back != "auto"_L1 || forward != "auto"_L1)
        trigger.insert(u"dst"_s, QJsonObject{{u"gap"_s, forward}, {u"overlap"_s, back}});
    return trigger;
}

base::Status TriggerForm::check() const
{
    QJsonObject json = trigger();
    json.remove(u"type");
    CHECK(domain::scheduleFromJson(json));
    return {};
}

void TriggerForm::touch()
{
    refresh();
    Q_EMIT edited();
}

void TriggerForm::refresh()
{
    for (FormRow *row : {m_cronRow, m_everyRow, m_atRow, m_zoneRow})
        row->setError({});
    showRepeat();
    if (const base::Status status = check(); !status)
        setError(status.error());
    showTimes();
}

void TriggerForm::showRepeat()
{
    const auto repeat = Repeat(m_repeat->chosenId());
    m_cronRow->setVisible(repeat == Repeat::Cron);
    m_everyRow->setVisible(repeat == Repeat::Every);
    m_atRow->setVisible(repeat == Repeat::Once);
    const QString before = m_saved.value(u"cron").toString();
    m_words->setExpression(m_cron->text().trimmed(), before);
    m_boxes->setExpression(m_cron->text().trimmed(), before);
    if (repeat != Repeat::Cron)
        m_boxes->hide();
}

void TriggerForm::setError(const base::Error &error)
{
    const auto repeat = Repeat(m_repeat->chosenId());
    FormRow *row = error.field == "timezone"_L1 || error.field == "jitter_s"_L1 ? m_zoneRow
                   : repeat == Repeat::Cron                                     ? m_cronRow
                   : repeat == Repeat::Every                                    ? m_everyRow
                                                                                : m_atRow;
    row->setError(fieldErrorText(error));
}

void TriggerForm::showTimes()
{
    QJsonObject json = trigger();
    json.remove(u"type");
    const base::Result<domain::Schedule> schedule = domain::scheduleFromJson(json);
    const base::Result<domain::SlotFinder> finder =
        schedule ? domain::SlotFinder::make(*schedule, m_created) : base::Result<domain::SlotFinder>(schedule.error());
    m_times->setTimes(finder ? nextTimes(*finder, m_clock.now(), shownTimes) : QList<NextTime>());
    m_never->setText(!finder                      ? tr("They are shown once the schedule is right.")
                     : m_times->times().isEmpty() ? tr("This is never due again.")
                                                  : QString());
    m_never->setVisible(!m_never->text().isEmpty());
    m_times->setVisible(!m_times->times().isEmpty());
}

void TriggerForm::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showTimes();
}

} // namespace ui
