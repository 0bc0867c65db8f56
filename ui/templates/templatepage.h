// SPDX-License-Identifier: Apache-2.0
// One template: what it does, the places to fill, what exactly comes of it, and the button that makes it.
#pragma once

#include "app/bundles/templates/template.h"
#include "ui/shell/context.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace ui {

class FormRow;
class TextLabel;

class TemplatePage : public QWidget
{
    Q_OBJECT

public:
    explicit TemplatePage(const Context &context, QWidget *parent = nullptr);

    void setTemplate(const bundles::Template &one);
    /// Makes what is filled in; made() or an error beside its field follow.
    void make();

Q_SIGNALS:
    /// The last automation is what the template is about.
    void made(const store::OfTemplate &all);
    void failed(const base::Error &error);

private:
    void buildFields();
    QWidget *fieldFor(const bundles::TemplateField &field);
    bundles::TemplateFilling filling() const;
    void showPreview();
    void showError(const base::Error &error);

    const Context &m_context;
    bundles::Template m_template;
    TextLabel *m_description;
    TextLabel *m_needs;
    QVBoxLayout *m_fields;
    QLineEdit *m_name = nullptr;
    FormRow *m_nameRow = nullptr;
    QMap<QString, FormRow *> m_rows; ///< By the names of fields.
    QPushButton *m_make;
    TextLabel *m_along;
    TextLabel *m_preview;
};

} // namespace ui
