// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/automationeditor.h"

#include "app/base/answer.h"
#include "app/store/store.h"
#include "ui/errors/errortext.h"
#include "ui/forms/approvals/approvalsection.h"
#include "ui/forms/arguments/argumentssection.h"
#include "ui/forms/code/codeeditor.h"
#include "ui/forms/editorsections.h"
#include "ui/forms/notices/noticesection.h"
#include "ui/forms/sectionlist.h"
#include "ui/forms/worksection.h"
#include "ui/look/look.h"
#include "ui/seat/seat.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messages/banner.h"
#include "ui/widgets/prompts.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

enum Answer { SaveIt, Discard };

QJsonObject newDocument(const domain::Catalog &catalog)
{
    domain::Automation automation;
    automation.type = catalog.kinds().isEmpty() ? QString() : catalog.kinds().first().type;
    return toJson(automation);
}

} // namespace

AutomationEditor::AutomationEditor(const Context &context, std::optional<domain::Automation> existing, QWidget *parent)
    : QDialog(parent),
      m_context(context),
      m_list(new SectionList(context.look)),
      m_pages(new QStackedWidget),
      m_banner(new Banner(context.look, Banner::Form::Wide))
{
    setObjectName(u"automationEditor"_s);
    setWindowModality(Qt::WindowModal);
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    setMinimumSize(760, 560);
    resize(980, 752);
    buildSections();
    layOut();
    m_save->setDefault(true); // Once it has a dialog around it.
    m_banner->setObjectName(u"editorBanner"_s);
    m_banner->hide();
    connect(m_banner, &Banner::linkActivated, this, &AutomationEditor::reload);
    connect(m_list, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
    setAutomation(existing);
    readFollowable();
    readWindows();
    readHome();
    m_list->setCurrentRow(0);
    if (auto *name = findChild<QWidget *>(u"field:name"_s))
        name->setFocus();
}

void AutomationEditor::buildSections()
{
    const Look &look = m_context.look;
    auto *general = new FieldsSection(look, tr("General"), generalFields(m_context.catalog));
    m_work = new WorkSection(look, m_context.catalog, m_context.bundles);
    addSection(general);
    addSection(m_work);
    addSection(new ArgumentsSection(look));
    m_triggers = new ScheduleSection(look, m_context.clock);
    addSection(m_triggers);
    addSection(new FieldsSection(look, tr("Waiting and overlap"), waitingFields()));
    addSection(new RetrySection(look));
    addSection(new FieldsSection(look, tr("Limits"), limitFields(m_context.limitMeans)));
    addSection(new ApprovalSection(look));
    addSection(new NoticeSection(look));
    connect(general, &EditorSection::edited, this, [this, general] {
        const QString type = general->values().value(u"type").toString();
        if (!type.isEmpty())
            m_work->setKind(type);
    });
}

void AutomationEditor::addSection(EditorSection *section)
{
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setBackgroundRole(QPalette::Base);
    scroll->setWidget(section);
    section->setAutoFillBackground(false);
    m_sections.append(section);
    m_list->addSection(section->title());
    m_pages->addWidget(scroll);
    connect(section, &EditorSection::edited, this, &AutomationEditor::takeEdit);
}

void AutomationEditor::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_list);
    middle->addWidget(new Hairline(m_context.look, Qt::Vertical));
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    auto *bannerPlace = new QVBoxLayout;
    bannerPlace->setContentsMargins(0, 0, 0, 0);
    bannerPlace->addWidget(m_banner);
    right->addLayout(bannerPlace);
    right->addWidget(m_pages, 1);
    middle->addLayout(right, 1);
    column->addLayout(middle, 1);
    column->addWidget(new Hairline(m_context.look, Qt::Horizontal));
    column->addWidget(buildFoot());
}

QWidget *AutomationEditor::buildFoot()
{
    auto *foot = new QWidget;
    foot->setFixedHeight(m_context.look.size(Size::DialogButtons));
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(24, 0, 16, 0);
    row->setSpacing(8);
    m_effect = new TextLabel(m_context.look, {TypeRole::Body, Colour::TextSecondary});
    m_effect->setObjectName(u"effect"_s);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    m_save = buttons->button(QDialogButtonBox::Save);
    m_save->setText(tr("Save"));
    m_save->setObjectName(u"save"_s);
    m_save->setProperty("primary", true);
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    connect(buttons, &QDialogButtonBox::accepted, this, &AutomationEditor::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &AutomationEditor::reject);
    row->addWidget(m_effect, 1);
    row->addWidget(buttons);
    return foot;
}

void AutomationEditor::setAutomation(const std::optional<domain::Automation> &automation)
{
    m_existing = automation;
    load(automation ? toJson(*automation) : newDocument(m_context.catalog));
    setWindowTitle(automation ? tr("%1 \u2013 edit automation").arg(automation->name) : tr("New automation"));
    m_effect->setText(automation ? tr("Saving makes version %1.").arg(automation->version + 1)
                                 : tr("Saving makes a new automation."));
    m_save->setEnabled(true);
    showMarks();
}

void AutomationEditor::load(const QJsonObject &document)
{
    m_document = document;
    m_checking = false;
    for (EditorSection *section : std::as_const(m_sections)) {
        section->load(m_document);
        section->clearErrors();
    }
}

void AutomationEditor::setDraft(const domain::Automation &draft, const QString &note)
{
    m_draft = true;
    load(toJson(draft));
    showMarks();
    m_banner->setContent({Family::Ask, u"info"_s, tr("%1 is not saved yet.").arg(draft.name), {}, note, {}});
    m_banner->show();
    m_list->setCurrentRow(int(m_sections.indexOf(m_work)));
}

bool AutomationEditor::hasChanges() const
{
    return m_draft || std::any_of(m_sections.cbegin(), m_sections.cend(),
                                  [](const EditorSection *section) { return section->isChanged(); });
}

QJsonObject AutomationEditor::values() const
{
    QJsonObject changes;
    for (const EditorSection *section : m_sections) {
        const QJsonObject values = section->values();
        for (auto it = values.begin(); it != values.end(); ++it)
            if (it.value() != m_document.value(it.key()))
                changes.insert(it.key(), it.value());
    }
    return changes;
}

base::Result<domain::Automation> AutomationEditor::checked() const
{
    for (const EditorSection *section : m_sections)
        CHECK(section->check());
    QJsonObject document = m_document;
    const QJsonObject changes = values();
    for (auto it = changes.begin(); it != changes.end(); ++it)
        document.insert(it.key(), it.value());
    TRY(domain::Automation automation,
        m_existing ? domain::edited(*m_existing, changes) : domain::automationFromJson(document));
    CHECK(domain::checkAgainst(m_context.catalog, automation));
    if (m_context.checkMachine)
        CHECK(m_context.checkMachine(automation));
    return automation;
}

void AutomationEditor::save()
{
    if (CodeEditor *code = packingCode()) {
        connect(code, &CodeEditor::settled, this, &AutomationEditor::save,
                Qt::ConnectionType(Qt::SingleShotConnection | Qt::QueuedConnection));
        return;
    }
    m_banner->hide();
    clearErrors();
    const base::Result<domain::Automation> automation = checked();
    if (automation) {
        m_save->setEnabled(false);
        store(*automation);
        return;
    }
    m_checking = true;
    showError(automation.error());
}

/// Code that was edited a moment ago and has no value yet; null where there is none.
CodeEditor *AutomationEditor::packingCode() const
{
    for (CodeEditor *code : findChildren<CodeEditor *>())
        if (code->isPacking())
            return code;
    return nullptr;
}

void AutomationEditor::store(const domain::Automation &automation)
{
    store::Automations &automations = m_context.store.automations();
    if (m_existing) {
        base::onAnswer(this, automations.update(automation, m_context.seat.by()),
                       [this](const base::Result<domain::Automation> &stored) {
                           if (!stored)
                               return refuse(stored.error());
                           Q_EMIT saved(stored->id);
                           accept();
                       });
        return;
    }
    base::onAnswer(this, automations.create({automation}, m_context.seat.by()),
                   [this](const base::Result<QList<domain::Automation>> &stored) {
                       if (!stored)
                           return refuse(stored.error());
                       Q_EMIT saved(stored->first().id);
                       accept();
                   });
}

void AutomationEditor::refuse(const base::Error &error)
{
    m_save->setEnabled(true);
    if (error.code == base::ErrorCode::Conflict && m_existing)
        offerReload();
    else
        showError(error);
}

void AutomationEditor::offerReload()
{
    m_banner->setContent({Family::Ask,
                          u"warn"_s,
                          tr("It was saved by somebody else meanwhile. Nothing was overwritten."),
                          {},
                          tr("Reloading shows the newer version and drops the changes made here."),
                          {{u"reload"_s, tr("Reload")}}});
    m_banner->show();
}

void AutomationEditor::reload()
{
    base::onAnswer(this, m_context.store.automations().get(m_existing->id),
                   [this](const base::Result<domain::Automation> &now) {
                       if (!now) {
                           showError(now.error());
                           return;
                       }
                       m_banner->hide();
                       setAutomation(*now);
                   });
}

void AutomationEditor::clearErrors()
{
    for (EditorSection *section : std::as_const(m_sections))
        section->clearErrors();
}

void AutomationEditor::takeEdit()
{
    if (m_checking) {
        clearErrors();
        if (const base::Result<domain::Automation> automation = checked(); !automation)
            for (EditorSection *section : std::as_const(m_sections))
                if (section->showError(automation.error()))
                    break;
    }
    showMarks();
}

void AutomationEditor::showMarks()
{
    for (int i = 0; i < m_sections.size(); ++i) {
        const bool wrong = m_sections[i]->hasError();
        m_list->setMark(i, wrong                        ? SectionList::Mark::Wrong
                           : m_sections[i]->isChanged() ? SectionList::Mark::Changed
                                                        : SectionList::Mark::None);
    }
}

void AutomationEditor::showError(const base::Error &error)
{
    const auto owner = std::find_if(m_sections.cbegin(), m_sections.cend(),
                                    [&](EditorSection *section) { return section->showError(error); });
    if (owner != m_sections.cend()) {
        m_list->setCurrentRow(int(owner - m_sections.cbegin()));
        (*owner)->goToError();
    } else {
        m_banner->setContent({Family::Bad, u"run.failed"_s, errorText(error), {}, {}, {}});
        m_banner->show();
    }
    showMarks();
}

void AutomationEditor::reject()
{
    if (!hasChanges()) {
        QDialog::reject();
        return;
    }
    const Question question{.title = m_existing ? tr("Save the changes to %1?").arg(m_existing->name)
                                                : tr("Save the new automation?"),
                            .text = tr("What is not saved is lost."),
                            .verbs = {tr("Save"), tr("Discard"), tr("Cancel")},
                            .destructive = false};
    m_context.prompts.ask(this, question, [this](int answer) {
        if (answer == SaveIt)
            save();
        else if (answer == Discard)
            QDialog::reject();
    });
}

} // namespace ui
