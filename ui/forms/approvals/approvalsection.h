// SPDX-License-Identifier: Apache-2.0
// The page of the editor about who has to agree before a run starts: the fields of `approval`, or none.
#pragma once

#include "ui/forms/editorsection.h"

namespace ui {

class FieldForm;

class ApprovalSection : public EditorSection
{
    Q_OBJECT

public:
    explicit ApprovalSection(const Look &look, QWidget *parent = nullptr);
    QJsonObject values() const override;
    bool showError(const base::Error &error) override;
    void clearErrors() override;
    bool hasError() const override;

protected:
    void fill(const QJsonObject &automation) override;

private:
    FieldForm *m_form;
};

} // namespace ui
