// SPDX-License-Identifier: Apache-2.0
// Widgets in many states on one sheet, for tests that look at all of them and for pictures.
#pragma once

#include <QStandardItemModel>
#include <QWidget>

#include <memory>

namespace test {

/// Rows of a table of automations with every role set.
std::unique_ptr<QStandardItemModel> automationRows();
/// Buttons, fields, tabs, banners, empty states.
std::unique_ptr<QWidget> makeStates();
/// Rail, header, table, facts and log as they lie in the window.
std::unique_ptr<QWidget> makePane();
/// All glyphs with their words, all icons, the application's mark.
std::unique_ptr<QWidget> makeSigns();
std::unique_ptr<QWidget> makeMenu();

} // namespace test
