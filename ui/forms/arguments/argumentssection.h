// SPDX-License-Identifier: Apache-2.0
// The page of the editor that says what a run is asked for: the list, and the form of the argument chosen in it.
#pragma once

#include "ui/forms/editorsection.h"

namespace ui {

class ArgumentTable;
class FieldForm;
class TextLabel;

class ArgumentsSection : public EditorSection
{
    Q_OBJECT

public:
    explicit ArgumentsSection(const Look &look, QWidget *parent = nullptr);
    QJsonObject values() const override;
    bool showError(const base::Error &error) override;
    void goToError() override;
    void clearErrors() override;
    bool hasError() const override;

protected:
    void fill(const QJsonObject &automation) override;

private:
    void showChosen(int index);
    void takeEdit();
    void showFieldsOfKind();

    ArgumentTable *m_table;
    FieldForm *m_form;
    TextLabel *m_hint;
    int m_wrong = -1;     ///< Of which argument the error is.
    QString m_wrongField; ///< Its field.
    QString m_wrongText;
};

} // namespace ui
