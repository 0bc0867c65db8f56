// SPDX-License-Identifier: Apache-2.0
#include "ui/panes/versionspage.h"

#include "app/base/chained.h"
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

template <typename Definition> SavedVersion savedVersion(const Definition &definition)
{
    return {definition.version, definition.updatedAt, definition.updatedBy, domain::definitionOnly(toJson(definition))};
}

template <typename Definition>
QFuture<VersionSource::Versions> savedVersions(store::Store &store,
                                               const QFuture<base::Result<QList<Definition>>> &read)
{
    using Versions = VersionSource::Versions;
    return base::chained<QList<SavedVersion>>(&store, read, [](const base::Result<QList<Definition>> &definitions) {
        QList<SavedVersion> versions;
        for (const Definition &definition : definitions.value_or(QList<Definition>())) {
            versions.append(savedVersion(definition));
        }
        return QtFuture::makeReadyFuture(definitions ? Versions(versions) : Versions(definitions.error()));
    });
}

template <typename Definition>
QFuture<base::Result<void>> onlyWhether(store::Store &store, const QFuture<base::Result<Definition>> &restored)
{
    return base::chained<void>(&store, restored, [](const base::Result<Definition> &definition) {
        return QtFuture::makeReadyFuture(definition ? base::Status() : base::Status(definition.error()));
    });
}

} // namespace

VersionSource versionsOfAutomations(store::Store &store)
{
    const auto history = [&store](const QString &id) {
        return savedVersions(store, store.automations().history(base::AutomationId(id)));
    };
    const auto restore = [&store](const QString &id, qint64 version, const domain::Actor &by) {
        return onlyWhether(store, store.automations().restore(base::AutomationId(id), version, by));
    };
    return {history, restore};
}

VersionSource versionsOfWindows(store::Store &store)
{
    const auto history = [&store](const QString &id) { return savedVersions(store, store.windows().history(id)); };
    const auto restore = [&store](const QString &id, qint64 version, const domain::Actor &by) {
        return onlyWhether(store, store.windows().restore(id, version, by));
    };
    return {history, restore};
}

VersionsPage::VersionsPage(const Context &context, VersionSource source, QWidget *parent)
    : QWidget(parent), m_context(context), m_source(std::move(source))
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

QLayout *VersionsPage::makeTools()
{
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
        const qint64 version = m_versions.at(chosen()).number;
        restore(version, tr("Version %1 is the newest one again").arg(version), m_versions.constFirst().number);
    });
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 8, 12, 4);
    row->setSpacing(8);
    row->addWidget(m_beside);
    row->addStretch(1);
    row->addWidget(m_restore);
    return row;
}

void VersionsPage::build()
{
    buildTable();
    QLayout *tools = makeTools();
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
    auto *below = new QVBoxLayout;
    below->setContentsMargins(12, 0, 12, 8);
    below->addWidget(m_heading);
    below->addWidget(scroll, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_table, 2);
    column->addLayout(tools);
    column->addLayout(below, 3);
    fillTable();
}

void VersionsPage::setSubject(const QString &id, qint64 version)
{
    if (m_id == id && m_version == version)
        return;
    if (m_id != id)
        takeVersions({});
    m_id = id;
    m_version = version;
    base::onAnswer(this, m_source.history(id), [this, id, version](const VersionSource::Versions &answer) {
        if (m_id == id && m_version == version)
            takeVersions(answer.value_or({}));
    });
}

void VersionsPage::setBarred(const QString &why)
{
    m_barred = why;
    showChosen();
}

void VersionsPage::takeVersions(const QList<SavedVersion> &versions)
{
    m_versions = versions;
    fillTable();
    Q_EMIT loaded(int(versions.size()));
}

void VersionsPage::fillTable()
{
    m_model.removeRows(0, m_model.rowCount());
    for (const SavedVersion &version : std::as_const(m_versions)) {
        QList<QStandardItem *> row{
            new QStandardItem(models::numberText(version.number)),
            new QStandardItem(models::pastExact(version.savedAt, m_context.clock.now())),
            new QStandardItem(version.savedBy),
        };
        row[0]->setData(QString::number(version.number), models::KeyRole);
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

QList<domain::FieldChange> VersionsPage::changesOf(int row, Beside beside) const
{
    if (row < 0)
        return {};
    if (beside == Beside::Now)
        return domain::differences(m_versions.at(row).definition, m_versions.constFirst().definition);
    return row + 1 < m_versions.size()
               ? domain::differences(m_versions.at(row + 1).definition, m_versions.at(row).definition)
               : QList<domain::FieldChange>();
}

QString VersionsPage::headingOf(int row, Beside beside, bool differs) const
{
    if (row < 0)
        return tr("Choose a version.");
    const bool now = beside == Beside::Now;
    if (!now && row == m_versions.size() - 1)
        return m_versions.at(row).number == 1 ? tr("The first version.") : tr("The oldest version that is kept.");
    if (now && row == 0)
        return tr("This is today's version.");
    if (!differs)
        return tr("Nothing is different.");
    return now ? tr("What is different today:") : tr("What this version changed:");
}

void VersionsPage::showChosen()
{
    if (!m_table)
        return;
    const int row = chosen() < m_versions.size() ? chosen() : -1;
    const auto beside = Beside(m_beside->chosenId());
    const QList<domain::FieldChange> changes = changesOf(row, beside);
    m_heading->setText(headingOf(row, beside, !changes.isEmpty()));
    m_difference->setChanges(changes);
    const QString barred = m_barred.isEmpty() ? m_context.seat.whyNot(domain::Right::Edit) : m_barred;
    const QString whyNot = row < 0 ? tr("Choose a version.") : row == 0 ? tr("This is today's version.") : barred;
    m_restore->setEnabled(whyNot.isEmpty());
    m_restore->setToolTip(whyNot);
}

void VersionsPage::restore(qint64 version, const QString &text, qint64 undo)
{
    base::onAnswer(this, m_source.restore(m_id, version, m_context.seat.by()),
                   [this, text, undo, id = m_id](const base::Result<void> &restored) {
                       if (!restored) {
                           Q_EMIT failed(restored.error());
                           return;
                       }
                       const QPointer<VersionsPage> self(this);
                       const auto back = [self, undo, id] {
                           if (self && self->m_id == id)
                               self->restore(undo, tr("Version %1 is the newest one again").arg(undo), 0);
                       };
                       Q_EMIT said(text, undo > 0 ? std::function<void()>(back) : nullptr);
                   });
}

} // namespace ui
