// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/schedule/scheduleform.h"

#include "app/domain/croninwords.h"
#include "app/domain/trigger.h"
#include "models/parts/words.h"
#include "ui/forms/schedule/next/changepanel.h"
#include "ui/forms/schedule/next/nextpanel.h"
#include "ui/forms/schedule/triggerform.h"
#include "ui/widgets/labels.h"

#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastRowHeight = 32;
constexpr int mostRows = 4;
constexpr auto comparePause = std::chrono::milliseconds(150);
constexpr auto compared = std::chrono::days(30);
/// Of each schedule; enough for one time in 20 minutes.
constexpr qsizetype mostCompared = 2200;

/// In the same ink whether its row is chosen or not: the chosen row is light here.
QIcon plainIcon(const Look &look, const QString &name)
{
    const int side = look.size(Size::IconSmall);
    const QPixmap picture = look.icons().icon(name).pixmap(side, side);
    QIcon icon(picture);
    icon.addPixmap(picture, QIcon::Selected);
    return icon;
}

base::Result<domain::Schedule> scheduleOf(QJsonObject trigger)
{
    trigger.remove(u"type");
    return domain::scheduleFromJson(trigger);
}

base::Result<domain::Trigger> triggerOf(const QJsonObject &trigger)
{
    return domain::triggerFromJson(trigger, domain::Provenance::Outside);
}

/// What there is to say where no times are planned; empty for a schedule.
QString unplannedText(const QJsonObject &trigger)
{
    const QString type = trigger.value(u"type").toString();
    if (type == "startup"_L1)
        return ScheduleForm::tr("Each time an engine starts; no times are planned for it.");
    if (type == "after"_L1)
        return ScheduleForm::tr("Each time a run of that automation ends so; no times are planned for it.");
    if (type == "webhook"_L1)
        return ScheduleForm::tr("Each time a request brings its token; what arrives while it is paused is refused.");
    return type == "file"_L1 ? ScheduleForm::tr("Each time something appears or changes there and then rests; what "
                                                "happened while no engine ran makes no run.")
                             : QString();
}

base::Result<domain::SlotFinder> finderOf(const QJsonObject &trigger, base::Instant created)
{
    TRY(const domain::Schedule schedule, scheduleOf(trigger));
    return domain::SlotFinder::make(schedule, created);
}

/// `Every day at 02:30, Europe/Berlin`
QString scheduleWords(const domain::Schedule &schedule)
{
    QString words = models::scheduleText(schedule);
    if (const base::Result<domain::Cron> cron = domain::Cron::parse(schedule.cron))
        words = domain::explain(*cron, QLocale());
    return schedule.timezone.isEmpty() ? words : u"%1, %2"_s.arg(words, schedule.timezone);
}

} // namespace

ScheduleForm::ScheduleForm(const Look &look, const base::Clock &clock, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_clock(clock),
      m_add(new QPushButton(look.icons().icon(u"plus"_s), tr("Add trigger"))),
      m_manual(new TextLabel(look, {TypeRole::Body, Colour::TextSecondary})),
      m_form(new TriggerForm(look, clock)),
      m_next(new NextPanel(look, clock)),
      m_change(new ChangePanel(look))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    buildList();
    m_add->setObjectName(u"addTrigger"_s);
    m_add->setAutoDefault(false);
    m_manual->setObjectName(u"manualOnly"_s);
    m_manual->setText(tr("Manual only: it runs when somebody asks for it. Add a trigger to run it by itself."));
    m_manual->setWordWrap(true);
    column->addWidget(m_listPlace);
    column->addWidget(m_manual);
    column->addWidget(m_form);
    column->addWidget(m_next);
    column->addWidget(m_change);
    column->addStretch(1);
    connect(m_add, &QPushButton::clicked, this, &ScheduleForm::addTrigger);
    m_pause.setSingleShot(true);
    m_pause.setInterval(comparePause);
    connect(&m_pause, &QTimer::timeout, this, &ScheduleForm::showChange);
    connect(m_form, &TriggerForm::edited, this, &ScheduleForm::takeEdit);
    connect(&look, &Look::changed, this, [this] {
        for (int row = 0; row < m_list->count(); ++row)
            showItem(row);
    });
}

void ScheduleForm::buildList()
{
    m_listPlace = new QWidget;
    auto *row = new QHBoxLayout(m_listPlace);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_list = new QListWidget;
    m_list->setObjectName(u"triggers"_s);
    m_list->setAccessibleName(tr("Triggers"));
    m_list->setProperty("field", true);
    m_list->setFrameShape(QFrame::StyledPanel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_list, &QListWidget::currentRowChanged, this, &ScheduleForm::showChosen);
    m_remove = new QToolButton;
    m_remove->setObjectName(u"removeTrigger"_s);
    m_remove->setIcon(m_look.icons().icon(u"trash"_s));
    m_remove->setToolTip(tr("Remove this trigger (Del)"));
    m_remove->setAccessibleName(tr("Remove this trigger"));
    connect(m_remove, &QToolButton::clicked, this, &ScheduleForm::removeTrigger);
    auto *key = new QShortcut(QKeySequence(Qt::Key_Delete), m_list);
    key->setContext(Qt::WidgetShortcut);
    connect(key, &QShortcut::activated, this, &ScheduleForm::removeTrigger);
    row->addWidget(m_list, 1);
    row->addWidget(m_remove, 0, Qt::AlignTop);
}

void ScheduleForm::setTriggers(const QJsonArray &triggers, base::Instant created, Origin origin)
{
    m_triggers = triggers;
    m_saved = triggers;
    m_removed = {};
    m_created = created;
    m_origin = origin;
    m_error.reset();
    showList();
    m_list->setCurrentRow(0);
    showChange();
}

void ScheduleForm::showList()
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (int row = 0; row < m_triggers.size(); ++row) {
        auto *item = new QListWidgetItem(m_list);
        item->setSizeHint({100, rowHeight()});
        showItem(row);
    }
    const int rows = std::clamp(int(m_triggers.size()), 1, mostRows);
    m_list->setFixedHeight(rows * rowHeight() + 2 * m_list->frameWidth());
    m_listPlace->setVisible(!m_triggers.isEmpty());
    m_manual->setVisible(m_triggers.isEmpty());
    m_form->setVisible(!m_triggers.isEmpty());
    m_next->setVisible(!m_triggers.isEmpty());
}

int ScheduleForm::rowHeight() const
{
    return std::max(leastRowHeight, m_list->fontMetrics().height() + 12);
}

void ScheduleForm::showItem(int row)
{
    QListWidgetItem *item = m_list->item(row);
    const QJsonObject trigger = m_triggers[row].toObject();
    item->setText(wordsOf(trigger));
    item->setIcon(triggerOf(trigger) ? plainIcon(m_look, u"clock"_s) : m_look.icons().status(u"automation.invalid"_s));
}

QString ScheduleForm::wordsOf(const QJsonObject &trigger) const
{
    const base::Result<domain::Trigger> read = triggerOf(trigger);
    if (!read)
        return unplannedText(trigger).isEmpty() ? tr("Not a schedule yet") : tr("Not a trigger yet");
    if (const auto *schedule = std::get_if<domain::Schedule>(&*read))
        return scheduleWords(*schedule);
    return models::triggerText(*read, [this](const base::AutomationId &id) {
        const auto found = std::find_if(m_followable.cbegin(), m_followable.cend(),
                                        [&id](const auto &one) { return one.first == id; });
        return found == m_followable.cend() ? id.text() : found->second;
    });
}

void ScheduleForm::setFollowable(const Followable &automations)
{
    m_followable = automations;
    m_form->events().setFollowable(automations);
    for (int row = 0; row < m_list->count(); ++row)
        showItem(row);
}

void ScheduleForm::setWindows(const QList<domain::MaintenanceWindow> &windows, const domain::Automation &automation)
{
    m_next->setWindows(windows, automation);
    showNext();
}

void ScheduleForm::showChosen(int row)
{
    if (row < 0 || row >= m_triggers.size())
        return;
    m_form->setTrigger(m_triggers[row].toObject(), m_saved.at(row).toObject());
    showNext();
}

void ScheduleForm::showNext()
{
    const int chosen = m_list->currentRow();
    if (chosen < 0)
        return;
    QList<OtherSchedule> others;
    for (int row = 0; row < m_triggers.size(); ++row)
        if (const auto finder = finderOf(m_triggers[row].toObject(), m_created); finder && row != chosen)
            others.append({row + 1, *finder});
    if (const QString unplanned = unplannedText(m_triggers[chosen].toObject()); !unplanned.isEmpty())
        return m_next->showSentence(unplanned);
    m_next->showFor(finderOf(m_triggers[chosen].toObject(), m_created), others);
}

void ScheduleForm::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showNext(); // Time has passed.
}

void ScheduleForm::takeEdit()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    m_triggers[row] = m_form->trigger();
    showItem(row);
    showNext();
    m_pause.start();
    Q_EMIT edited();
}

QList<SchedulePair> ScheduleForm::pairs() const
{
    const auto schedule = [](const QJsonValue &trigger) {
        const base::Result<domain::Schedule> read = scheduleOf(trigger.toObject());
        return read ? std::optional(*read) : std::nullopt;
    };
    QList<SchedulePair> pairs;
    for (int row = 0; row < m_triggers.size(); ++row)
        pairs.append({row < m_saved.size() ? schedule(m_saved.at(row)) : std::nullopt, schedule(m_triggers.at(row))});
    for (const QJsonValue &removed : m_removed)
        pairs.append({schedule(removed), std::nullopt});
    return pairs;
}

void ScheduleForm::showChange()
{
    const QList<SchedulePair> now = pairs();
    const bool changed =
        std::any_of(now.cbegin(), now.cend(), [](const SchedulePair &pair) { return pair.before != pair.after; });
    // Until all of it is right, nobody can tell what it would do.
    if (m_origin == Origin::New || !changed || hasError())
        return m_change->setChange(std::nullopt);
    const base::Instant from = m_clock.now();
    m_change->setChange(
        changeInWords(now, {.created = m_created, .from = from, .to = from + compared, .limit = mostCompared}));
}

void ScheduleForm::addTrigger()
{
    m_triggers.append(QJsonObject{{u"type"_s, u"schedule"_s}, {u"cron"_s, u"0 9 * * *"_s}});
    showList();
    m_list->setCurrentRow(int(m_triggers.size()) - 1);
    m_form->focusRepeat();
    m_pause.start();
    Q_EMIT edited();
}

void ScheduleForm::removeTrigger()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    m_triggers.removeAt(row);
    if (row < m_saved.size())
        m_removed.append(m_saved.takeAt(row));
    showList();
    m_list->setCurrentRow(std::min(row, int(m_triggers.size()) - 1));
    m_pause.start();
    Q_EMIT edited();
}

void ScheduleForm::setError(int index, const base::Error &error)
{
    m_error = {index, error};
    if (index == m_list->currentRow())
        m_form->setError(error);
}

void ScheduleForm::goToError()
{
    if (!m_error || m_error->first >= m_triggers.size())
        return;
    m_list->setCurrentRow(m_error->first);
    m_form->setError(m_error->second);
    m_form->goToError();
}

bool ScheduleForm::hasError() const
{
    return std::any_of(m_triggers.cbegin(), m_triggers.cend(),
                       [](const QJsonValue &trigger) { return !triggerOf(trigger.toObject()); });
}

} // namespace ui
