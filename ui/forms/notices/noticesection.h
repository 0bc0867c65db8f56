// SPDX-License-Identifier: Apache-2.0
// The page "Notifications": the field `notify` of an automation.
#pragma once

#include "app/domain/notices/noticerule.h"
#include "ui/forms/editorsection.h"

#include <QHash>

#include <utility>

class QCheckBox;
class QLineEdit;

namespace ui {

class FormRow;

class NoticeSection : public EditorSection
{
    Q_OBJECT

public:
    explicit NoticeSection(const Look &look, QWidget *parent = nullptr);
    QJsonObject values() const override;
    bool showError(const base::Error &error) override;
    void goToError() override;
    void clearErrors() override;
    bool hasError() const override;

protected:
    void fill(const QJsonObject &automation) override;

private:
    void addCause(domain::NoticeCause cause, const QString &label, const QString &help);
    void addWebhook();
    /// What the page says: under which key of `notify` a row stands.
    FormRow *rowOf(const QString &field) const;

    QHash<QString, FormRow *> m_rows; ///< By the word of the cause.
    QHash<QString, QList<std::pair<domain::NoticeWay, QCheckBox *>>> m_boxes;
    QLineEdit *m_webhook = nullptr;
    FormRow *m_webhookRow = nullptr;
};

} // namespace ui
