// SPDX-License-Identifier: Apache-2.0
#include "ui/connections/connectionsettings.h"

#include "app/base/answer.h"
#include "app/store/connections/connections.h"
#include "app/store/store.h"
#include "ui/connections/connectionform.h"
#include "ui/errors/errortext.h"
#include "ui/forms/formrow.h"
#include "ui/seat/seat.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int formWidth = 560;

} // namespace

ConnectionSettings::ConnectionSettings(const Context &context, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_column(new QVBoxLayout(this)),
      m_error(new ErrorLine(context.look)),
      m_save(new QPushButton(tr("&Save"))),
      m_revert(new QPushButton(tr("Re&vert")))
{
    m_column->setContentsMargins(24, 16, 24, 24);
    m_column->setSpacing(12);
    m_error->hide();
    m_save->setObjectName(u"saveConnection"_s);
    m_save->setProperty("primary", true);
    m_revert->setObjectName(u"revertConnection"_s);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_save);
    buttons->addWidget(m_revert);
    buttons->addStretch(1);
    m_column->addWidget(m_error);
    m_column->addLayout(buttons);
    m_column->addStretch(1);
    connect(m_save, &QPushButton::clicked, this, &ConnectionSettings::save);
    connect(m_revert, &QPushButton::clicked, this, &ConnectionSettings::rebuild);
    connect(&context.seat, &Seat::changed, this, &ConnectionSettings::follow);
}

void ConnectionSettings::setConnection(const domain::Connection &connection)
{
    const bool other = connection.id != m_connection.id;
    const bool changed = formValues(connection) != formValues(m_connection);
    m_connection = connection;
    if (other || (changed && !m_edited))
        rebuild();
}

void ConnectionSettings::rebuild()
{
    delete m_form;
    const domain::ProviderInfo *known = m_context.catalog.provider(m_connection.provider);
    m_form = new FieldForm(m_context.look, connectionPlan(known ? *known : domain::ProviderInfo(), SignIn::Left));
    m_form->setMaximumWidth(formWidth);
    m_form->setParams(formValues(m_connection));
    m_column->insertWidget(0, m_form);
    m_error->hide();
    m_edited = false;
    connect(m_form, &FieldForm::edited, this, [this] {
        m_edited = true;
        follow();
    });
    follow();
}

void ConnectionSettings::follow()
{
    const QString barred = m_context.seat.whyNot(domain::Right::Admin);
    if (m_form) {
        m_form->setEnabled(barred.isEmpty());
        m_form->setToolTip(barred);
    }
    m_save->setEnabled(barred.isEmpty() && m_edited);
    m_save->setToolTip(barred.isEmpty() && !m_edited ? tr("Nothing is changed") : barred);
    m_revert->setEnabled(m_edited);
    m_revert->setToolTip(m_edited ? QString() : tr("Nothing is changed"));
}

void ConnectionSettings::refuse(const base::Error &error)
{
    if (error.field.isEmpty() || !m_form->setError(error.field, fieldErrorText(error))) {
        m_error->setText(errorText(error));
        m_error->show();
    }
}

void ConnectionSettings::save()
{
    m_form->clearErrors();
    m_error->hide();
    const QJsonObject changes = connectionValues(m_form->params());
    const base::Result<domain::Connection> after = domain::edited(m_connection, changes);
    const base::Status fit = after ? checkConnection(m_context, *after) : base::Status(after.error());
    if (!fit)
        return refuse(fit.error());
    base::onAnswer(this, m_context.store.connections().edit(m_connection.id, changes, m_context.seat.by()),
                   [this](const base::Result<domain::Connection> &saved) {
                       if (!saved)
                           return refuse(saved.error());
                       m_edited = false;
                       follow();
                       Q_EMIT said(tr("“%1” is saved").arg(saved->name));
                   });
}

} // namespace ui
