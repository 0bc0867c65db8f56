// SPDX-License-Identifier: Apache-2.0
#include "ui/panes/panestate.h"

#include "ui/panes/filtercontrol.h"
#include "ui/panes/tablecolumns.h"
#include "ui/panes/viewkeeper.h"

#include <QScrollBar>
#include <QSettings>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

// A selection of thousands is not worth the file it would fill.
constexpr qsizetype mostRemembered = 100;

} // namespace

void savePaneState(QSettings &desk, const QString &key, const PaneStateParts &parts)
{
    parts.columns.save(desk, key);
    desk.setValue(key + "/filter"_L1, parts.filter.typed());
    desk.setValue(key + "/filterStates"_L1, parts.filter.states());
    desk.setValue(key + "/selection"_L1, parts.keeper.selectedKeys().mid(0, mostRemembered));
    desk.setValue(key + "/scroll"_L1, parts.table.verticalScrollBar()->value());
}

void restorePaneState(QSettings &desk, const QString &key, const PaneStateParts &parts)
{
    parts.columns.restore(desk, key);
    parts.filter.set(desk.value(key + "/filter"_L1).toString(), desk.value(key + "/filterStates"_L1).toStringList());
    parts.keeper.want(desk.value(key + "/selection"_L1).toStringList(), desk.value(key + "/scroll"_L1, -1).toInt());
}

} // namespace ui
