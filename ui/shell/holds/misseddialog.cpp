// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/holds/misseddialog.h"

#include "app/base/answer.h"
#include "app/store/store.h"
#include "models/times.h"
#include "ui/seat/seat.h"
#include "ui/widgets/labels.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QPushButton>
#include <QShortcut>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;
using Tick = models::MissedModel::Tick;

namespace {

/// Rows as high as those of a table.
class RowHeight : public QStyledItemDelegate
{
public:
    RowHeight(const Look &look, QObject *parent) : QStyledItemDelegate(parent), m_look(look) {}

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        return {size.width(), std::max(size.height(), m_look.size(Size::RowComfortable))};
    }

private:
    const Look &m_look;
};

} // namespace

MissedDialog::MissedDialog(const Context &context, models::MissedModel &model, QWidget *parent)
    : QDialog(parent),
      m_context(context),
      m_model(model),
      m_all(new QCheckBox(tr("Select &all"))),
      m_list(new QTreeView)
{
    setObjectName(u"missedDialog"_s);
    setWindowTitle(tr("Missed times"));
    setWindowModality(Qt::WindowModal);
    resize(620, 440);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(24, 20, 24, 12);
    top->setSpacing(9);
    auto *sentence = new TextLabel(context.look, {TypeRole::Body, Colour::TextSecondary});
    sentence->setText(tr("These were due while nothing ran here. Run what is still of use; what is dismissed is kept "
                         "as skipped."));
    sentence->setWordWrap(true);
    top->addWidget(sentence);
    top->addWidget(m_all);
    column->addLayout(top);
    buildList();
    column->addWidget(m_list, 1);
    column->addWidget(new Hairline(context.look, Qt::Horizontal));
    column->addWidget(buildFoot());
    connect(&model, &models::MissedModel::changed, this, &MissedDialog::showState);
    showState();
    m_list->setFocus();
}

void MissedDialog::buildList()
{
    m_list->setObjectName(u"missedTimes"_s);
    m_list->setAccessibleName(tr("Missed times"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new RowHeight(m_context.look, m_list));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(models::MissedModel::Automation, QHeaderView::Stretch);
    m_list->setColumnWidth(models::MissedModel::Missed, 150);
    m_list->setColumnWidth(models::MissedModel::Ago, 120);
    m_list->setCurrentIndex(m_model.index(0, 0));
    m_all->setObjectName(u"selectAll"_s);
    connect(m_all, &QCheckBox::clicked, this,
            [this] { m_model.tickAll(m_model.unticked().isEmpty() ? Tick::Off : Tick::On); });
    auto *key = new QShortcut(QKeySequence::SelectAll, m_list);
    key->setContext(Qt::WidgetShortcut);
    connect(key, &QShortcut::activated, this, [this] { m_model.tickAll(Tick::On); });
}

QWidget *MissedDialog::buildFoot()
{
    auto *foot = new QWidget;
    foot->setFixedHeight(m_context.look.size(Size::DialogButtons));
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(24, 0, 16, 0);
    row->setSpacing(8);
    auto *later = new QPushButton(tr("Decide &later"));
    later->setObjectName(u"decideLater"_s);
    later->setAutoDefault(false);
    m_dismiss = new QPushButton;
    m_dismiss->setObjectName(u"dismissRest"_s);
    m_dismiss->setAutoDefault(false);
    m_run = new QPushButton;
    m_run->setObjectName(u"runTicked"_s);
    m_run->setProperty("primary", true);
    row->addWidget(later);
    row->addStretch(1);
    row->addWidget(m_dismiss);
    row->addWidget(m_run);
    connect(&m_context.seat, &Seat::changed, this, &MissedDialog::showState);
    connect(later, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_dismiss, &QPushButton::clicked, this, &MissedDialog::dismissRest);
    connect(m_run, &QPushButton::clicked, this, &MissedDialog::runTicked);
    return foot;
}

void MissedDialog::runTicked()
{
    m_deciding = true;
    showState();
    base::onAnswer(this, m_context.store.runs().release(m_model.ticked(), m_context.seat.by()),
                   [this](const base::Result<QList<domain::Run>> &runs) {
                       take(runs, runs ? tr("%n missed times run now", nullptr, int(runs->size())) : QString());
                   });
}

void MissedDialog::dismissRest()
{
    m_deciding = true;
    showState();
    base::onAnswer(this, m_context.store.runs().dismiss(m_model.unticked(), m_context.seat.by()),
                   [this](const base::Result<QList<domain::Run>> &runs) {
                       take(runs, runs ? tr("%n missed times dismissed", nullptr, int(runs->size())) : QString());
                   });
}

void MissedDialog::take(const base::Result<QList<domain::Run>> &decided, const QString &words)
{
    m_deciding = false;
    if (decided)
        Q_EMIT said(words, {});
    else
        Q_EMIT failed(decided.error());
    showState();
}

void MissedDialog::showState()
{
    const int ticked = int(m_model.ticked().size());
    const int rest = m_model.rowCount() - ticked;
    m_run->setText(tr("&Run ticked (%1)").arg(models::numberText(ticked)));
    m_dismiss->setText(tr("&Dismiss rest (%1)").arg(models::numberText(rest)));
    const QString whyNot = m_context.seat.whyNot(domain::Right::Run);
    m_run->setEnabled(ticked > 0 && !m_deciding && whyNot.isEmpty());
    m_dismiss->setEnabled(rest > 0 && !m_deciding && whyNot.isEmpty());
    m_run->setToolTip(whyNot);
    m_dismiss->setToolTip(whyNot);
    m_run->setDefault(true);
    m_all->setTristate(ticked > 0 && rest > 0);
    m_all->setCheckState(rest == 0 ? Qt::Checked : ticked == 0 ? Qt::Unchecked : Qt::PartiallyChecked);
    if (m_model.rowCount() == 0 && isVisible())
        accept();
}

} // namespace ui
