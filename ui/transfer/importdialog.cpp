// SPDX-License-Identifier: Apache-2.0
#include "ui/transfer/importdialog.h"

#include "app/domain/zone.h"
#include "ui/errors/errortext.h"
#include "ui/widgets/labels.h"

#include <QDateTime>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype toldDifferences = 200;

QString triggersText(const domain::Automation &automation)
{
    QStringList texts;
    for (const domain::Trigger &trigger : automation.triggers) {
        const auto *schedule = std::get_if<domain::Schedule>(&trigger);
        if (schedule && !schedule->cron.isEmpty())
            texts.append(schedule->cron);
        else
            texts.append(domain::toJson(trigger).value("type"_L1).toString());
    }
    return texts.join(u", "_s);
}

/// A difference a line, in the wall time of its zone.
QStringList otherTimes(const bundles::FireCheck &check)
{
    QStringList lines;
    const base::Result<domain::Zone> zone = domain::Zone::load(check.zone);
    for (const bundles::FireDifference &one :
         check.differences.first(std::min(toldDifferences, check.differences.size()))) {
        const qint64 offset = zone ? zone->offsetAt(one.at).count() : 0;
        const QDateTime wall = QDateTime::fromMSecsSinceEpoch(base::toMillis(one.at), Qt::OffsetFromUTC, int(offset));
        const QString when = QLocale().toString(wall, QLocale::ShortFormat);
        lines.append((one.where == bundles::FireDifference::Where::OnlyThere
                          ? ImportDialog::tr("%1: only the original fires")
                          : ImportDialog::tr("%1: only the imported one fires"))
                         .arg(when));
    }
    if (const qint64 more = check.count - lines.size(); more > 0)
        lines.append(ImportDialog::tr("and %n more", nullptr, int(more)));
    return lines;
}

} // namespace

ImportDialog::ImportDialog(const Context &context, QWidget *parent)
    : QDialog(parent),
      m_summary(new TextLabel(context.look, {TypeRole::Body, Colour::TextPrimary})),
      m_progress(new QProgressBar),
      m_tree(new QTreeWidget),
      m_import(new QPushButton(tr("Import")))
{
    setObjectName(u"importDialog"_s);
    setWindowTitle(tr("Import"));
    resize(720, 520);
    m_summary->setObjectName(u"importSummary"_s);
    m_summary->setWordWrap(true);
    m_summary->setText(tr("Reading…"));
    m_progress->setRange(0, 0);
    m_progress->setAccessibleName(tr("Progress"));
    m_tree->setObjectName(u"importPlan"_s);
    m_tree->setAccessibleName(tr("What is imported"));
    m_tree->setHeaderLabels({tr("Automation"), tr("When"), tr("From")});
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setStretchLastSection(false);
    m_tree->setWordWrap(true);
    m_tree->hide();
    m_import->setObjectName(u"importNow"_s);
    m_import->setEnabled(false);
    auto *buttons = new QDialogButtonBox;
    buttons->addButton(m_import, QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole)->setObjectName(u"importCancel"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_summary);
    column->addWidget(m_progress);
    column->addWidget(m_tree, 1);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ImportDialog::setPlan(const bundles::ImportPlan &plan)
{
    m_plan = plan;
    m_progress->hide();
    m_tree->show();
    const int count = int(plan.items.size());
    const auto differs = [](const bundles::PlannedAutomation &item) { return item.fires && !item.fires->same(); };
    const int different = int(std::count_if(plan.items.begin(), plan.items.end(), differs));
    QString text = tr("%n automations are made, paused until somebody resumes them.", nullptr, count);
    if (!plan.left.isEmpty())
        text += u' ' + tr("%n are left out.", nullptr, int(plan.left.size()));
    if (different > 0)
        text += u' ' +
                tr("%n of them fire at other times than the original within the next ten years.", nullptr, different);
    m_summary->setText(text);
    for (const bundles::PlannedAutomation &item : plan.items)
        addItem(item);
    addLeft();
    m_import->setText(tr("Import %n", nullptr, count));
    m_import->setEnabled(count > 0);
    m_import->setDefault(true);
}

void ImportDialog::setError(const base::Error &error)
{
    m_progress->hide();
    m_summary->setText(error.field.isEmpty() ? errorText(error) : tr("%1 (in %2)").arg(errorText(error), error.field));
}

void ImportDialog::addItem(const bundles::PlannedAutomation &item)
{
    auto *row = new QTreeWidgetItem(m_tree, {item.automation.name, triggersText(item.automation), item.origin});
    addLines(row, tr("Not carried over"), item.notCarried);
    addLines(row, tr("Good to know"), item.notes);
    if (item.fires && !item.fires->same())
        addLines(row, tr("Other times"), otherTimes(*item.fires));
    row->setExpanded(!item.notCarried.isEmpty());
}

void ImportDialog::addLines(QTreeWidgetItem *under, const QString &title, const QStringList &lines)
{
    if (lines.isEmpty())
        return;
    auto *head = new QTreeWidgetItem(under, {title});
    head->setFirstColumnSpanned(true);
    for (const QString &line : lines) {
        auto *one = new QTreeWidgetItem(head, {line});
        one->setFirstColumnSpanned(true);
        one->setToolTip(0, line);
    }
    head->setExpanded(true);
}

void ImportDialog::addLeft()
{
    if (m_plan.left.isEmpty())
        return;
    auto *head = new QTreeWidgetItem(m_tree, {tr("Left out")});
    for (const bundles::LeftOut &left : std::as_const(m_plan.left)) {
        auto *one = new QTreeWidgetItem(head, {u"%1: %2"_s.arg(left.what, left.reason), {}, left.origin});
        one->setToolTip(0, one->text(0));
    }
    head->setExpanded(true);
}

} // namespace ui
