// SPDX-License-Identifier: Apache-2.0
#include "ui/automations/versionspage.h"

#include "app/base/answer.h"
#include "app/domain/versions/difference.h"
#include "app/store/store.h"
#include "models/roles.h"
#include "models/times.h"
#include "ui/seat/seat.h"
#include "ui/widgets/differenceview.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/table/tableview.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QList<domain::FieldChange> changesBetween(const domain::Automation &before, const domain::Automation &after)
{
    return domain::differences(domain::definitionOnly(toJson(before)), domain::definitionOnly(toJson(after)));
}

} // namespace

VersionsPage::VersionsPage(const Context &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    m_model.setHorizontalHeaderLabels({tr("Version"), tr("Saved"), tr("By")});
}

void VersionsPage::showEvent(QShowEvent *event)
{
    if (!layout())
        build();
    QWidget::showEvent(event);
}

void VersionsPage::buildTable()
{
    m_table = new TableView(m_context.look, this);
    m_table->setObjectName(u"versionsTable"_s);
    m_table->setAccessibleName(tr("Versions"));
    m_table->setSortingEnabled(false);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setModel(&m_model);
    m_table->setColumnWidth(0, 76);
    m_table->setColumnWidth(1, 110);
    m_table->setFlexColumn(2);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &VersionsPage::showChosen);
}

void VersionsPage::build()
{
    buildTable();
    m_beside = new Segments(m_context.look, this);
    m_beside->setObjectName(u"versionBeside"_s);
    m_beside->setAccessibleName(tr("Compare with"));
    m_beside->add(int(Beside::Before), tr("The one before"));
    m_beside->add(int(Beside::Now), tr("Today"));
    m_beside->choose(int(Beside::Before));
    connect(m_beside, &Segments::chosen, this, &VersionsPage::showChosen);
    m_restore = new QPushButton(tr("&Restore"), this);
    m_restore->setObjectName(u"restoreVersion"_s);
    m_restore->setAutoDefault(false);
    connect(m_restore, &QPushButton::clicked, this, [this] {
        const qint64 version = m_versions.at(chosen()).version;
        restore(version, tr("Version %1 is the newest one again").arg(version), m_versions.constFirst().version);
    });
    connect(&m_context.seat, &Seat::changed, this, &VersionsPage::showChosen);
    m_heading = new TextLabel(m_context.look, {TypeRole::Body, Colour::TextSecondary}, this);
    m_heading->setObjectName(u"versionHeading"_s);
    m_heading->setWordWrap(true);
    m_difference = new DifferenceView(m_context.look);
    m_difference->setObjectName(u"versionDifference"_s);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_difference);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 8, 12, 4);
    row->setSpacing(8);
    row->addWidget(m_beside);
    row->addStretch(1);
    row->addWidget(m_restore);
    auto *below = new QVBoxLayout;
    below->setContentsMargins(12, 0, 12, 8);
    below->addWidget(m_heading);
    below->addWidget(scroll, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_table, 2);
    column->addLayout(row);
    column->addLayout(below, 3);
    fillTable();
}

void VersionsPage::setAutomation(const base::AutomationId &id, qint64 version)
{
    if (m_id == id && m_version == version)
        return;
    if (m_id != id)
        takeVersions({});
    m_id = id;
    m_version = version;
    base::onAnswer(this, m_context.store.automations().history(id),
                   [this, id, version](const base::Result<QList<domain::Automation>> &answer) {
                       if (m_id == id && m_version == version)
                           takeVersions(answer.value_or({}));
                   });
}

void VersionsPage::takeVersions(const QList<domain::Automation> &versions)
{
    m_versions = versions;
    fillTable();
    Q_EMIT loaded(int(versions.size()));
}

void VersionsPage::fillTable()
{
    m_model.removeRows(0, m_model.rowCount());
    for (const domain::Automation &version : std::as_const(m_versions)) {
        QList<QStandardItem *> row{
            new QStandardItem(models::numberText(version.version)),
            new QStandardItem(models::pastExact(version.updatedAt, m_context.clock.now())),
            new QStandardItem(version.updatedBy),
        };
        row[0]->setData(QString::number(version.version), models::KeyRole);
        m_model.appendRow(row);
    }
    if (m_table && m_model.rowCount() > 0)
        chooseRow(*m_table, 0);
    showChosen();
}

int VersionsPage::chosen() const
{
    const QModelIndexList rows = m_table ? m_table->selectionModel()->selectedRows() : QModelIndexList();
    return rows.size() == 1 ? rows.constFirst().row() : -1;
}

void VersionsPage::showChosen()
{
    if (!m_table)
        return;
    const int row = chosen();
    const bool any = row >= 0 && row < m_versions.size();
    const bool now = Beside(m_beside->chosenId()) == Beside::Now;
    const bool first = any && !now && row == m_versions.size() - 1;
    QList<domain::FieldChange> changes;
    if (any && now)
        changes = changesBetween(m_versions.at(row), m_versions.constFirst());
    else if (any && !first)
        changes = changesBetween(m_versions.at(row + 1), m_versions.at(row));
    m_heading->setText(!any                ? tr("Choose a version.")
                       : first             ? tr("The first version.")
                       : now && row == 0   ? tr("This is today's version.")
                       : changes.isEmpty() ? tr("Nothing is different.")
                       : now               ? tr("What is different today:")
                                           : tr("What this version changed:"));
    m_difference->setChanges(changes);
    const QString barred = m_context.seat.whyNot(domain::Right::Edit);
    const QString whyNot = !any ? tr("Choose a version.") : row == 0 ? tr("This is today's version.") : barred;
    m_restore->setEnabled(whyNot.isEmpty());
    m_restore->setToolTip(whyNot);
}

void VersionsPage::restore(qint64 version, const QString &text, qint64 undo)
{
    base::onAnswer(this, m_context.store.automations().restore(m_id, version, m_context.seat.by()),
                   [this, text, undo](const base::Result<domain::Automation> &restored) {
                       if (!restored) {
                           Q_EMIT failed(restored.error());
                           return;
                       }
                       const QPointer<VersionsPage> self(this);
                       Q_EMIT said(text, [self, undo, id = restored->id] {
                           if (self && self->m_id == id)
                               self->restore(undo, tr("Version %1 is the newest one again").arg(undo), 0);
                       });
                   });
}

} // namespace ui
