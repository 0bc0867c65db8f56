// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/schedule/triggerform.h"

#include "app/domain/trigger.h"
#include "ui/forms/formrow.h"
#include "ui/forms/schedule/cron/cronboxes.h"
#include "ui/forms/schedule/cron/cronwords.h"
#include "ui/forms/schedule/cron/presetfields.h"
#include "ui/forms/schedule/cron/weekdaypicker.h"
#include "ui/forms/schedule/eventfields.h"
#include "ui/forms/schedule/instantfield.h"
#include "ui/forms/schedule/morefields.h"
#include "ui/forms/schedule/zonecombo.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace ui {

using namespace Qt::StringLiterals;
using Shape = CronPreset::Shape;

namespace {

constexpr int repeatWidth = 212;
constexpr int fieldWidth = 240;
constexpr int narrowField = 150;
constexpr std::array<qint64, 4> unitSeconds{1, 60, 3600, 86400};

/// Ways to repeat that are no shape; the shapes have their own numbers.
enum Repeat { Every = 100, Once, Startup, After, File, Webhook, Free };

/// As wide as it is drawn at most, and narrower in a small dialog.
void limitWidth(QWidget &field)
{
    field.setMinimumWidth(narrowField);
    field.setMaximumWidth(fieldWidth);
    field.setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

domain::Zone zoneOf(const QString &name)
{
    const base::Result<domain::Zone> zone = domain::Zone::load(name);
    return zone ? *zone : domain::Zone::utc();
}

} // namespace

TriggerForm::TriggerForm(const Look &look, const base::Clock &clock, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_clock(clock),
      m_column(new QVBoxLayout(this)),
      m_repeat(new QComboBox),
      m_preset(new PresetFields(look)),
      m_days(new WeekdayPicker),
      m_cron(new QLineEdit),
      m_words(new CronWords(look)),
      m_boxes(new CronBoxes(look)),
      m_every(new QSpinBox),
      m_everyUnit(new QComboBox),
      m_anchor(new InstantField(u"field:anchor"_s, tr("Counted from"), InstantField::Need::Optional)),
      m_at(new InstantField(u"field:at"_s, tr("At"), InstantField::Need::Required)),
      m_zone(new ZoneCombo),
      m_more(new MoreFields(look)),
      m_events(new EventFields(look))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(9);
    buildRepeat();
    buildCron();
    buildEvery();
    buildOnce();
    buildZone();
}

FormRow *TriggerForm::add(FormRow *row)
{
    m_column->addWidget(row);
    return row;
}

void TriggerForm::buildRepeat()
{
    m_repeat->setObjectName(u"repeat"_s);
    m_repeat->setFixedWidth(repeatWidth);
    m_repeat->addItem(tr("Every few minutes"), int(Shape::Minutes));
    m_repeat->addItem(tr("Every few hours"), int(Shape::Hours));
    m_repeat->addItem(tr("Every day"), int(Shape::Daily));
    m_repeat->addItem(tr("Monday to Friday"), int(Shape::Weekdays));
    m_repeat->addItem(tr("On days of the week"), int(Shape::Weekly));
    m_repeat->addItem(tr("On a day of the month"), int(Shape::Monthly));
    m_repeat->addItem(tr("On the last day of the month"), int(Shape::LastDay));
    m_repeat->insertSeparator(m_repeat->count());
    m_repeat->addItem(tr("From start to start"), int(Every));
    m_repeat->addItem(tr("Once"), int(Once));
    m_repeat->addItem(tr("Cron expression"), int(Free));
    m_repeat->insertSeparator(m_repeat->count());
    m_repeat->addItem(tr("After another automation"), int(After));
    m_repeat->addItem(tr("When a file changes"), int(File));
    m_repeat->addItem(tr("When its webhook is called"), int(Webhook));
    m_repeat->addItem(tr("When the engine starts"), int(Startup));
    connect(m_repeat, &QComboBox::activated, this, &TriggerForm::chooseRepeat);
    connect(m_preset, &PresetFields::edited, this, &TriggerForm::writePreset);
    connect(m_days, &WeekdayPicker::edited, this, &TriggerForm::writePreset);
    add(new FormRow(m_look, {tr("Re&peat"), {}, m_repeat, m_preset}));
    m_daysRow = add(new FormRow(m_look, {tr("&Days"), {}, m_days, nullptr}));
}

void TriggerForm::buildCron()
{
    m_cron->setObjectName(u"field:cron"_s);
    m_cron->setFont(m_look.font(TypeRole::Mono));
    limitWidth(*m_cron);
    connect(m_cron, &QLineEdit::textEdited, this, &TriggerForm::takeTyped);
    connect(m_boxes, &CronBoxes::fieldPressed, this, &TriggerForm::selectCron);
    m_cronRow = add(new FormRow(m_look, {tr("&Cron"), {}, m_cron, m_words}));
    auto *indented = new QHBoxLayout;
    indented->setContentsMargins(FormRow::labelWidth + FormRow::labelGap, 0, 0, 0);
    indented->addWidget(m_boxes);
    m_column->addLayout(indented);
}

void TriggerForm::buildEvery()
{
    m_every->setObjectName(u"field:every"_s);
    m_every->setRange(1, int(domain::longestIntervalSeconds)); // of the smallest unit
    m_every->setFixedWidth(112);
    m_everyUnit->setObjectName(u"everyUnit"_s);
    nameField(*m_everyUnit, tr("Unit"));
    m_everyUnit->addItems({tr("seconds"), tr("minutes"), tr("hours"), tr("days")});
    m_everyUnit->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_everyUnit->setMinimumWidth(120);
    connect(m_every, &QSpinBox::valueChanged, this, &TriggerForm::touch);
    connect(m_everyUnit, &QComboBox::activated, this, &TriggerForm::touch);
    connect(m_anchor, &InstantField::edited, this, &TriggerForm::touch);
    m_everyRow = add(new FormRow(
        m_look, {tr("&Every"), tr("From start to start, through changes of the clocks too."), m_every, m_everyUnit}));
    m_anchorRow = add(new FormRow(
        m_look, {tr("Counted &from"), tr("Without it, from when the automation was made."), m_anchor, nullptr}));
}

void TriggerForm::buildOnce()
{
    connect(m_at, &InstantField::edited, this, &TriggerForm::touch);
    m_atRow = add(new FormRow(m_look, {tr("&At"), {}, m_at, nullptr}));
}

void TriggerForm::buildZone()
{
    limitWidth(*m_zone);
    connect(m_zone, &ZoneCombo::edited, this, &TriggerForm::takeZone);
    connect(m_more, &MoreFields::edited, this, &TriggerForm::touch);
    m_zoneRow = add(new FormRow(m_look, {tr("Time &zone"), {}, m_zone, new QWidget}));
    m_column->addWidget(m_more);
    connect(m_events, &EventFields::edited, this, &TriggerForm::touch);
    m_column->addWidget(m_events);
}

void TriggerForm::setTrigger(const QJsonObject &trigger, const QJsonObject &saved)
{
    m_trigger = trigger;
    m_saved = saved;
    m_typed.clear();
    const domain::Zone zone = zoneOf(trigger.value(u"timezone").toString());
    const QString cron = trigger.value(u"cron").toString();
    const bool every = trigger.contains(u"every_minutes") || trigger.contains(u"every_seconds");
    m_cron->setText(cron);
    showPreset(cron);
    chooseEvent(trigger.value(u"type").toString());
    if (every || trigger.contains(u"at"))
        m_repeat->setCurrentIndex(m_repeat->findData(every ? int(Every) : int(Once)));
    showEvery(trigger);
    const base::Instant hour = std::chrono::ceil<std::chrono::hours>(m_clock.now());
    m_anchor->setValue(trigger.value(u"anchor"), zone, hour);
    m_at->setValue(trigger.value(u"at"), zone, hour);
    m_zone->setZone(trigger.value(u"timezone").toString());
    m_more->setTrigger(trigger, zone, m_clock.now());
    m_events->setTrigger(trigger);
    refresh();
}

void TriggerForm::chooseEvent(const QString &type)
{
    for (const auto &[word, repeat] : {std::pair(u"startup"_s, Startup), std::pair(u"after"_s, After),
                                       std::pair(u"file"_s, File), std::pair(u"webhook"_s, Webhook)})
        if (type == word)
            m_repeat->setCurrentIndex(m_repeat->findData(int(repeat)));
}

void TriggerForm::showPreset(const QString &cron)
{
    const std::optional<CronPreset> preset = presetOf(cron);
    m_repeat->setCurrentIndex(m_repeat->findData(preset ? int(preset->shape) : int(Free)));
    m_preset->setPreset(preset.value_or(CronPreset{}));
    m_days->setDays(preset && preset->days.any() ? preset->days : std::bitset<7>(1));
}

void TriggerForm::showEvery(const QJsonObject &trigger)
{
    const QSignalBlocker quiet(m_every);
    const qint64 seconds = trigger.contains(u"every_minutes") ? trigger.value(u"every_minutes").toInteger() * 60
                                                              : trigger.value(u"every_seconds").toInteger();
    size_t unit = seconds > 0 ? unitSeconds.size() - 1 : 2;
    while (seconds % unitSeconds[unit] != 0)
        --unit;
    m_everyUnit->setCurrentIndex(int(unit));
    m_every->setValue(seconds > 0 ? int(seconds / unitSeconds[unit]) : 1);
}

std::optional<CronPreset::Shape> TriggerForm::shape() const
{
    const int repeat = m_repeat->currentData().toInt();
    return repeat < Every ? std::optional(Shape(repeat)) : std::nullopt;
}

bool TriggerForm::isCron() const
{
    return shape() || m_repeat->currentData().toInt() == Free;
}

void TriggerForm::chooseRepeat()
{
    if (const std::optional<Shape> chosen = shape()) {
        const std::optional<CronPreset> written = presetOf(m_cron->text());
        if (written)
            m_preset->setPreset(*written);
        m_preset->setShape(*chosen);
        return written && written->shape == *chosen ? touch() : writePreset();
    }
    if (isCron() && !m_typed.isEmpty())
        m_cron->setText(m_typed);
    touch();
}

void TriggerForm::writePreset()
{
    CronPreset preset = m_preset->preset();
    if (preset.shape == Shape::Weekly)
        preset.days = m_days->days();
    if (m_typed.isEmpty() && !presetOf(m_cron->text()))
        m_typed = m_cron->text();
    m_cron->setText(cronOf(preset));
    touch();
}

/// From the first letter it is a free expression; fields that came and went with every letter would be in the way.
void TriggerForm::takeTyped()
{
    m_typed = m_cron->text();
    m_repeat->setCurrentIndex(m_repeat->findData(int(Free)));
    touch();
}

void TriggerForm::takeZone()
{
    m_at->meanAnew();
    m_anchor->meanAnew();
    m_more->meanAnew();
    touch();
}

void TriggerForm::putRepeat(QJsonObject &trigger) const
{
    const int repeat = m_repeat->currentData().toInt();
    if (repeat == Once) {
        trigger.insert(u"at"_s, m_at->value());
    } else if (repeat == Every) {
        const qint64 seconds = m_every->value() * unitSeconds[size_t(m_everyUnit->currentIndex())];
        const bool minutes = seconds % 60 == 0;
        trigger.insert(minutes ? u"every_minutes"_s : u"every_seconds"_s, seconds / (minutes ? 60 : 1));
        if (const QJsonValue anchor = m_anchor->value(); !anchor.isUndefined())
            trigger.insert(u"anchor"_s, anchor);
    } else {
        trigger.insert(u"cron"_s, m_cron->text().trimmed());
    }
}

QJsonObject TriggerForm::trigger() const
{
    const int repeat = m_repeat->currentData().toInt();
    if (repeat == Startup)
        return {{u"type"_s, u"startup"_s}};
    if (repeat == After || repeat == File || repeat == Webhook)
        return m_events->trigger();
    QJsonObject trigger = m_trigger;
    trigger.insert(u"type"_s, u"schedule"_s);
    for (const QString &name : {u"cron"_s, u"every_minutes"_s, u"every_seconds"_s, u"anchor"_s, u"at"_s, u"timezone"_s})
        trigger.remove(name);
    putRepeat(trigger);
    if (!m_zone->zone().isEmpty())
        trigger.insert(u"timezone"_s, m_zone->zone());
    m_more->put(trigger);
    return trigger;
}

base::Status TriggerForm::check() const
{
    CHECK(domain::triggerFromJson(trigger(), domain::Provenance::Outside));
    return {};
}

void TriggerForm::touch()
{
    refresh();
    Q_EMIT edited();
}

void TriggerForm::refresh()
{
    for (FormRow *row : {m_cronRow, m_everyRow, m_anchorRow, m_atRow, m_zoneRow})
        row->setError({});
    m_more->clearErrors();
    m_events->clearErrors();
    showRepeat();
    if (const base::Status status = check(); !status)
        setError(status.error());
}

void TriggerForm::showRepeat()
{
    const int repeat = m_repeat->currentData().toInt();
    m_preset->setVisible(shape().has_value());
    m_daysRow->setVisible(shape() == Shape::Weekly);
    m_cronRow->setVisible(isCron());
    m_everyRow->setVisible(repeat == Every);
    m_anchorRow->setVisible(repeat == Every);
    m_atRow->setVisible(repeat == Once);
    const bool planned = repeat != Startup && repeat != After && repeat != File && repeat != Webhook;
    m_zoneRow->setVisible(planned);
    m_more->setVisible(planned);
    m_events->showFor(repeat == After     ? EventFields::Event::After
                      : repeat == File    ? EventFields::Event::File
                      : repeat == Webhook ? EventFields::Event::Webhook
                                          : EventFields::Event::None);
    const QString before = m_saved.value(u"cron").toString();
    m_words->setExpression(m_cron->text().trimmed(), before);
    m_boxes->setExpression(m_cron->text().trimmed(), before);
    if (repeat != Free)
        m_boxes->hide();
}

void TriggerForm::setError(const base::Error &error)
{
    if (m_events->setError(error) || m_more->setError(error))
        return;
    FormRow *row = error.field == "timezone"_L1                    ? m_zoneRow
                   : error.field == "anchor"_L1                    ? m_anchorRow
                   : isCron()                                      ? m_cronRow
                   : m_repeat->currentData().toInt() == int(Every) ? m_everyRow
                                                                   : m_atRow;
    row->setError(fieldErrorText(error));
}

void TriggerForm::goToError()
{
    if (m_events->goToError())
        return;
    if (m_cronRow->hasError()) {
        const base::Status status = check();
        return selectCron(status ? 0 : status.error().position);
    }
    for (const FormRow *row : {m_zoneRow, m_everyRow, m_anchorRow, m_atRow})
        if (row->hasError())
            return row->field()->setFocus(Qt::OtherFocusReason);
    m_more->goToError();
}

void TriggerForm::selectCron(int position)
{
    const QString text = m_cron->text();
    const int blanks = int(text.indexOf(text.trimmed())); // Positions count from the first character that is none.
    const int from = std::clamp(position, 0, int(text.trimmed().size())) + blanks;
    int end = from;
    while (end < text.size() && text[end] != u' ')
        ++end;
    m_cron->setFocus(Qt::OtherFocusReason);
    m_cron->setSelection(from, end - from);
}

void TriggerForm::focusRepeat()
{
    m_repeat->setFocus(Qt::OtherFocusReason);
}

} // namespace ui
