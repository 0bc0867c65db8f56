// SPDX-License-Identifier: Apache-2.0
// One page of the automation editor. It edits some fields of the automation's JSON form and leaves all others alone.
#pragma once

#include "app/base/result.h"
#include "ui/look/look.h"

#include <QJsonObject>
#include <QStringList>
#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace ui {

class TextLabel;

/// What of an automation can't be changed.
struct FixedFields
{
    QStringList fields; ///< Top-level ones of its JSON form.
    QString why;        ///< A translated sentence.
    QString others;     ///< The same where others of the section can be changed.
};

class EditorSection : public QWidget
{
    Q_OBJECT

public:
    EditorSection(const Look &look, const QString &title, QWidget *parent = nullptr);

    const QString &title() const { return m_title; }
    /// Shows an automation; from now on nothing counts as changed.
    void load(const QJsonObject &automation);
    /// The fields of this section as they are now.
    virtual QJsonObject values() const = 0;
    bool isChanged() const { return values() != m_loaded; }
    /// What is wrong and nobody else checks; Ok by itself.
    virtual base::Status check() const { return {}; }
    /// Those of its fields can be read and not changed; the reason stands under the title.
    void fix(const FixedFields &fixed);
    /// False when the error's field is not of this section.
    virtual bool showError(const base::Error &error) = 0;
    /// Moves the keyboard to the error that was shown last.
    virtual void goToError() {}
    virtual void clearErrors() = 0;
    virtual bool hasError() const = 0;

Q_SIGNALS:
    /// By the person.
    void edited();

protected:
    virtual void fill(const QJsonObject &automation) = 0;
    /// Top-level fields that it edits.
    virtual QStringList fields() const { return values().keys(); }
    /// By itself it disables everything: most have one field.
    virtual void disable(const QStringList &fields, const QString &why);
    QVBoxLayout &column() { return *m_column; }
    /// The line of the title, for a button at its end.
    QHBoxLayout &head() { return *m_head; }
    const Look &look() const { return m_look; }

private:
    const Look &m_look;
    QString m_title;
    QVBoxLayout *m_column;
    QHBoxLayout *m_head;
    TextLabel *m_heading;
    TextLabel *m_note; ///< Why something is fixed.
    QJsonObject m_loaded;
};

} // namespace ui
