// SPDX-License-Identifier: Apache-2.0
// What holds for the whole workspace: limits, the window, the local API, operators, tokens, secrets.
#pragma once

#include "ui/settings/listpart.h"
#include "ui/shell/pane.h"

namespace ui {

class OperatorsPart;
class SecretsPart;
class SettingsForm;
class TokensPart;

class SettingsPane : public Pane
{
    Q_OBJECT

public:
    /// `context` must outlive the pane.
    explicit SettingsPane(const Context &context, QWidget *parent = nullptr);

    QString key() const override { return QStringLiteral("settings"); }
    QString title() const override { return tr("Settings"); }
    QString iconName() const override { return QStringLiteral("nav-settings"); }
    QWidget *inspector() override { return nullptr; }
    void fillMenu(QMenu *menu) override;
    /// There is nothing to filter.
    void focusFilter() override {}
    void saveState() override {}
    void restoreState() override {}

protected:
    void showEvent(QShowEvent *event) override;

private:
    void layOut();
    void tellOf(ListPart *part);
    void reload();

    const Context &m_context;
    QList<SettingsForm *> m_forms;
    OperatorsPart *m_operators;
    TokensPart *m_tokens;
    SecretsPart *m_secrets;
};

} // namespace ui
