// SPDX-License-Identifier: Apache-2.0
// Makes or changes an automation. What is saved is what the automation's JSON form and its kind's fields allow;
// whatever is wrong is shown at its field, and nothing is saved.
#pragma once

#include "app/domain/automation.h"
#include "ui/shell/context.h"

#include <QDialog>

#include <optional>

class QPushButton;
class QStackedWidget;

namespace ui {

class Banner;
class CodeEditor;
class EditorSection;
class ScheduleSection;
class SectionList;
class TextLabel;
class WorkSection;

class AutomationEditor : public QDialog
{
    Q_OBJECT

public:
    /// Without `existing` it makes a new one.
    AutomationEditor(const Context &context, std::optional<domain::Automation> existing, QWidget *parent);

    /// Shows a new automation that is not saved yet, and above it where it comes from.
    void setDraft(const domain::Automation &draft, const QString &note);

    bool hasChanges() const;

public Q_SLOTS:
    void save();
    /// Asks first when there are changes.
    void reject() override;

Q_SIGNALS:
    /// After the store has it; the dialog closes.
    void saved(const base::AutomationId &automation);

private:
    void load(const QJsonObject &document);
    void setAutomation(const std::optional<domain::Automation> &automation);
    void buildSections();
    void readFollowable();
    void readWindows();
    void readHome();
    void addSection(EditorSection *section);
    QWidget *buildFoot();
    void layOut();
    QJsonObject values() const;
    base::Result<domain::Automation> checked() const;
    CodeEditor *packingCode() const;
    void store(const domain::Automation &automation);
    void refuse(const base::Error &error);
    void offerReload();
    void reload();
    void takeEdit();
    void showMarks();
    void showError(const base::Error &error);
    void clearErrors();

    Context m_context;
    std::optional<domain::Automation> m_existing;
    QJsonObject m_document; ///< As it is stored, or the defaults.
    SectionList *m_list;
    QStackedWidget *m_pages;
    QList<EditorSection *> m_sections;
    WorkSection *m_work = nullptr;
    ScheduleSection *m_triggers = nullptr;
    Banner *m_banner;
    TextLabel *m_effect = nullptr;
    QPushButton *m_save = nullptr;
    bool m_draft = false;    ///< Something is lost if it is not saved.
    bool m_checking = false; ///< After a refused save every edit is checked.
};

} // namespace ui
