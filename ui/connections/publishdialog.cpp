// SPDX-License-Identifier: Apache-2.0
#include "ui/connections/publishdialog.h"

#include "app/base/answer.h"
#include "app/domain/connections/losses.h"
#include "app/store/mirrors/mirrors.h"
#include "app/store/store.h"
#include "models/connections/connectionwords.h"
#include "ui/errors/errortext.h"
#include "ui/forms/formrow.h"
#include "ui/seat/seat.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int dialogWidth = 520;

} // namespace

PublishDialog::PublishDialog(const Context &context, domain::Automation automation, QList<domain::Connection> homes,
                             QWidget *parent)
    : QDialog(parent),
      m_context(context),
      m_automation(std::move(automation)),
      m_homes(std::move(homes)),
      m_choice(new QComboBox),
      m_loss(new TextLabel(context.look, {TypeRole::Body, Colour::TextPrimary})),
      m_error(new ErrorLine(context.look)),
      m_publish(new QPushButton(tr("&Publish")))
{
    setObjectName(u"publishDialog"_s);
    setWindowTitle(tr("Publish “%1”").arg(m_automation.name));
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(dialogWidth);
    m_choice->setObjectName(u"publishTo"_s);
    m_loss->setObjectName(u"publishLoss"_s);
    m_loss->setWordWrap(true);
    m_error->hide();
    for (const domain::Connection &home : m_homes)
        m_choice->addItem(home.name);
    auto *fields = new QVBoxLayout;
    fields->setContentsMargins(24, 20, 24, 20);
    fields->setSpacing(12);
    fields->addWidget(new FormRow(context.look, {tr("&To"), {}, m_choice}));
    fields->addWidget(m_loss);
    fields->addWidget(m_error);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addLayout(fields, 1);
    column->addWidget(new Hairline(context.look, Qt::Horizontal));
    column->addWidget(makeFoot());
    connect(m_choice, &QComboBox::currentIndexChanged, this, &PublishDialog::showLoss);
    showLoss();
}

QList<domain::Connection> PublishDialog::takers(const QList<domain::Connection> &connections)
{
    QList<domain::Connection> able = connections;
    able.removeIf(
        [](const domain::Connection &one) { return !one.account.capabilities.has(domain::Capability::Create); });
    return able;
}

QWidget *PublishDialog::makeFoot()
{
    auto *foot = new QWidget;
    foot->setFixedHeight(m_context.look.size(Size::DialogButtons));
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(24, 0, 16, 0);
    row->setSpacing(8);
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setAutoDefault(false);
    m_publish->setObjectName(u"publishNow"_s);
    m_publish->setProperty("primary", true);
    m_publish->setDefault(true);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(m_publish);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_publish, &QPushButton::clicked, this, &PublishDialog::publish);
    return foot;
}

void PublishDialog::showLoss()
{
    const domain::Connection &home = m_homes.at(m_choice->currentIndex());
    const QList<domain::Loss> losses = domain::lossesOf(m_automation, home.account.capabilities);
    QStringList lines{losses.isEmpty() ? tr("“%1” keeps all of it.").arg(home.name)
                                       : tr("“%1” does not keep all of it:").arg(home.name)};
    for (const domain::Loss &loss : losses)
        lines.append(tr("%1: %2").arg(models::fieldWords(loss.field), loss.what));
    m_loss->setText(lines.join(u'\n'));
}

void PublishDialog::publish()
{
    const domain::Connection home = m_homes.at(m_choice->currentIndex());
    m_publish->setEnabled(false);
    m_error->hide();
    base::onAnswer(this, m_context.store.mirrors().publish(m_automation.id, home.id, m_context.seat.by()),
                   [this, home](const base::Result<domain::Automation> &published) {
                       m_publish->setEnabled(true);
                       if (!published) {
                           m_error->setText(errorText(published.error()));
                           m_error->show();
                           return;
                       }
                       Q_EMIT said(tr("“%1” is made at “%2” with the next sync").arg(published->name, home.name));
                       accept();
                   });
}

} // namespace ui
