// SPDX-License-Identifier: Apache-2.0
// The versions of an automation: a list, what the chosen one changed or is different in from today's, and the way back
// to it. Made only when somebody looks.
#pragma once

#include "ui/shell/context.h"

#include <QStandardItemModel>
#include <QWidget>

#include <functional>

class QPushButton;

namespace ui {

class DifferenceView;
class Segments;
class TableView;
class TextLabel;

class VersionsPage : public QWidget
{
    Q_OBJECT

public:
    explicit VersionsPage(const Context &context, QWidget *parent = nullptr);
    /// Reads the versions again only when one of the two is another.
    void setAutomation(const base::AutomationId &id, qint64 version);

Q_SIGNALS:
    void loaded(int count);
    void said(const QString &text, const std::function<void()> &undo);
    void failed(const base::Error &error);

protected:
    void showEvent(QShowEvent *event) override;

private:
    enum class Beside { Before, Now };
    void build();
    void buildTable();
    void takeVersions(const QList<domain::Automation> &versions);
    void fillTable();
    int chosen() const;
    void showChosen();
    void restore(qint64 version, const QString &text, qint64 undo);

    const Context &m_context;
    QList<domain::Automation> m_versions; ///< Newest first.
    QStandardItemModel m_model;
    base::AutomationId m_id;
    qint64 m_version = 0;
    TableView *m_table = nullptr;
    Segments *m_beside = nullptr;
    TextLabel *m_heading = nullptr;
    DifferenceView *m_difference = nullptr;
    QPushButton *m_restore = nullptr;
};

} // namespace ui
