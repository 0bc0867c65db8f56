// SPDX-License-Identifier: Apache-2.0
#include "ui/audit/auditpane.h"

#include "app/base/answer.h"
#include "app/store/store.h"
#include "ui/panes/inspectorframe.h"
#include "ui/panes/inspectorparts.h"
#include "ui/panes/panebody.h"
#include "ui/panes/severalpage.h"
#include "ui/panes/tablecolumns.h"
#include "ui/panes/tableexport.h"
#include "ui/seat/seat.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/paneheader.h"
#include "ui/widgets/table/tableview.h"

#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;
using Model = models::AuditModel;

namespace {

QList<ColumnPlan> columnPlans()
{
    using enum CellPainter;
    return {{.column = Model::When, .width = 130, .style = {Text}},
            {.column = Model::Who, .width = 110, .style = {Text, Emphasis::Primary}},
            {.column = Model::What, .width = 150, .style = {Text, Emphasis::Primary}},
            {.column = Model::Detail, .style = {Text}},
            {.column = Model::From, .width = 110, .leaves = 2, .style = {Text}},
            {.column = Model::Subject, .width = 150, .leaves = 1, .style = {Text}}};
}

QString indented(const QString &document)
{
    const QJsonObject object = QJsonDocument::fromJson(document.toUtf8()).object();
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Indented)).trimmed();
}

} // namespace

AuditPane::AuditPane(const Context &context, QWidget *parent)
    : Pane(parent),
      m_context(context),
      m_model(context.store, context.clock),
      m_verify(new QAction(tr("&Verify the chain"), this)),
      m_export(new QAction(context.look.icons().icon(u"export"_s), tr("&Export as CSV…"), this)),
      m_header(new PaneHeader(context.look)),
      m_table(new TableView(context.look)),
      m_body(new PaneBody(context.look, m_table)),
      m_inspector(new InspectorFrame(context.look, this))
{
    m_verify->setObjectName(u"verifyAudit"_s);
    m_export->setObjectName(u"exportCsv"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_body, 1);
    buildHeader();
    buildTable();
    buildInspector();
    connect(m_verify, &QAction::triggered, this, &AuditPane::verify);
    connect(m_export, &QAction::triggered, this, &AuditPane::exportRows);
    connect(&m_model, &Model::changed, this, &AuditPane::showState);
    connect(&m_model, &Model::failed, this,
            [this](const base::Error &error) { m_body->showFailure(tr("The audit could not be read."), error); });
    connect(&context.seat, &Seat::changed, this, &AuditPane::showState);
    connect(m_body, &PaneBody::retryWanted, &m_model, &Model::reload);
    showState();
}

QString AuditPane::key() const
{
    return u"audit"_s;
}

QString AuditPane::title() const
{
    return tr("Audit");
}

QString AuditPane::iconName() const
{
    return u"nav-audit"_s;
}

QWidget *AuditPane::inspector()
{
    return m_inspector;
}

void AuditPane::buildHeader()
{
    m_header->setTitle(title());
    FilterBar &filter = m_header->filter();
    filter.setPlaceholder(tr("Filter: who, what, an id"));
    const auto apply = [this](const QString &words) {
        m_words = words;
        m_model.setFilter(words);
    };
    connect(&filter, &FilterBar::textChanged, this, apply);
    connect(&filter, &FilterBar::cleared, this, [apply] { apply({}); });
    m_header->more().addActions({m_verify, m_export});
}

void AuditPane::buildTable()
{
    m_table->setObjectName(u"auditTable"_s);
    m_table->setAccessibleName(title());
    m_table->setSortingEnabled(false);
    m_table->setModel(&m_model);
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_columns = new TableColumns(*m_table, columnPlans(), this);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &AuditPane::showChosen);
}

TextLabel *AuditPane::addPart(QLayout &column, const QString &title, const char *name)
{
    auto *head = new PairLine(m_context.look, PairLine::Form::Heading);
    head->setTexts(title, {});
    auto *text = new TextLabel(m_context.look, {TypeRole::Mono, Colour::TextPrimary});
    text->setObjectName(QLatin1StringView(name));
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column.addWidget(head);
    column.addWidget(text);
    return text;
}

void AuditPane::buildInspector()
{
    m_inspector->setObjectName(u"auditInspector"_s);
    m_inspector->setAccessibleName(tr("Entry"));
    auto *page = new QWidget;
    QVBoxLayout *column = InspectorFrame::columnOf(page, 8);
    m_detail = addPart(*column, tr("Entry"), "auditEntry");
    m_before = addPart(*column, tr("Before"), "auditBefore");
    m_after = addPart(*column, tr("After"), "auditAfter");
    column->addStretch(1);
    m_inspector->addPage(tr("Change"), u"changePage"_s, page);
    m_nothing = m_inspector->addOnly(u"noEntry"_s);
    m_nothing->setTexts(tr("No entry chosen"), tr("What a change was before and after is shown here."));
    m_inspector->showOnly(m_nothing);
    m_inspector->hide();
}

void AuditPane::fillMenu(QMenu *menu)
{
    menu->addActions({m_verify, m_export});
}

void AuditPane::focusFilter()
{
    m_header->filter().setFocus(Qt::ShortcutFocusReason);
}

void AuditPane::saveState()
{
    m_columns->save(m_context.desk, u"audit"_s);
}

void AuditPane::restoreState()
{
    m_columns->restore(m_context.desk, u"audit"_s);
}

void AuditPane::showState()
{
    if (const base::Status may = domain::authorize(m_context.seat.who(), domain::Right::Admin); !may)
        m_body->showInstead(
            {u"nav-audit"_s, tr("Not for everybody"), m_context.seat.whyNot(domain::Right::Admin), {}, {}, {}}, {});
    else if (m_model.rowCount() > 0)
        m_body->showRows();
    else if (m_model.isLoading())
        m_body->showLoading();
    else if (!m_words.isEmpty())
        m_body->showInstead(filteredContent(tr("No entry matches"), tr("Entries are hidden by the filter.")), {});
    else
        m_body->showInstead({u"nav-audit"_s,
                             tr("Nothing has been done yet"),
                             tr("Every change and every decision will be listed here, with who made it."),
                             {},
                             {},
                             {}},
                            {});
}

void AuditPane::showChosen()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.size() != 1) {
        m_inspector->showOnly(m_nothing);
        return;
    }
    const store::AuditEntry &entry = m_model.entry(rows.first().row());
    m_inspector->setHeading(u"nav-audit"_s, models::auditActionText(entry.action));
    m_detail->setText(u"%1\n%2"_s.arg(entry.subject, entry.detail));
    m_before->setText(entry.before.isEmpty() ? u"\u2013"_s : indented(entry.before));
    m_after->setText(entry.after.isEmpty() ? u"\u2013"_s : indented(entry.after));
    m_inspector->showPages();
}

void AuditPane::verify()
{
    base::onAnswer(this, m_context.store.audit().verify(), [this](const base::Result<qint64> &rows) {
        if (rows)
            Q_EMIT said(tr("%n entries, none changed or missing", nullptr, int(*rows)), {});
        else
            Q_EMIT failed(rows.error());
    });
}

void AuditPane::exportRows()
{
    exportCsv({this, m_model, m_context.prompts}, key(), [this](const base::Result<Export> &answer) {
        if (answer)
            Q_EMIT said(tr("%n entries exported, those that have been scrolled to", nullptr, answer->rows), {});
        else
            Q_EMIT failed(answer.error());
    });
}

} // namespace ui
