// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/gallery.h"

#include "models/roles.h"
#include "tests/ui/shots.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messages/banner.h"
#include "ui/widgets/messages/emptystate.h"
#include "ui/widgets/messages/loadingrows.h"
#include "ui/widgets/messages/toast.h"
#include "ui/widgets/segments.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QRandomGenerator>
#include <QSpinBox>
#include <QTabBar>

using namespace Qt::StringLiterals;
using namespace ui;

namespace test {

namespace {

struct Row
{
    QString name, status, kind, kindWord, trigger, second, took, next;
};

QPushButton *button(const QString &text, const char *property = nullptr)
{
    auto *result = new QPushButton(text);
    if (property)
        result->setProperty(property, true);
    return result;
}

QLayout *buttonRow()
{
    auto *row = new QHBoxLayout;
    row->addWidget(button(u"Run again"_s));
    QPushButton *off = button(u"Run again"_s);
    off->setEnabled(false);
    row->addWidget(off);
    row->addWidget(button(u"Approve"_s, "primary"));
    QPushButton *iconed = button(u"New"_s, "primary");
    iconed->setIcon(look().icons().icon(u"plus"_s));
    row->addWidget(iconed);
    row->addWidget(button(u"Reject\u2026"_s, "destructive"));
    row->addWidget(button(u"Details"_s, "link"));
    for (const bool on : {false, true}) {
        auto *tool = new QToolButton;
        tool->setIcon(look().icons().icon(on ? u"clock"_s : u"edit"_s));
        tool->setCheckable(true);
        tool->setChecked(on);
        tool->setAccessibleName(on ? u"Time"_s : u"Edit"_s);
        row->addWidget(tool);
    }
    row->addStretch(1);
    return row;
}

QLayout *fieldRow()
{
    auto *row = new QHBoxLayout;
    auto *edit = new QLineEdit(u"45 min"_s);
    edit->setAccessibleName(u"Timeout"_s);
    auto *wrong = new QLineEdit(u"61 2 * * *"_s);
    wrong->setFont(look().font(TypeRole::Mono));
    wrong->setProperty("error", true);
    wrong->setAccessibleName(u"Cron"_s);
    auto *off = new QLineEdit(u"45 min"_s);
    off->setEnabled(false);
    off->setAccessibleName(u"Off"_s);
    auto *combo = new QComboBox;
    combo->addItem(u"Europe/Berlin, now +02:00"_s);
    combo->setAccessibleName(u"Zone"_s);
    auto *spin = new QSpinBox;
    spin->setSuffix(u" s"_s);
    spin->setAccessibleName(u"Spread"_s);
    for (QWidget *field : std::initializer_list<QWidget *>{edit, wrong, off, combo, spin})
        row->addWidget(field);
    return row;
}

QLayout *choiceRow()
{
    auto *row = new QHBoxLayout;
    auto *wrap = new QCheckBox(u"Wrap"_s);
    wrap->setChecked(true);
    auto *queue = new QRadioButton(u"queue"_s);
    queue->setChecked(true);
    auto *segments = new Segments(look());
    for (const QString &word : {u"Day"_s, u"Week"_s, u"Month"_s, u"List"_s})
        segments->add(int(word.size()) * 7, word);
    segments->choose(28);
    auto *progress = new QProgressBar;
    progress->setValue(49);
    for (QWidget *choice : std::initializer_list<QWidget *>{wrap, new QCheckBox(u"Marks"_s), queue,
                                                            new QRadioButton(u"skip"_s), segments, progress})
        row->addWidget(choice);
    return row;
}

QWidget *tabs()
{
    auto *bar = new QTabBar;
    bar->setDrawBase(false);
    bar->setExpanding(false);
    bar->setAccessibleName(u"Tabs"_s);
    for (const QString &word : {u"Summary"_s, u"Parameters"_s, u"Versions"_s, u"Why"_s})
        bar->addTab(word);
    bar->setTabEnabled(3, false);
    return bar;
}

QWidget *banner(Family family, const QString &icon, const QString &text, const QString &link)
{
    auto *result = new Banner(look(), Banner::Form::Wide);
    result->setContent({family, icon, text, {}, {}, {{u"go"_s, link}}});
    return result;
}

QLayout *emptyRow()
{
    auto *row = new QHBoxLayout;
    auto *nothing = new EmptyState(look());
    nothing->setContent({u"nav-approvals"_s,
                         u"Nothing to decide"_s,
                         u"Requests appear here when an automation or a window asks for approval."_s,
                         u"Show decided"_s,
                         {},
                         {}});
    auto *filtered = new EmptyState(look());
    filtered->setContent(filteredContent(u"No automation matches"_s, u"212 are hidden by the filter tag:weekly."_s));
    auto *failed = new EmptyState(look());
    failed->setContent(
        failedContent(u"Could not read runs"_s, u"The store is locked by another program since 14:31."_s));
    for (QWidget *state : std::initializer_list<QWidget *>{nothing, filtered, new LoadingRows(look()), failed}) {
        state->setMinimumHeight(210);
        row->addWidget(state);
    }
    return row;
}

} // namespace

std::unique_ptr<QStandardItemModel> automationRows()
{
    auto model = std::make_unique<QStandardItemModel>(0, 7);
    model->setHorizontalHeaderLabels(
        {u"Name"_s, u"Kind"_s, u"Trigger"_s, u"Last run"_s, u"Took"_s, u"Next"_s, u"History"_s});
    const QList<Row> rows{{u"Archive cold logs"_s, u"run.done"_s, u"script"_s, u"Script"_s, u"Daily 01:30"_s,
                           u"01:51"_s, u"21 min"_s, u"Fri 01:30"_s},
                          {u"Certificate renewal"_s, u"run.timed_out"_s, u"script"_s, u"Script"_s, u"Daily 06:00"_s,
                           u"06:10"_s, u"10 min"_s, u"Fri 06:00"_s},
                          {u"Container image: worker"_s, u"run.running"_s, u"bundle"_s, u"Bundle"_s, u"Webhook"_s,
                           u"2:41"_s, u"\u2248 4 min"_s, u"\u2013"_s},
                          {u"Database dump: billing"_s, u"run.failed"_s, u"script"_s, u"Script"_s, u"Hourly at :05"_s,
                           u"14:05"_s, u"41 s"_s, u"15:05"_s},
                          {u"DNS zone check"_s, u"run.done"_s, u"http"_s, u"HTTP"_s, u"Every 5 min"_s, u"14:30"_s,
                           u"0.8 s"_s, u"14:35"_s},
                          {u"Key rotation: payments API"_s, u"run.awaiting_approval"_s, u"script"_s, u"Script"_s,
                           u"Day 22, 14:00"_s, u"14:00"_s, u"\u2013"_s, u"\u2013"_s},
                          {u"NAS backup"_s, u"run.skipped"_s, u"script"_s, u"Script"_s, u"Every 2 h"_s, u"14:00"_s,
                           u"18 min"_s, u"16:00"_s},
                          {u"Queue drain: legacy"_s, u"automation.paused"_s, u"service"_s, u"Service"_s, u"Manual"_s,
                           u"12 Sep"_s, u"3:05"_s, u"\u2013"_s}};
    QRandomGenerator random(5);
    for (const Row &row : rows) {
        QList<QStandardItem *> items;
        for (const QString &text :
             {row.name, row.kindWord, row.trigger, GlyphPainter::word(row.status), row.took, row.next, QString()})
            items.append(new QStandardItem(text));
        items[0]->setData(row.status, models::StatusKeyRole);
        items[1]->setData(row.kind, models::IconNameRole);
        items[3]->setData(row.status, models::StatusKeyRole);
        items[3]->setData(row.second, models::SecondaryTextRole);
        for (QStandardItem *item : items)
            item->setData(row.status == u"automation.paused"_s, models::DimmedRole);
        QVariantList bars;
        for (int i = 0; i < 20; ++i)
            bars.append(QVariant(QVariantList{0.3 + random.bounded(0.5), i == 14   ? u"run.failed"_s
                                                                         : i == 17 ? u"window.open"_s
                                                                                   : u"run.done"_s}));
        items[6]->setData(bars, models::BarsRole);
        model->appendRow(items);
    }
    return model;
}

std::unique_ptr<QWidget> makeStates()
{
    look();
    auto sheet = std::make_unique<QWidget>();
    sheet->setBackgroundRole(QPalette::Base);
    sheet->setAutoFillBackground(true);
    sheet->resize(960, 640);
    auto *column = new QVBoxLayout(sheet.get());
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(16);
    column->addLayout(buttonRow());
    column->addLayout(fieldRow());
    column->addLayout(choiceRow());
    column->addWidget(tabs());
    column->addWidget(banner(Family::Active, u"info"_s,
                             u"The clock jumped by 3 h while asleep. 7 slots were missed; 5 made up, 2 skipped."_s,
                             u"Show them"_s));
    column->addWidget(banner(Family::Ask, u"warn"_s,
                             u"The scheduler is paused by deploy since 13:05. Manual runs still work."_s, u"Resume"_s));
    column->addWidget(banner(Family::Bad, u"run.failed"_s,
                             u"The store could not be written: disk full. Nothing starts until there is space."_s,
                             u"Details"_s));
    column->addLayout(emptyRow());
    column->addStretch(1);
    auto *toast = new Toast(look(), sheet.get());
    toast->tell(u"3 automations paused"_s, Undoable::Yes);
    return sheet;
}

std::unique_ptr<QWidget> makeMenu()
{
    look();
    auto menu = std::make_unique<QMenu>();
    const auto add = [&](const QString &icon, const QString &text, const QString &key) {
        QAction *action = menu->addAction(look().icons().icon(icon), text);
        action->setShortcut(QKeySequence(key));
        return action;
    };
    QAction *run = add(u"play"_s, u"Run now"_s, u"F5"_s);
    add(u"play"_s, u"Run with arguments\u2026"_s, u"Shift+F5"_s);
    add(u"pause"_s, u"Pause"_s, u"Ctrl+P"_s);
    menu->addSeparator();
    add(u"edit"_s, u"Edit\u2026"_s, u"F2"_s);
    QAction *wrap = menu->addAction(u"Wrap"_s);
    wrap->setCheckable(true);
    wrap->setChecked(true);
    menu->addMenu(u"Columns"_s)->addAction(u"Kind"_s);
    menu->addSeparator();
    add(u"trash"_s, u"Delete"_s, u"Del"_s)->setEnabled(false);
    menu->resize(menu->sizeHint());
    menu->setActiveAction(run);
    return menu;
}

} // namespace test
