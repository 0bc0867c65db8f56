// SPDX-License-Identifier: Apache-2.0
#include "ui/approvals/approvalpage.h"

#include "models/approvals/approvalwords.h"
#include "ui/look/style/kit.h"
#include "ui/panes/inspectorparts.h"
#include "ui/widgets/differenceview.h"
#include "ui/widgets/factslist.h"
#include "ui/widgets/labels.h"

#include <QPainter>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int inset = 24;
constexpr int digestShown = 16;

/// Text as it would be run, on a ground of its own.
class CodeBlock : public QWidget
{
public:
    CodeBlock(const Look &look, QWidget *text) : m_look(look)
    {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(12, 8, 12, 8);
        column->addWidget(text);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        style::paintBox(painter, rect(), {.fill = m_look.colour(Colour::BgSunken), .edge = {}});
    }

private:
    const Look &m_look;
};

} // namespace

ApprovalPage::ApprovalPage(const Look &look, const domain::Catalog &catalog, QWidget *parent)
    : QScrollArea(parent),
      m_look(look),
      m_catalog(catalog),
      m_facts(new FactsList(look)),
      m_arguments(new FactsList(look))
{
    setObjectName(u"approvalPage"_s);
    setAccessibleName(tr("Request"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    auto *page = new QWidget;
    page->setAutoFillBackground(true);
    page->setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(inset, 16, inset, inset);
    column->setSpacing(8);
    m_title = addText(*column, "approvalTitle", TypeRole::ObjectTitle);
    m_asked = addText(*column, "approvalAsked", TypeRole::Body, Colour::TextSecondary);
    m_deadline = addText(*column, "approvalDeadline", TypeRole::Body);
    m_note = addText(*column, "approvalNote", TypeRole::Body);
    column->addSpacing(8);
    addCommand(*column);
    column->addWidget(m_facts);
    m_argumentsHead = addText(*column, "approvalArguments", TypeRole::Strong, Colour::TextSecondary);
    m_argumentsHead->setText(tr("Arguments"));
    column->addWidget(m_arguments);
    m_since = addText(*column, "approvalSince", TypeRole::Strong, Colour::TextSecondary);
    m_difference = new DifferenceView(look);
    m_difference->setObjectName(u"approvalDifference"_s);
    column->addWidget(m_difference);
    m_digest = addText(*column, "approvalDigest", TypeRole::Mono, Colour::TextTertiary);
    column->addStretch(1);
    setWidget(page);
}

void ApprovalPage::addCommand(QVBoxLayout &column)
{
    m_commandHead = addText(column, "approvalWhat", TypeRole::Strong, Colour::TextSecondary);
    m_commandHead->setText(tr("What will run"));
    m_command = new TextLabel(m_look, {TypeRole::Mono, Colour::TextPrimary});
    m_command->setObjectName(u"approvalCommand"_s);
    m_command->setWordWrap(true);
    m_command->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_commandBlock = new CodeBlock(m_look, m_command);
    column.addWidget(m_commandBlock);
}

TextLabel *ApprovalPage::addText(QVBoxLayout &column, const char *name, TypeRole role, Colour ink)
{
    auto *text = new TextLabel(m_look, {role, ink});
    text->setObjectName(QLatin1StringView(name));
    text->setWordWrap(true);
    column.addWidget(text);
    return text;
}

void ApprovalPage::setApproval(const domain::Approval &approval, base::Instant now)
{
    m_title->setText(tr("Run %1").arg(approval.title));
    m_asked->setText(models::askedText(approval, now));
    m_deadline->setText(models::deadlineText(approval, now));
    m_note->setText(approval.policy.note);
    m_note->setVisible(!approval.policy.note.isEmpty());
    m_command->setText(models::commandOf(approval));
    m_commandHead->setVisible(!m_command->text().isEmpty());
    m_commandBlock->setVisible(!m_command->text().isEmpty());
    m_facts->setFacts(forFactsList(models::subjectFacts(approval, m_catalog)));
    const QList<models::Fact> arguments = models::argumentFacts(approval);
    m_arguments->setFacts(forFactsList(arguments));
    m_arguments->setVisible(!arguments.isEmpty());
    m_argumentsHead->setVisible(!arguments.isEmpty());
    m_digest->setText(u"sha256 %1\u2026"_s.arg(approval.digest.left(digestShown)));
    m_digest->setToolTip(approval.digest);
}

void ApprovalPage::setComparison(const std::optional<domain::ApprovalComparison> &comparison)
{
    const bool known = comparison && comparison->last;
    const QList<domain::FieldChange> changes = known ? comparison->changes : QList<domain::FieldChange>();
    QString since;
    if (comparison && !known)
        since = tr("Nothing of this automation was approved before.");
    else if (known && changes.isEmpty())
        since = tr("Exactly as it was approved last");
    else if (known)
        since = tr("Different from what was approved last (version %1)")
                    .arg(comparison->last->details.value("version"_L1).toInteger());
    m_since->setText(since);
    m_since->setVisible(!since.isEmpty());
    m_difference->setChanges(changes);
    m_difference->setVisible(!changes.isEmpty());
}

} // namespace ui
