// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/entrydialog.h"

#include "ui/errors/errortext.h"
#include "ui/forms/formrow.h"
#include "ui/widgets/labels.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int dialogWidth = 480;

} // namespace

EntryDialog::EntryDialog(const Look &look, const Plan &plan, QWidget *parent)
    : QDialog(parent), m_form(new FieldForm(look, plan.form, this)), m_error(new ErrorLine(look, this))
{
    setObjectName(u"entryDialog"_s);
    setWindowTitle(plan.title);
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(dialogWidth);
    m_form->setParams(plan.values);
    for (const QString &name : plan.hidden) {
        if (auto *line = qobject_cast<QLineEdit *>(m_form->control(name)))
            line->setEchoMode(QLineEdit::Password);
    }
    m_error->hide();
    auto *fields = new QVBoxLayout;
    fields->setContentsMargins(24, 20, 24, 20);
    fields->setSpacing(12);
    fields->addWidget(m_form);
    fields->addWidget(m_error);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(fields, 1);
    column->addWidget(new Hairline(look, Qt::Horizontal, this));
    column->addWidget(buildFoot(look, plan.verb));
    m_verb->setDefault(true); // once it has a dialog around it
}

QWidget *EntryDialog::buildFoot(const Look &look, const QString &verb)
{
    auto *foot = new QWidget(this);
    foot->setFixedHeight(look.size(Size::DialogButtons));
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(24, 0, 16, 0);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, foot);
    m_verb = buttons->button(QDialogButtonBox::Ok);
    m_verb->setText(verb);
    m_verb->setObjectName(u"handOver"_s);
    m_verb->setProperty("primary", true);
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        m_form->clearErrors();
        m_error->hide();
        m_verb->setEnabled(false);
        Q_EMIT handedOver(m_form->params());
    });
    row->addWidget(buttons);
    return foot;
}

void EntryDialog::refuse(const base::Error &error)
{
    m_verb->setEnabled(true);
    if (error.field.isEmpty() || !m_form->setError(error.field, fieldErrorText(error))) {
        m_error->setText(errorText(error));
        m_error->show();
    }
}

} // namespace ui
