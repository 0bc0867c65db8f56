// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/prompts.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
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

} // namespace

void DialogPrompts::ask(QWidget *parent, const Question &question, const std::function<void(int)> &answered)
{
    auto *dialog = new QDialog(parent);
    dialog->setObjectName(u"question"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(question.title);
    QLabel *title = label(question.title, u"questionTitle"_s, dialog);
    QFont strong = title->font();
    strong.setWeight(QFont::DemiBold);
    strong.setPointSizeF(strong.pointSizeF() + 2);
    title->setFont(strong);
    auto *box = new QDialogButtonBox(dialog);
    addVerbs(box, question, dialog);
    auto *column = new QVBoxLayout(dialog);
    column->setContentsMargins(inset, inset, inset, 16);
    column->setSpacing(8);
    column->setSizeConstraint(QLayout::SetFixedSize);
    column->addWidget(title);
    column->addWidget(label(question.text, u"questionText"_s, dialog));
    column->addSpacing(16);
    column->addWidget(box);
    QObject::connect(dialog, &QDialog::finished, dialog, [answered, last = int(question.verbs.size()) - 1](int result) {
        answered(result > 0 ? result - 1 : last);
    });
    dialog->open();
}

} // namespace ui
