// SPDX-License-Identifier: Apache-2.0
// The versions of a definition, of an automation or of a maintenance window: a list, what the chosen one changed or is
// different in from today's, and the way back to it. Made only when somebody looks.
#pragma once

#include "app/domain/rights/rights.h"
#include "app/domain/versions/difference.h"
#include "ui/shell/context.h"

#include <QFuture>
#include <QJsonObject>
#include <QStandardItemModel>
#include <QWidget>

#include <functional>

class QPushButton;

namespace ui {

class DifferenceView;
class Segments;
class TableView;
class TextLabel;

struct SavedVersion
{
    qint64 number = 0;
    base::Instant savedAt;
    QString savedBy;
    QJsonObject definition; ///< Without what is new with every save.
};

/// Where versions are; both functions are called on the main thread, `id` is what setSubject() was given.
struct VersionSource
{
    using Versions = base::Result<QList<SavedVersion>>;

    std::function<QFuture<Versions>(const QString &id)> history; ///< Newest first.
    std::function<QFuture<base::Result<void>>(const QString &id, qint64 version, const domain::Actor &by)> restore;
};
VersionSource versionsOfAutomations(store::Store &store);
VersionSource versionsOfWindows(store::Store &store);

class VersionsPage : public QWidget
{
    Q_OBJECT

public:
    VersionsPage(const Context &context, VersionSource source, QWidget *parent = nullptr);
    /// Reads the versions again only when one of the two is another.
    void setSubject(const QString &id, qint64 version);
    /// Why nothing of it can be restored, beside the rights of whoever is there; empty where it can.
    void setBarred(const QString &why);

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
    QLayout *makeTools();
    void takeVersions(const QList<SavedVersion> &versions);
    void fillTable();
    int chosen() const;
    void showChosen();
    QList<domain::FieldChange> changesOf(int row, Beside beside) const;
    QString headingOf(int row, Beside beside, bool differs) const;
    void restore(qint64 version, const QString &text, qint64 undo);

    const Context &m_context;
    VersionSource m_source;
    QList<SavedVersion> m_versions; ///< Newest first.
    QStandardItemModel m_model;
    QString m_id;
    qint64 m_version = 0;
    QString m_barred;
    TableView *m_table = nullptr;
    Segments *m_beside = nullptr;
    TextLabel *m_heading = nullptr;
    DifferenceView *m_difference = nullptr;
    QPushButton *m_restore = nullptr;
};

} // namespace ui
