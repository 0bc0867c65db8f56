// SPDX-License-Identifier: Apache-2.0
// The control for one field of a document, by its type, with its value as JSON. A value nobody touched stays exactly
// what it was, also when it was not there.
#pragma once

#include "app/domain/catalog.h"
#include "ui/forms/schedule/eventfields.h"
#include "ui/look/look.h"

#include <QObject>

#include <functional>

namespace bundles {
class Bundles;
}

namespace ui {

class StepsTable;

/// What the catalog does not say of a field: words for its choices, a unit, a shape.
struct FieldDress
{
    QStringList choiceWords; ///< In the order of the choices; empty shows them as they are.
    QString unit;            ///< After a number: " s".
    QString none;            ///< What null means in a number: "no limit".
    enum class Shape { ByType, Lines, CommaList, Page } shape = Shape::ByType;
    /// For what stands there and is none of the choices; without it that is shown as it is.
    std::function<QString(const QString &)> otherWord = {};
    const bundles::Bundles *bundles = nullptr; ///< For code; without it code is plain text.
};

class FieldEditor : public QObject
{
    Q_OBJECT

public:
    FieldEditor(const Look &look, const domain::FieldSpec &spec, const FieldDress &dress, QObject *parent);

    /// Goes into a layout, which owns it from then on.
    QWidget *widget() const { return m_widget; }
    /// Wants all the width, and what is left of the height.
    bool isWide() const;
    /// Shows the part of it that an error names (`[2].automation_id`), and says in words which that is; empty where
    /// it has no parts.
    QString pointAt(const QString &inside);
    /// Undefined means not given.
    void setValue(const QJsonValue &value);
    QJsonValue value() const;
    /// For the names of the automations that steps run.
    void setAutomations(const Followable &automations);

Q_SIGNALS:
    /// By the person.
    void edited();
    /// It wants to be alone on its page, or not any more.
    void pageWanted(bool wanted);

private:
    void makeControl();
    void makeLine(TypeRole role);
    void makeText(int lines, TypeRole role);
    void makeDocument();
    void makeTexts();
    void makeCode();
    void makePairs();
    void makeRanges();
    void makeCommaList();
    void makeChoice();
    void makeNumber();
    void makeFlag();
    void makeSteps();
    QString choiceText(qsizetype index) const;

    const Look &m_look;
    domain::FieldSpec m_spec;
    FieldDress m_dress;
    QWidget *m_widget = nullptr;
    StepsTable *m_steps = nullptr; ///< m_widget, where the field is a list of steps.
    std::function<void(const QJsonValue &)> m_write;
    std::function<QJsonValue()> m_read;
    QJsonValue m_given = QJsonValue::Undefined;
    QJsonValue m_atFirst; ///< What the control said when m_given was put into it.
};

/// Translated source text of the catalog.
QString catalogText(const char *text);

} // namespace ui
