// SPDX-License-Identifier: Apache-2.0
// One section of settings: what is changed is kept at once, and what can't be is said under its field.
#pragma once

#include "ui/settings/settingsfields.h"
#include "ui/shell/context.h"

#include <QTimer>
#include <QWidget>

namespace ui {

class SettingsForm : public QWidget
{
    Q_OBJECT

public:
    /// `context` must outlive it.
    SettingsForm(const Context &context, const SettingsSection &section, QWidget *parent = nullptr);
    /// As the store has them. What is being written by the person stays.
    void setSettings(const QJsonObject &settings);

Q_SIGNALS:
    /// Kept by the store.
    void kept();

private:
    void keep();
    void keepOne(const QString &key, const QJsonValue &value);

    const Context &m_context;
    QStringList m_keys;
    FieldForm *m_form;
    QJsonObject m_known; ///< What the store has, as far as this form knows.
    QTimer m_pause;      ///< Nothing is kept in the middle of a number.
};

} // namespace ui
