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
    QStringList fields() const override;
    void disable(const QStringList &fields, const QString &why) override;

private:
    QStringList m_names;
    FieldForm *m_form;
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
