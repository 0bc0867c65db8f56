// SPDX-License-Identifier: Apache-2.0
#include "ui/connections/addconnection.h"

#include "app/base/answer.h"
#include "app/store/connections/connections.h"
#include "app/store/store.h"
#include "ui/connections/connectionverbs.h"
#include "ui/errors/errortext.h"
#include "ui/forms/formrow.h"
#include "ui/seat/seat.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize dialogSize{600, 560};

} // namespace

AddConnection::AddConnection(const Context &context, QWidget *parent)
    : QDialog(parent),
      m_context(context),
      m_choice(new QComboBox),
      m_scroll(new QScrollArea),
      m_error(new ErrorLine(context.look)),
      m_result(new TextLabel(context.look, {TypeRole::Body, Colour::TextPrimary})),
      m_test(new QPushButton(context.look.icons().icon(u"plug"_s), tr("&Test"))),
      m_add(new QPushButton(tr("A&dd")))
{
    setObjectName(u"addConnectionDialog"_s);
    setWindowTitle(tr("Add a connection"));
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(dialogSize);
    m_error->hide();
    m_result->hide();
    m_result->setObjectName(u"testResult"_s);
    m_result->setWordWrap(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->verticalScrollBar()->setProperty("chrome", true); // the ground of the dialog
    auto *fields = new QVBoxLayout;
    fields->setContentsMargins(24, 20, 24, 16);
    fields->setSpacing(12);
    fields->addWidget(new FormRow(context.look, {tr("&System"), {}, m_choice}));
    fields->addWidget(m_scroll, 1);
    fields->addWidget(m_error);
    fields->addWidget(m_result);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addLayout(fields, 1);
    column->addWidget(new Hairline(context.look, Qt::Horizontal));
    column->addWidget(makeFoot());
    fillChoice();
    m_add->setDefault(true);
}

void AddConnection::fillChoice()
{
    m_choice->setObjectName(u"providerChoice"_s);
    for (const domain::ProviderInfo &one : m_context.catalog.providers())
        m_choice->addItem(m_context.look.icons().icon(one.icon), catalogText(one.label), one.provider);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &AddConnection::showForm);
    showForm();
}

QWidget *AddConnection::makeFoot()
{
    auto *foot = new QWidget;
    foot->setFixedHeight(m_context.look.size(Size::DialogButtons));
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(24, 0, 16, 0);
    row->setSpacing(8);
    m_test->setObjectName(u"testDraft"_s);
    m_add->setObjectName(u"addDraft"_s);
    m_add->setProperty("primary", true);
    auto *cancel = new QPushButton(tr("Cancel"));
    for (QPushButton *button : {m_test, cancel})
        button->setAutoDefault(false);
    row->addWidget(m_test);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(m_add);
    connect(m_test, &QPushButton::clicked, this, &AddConnection::tryOut);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_add, &QPushButton::clicked, this, &AddConnection::keep);
    setBusy(false);
    return foot;
}

const domain::ProviderInfo &AddConnection::info() const
{
    return *m_context.catalog.provider(m_choice->currentData().toString());
}

void AddConnection::showForm()
{
    m_error->hide();
    m_result->hide();
    m_form = new FieldForm(m_context.look, connectionPlan(info(), SignIn::Asked));
    m_form->setParams({{u"base_url"_s, info().usualUrl}});
    hideCredential(*m_form, info());
    m_form->setAutoFillBackground(false);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 8, 0);
    column->addWidget(m_form);
    column->addStretch(1);
    m_scroll->setWidget(page);
}

void AddConnection::setBusy(bool busy)
{
    m_test->setEnabled(!busy && m_context.remote.test);
    m_test->setToolTip(m_context.remote.test ? tr("Asks the system who this is; nothing is kept") : noSyncText());
    m_add->setEnabled(!busy);
}

std::optional<ConnectionDraft> AddConnection::draft()
{
    m_form->clearErrors();
    m_error->hide();
    m_result->hide();
    const base::Result<ConnectionDraft> made = draftOf(m_context, info(), m_form->params());
    if (made)
        return *made;
    refuse(made.error());
    return std::nullopt;
}

void AddConnection::refuse(const base::Error &error)
{
    setBusy(false);
    if (error.field.isEmpty() || !m_form->setError(error.field, fieldErrorText(error))) {
        m_error->setText(errorText(error));
        m_error->show();
    }
}

void AddConnection::tryOut()
{
    const std::optional<ConnectionDraft> made = draft();
    if (!made)
        return;
    setBusy(true);
    m_result->setText(tr("Asking %1…").arg(made->connection.baseUrl.host()));
    m_result->show();
    base::onAnswer(this, m_context.remote.test(made->connection, made->credential),
                   [this](const base::Result<domain::AccountFacts> &facts) {
                       m_result->hide();
                       if (!facts)
                           return refuse(facts.error());
                       setBusy(false);
                       QStringList known{facts->who, facts->role, facts->version};
                       known.removeAll(QString());
                       m_result->setText(known.isEmpty() ? tr("It works.")
                                                         : tr("It works: %1").arg(known.join(", "_L1)));
                       m_result->show();
                   });
}

void AddConnection::keep()
{
    const std::optional<ConnectionDraft> made = draft();
    if (!made)
        return;
    setBusy(true);
    keepCredential(m_context, this, made->connection.id, made->credential,
                   [this, draft = *made](const base::Status &kept) {
                       if (kept)
                           return add(draft);
                       forgetCredential(m_context, draft.connection.id, draft.credential.keys());
                       refuse(kept.error());
                   });
}

void AddConnection::add(const ConnectionDraft &draft)
{
    base::onAnswer(this, m_context.store.connections().add(draft.connection, m_context.seat.by()),
                   [this, draft](const base::Result<domain::Connection> &stored) {
                       if (!stored) {
                           forgetCredential(m_context, draft.connection.id, draft.credential.keys());
                           return refuse(stored.error());
                       }
                       Q_EMIT added(*stored);
                       accept();
                   });
}

} // namespace ui
