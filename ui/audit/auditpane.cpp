// SPDX-License-Identifier: Apache-2.0
#include "ui/audit/auditpane.h"

#include "app/base/answer.h"
#include "app/store/store.h"
#include "ui/panes/inspectorframe.h"
#include "ui/panes/inspectorparts.h"
#include "ui/panes/panebody.h"
#include "ui/panes/tableexport.h"
#include "ui/seat/seat.h"
#include "ui/widgets/labels.h"

#include <QJsonDocument>
#include <QJsonObject>
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
    : ListPane(context, {u"audit"_s, tr("Audit"), u"nav-audit"_s, tr("Filter: who, what, an id")}, parent),
      m_model(context.store, context.clock),
      m_verify(new QAction(tr("&Verify the chain"), this)),
      m_export(new QAction(context.look.icons().icon(u"export"_s), tr("&Export as CSV…"), this))
{
    m_verify->setObjectName(u"verifyAudit"_s);
    m_export->setObjectName(u"exportCsv"_s);
    setVerbs({m_verify, m_export});
    setInspector({.key = u"audit"_s,
                  .title = tr("Entry"),
                  .pageTitle = tr("Change"),
                  .page = makePage(),
                  .nothing = tr("No entry chosen"),
                  .hint = tr("What a change was before and after is shown here.")});
    setModel(m_model, columnPlans());
    connect(m_verify, &QAction::triggered, this, &AuditPane::verify);
    connect(m_export, &QAction::triggered, this, &AuditPane::exportRows);
    connect(&m_model, &Model::changed, this, &AuditPane::showState);
    connect(&m_model, &Model::failed, this,
            [this](const base::Error &error) { body().showFailure(tr("The audit could not be read."), error); });
    connect(&context.seat, &Seat::changed, this, &AuditPane::showState);
    connect(&body(), &PaneBody::retryWanted, &m_model, &Model::reload);
    showState();
}

void AuditPane::applyFilter()
{
    m_model.setFilter(words());
}

TextLabel *AuditPane::addPart(QLayout &column, const QString &title, const char *name)
{
    auto *head = new PairLine(context().look, PairLine::Form::Heading);
    head->setTexts(title, {});
    auto *text = new TextLabel(context().look, {TypeRole::Mono, Colour::TextPrimary});
    text->setObjectName(QLatin1StringView(name));
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column.addWidget(head);
    column.addWidget(text);
    return text;
}

QWidget *AuditPane::makePage()
{
    auto *page = new QWidget;
    QVBoxLayout *column = InspectorFrame::columnOf(page, 8);
    m_detail = addPart(*column, tr("Entry"), "auditEntry");
    m_before = addPart(*column, tr("Before"), "auditBefore");
    m_after = addPart(*column, tr("After"), "auditAfter");
    column->addStretch(1);
    return page;
}

void AuditPane::showState()
{
    if (const base::Status may = domain::authorize(context().seat.who(), domain::Right::Admin); !may)
        body().showInstead(
            {u"nav-audit"_s, tr("Not for everybody"), context().seat.whyNot(domain::Right::Admin), {}, {}, {}}, {});
    else if (m_model.rowCount() > 0)
        body().showRows();
    else if (m_model.isLoading())
        body().showLoading();
    else if (!words().isEmpty())
        body().showInstead(filteredContent(tr("No entry matches"), tr("Entries are hidden by the filter.")), {});
    else
        body().showInstead({u"nav-audit"_s,
                            tr("Nothing has been done yet"),
                            tr("Every change and every decision will be listed here, with who made it."),
                            {},
                            {},
                            {}},
                           {});
}

void AuditPane::showChosen()
{
    const int row = chosenRow();
    if (row < 0) {
        showNothing();
        return;
    }
    const store::AuditEntry &entry = m_model.entry(row);
    frame().setHeading(u"nav-audit"_s, models::auditActionText(entry.action));
    m_detail->setText(u"%1\n%2"_s.arg(entry.subject, entry.detail));
    m_before->setText(entry.before.isEmpty() ? u"\u2013"_s : indented(entry.before));
    m_after->setText(entry.after.isEmpty() ? u"\u2013"_s : indented(entry.after));
    frame().showPages();
}

void AuditPane::verify()
{
    base::onAnswer(this, context().store.audit().verify(), [this](const base::Result<qint64> &rows) {
        if (rows)
            Q_EMIT said(tr("%n entries, none changed or missing", nullptr, int(*rows)), {});
        else
            Q_EMIT failed(rows.error());
    });
}

void AuditPane::exportRows()
{
    exportCsv({this, m_model, context().prompts}, key(), [this](const base::Result<Export> &answer) {
        if (answer)
            Q_EMIT said(tr("%n entries exported, those that have been scrolled to", nullptr, answer->rows), {});
        else
            Q_EMIT failed(answer.error());
    });
}

} // namespace ui
