// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/settingspane.h"

#include "app/base/answer.h"
#include "app/store/store.h"
#include "ui/seat/seat.h"
#include "ui/settings/operatorspart.h"
#include "ui/settings/secretspart.h"
#include "ui/settings/settingsform.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/paneheader.h"

#include <QMenu>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int pageWidth = 860;

} // namespace

SettingsPane::SettingsPane(const Context &context, QWidget *parent)
    : Pane(parent),
      m_context(context),
      m_operators(new OperatorsPart(context, this)),
      m_tokens(new TokensPart(context, this)),
      m_secrets(new SecretsPart(context, this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    layOut();
    for (ListPart *part :
         {static_cast<ListPart *>(m_operators), static_cast<ListPart *>(m_tokens), static_cast<ListPart *>(m_secrets)})
        tellOf(part);
    connect(&context.store, &store::Store::changed, this, [this](const store::Changes &changes) {
        const bool ours = std::any_of(changes.begin(), changes.end(), [](const store::Change &change) {
            return change.table == store::Table::Settings || change.table == store::Table::Operators ||
                   change.table == store::Table::Secrets;
        });
        if (ours && isVisible())
            reload();
    });
}

void SettingsPane::tellOf(ListPart *part)
{
    connect(part, &ListPart::said, this, [this](const QString &text) { Q_EMIT said(text, {}); });
    connect(part, &ListPart::failed, this, &Pane::failed);
}

void SettingsPane::layOut()
{
    auto *page = new QWidget;
    page->setAutoFillBackground(true);
    page->setBackgroundRole(QPalette::Base);
    page->setMaximumWidth(pageWidth);
    auto *rows = new QVBoxLayout(page);
    rows->setContentsMargins(24, 20, 24, 24);
    rows->setSpacing(20);
    const QList<SettingsSection> sections = settingsSections();
    for (const SettingsSection &section : sections) {
        m_forms.append(new SettingsForm(m_context, section, page));
        rows->addWidget(m_forms.constLast());
        rows->addWidget(new Hairline(m_context.look, Qt::Horizontal, page));
    }
    rows->addWidget(m_operators);
    rows->addWidget(m_tokens);
    rows->addWidget(new Hairline(m_context.look, Qt::Horizontal, page));
    rows->addWidget(m_secrets);
    rows->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(page);
    connect(&m_context.seat, &Seat::changed, this, &SettingsPane::reload);
    auto *header = new PaneHeader(m_context.look, this);
    header->setTitle(title());
    auto *column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(scroll, 1);
}

void SettingsPane::fillMenu(QMenu *menu)
{
    connect(menu->addAction(tr("&Read again")), &QAction::triggered, this, &SettingsPane::reload);
}

void SettingsPane::reload()
{
    base::onAnswer(this, m_context.store.settings().all(), [this](const base::Result<QJsonObject> &settings) {
        if (!settings) {
            Q_EMIT failed(settings.error());
            return;
        }
        for (SettingsForm *form : std::as_const(m_forms))
            form->setSettings(*settings);
    });
    m_operators->reload();
    m_tokens->reload();
    m_secrets->reload();
}

void SettingsPane::showEvent(QShowEvent *event)
{
    reload();
    Pane::showEvent(event);
}

} // namespace ui
