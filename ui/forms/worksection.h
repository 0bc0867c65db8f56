// SPDX-License-Identifier: Apache-2.0
// The page of the editor about what runs: the kind's own params, and where and as whom they run. A kind that nothing
// is known of, because only a remote system has it, shows its params as one JSON text.
#pragma once

#include "app/domain/catalog.h"
#include "ui/forms/editorsection.h"
#include "ui/forms/fieldform.h"

namespace ui {

class EnvironmentTable;
class FormRow;

class WorkSection : public EditorSection
{
    Q_OBJECT

public:
    WorkSection(const Look &look, const domain::Catalog &catalog, const bundles::Bundles *bundles,
                QWidget *parent = nullptr);
    QJsonObject values() const override;
    base::Status check() const override;
    bool showError(const base::Error &error) override;
    void clearErrors() override;
    bool hasError() const override;
    /// Another kind has other fields; what was given for the one before is gone.
    void setKind(const QString &type);
    /// For the names of the automations that steps run.
    void setAutomations(const Followable &automations);

protected:
    void fill(const QJsonObject &automation) override;
    void disable(const QStringList &fields, const QString &why) override;

private:
    /// Whose kind it is: of this machine, of a remote system that declares its fields, or of one that does not.
    enum class KindOf { Here, There, Nobody };

    void makeParamsForm(const QString &type);
    void showParams(const QJsonObject &params);
    QJsonObject params() const;
    void showRest(bool shown);

    const domain::Catalog &m_catalog;
    const bundles::Bundles *m_bundles; ///< May be null.
    QString m_type;
    KindOf m_kindOf = KindOf::Here;
    QVBoxLayout *m_place; ///< Of the params form.
    FieldForm *m_params = nullptr;
    QJsonObject m_given; ///< Params as they were loaded.
    Followable m_automations;
    FieldForm *m_around;
    EnvironmentTable *m_environment;
    FormRow *m_environmentRow;
};

} // namespace ui
