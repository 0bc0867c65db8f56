// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/schedule/scheduleform.h"

#include "app/domain/croninwords.h"
#include "app/domain/schedule.h"
#include "models/parts/words.h"
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

constexpr int rowHeight = 32;
constexpr int mostRows = 4;

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

/// `Every day at 02:30, Europe/Berlin`
QString wordsOf(const domain::Schedule &schedule)
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
      m_add(new QPushButton(look.icons().icon(u"plus"_s), tr("Add schedule"))),
      m_manual(new TextLabel(look, {TypeRole::Body, Colour::TextSecondary})),
      m_form(new TriggerForm(look, clock))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    buildList();
    m_add->setObjectName(u"addTrigger"_s);
    m_add->setAutoDefault(false);
    m_manual->setObjectName(u"manualOnly"_s);
    m_manual->setText(tr("Manual only: it runs when somebody asks for it. Add a schedule to run it by itself."));
    m_manual->setWordWrap(true);
    column->addWidget(m_listPlace);
    column->addWidget(m_manual);
    column->addWidget(m_form);
    column->addStretch(1);
    connect(m_add, &QPushButton::clicked, this, &ScheduleForm::addTrigger);
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
    m_list->setAccessibleName(tr("Schedules"));
    m_list->setProperty("field", true);
    m_list->setFrameShape(QFrame::StyledPanel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_list, &QListWidget::currentRowChanged, this, &ScheduleForm::showChosen);
    m_remove = new QToolButton;
    m_remove->setObjectName(u"removeTrigger"_s);
    m_remove->setIcon(m_look.icons().icon(u"trash"_s));
    m_remove->setToolTip(tr("Remove this schedule (Del)"));
    m_remove->setAccessibleName(tr("Remove this schedule"));
    connect(m_remove, &QToolButton::clicked, this, &ScheduleForm::removeTrigger);
    auto *key = new QShortcut(QKeySequence(Qt::Key_Delete), m_list);
    key->setContext(Qt::WidgetShortcut);
    connect(key, &QShortcut::activated, this, &ScheduleForm::removeTrigger);
    row->addWidget(m_list, 1);
    row->addWidget(m_remove, 0, Qt::AlignTop);
}

void ScheduleForm::setTriggers(const QJsonArray &triggers, base::Instant created)
{
    m_triggers = triggers;
    m_saved = triggers;
    m_created = created;
    showList();
    m_list->setCurrentRow(0);
}

void ScheduleForm::showList()
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (int row = 0; row < m_triggers.size(); ++row) {
        auto *item = new QListWidgetItem(m_list);
        item->setSizeHint({100, rowHeight});
        showItem(row);
    }
    const int rows = std::clamp(int(m_triggers.size()), 1, mostRows);
    m_list->setFixedHeight(rows * rowHeight + 2 * m_list->frameWidth());
    m_listPlace->setVisible(!m_triggers.isEmpty());
    m_manual->setVisible(m_triggers.isEmpty());
    m_form->setVisible(!m_triggers.isEmpty());
}

void ScheduleForm::showItem(int row)
{
    QListWidgetItem *item = m_list->item(row);
    const base::Result<domain::Schedule> schedule = scheduleOf(m_triggers[row].toObject());
    item->setText(schedule ? wordsOf(*schedule) : tr("Not a schedule yet"));
    item->setIcon(schedule ? plainIcon(m_look, u"clock"_s) : m_look.icons().status(u"automation.invalid"_s));
}

void ScheduleForm::showChosen(int row)
{
    if (row >= 0 && row < m_triggers.size())
        m_form->setTrigger(m_triggers[row].toObject(), m_saved.at(row).toObject(), m_created);
}

void ScheduleForm::takeEdit()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    m_triggers[row] = m_form->trigger();
    showItem(row);
    Q_EMIT edited();
}

void ScheduleForm::addTrigger()
{
    m_triggers.append(QJsonObject{{u"type"_s, u"schedule"_s}, {u"cron"_s, u"0 9 * * *"_s}});
    showList();
    m_list->setCurrentRow(int(m_triggers.size()) - 1);
    if (auto *cron = m_form->findChild<QWidget *>(u"field:cron"_s))
        cron->setFocus();
    Q_EMIT edited();
}

void ScheduleForm::removeTrigger()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    m_triggers.removeAt(row);
    if (row < m_saved.size())
        m_saved.removeAt(row);
    showList();
    m_list->setCurrentRow(std::min(row, int(m_triggers.size()) - 1));
    Q_EMIT edited();
}

void ScheduleForm::setError(int index, const base::Error &error)
{
    if (index < 0 || index >= m_triggers.size())
        return;
    m_list->setCurrentRow(index);
    m_form->setError(error);
}

bool ScheduleForm::hasError() const
{
    return std::any_of(m_triggers.cbegin(), m_triggers.cend(),
                       [](const QJsonValue &trigger) { return !scheduleOf(trigger.toObject()); });
}

} // namespace ui
