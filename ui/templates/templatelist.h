// SPDX-License-Identifier: Apache-2.0
// The templates as rows: those that come with the program, and those that people kept in this workspace.
#pragma once

#include "app/bundles/templates/template.h"
#include "ui/shell/context.h"

#include <QAbstractTableModel>

namespace ui {

/// Lives on the main thread. `context` must outlive it.
class TemplateList : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Category, Kind, Trigger, ColumnCount };

    explicit TemplateList(const Context &context, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    const bundles::Template &at(int row) const { return m_shown.at(row); }
    int rowOf(const QString &id) const;
    /// The drawing of its kind.
    QString drawing(const bundles::Template &one) const;
    int total() const { return int(m_all.size()); }
    /// Words that each must stand in a row.
    void setFilter(const QString &words);

Q_SIGNALS:
    void failed(const base::Error &error);

private:
    void reload();
    void show();
    QString text(const bundles::Template &one, int column) const;

    const Context &m_context;
    QList<bundles::Template> m_all;
    QList<bundles::Template> m_shown;
    QString m_words;
};

/// A text of a template that comes with the program in the person's language; any other as it is.
QString templateText(const QString &text);
QString templateCategory(const QString &key);

} // namespace ui
