// SPDX-License-Identifier: Apache-2.0
#include "models/roles.h"
#include "tests/ui/gallery.h"
#include "tests/ui/memorylog.h"
#include "tests/ui/shots.h"

#include "ui/widgets/factslist.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/log/logview.h"
#include "ui/widgets/messages/banner.h"
#include "ui/widgets/paneheader.h"
#include "ui/widgets/rail.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/table/sparkbars.h"
#include "ui/widgets/table/tableview.h"

#include <QHeaderView>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>
#include <QSplitter>

using namespace Qt::StringLiterals;
using namespace ui;

namespace test {

namespace {

QStandardItemModel *railRows(QObject *parent)
{
    auto *model = new QStandardItemModel(parent);
    const auto add = [&](const QString &text, const QString &icon, int count, const QString &family, int kind) {
        auto *item = new QStandardItem(text);
        item->setData(icon, models::IconNameRole);
        item->setData(count, models::CountRole);
        item->setData(family, models::CountFamilyRole);
        item->setData(kind, models::RowKindRole);
        model->appendRow(item);
    };
    add(u"Overview"_s, u"nav-overview"_s, 0, {}, models::ItemRow);
    add(u"Automations"_s, u"nav-automations"_s, 0, {}, models::ItemRow);
    add(u"Runs"_s, u"nav-runs"_s, 3, u"active"_s, models::ItemRow);
    add(u"Approvals"_s, u"nav-approvals"_s, 2, u"ask"_s, models::ItemRow);
    add(u"Maintenance"_s, u"nav-maintenance"_s, 1, u"window"_s, models::ItemRow);
    add({}, {}, 0, {}, models::SeparatorRow);
    add(u"Templates"_s, u"nav-templates"_s, 0, {}, models::ItemRow);
    add(u"Connections"_s, u"nav-connections"_s, 1, u"ask"_s, models::ItemRow);
    add(u"Pinned views"_s, {}, 0, {}, models::CaptionRow);
    add(u"Failing now"_s, {}, 3, {}, models::ViewRow);
    add(u"Nightly"_s, {}, 18, {}, models::ViewRow);
    return model;
}

Rail *makeRail(RailForm form)
{
    auto *rail = new Rail(look());
    rail->setModel(railRows(rail));
    rail->setForm(form);
    rail->setCurrentIndex(rail->model()->index(1, 0));
    return rail;
}

QWidget *makeTable()
{
    auto *table = new TableView(look());
    table->setAccessibleName(u"Automations"_s);
    QStandardItemModel *model = automationRows().release();
    model->setParent(table);
    table->setModel(model);
    RowDelegate &rows = table->rows();
    rows.setColumn(0, {CellPainter::GlyphText, Emphasis::Primary});
    rows.setColumn(1, {CellPainter::IconText, Emphasis::Secondary});
    rows.setColumn(3, {CellPainter::WordText, Emphasis::Primary});
    rows.setColumn(4, {CellPainter::Number, Emphasis::Secondary});
    rows.setColumn(6, {CellPainter::Spark, Emphasis::Secondary});
    model->setHeaderData(4, Qt::Horizontal, int(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
    const QList<int> widths{0, 100, 122, 164, 76, 90, 116};
    for (int column = 1; column < widths.size(); ++column)
        table->setColumnWidth(column, widths[column]);
    table->setFlexColumn(0);
    table->sortByColumn(0, Qt::AscendingOrder);
    ui::chooseRow(*table, 6);
    return table;
}

PaneHeader *makeHeader()
{
    auto *header = new PaneHeader(look());
    header->setTitle(u"Automations"_s);
    header->setCount(u"212"_s);
    header->filter().setPlaceholder(u"Filter: words, status:failed, tag:nightly"_s);
    header->filter().setShortcutHint(u"Ctrl+F"_s);
    header->filter().setMenu(new QMenu(header));
    auto *segments = new Segments(look());
    segments->add(1, u"Table"_s, look().icons().icon(u"list"_s));
    segments->add(2, u"Tree"_s, look().icons().icon(u"tree"_s));
    header->addWidget(segments);
    header->addButton(look().icons().icon(u"play"_s), u"Run"_s);
    header->setPrimary(look().icons().icon(u"plus"_s), u"New"_s);
    header->more().addAction(u"Import\u2026"_s);
    return header;
}

QWidget *makeInspector()
{
    auto *inspector = new QWidget;
    inspector->setFixedWidth(340);
    auto *column = new QVBoxLayout(inspector);
    column->setContentsMargins(16, 14, 16, 16);
    column->setSpacing(14);
    auto *banner = new Banner(look(), Banner::Form::Narrow);
    banner->setContent({Family::Window,
                        u"window.open"_s,
                        u"Slot 14:00 was skipped: window Storage firmware is open until 15:30."_s,
                        u"Storage firmware"_s,
                        {},
                        {{u"show"_s, u"Show the window"_s}, {u"run"_s, u"Run anyway\u2026"_s}}});
    column->addWidget(banner);
    auto *bars = new SparkBars(look());
    QList<BarValue> values;
    for (int i = 0; i < 20; ++i)
        values.append({0.6 + (i % 4) * 0.1,
                       i == 13             ? u"run.failed"_s
                       : i == 7 || i == 19 ? u"window.open"_s
                                           : u"run.done"_s,
                       {}});
    bars->setBars(values, u"17 done, 1 failed, 2 skipped"_s);
    column->addWidget(bars);
    auto *facts = new FactsList(look());
    facts->setFacts({{u"Runs as"_s, u"sudo -u backup"_s, {}, Fact::Form::Mono},
                     {u"Timeout"_s, u"45 min, then kill after 10 s"_s, {}},
                     {u"Took"_s, u"41 s"_s, u"usually 6 min 20 s"_s}});
    column->addWidget(facts);
    column->addStretch(1);
    return inspector;
}

QWidget *makeLog()
{
    auto *view = new LogView(look());
    auto *log = new MemoryLog;
    log->setParent(view);
    log->add("\x1b[34mautotask\x1b[0m price-feed v31 started by schedule, slot 14:31, timeout 300 s");
    log->add("relayer key \x1b[35mtreasury-relay\x1b[0m, secret PRICE_API_KEY = ********");
    log->add("BTC-USD 101,870.10 \x1b[31m-0.04 %\x1b[0m   sources 7 of 7");
    log->add("\x1b[33mwarn\x1b[0m source-4 answered 429, \x1b[38;2;255;240;10mbacking off\x1b[0m 4 s",
             LogStream::Error);
    log->add("\x1b[1mbold\x1b[0m \x1b[4munder\x1b[0m \x1b[2mdim\x1b[0m \x1b]0;evil title\x07 \xe2\x80\xaereversed",
             LogStream::Error);
    log->add("10 %\r50 %\rprogress 100 %");
    log->add("tx 0x8f2c\xe2\x80\xa6"
             "91ae sent, waiting for 2 confirmations");
    view->setSource(log);
    view->setMarkedLine(3);
    view->setMatcher([](qint64 line, const QString &text) {
        const int at = int(text.indexOf(u"source"_s));
        return at < 0 ? QList<LogMatch>() : QList<LogMatch>{{at, 6, line == 3}};
    });
    view->setSelection({{5, 0}, {6, 9}});
    view->setFixedHeight(160);
    return view;
}

QWidget *makeSheet(QWidget *rail)
{
    auto *middle = new QWidget;
    auto *column = new QVBoxLayout(middle);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    column->addWidget(makeTable(), 1);
    auto *across = new QSplitter(Qt::Horizontal);
    across->addWidget(middle);
    across->addWidget(makeInspector());
    auto *right = new QWidget;
    auto *rows = new QVBoxLayout(right);
    rows->setSpacing(0);
    rows->addWidget(across, 1);
    rows->addWidget(new Hairline(look(), Qt::Horizontal));
    rows->addWidget(makeLog());
    auto *sheet = new QWidget;
    auto *row = new QHBoxLayout(sheet);
    row->setSpacing(0);
    row->addWidget(rail);
    row->addWidget(new Hairline(look(), Qt::Vertical));
    row->addWidget(right, 1);
    return sheet;
}

class Signs : public QWidget
{
    Q_OBJECT

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const QColor ground = look().colour(Colour::BgBase);
        painter.fillRect(rect(), ground);
        int i = 0;
        for (const QString &key : look().tokens().statusKeys()) {
            const QPoint at(16 + i / 11 * 200, 12 + i % 11 * 26);
            look().glyphs().paint(painter, QRect(at, QSize(16, 16)), key, ground);
            painter.setPen(look().glyphs().wordColour(key));
            painter.drawText(QRect(at + QPoint(26, -4), QSize(170, 24)), Qt::AlignVCenter, GlyphPainter::word(key));
            ++i;
        }
        i = 0;
        for (const QString &name : look().tokens().iconNames()) {
            const QPoint at(16 + i % 19 * 32, 310 + i / 19 * 28);
            look().icons().icon(name).paint(&painter, QRect(at, QSize(16, 16)));
            ++i;
        }
        look().icons().application().paint(&painter, 640, 20, 112, 112);
        look().icons().application().paint(&painter, 640, 150, 24, 24);
        look().icons().tray(Waiting::Something, look().colour(Colour::TextPrimary)).paint(&painter, 680, 150, 24, 24);
    }
};

} // namespace

std::unique_ptr<QWidget> makePane()
{
    look();
    auto sheet = std::make_unique<QWidget>();
    sheet->resize(1440, 640);
    auto *column = new QVBoxLayout(sheet.get());
    column->setSpacing(0);
    auto *bar = new QMenuBar;
    bar->setAccessibleName(u"Menu"_s);
    for (const QString &name : {u"File"_s, u"Edit"_s, u"View"_s, u"Go"_s})
        bar->addMenu(name);
    column->addWidget(bar);
    column->addWidget(makeSheet(makeRail(RailForm::Full)), 1);
    auto *collapsed = makeRail(RailForm::Collapsed);
    collapsed->setParent(sheet.get());
    collapsed->setGeometry(60, 420, 52, 220);
    collapsed->setAccessibleName(u"Collapsed"_s);
    return sheet;
}

std::unique_ptr<QWidget> makeSigns()
{
    auto signs = std::make_unique<Signs>();
    signs->resize(780, 430);
    return signs;
}

} // namespace test

#include "gallerypane.moc"
