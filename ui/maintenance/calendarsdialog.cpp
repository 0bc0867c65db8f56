// SPDX-License-Identifier: Apache-2.0
#include "ui/maintenance/calendarsdialog.h"

#include "app/base/answer.h"
#include "app/store/store.h"
#include "models/times.h"
#include "ui/seat/seat.h"
#include "ui/settings/entrydialog.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/table/tableview.h"

#include <QHeaderView>
#include <QJsonArray>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;
using domain::CalendarSubscription;

namespace {

constexpr qint64 secondsAnHour = 3600;

EntryDialog::Plan newCalendar()
{
    EntryDialog::Plan plan{.title = CalendarsDialog::tr("Subscribe to a calendar"),
                           .verb = CalendarsDialog::tr("Subscribe"),
                           .form = {},
                           .values = {{u"hours"_s, 24}, {u"scope"_s, u"*"_s}},
                           .hidden = {}};
    plan.form.fields = {
        {.name = u"name"_s, .label = QT_TRANSLATE_NOOP("catalog", "&Name"), .required = true},
        {.name = u"source"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "&Address or file"),
         .help = QT_TRANSLATE_NOOP("catalog", "An iCalendar file: https://… or an absolute path."),
         .required = true},
        {.name = u"hours"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "&Read every"),
         .type = domain::FieldType::Integer,
         .fallback = 24,
         .least = 1,
         .most = 744},
        {.name = u"scope"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "&For whom"),
         .help = QT_TRANSLATE_NOOP("catalog", "Ids of automations, tag:x, or * for everything; commas between them."),
         .required = true},
        {.name = u"autonomy_override"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "&Effect"),
         .type = domain::FieldType::Choice,
         .fallback = u"disabled"_s,
         .choices = {u"disabled"_s, u"approve"_s, u"notify"_s, u"execute"_s}}};
    plan.form.dresses = {{u"hours"_s, {.choiceWords = {}, .unit = CalendarsDialog::tr(" hours"), .none = {}}},
                         {u"autonomy_override"_s,
                          {.choiceWords = {CalendarsDialog::tr("Blocks"), CalendarsDialog::tr("Asks first"),
                                           CalendarsDialog::tr("Tells"), CalendarsDialog::tr("Runs as usual")},
                           .unit = {},
                           .none = {}}}};
    return plan;
}

base::Result<CalendarSubscription> subscriptionOf(const QJsonObject &values)
{
    QJsonArray scope;
    const QStringList entries = values.value("scope"_L1).toString().split(u',', Qt::SkipEmptyParts);
    for (const QString &entry : entries)
        scope.append(entry.trimmed());
    return domain::subscriptionFromJson({{u"name"_s, values.value("name"_L1)},
                                         {u"source"_s, values.value("source"_L1)},
                                         {u"every_s"_s, values.value("hours"_L1).toInteger() * secondsAnHour},
                                         {u"scope"_s, scope},
                                         {u"autonomy_override"_s, values.value("autonomy_override"_L1)}});
}

} // namespace

CalendarsDialog::CalendarsDialog(const Context &context, QWidget *parent)
    : QDialog(parent),
      m_context(context),
      m_table(new TableView(context.look, this)),
      m_empty(new TextLabel(context.look, {TypeRole::Body, Colour::TextSecondary}, this))
{
    setObjectName(u"calendarsDialog"_s);
    setWindowTitle(tr("Calendars"));
    setWindowModality(Qt::WindowModal);
    resize(720, 360);
    buildTable();
    m_empty->setObjectName(u"noCalendars"_s);
    m_empty->setWordWrap(true);
    m_empty->setText(tr("No calendar yet. One of holidays, for instance, is read again by itself, and its days become "
                        "maintenance windows."));
    auto *verbs = new QHBoxLayout;
    verbs->setSpacing(8);
    m_new = addVerb(*verbs, "newCalendar", tr("&Subscribe…"), [this] { subscribe(); });
    m_again = addVerb(*verbs, "readCalendar", tr("Read &again"), [this] { readAgain(); });
    m_remove = addVerb(*verbs, "removeCalendar", tr("&Remove…"), [this] { remove(); });
    verbs->addStretch(1);
    addVerb(*verbs, "closeCalendars", tr("Close"), [this] { accept(); });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(12);
    column->addWidget(m_empty);
    column->addWidget(m_table, 1);
    column->addLayout(verbs);
    connect(&context.store, &store::Store::changed, this, &CalendarsDialog::read, Qt::QueuedConnection);
    connect(&context.seat, &Seat::changed, this, &CalendarsDialog::followChoice);
    read();
}

void CalendarsDialog::buildTable()
{
    m_model.setHorizontalHeaderLabels({tr("Name"), tr("Read"), tr("Problem"), tr("Where")});
    m_table->setObjectName(u"calendarsTable"_s);
    m_table->setAccessibleName(tr("Calendars"));
    m_table->setSortingEnabled(false);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setModel(&m_model);
    m_table->setColumnWidth(0, 140);
    m_table->setColumnWidth(1, 120);
    m_table->setColumnWidth(2, 220);
    m_table->setFlexColumn(3);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &CalendarsDialog::followChoice);
}

QPushButton *CalendarsDialog::addVerb(QBoxLayout &row, const char *name, const QString &text,
                                      const std::function<void()> &act)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(QLatin1StringView(name));
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, act);
    row.addWidget(button);
    return button;
}

void CalendarsDialog::read()
{
    base::onAnswer(this, m_context.store.calendars().list(),
                   [this](const base::Result<QList<CalendarSubscription>> &calendars) {
                       if (!calendars) {
                           Q_EMIT failed(calendars.error());
                       } else if (*calendars != m_calendars || m_calendars.isEmpty()) {
                           m_calendars = *calendars;
                           fill();
                       }
                   });
}

void CalendarsDialog::fill()
{
    const int before = m_table->currentIndex().row();
    m_model.removeRows(0, m_model.rowCount());
    const base::Instant now = m_context.clock.now();
    for (const CalendarSubscription &one : std::as_const(m_calendars)) {
        const QString read = one.readAt ? models::pastShort(*one.readAt, now) : tr("not yet");
        m_model.appendRow({new QStandardItem(one.name), new QStandardItem(read), new QStandardItem(one.error),
                           new QStandardItem(one.source)});
    }
    m_table->setVisible(!m_calendars.isEmpty());
    m_empty->setVisible(m_calendars.isEmpty());
    if (!m_calendars.isEmpty())
        chooseRow(*m_table, std::clamp(before, 0, m_model.rowCount() - 1));
    followChoice();
}

const CalendarSubscription *CalendarsDialog::chosen() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.size() == 1 ? &m_calendars.at(rows.constFirst().row()) : nullptr;
}

void CalendarsDialog::followChoice()
{
    const QString barred = m_context.seat.whyNot(domain::Right::Edit);
    const QString whyNot = barred.isEmpty() && !chosen() ? tr("Choose a calendar first") : barred;
    m_new->setEnabled(barred.isEmpty());
    m_new->setToolTip(barred);
    for (QPushButton *verb : {m_again, m_remove}) {
        verb->setEnabled(whyNot.isEmpty());
        verb->setToolTip(whyNot);
    }
}

void CalendarsDialog::subscribe()
{
    auto *dialog = new EntryDialog(m_context.look, newCalendar(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &EntryDialog::handedOver, this, [this, dialog](const QJsonObject &values) {
        const base::Result<CalendarSubscription> made = subscriptionOf(values);
        if (!made) {
            dialog->refuse(made.error());
            return;
        }
        base::onAnswer(dialog, m_context.store.calendars().create(*made, m_context.seat.by()),
                       [dialog](const base::Result<CalendarSubscription> &kept) {
                           if (kept)
                               dialog->take();
                           else
                               dialog->refuse(kept.error());
                       });
    });
    dialog->open();
}

void CalendarsDialog::readAgain()
{
    base::onAnswer(this, m_context.store.calendars().readAgain(chosen()->id, m_context.seat.by()),
                   [this](const base::Result<CalendarSubscription> &asked) {
                       if (!asked)
                           Q_EMIT failed(asked.error());
                   });
}

void CalendarsDialog::remove()
{
    const Question question{.title = tr("Remove the calendar “%1”?").arg(chosen()->name),
                            .text = tr("Its maintenance windows go with it."),
                            .verbs = {tr("&Remove"), tr("Cancel")},
                            .destructive = true};
    m_context.prompts.ask(this, question, [this, id = chosen()->id](int verb) {
        if (verb != 0)
            return;
        base::onAnswer(this, m_context.store.calendars().remove(id, m_context.seat.by()),
                       [this](const base::Result<CalendarSubscription> &removed) {
                           if (!removed)
                               Q_EMIT failed(removed.error());
                       });
    });
}

} // namespace ui
