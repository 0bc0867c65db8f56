// SPDX-License-Identifier: Apache-2.0
#include "ui/panes/tablecolumns.h"

#include "models/roles.h"

#include <QEvent>
#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QSettings>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastFlexible = 140;
constexpr double plannedTextHeight = 18;

bool isShown(const ColumnWish &wish, int window)
{
    return wish.shown.value_or(window >= wish.plan.fromWindow);
}

int widthOf(const ColumnWish &wish)
{
    return wish.width.value_or(wish.plan.width);
}

int leastOf(const ColumnWish &wish)
{
    if (wish.plan.width == 0)
        return leastFlexible;
    return wish.width || wish.plan.least == 0 ? widthOf(wish) : wish.plan.least;
}

int leastOf(const QList<ColumnWish> &wishes)
{
    int sum = 0;
    for (const ColumnWish &wish : wishes)
        sum += leastOf(wish);
    return sum;
}

/// The first that may leave and that the user did not ask for; -1 when none may.
qsizetype nextToLeave(const QList<ColumnWish> &wishes)
{
    qsizetype next = -1;
    for (qsizetype i = 0; i < wishes.size(); ++i) {
        const ColumnPlan &plan = wishes[i].plan;
        if (plan.leaves > 0 && !wishes[i].shown && (next < 0 || plan.leaves < wishes[next].plan.leaves))
            next = i;
    }
    return next;
}

} // namespace

QHash<int, int> fitColumns(QList<ColumnWish> wishes, ColumnRoom room)
{
    wishes.removeIf([&room](const ColumnWish &wish) { return !isShown(wish, room.window); });
    for (qsizetype next = nextToLeave(wishes); next >= 0 && leastOf(wishes) > room.table; next = nextToLeave(wishes))
        wishes.removeAt(next);
    int spare = std::max(0, room.table - leastOf(wishes));
    QHash<int, int> widths;
    for (const ColumnWish &wish : std::as_const(wishes)) {
        if (wish.plan.width == 0) {
            widths.insert(wish.plan.column, 0);
            continue;
        }
        const int more = std::min(spare, widthOf(wish) - leastOf(wish));
        widths.insert(wish.plan.column, leastOf(wish) + more);
        spare -= more;
    }
    return widths;
}

TableColumns::TableColumns(TableView &table, const QList<ColumnPlan> &plans, QObject *parent)
    : QObject(parent), m_table(table)
{
    const double scale = std::max(1.0, table.fontMetrics().height() / plannedTextHeight);
    for (ColumnPlan plan : plans) {
        plan.width = qRound(plan.width * scale);
        plan.least = qRound(plan.least * scale);
        m_wishes.append({plan, {}, {}});
        table.rows().setColumn(plan.column, plan.style);
        if (plan.width == 0)
            table.setFlexColumn(plan.column);
    }
    QHeaderView *header = table.horizontalHeader();
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::customContextMenuRequested, this, &TableColumns::openMenu);
    connect(header, &QHeaderView::sectionResized, this,
            [this](int column, int, int width) { takeWidth(column, width); });
    table.viewport()->installEventFilter(this);
    fit();
}

void TableColumns::fit()
{
    const QScopedValueRollback guard(m_fitting, true);
    const QHash<int, int> widths = fitColumns(m_wishes, {m_table.window()->width(), m_table.viewport()->width()});
    for (const ColumnWish &wish : std::as_const(m_wishes)) {
        const int column = wish.plan.column;
        const bool shown = widths.contains(column);
        if (m_table.isColumnHidden(column) == shown)
            m_table.setColumnHidden(column, !shown);
        const int width = widths.value(column);
        if (width > 0 && m_table.columnWidth(column) != width)
            m_table.setColumnWidth(column, width);
    }
}

void TableColumns::takeWidth(int column, int width)
{
    if (m_fitting || width == 0)
        return;
    for (ColumnWish &wish : m_wishes)
        if (wish.plan.column == column && wish.plan.width > 0)
            wish.width = width;
}

void TableColumns::show(int column, bool shown)
{
    for (ColumnWish &wish : m_wishes)
        if (wish.plan.column == column)
            wish.shown = shown;
    fit();
}

void TableColumns::fillMenu(QMenu *menu)
{
    for (const ColumnWish &wish : std::as_const(m_wishes)) {
        const int column = wish.plan.column;
        QAction *action = menu->addAction(m_table.model()->headerData(column, Qt::Horizontal).toString());
        action->setObjectName(u"column_"_s + keyOf(column));
        action->setCheckable(true);
        action->setEnabled(wish.plan.width > 0);
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            if (m_table.isColumnHidden(column) == shown)
                show(column, shown);
        });
        connect(menu, &QMenu::aboutToShow, action,
                [this, action, column] { action->setChecked(!m_table.isColumnHidden(column)); });
    }
}

void TableColumns::openMenu(const QPoint &place)
{
    auto *menu = new QMenu(&m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(menu);
    menu->popup(m_table.horizontalHeader()->mapToGlobal(place));
}

QString TableColumns::keyOf(int column) const
{
    return m_table.model()->headerData(column, Qt::Horizontal, models::KeyRole).toString();
}

int TableColumns::columnOf(const QString &key) const
{
    for (const ColumnWish &wish : m_wishes)
        if (keyOf(wish.plan.column) == key)
            return wish.plan.column;
    return -1;
}

void TableColumns::save(QSettings &desk, const QString &prefix) const
{
    QStringList order;
    for (int visual = 0; visual < m_table.horizontalHeader()->count(); ++visual)
        order.append(keyOf(m_table.horizontalHeader()->logicalIndex(visual)));
    QStringList widths;
    QStringList shown;
    for (const ColumnWish &wish : m_wishes) {
        if (wish.width)
            widths.append(u"%1=%2"_s.arg(keyOf(wish.plan.column)).arg(*wish.width));
        if (wish.shown)
            shown.append(u"%1=%2"_s.arg(keyOf(wish.plan.column)).arg(*wish.shown ? 1 : 0));
    }
    desk.setValue(prefix + "/columnOrder"_L1, order);
    desk.setValue(prefix + "/columnWidths"_L1, widths);
    desk.setValue(prefix + "/columnsShown"_L1, shown);
}

void TableColumns::restore(QSettings &desk, const QString &prefix)
{
    const QStringList order = desk.value(prefix + "/columnOrder"_L1).toStringList();
    int place = 0;
    for (const QString &key : order)
        if (const int column = columnOf(key); column >= 0)
            m_table.horizontalHeader()->moveSection(m_table.horizontalHeader()->visualIndex(column), place++);
    const auto each = [&](QLatin1StringView name, auto take) {
        const QStringList entries = desk.value(prefix + name).toStringList();
        for (const QString &entry : entries) {
            const int column = columnOf(entry.section(u'=', 0, 0));
            for (ColumnWish &wish : m_wishes)
                if (wish.plan.column == column)
                    take(wish, entry.section(u'=', 1).toInt());
        }
    };
    each("/columnWidths"_L1, [](ColumnWish &wish, int value) {
        if (value > 0 && wish.plan.width > 0)
            wish.width = std::clamp(value, 40, 2000);
    });
    each("/columnsShown"_L1, [](ColumnWish &wish, int value) {
        if (wish.plan.width > 0)
            wish.shown = value != 0;
    });
    fit();
}

bool TableColumns::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fit();
    return QObject::eventFilter(watched, event);
}

} // namespace ui
