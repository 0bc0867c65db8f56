// SPDX-License-Identifier: Apache-2.0
#include "ui/connections/capabilitiespage.h"

#include "models/connections/connectionwords.h"
#include "ui/panes/inspectorparts.h"
#include "ui/widgets/labels.h"

#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

CapabilitiesPage::CapabilitiesPage(const Look &look, const domain::Catalog &catalog, QWidget *parent)
    : QWidget(parent),
      m_catalog(catalog),
      m_unknown(new TextLabel(look, {TypeRole::Body, Colour::TextSecondary})),
      m_facts(new FactsList(look))
{
    m_unknown->setObjectName(u"capabilitiesUnknown"_s);
    m_unknown->setWordWrap(true);
    m_unknown->setText(tr("It is not known yet what this account can do: it was never reached."));
    m_facts->setObjectName(u"capabilities"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 24);
    column->addWidget(m_unknown);
    column->addWidget(m_facts);
    column->addStretch(1);
}

void CapabilitiesPage::setConnection(const domain::Connection &connection)
{
    const bool known = connection.account.capabilities != domain::Capabilities();
    m_unknown->setVisible(!known);
    m_facts->setVisible(known);
    m_facts->setFacts(forFactsList(models::capabilityFacts(connection, m_catalog.provider(connection.provider))));
}

} // namespace ui
