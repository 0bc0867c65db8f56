// SPDX-License-Identifier: Apache-2.0
// A few fields that are handed over together: a secret, an operator, a token. Stays open, with what is wrong at its
// field, until what was handed over is taken.
#pragma once

#include "app/base/error.h"
#include "ui/forms/fieldform.h"
#include "ui/shell/context.h"

#include <QDialog>

class QPushButton;

namespace ui {

class ErrorLine;

class EntryDialog : public QDialog
{
    Q_OBJECT

public:
    struct Plan
    {
        QString title;
        QString verb; ///< On the button that hands over.
        FieldForm::Plan form;
        QJsonObject values; ///< To begin with.
        QStringList hidden; ///< Fields whose text is not shown while it is written.
    };
    EntryDialog(const Look &look, const Plan &plan, QWidget *parent);

    /// Taken: the dialog closes.
    void take() { accept(); }
    /// Not taken: what is wrong stands at the field, or below all of them.
    void refuse(const base::Error &error);

Q_SIGNALS:
    void handedOver(const QJsonObject &values);

private:
    QWidget *buildFoot(const Look &look, const QString &verb);

    FieldForm *m_form;
    ErrorLine *m_error;
    QPushButton *m_verb = nullptr;
};

} // namespace ui
