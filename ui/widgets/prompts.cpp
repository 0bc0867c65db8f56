// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/prompts.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int inset = 24;
constexpr int textWidth = 400;

QLabel *label(const QString &text, const QString &name, QWidget *parent)
{
    auto *made = new QLabel(text, parent);
    made->setObjectName(name);
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    made->setMinimumWidth(textWidth);
    return made;
}

void addVerbs(QDialogButtonBox *box, const Question &question, QDialog *dialog)
{
    const qsizetype last = question.verbs.size() - 1;
    for (qsizetype i = 0; i <= last; ++i) {
        auto *button = new QPushButton(question.verbs[i], dialog);
        button->setObjectName(u"verb%1"_s.arg(i));
        button->setAutoDefault(false);
        if (i == 0 && last > 0) {
            button->setProperty(question.destructive ? "destructive" : "primary", true);
            button->setDefault(!question.destructive);
        }
        const auto role = i == last ? QDialogButtonBox::RejectRole
                          : i == 0  ? QDialogButtonBox::AcceptRole
                                    : QDialogButtonBox::ActionRole;
        box->addButton(button, role);
        // 0 is what a dialog ends with on Esc.
        QObject::connect(button, &QPushButton::clicked, dialog, [dialog, i] { dialog->done(int(i) + 1); });
    }
}

/// The frame of a question: its title, and a column for the rest.
QDialog *makeDialog(QWidget *parent, const QString &title, const QString &name)
{
    auto *dialog = new QDialog(parent);
    dialog->setObjectName(name);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    QLabel *strong = label(title, u"questionTitle"_s, dialog);
    QFont font = strong->font();
    font.setWeight(QFont::DemiBold);
    font.setPointSizeF(font.pointSizeF() + 2);
    strong->setFont(font);
    auto *column = new QVBoxLayout(dialog);
    column->setContentsMargins(inset, inset, inset, 16);
    column->setSpacing(8);
    column->setSizeConstraint(QLayout::SetFixedSize);
    column->addWidget(strong);
    return dialog;
}

} // namespace

void DialogPrompts::ask(QWidget *parent, const Question &question, const std::function<void(int)> &answered)
{
    QDialog *dialog = makeDialog(parent, question.title, u"question"_s);
    auto *column = static_cast<QVBoxLayout *>(dialog->layout());
    auto *box = new QDialogButtonBox(dialog);
    addVerbs(box, question, dialog);
    column->addWidget(label(question.text, u"questionText"_s, dialog));
    column->addSpacing(16);
    column->addWidget(box);
    QObject::connect(dialog, &QDialog::finished, dialog, [answered, last = int(question.verbs.size()) - 1](int result) {
        answered(result > 0 ? result - 1 : last);
    });
    dialog->open();
}

void DialogPrompts::askText(QWidget *parent, const TextQuestion &question,
                            const std::function<void(const QString &)> &answered)
{
    QDialog *dialog = makeDialog(parent, question.title, u"textQuestion"_s);
    auto *column = static_cast<QVBoxLayout *>(dialog->layout());
    if (!question.text.isEmpty())
        column->addWidget(label(question.text, u"questionText"_s, dialog));
    auto *edit = new QLineEdit(question.value, dialog);
    edit->setObjectName(u"answer"_s);
    edit->setAccessibleName(question.label);
    edit->setPlaceholderText(question.label);
    edit->setEchoMode(question.echo == TextQuestion::Echo::Hidden ? QLineEdit::Password : QLineEdit::Normal);
    edit->selectAll();
    auto *box = new QDialogButtonBox(dialog);
    auto *take = box->addButton(question.verb, QDialogButtonBox::AcceptRole);
    take->setObjectName(u"take"_s);
    take->setProperty("primary", true);
    take->setDefault(true);
    box->addButton(QDialog::tr("Cancel"), QDialogButtonBox::RejectRole)->setAutoDefault(false);
    const auto follow = [take, edit, need = question.need] {
        take->setEnabled(need == TextQuestion::Need::Any || !edit->text().trimmed().isEmpty());
    };
    follow();
    column->addSpacing(8);
    column->addWidget(edit);
    column->addSpacing(16);
    column->addWidget(box);
    QObject::connect(edit, &QLineEdit::textChanged, take, follow);
    QObject::connect(box, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    QObject::connect(box, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    QObject::connect(dialog, &QDialog::accepted, edit, [answered, edit] { answered(edit->text().trimmed()); });
    dialog->open();
}

} // namespace ui
