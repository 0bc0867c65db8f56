// SPDX-License-Identifier: Apache-2.0
// What can be done at a remote system, and what can't with the reason.
#pragma once

#include "app/domain/catalog.h"
#include "app/domain/connections/connection.h"
#include "ui/look/look.h"

#include <QWidget>

namespace ui {

class FactsList;
class TextLabel;

class CapabilitiesPage : public QWidget
{
    Q_OBJECT

public:
    CapabilitiesPage(const Look &look, const domain::Catalog &catalog, QWidget *parent = nullptr);

    void setConnection(const domain::Connection &connection);

private:
    const domain::Catalog &m_catalog;
    TextLabel *m_unknown;
    FactsList *m_facts;
};

} // namespace ui
