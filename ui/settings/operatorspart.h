// SPDX-License-Identifier: Apache-2.0
// Who may do what here: people by name and role, and the tokens by which programs act for them.
#pragma once

#include "app/store/operators/operators.h"
#include "ui/settings/listpart.h"

namespace ui {

class OperatorsPart : public ListPart
{
    Q_OBJECT

public:
    explicit OperatorsPart(const Context &context, QWidget *parent = nullptr);
    void reload();

private:
    void add();
    void changeRole();
    void remove();

    QList<domain::OperatorRecord> m_records;
};

class TokensPart : public ListPart
{
    Q_OBJECT

public:
    explicit TokensPart(const Context &context, QWidget *parent = nullptr);
    void reload();

private:
    void make();
    void showOnce(const store::MadeToken &made);
    void revoke();
    QString stateOf(const store::TokenRecord &record) const;

    QList<store::TokenRecord> m_records;
};

} // namespace ui
