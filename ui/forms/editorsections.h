// SPDX-License-Identifier: Apache-2.0
// The pages of the automation editor: most are nothing but a list of fields.
#pragma once

#include "app/base/clock.h"
#include "app/domain/catalog.h"
#include "app/domain/limitmeans.h"
#include "app/domain/windows/maintenance.h"
#include "ui/forms/editorsection.h"
#include "ui/forms/fieldform.h"
#include "ui/forms/schedule/eventfields.h"

namespace ui {

class EnvironmentTable;
class FormRow;
class ScheduleForm;

/// Top-level fields of the automation.
class FieldsSection : public EditorSection
{
    Q_OBJECT

public:
    FieldsSection(const Look &look, const QString &title, const FieldForm::Plan &plan, QWidget *parent = nullptr);
    QJsonObject values() const override;
    bool showError(const base::Error &error) override;
    void clearErrors() override;
    bool hasError() const override;

protected:
    void fill(const QJsonObject &automation) override;

private:
    QStringList m_names;
    FieldForm *m_form;
};

/// The kind's own params, and where and as whom they run.
class WorkSection : public EditorSection
{
    Q_OBJECT

public:
    WorkSection(const Look &look, const domain::Catalog &catalog, const bundles::Bundles *bundles,
                QWidget *parent = nullptr);
    QJsonObject values() const override;
    bool showError(const base::Error &error) override;
    void clearErrors() override;
    bool hasError() const override;
    /// Another kind has other fields; what was given for the one before is gone.
    void setKind(const QString &type);
    /// For the names of the automations that steps run.
    void setAutomations(const Followable &automations);

protected:
    void fill(const QJsonObject &automation) override;

private:
    void makeParamsForm(const QString &type);
    void showRest(bool shown);

    const domain::Catalog &m_catalog;
    const bundles::Bundles *m_bundles; ///< May be null.
    QString m_type;
    QVBoxLayout *m_place; ///< Of the params form.
    FieldForm *m_params = nullptr;
    Followable m_automations;
    FieldForm *m_around;
    EnvironmentTable *m_environment;
    FormRow *m_environmentRow;
};

class ScheduleSection : public EditorSection
{
    Q_OBJECT

public:
    ScheduleSection(const Look &look, const base::Clock &clock, QWidget *parent = nullptr);
    QJsonObject values() const override;
    bool showError(const base::Error &error) override;
    void goToError() override;
    void clearErrors() override {}
    bool hasError() const override;
    /// The automations that a trigger may follow.
    void setFollowable(const Followable &automations);
    void setWindows(const QList<domain::MaintenanceWindow> &windows, const domain::Automation &automation);

protected:
    void fill(const QJsonObject &automation) override;

private:
    const base::Clock &m_clock;
    ScheduleForm *m_form;
};

/// How often a run that failed is tried again: the fields of `retry`, or none.
class RetrySection : public EditorSection
{
    Q_OBJECT

public:
    explicit RetrySection(const Look &look, QWidget *parent = nullptr);
    QJsonObject values() const override;
    bool showError(const base::Error &error) override;
    void clearErrors() override;
    bool hasError() const override;

protected:
    void fill(const QJsonObject &automation) override;

private:
    FieldForm *m_form;
};

/// The field lists of the pages, in the automation's own names.
FieldForm::Plan generalFields(const domain::Catalog &catalog);
FieldForm::Plan waitingFields();
/// What a limit can't do on this machine is said beside it.
FieldForm::Plan limitFields(const domain::LimitMeans &means);

} // namespace ui
