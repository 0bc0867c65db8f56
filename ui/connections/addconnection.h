// SPDX-License-Identifier: Apache-2.0
// The assistant: which system, what it has to know, whether that works, and it is there. Its form is made from what the
// system says of itself; what is secret goes to the keychain and into no row.
#pragma once

#include "ui/connections/connectionform.h"

#include <QDialog>

class QComboBox;
class QPushButton;
class QScrollArea;

namespace ui {

class ErrorLine;
class TextLabel;

class AddConnection : public QDialog
{
    Q_OBJECT

public:
    /// `context` must outlive it.
    AddConnection(const Context &context, QWidget *parent);

Q_SIGNALS:
    void added(const domain::Connection &connection);

private:
    QWidget *makeFoot();
    void fillChoice();
    void showForm();
    const domain::ProviderInfo &info() const;
    /// Nothing where the form is wrong; what, stands at its field then.
    std::optional<ConnectionDraft> draft();
    void tryOut();
    void keep();
    void add(const ConnectionDraft &draft);
    void refuse(const base::Error &error);
    void setBusy(bool busy);

    const Context &m_context;
    QComboBox *m_choice;
    QScrollArea *m_scroll;
    FieldForm *m_form = nullptr;
    ErrorLine *m_error;
    TextLabel *m_result;
    QPushButton *m_test;
    QPushButton *m_add;
};

} // namespace ui
