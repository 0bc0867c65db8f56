// SPDX-License-Identifier: Apache-2.0
// The centre of a pane: its table, and over it whatever is to be said instead of rows. Rows that could be read once
// stay when reading fails, under a banner.
#pragma once

#include "app/base/error.h"
#include "ui/look/look.h"
#include "ui/widgets/messages/emptystate.h"

#include <QWidget>

#include <functional>
#include <optional>

namespace ui {

class Banner;
class LoadingRows;
class TableView;

class PaneBody : public QWidget
{
    Q_OBJECT

public:
    /// Takes the table as its child.
    PaneBody(const Look &look, TableView *table, QWidget *parent = nullptr);

    void showRows();
    /// Stubs, after a moment.
    void showLoading();
    /// `action` is what the button does.
    void showInstead(const EmptyContent &content, const std::function<void()> &action);
    /// Nothing could be read, ever. `what` is the strong line; the button and the banner's link emit retryWanted().
    void showFailure(const QString &what, const base::Error &error);
    /// Old rows stay under a banner; no value takes it away.
    void setTrouble(const QString &what, const std::optional<base::Error> &error);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void retryWanted();

private:
    void settle(std::optional<EmptyContent> content);
    void apply();
    void place();

    TableView *m_table;
    Banner *m_trouble;
    EmptyState *m_instead;
    LoadingRows *m_loading;
    std::optional<EmptyContent> m_content;
    std::function<void()> m_action;
    QString m_details;
    bool m_isLoading = false;
};

} // namespace ui
