// SPDX-License-Identifier: Apache-2.0
// One row of a form: label at the left, field, help below it, and what is wrong with it.
#pragma once

#include "app/base/error.h"
#include "ui/look/look.h"

#include <QWidget>

class QLabel;

namespace ui {

class TextLabel;

/// The sentence that stands under a field: what would be right, and where in it the mistake is.
QString fieldErrorText(const base::Error &error);

/// A triangle and a sentence in the colour of what is wrong; hidden while there is none.
class ErrorLine : public QWidget
{
    Q_OBJECT

public:
    explicit ErrorLine(const Look &look, QWidget *parent = nullptr);
    void setText(const QString &text);
    QString text() const;

private:
    void applyLook();

    const Look &m_look;
    QLabel *m_sign;
    QLabel *m_text;
};

/// The name a screen reader says, also of the list that a choice opens.
void nameField(QWidget &field, const QString &name);

/// Gives a field the edge of an error, or takes it away.
void markField(QWidget &field, bool wrong);

class FormRow : public QWidget
{
    Q_OBJECT

public:
    static constexpr int labelWidth = 132;
    static constexpr int labelGap = 12;

    /// Above takes the whole width, and grows with its field.
    enum class LabelPlace { Beside, Above };

    struct Parts
    {
        QString label; ///< May have a mnemonic.
        QString help;
        QWidget *field = nullptr;  ///< Taken over.
        QWidget *beside = nullptr; ///< After the field; taken over, may be null.
        LabelPlace place = LabelPlace::Beside;
    };
    FormRow(const Look &look, const Parts &parts, QWidget *parent = nullptr);

    QWidget *field() const { return m_field; }
    /// Empty takes the error away.
    void setError(const QString &text);
    bool hasError() const;

private:
    void layOutAbove(QLabel *label, QLabel *help);
    void layOutBeside(QLabel *label, QLabel *help, QWidget *beside);

    QWidget *m_field;
    ErrorLine *m_error;
};

} // namespace ui
