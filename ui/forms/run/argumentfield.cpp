// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/run/argumentfield.h"

#include "app/domain/input/secretrefs.h"
#include "ui/forms/formrow.h"

#include <QCalendarWidget>
#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QWidgetAction>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int dateWidth = 172;
constexpr int choiceWidth = 240;

} // namespace

QString labelOf(const domain::Argument &argument)
{
    return argument.label.isEmpty() ? argument.name : argument.label;
}

ArgumentField::ArgumentField(const Look &look, const domain::Argument &argument, QObject *parent)
    : QObject(parent), m_look(look), m_argument(argument)
{
    switch (argument.kind) {
    case domain::ArgumentKind::Fixed:
    case domain::ArgumentKind::Input:
        m_widget = makeInput();
        break;
    case domain::ArgumentKind::Options:
        m_widget = makeOptions();
        break;
    case domain::ArgumentKind::Secret:
        m_widget = makeSecret();
        break;
    case domain::ArgumentKind::Date:
        m_widget = makeDate();
        break;
    case domain::ArgumentKind::File:
        m_widget = makeFile();
        break;
    }
    m_widget->setObjectName(u"argument:"_s + argument.name);
    m_row = new FormRow(look, {labelOf(argument), argument.help, m_widget, m_tool});
}

QLineEdit *ArgumentField::makeLine()
{
    m_line = new QLineEdit;
    if (!m_argument.required && m_argument.fallback.isEmpty())
        m_line->setPlaceholderText(tr("may be left empty"));
    connect(m_line, &QLineEdit::textEdited, this, &ArgumentField::edited);
    m_write = [this](const QString &value) { m_line->setText(value); };
    m_read = [this] { return m_line->text(); };
    return m_line;
}

QToolButton *ArgumentField::makeTool(const QString &name, const QString &icon, const QString &text)
{
    m_tool = new QToolButton;
    m_tool->setObjectName(name + u':' + m_argument.name);
    m_tool->setIcon(m_look.icons().icon(icon));
    m_tool->setToolTip(text);
    m_tool->setAccessibleName(u"%1: %2"_s.arg(labelOf(m_argument), text));
    return m_tool;
}

QWidget *ArgumentField::makeInput()
{
    return makeLine();
}

QWidget *ArgumentField::makeOptions()
{
    auto *combo = new QComboBox;
    combo->setMinimumWidth(choiceWidth);
    combo->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    if (m_argument.fallback.isEmpty())
        combo->addItem(m_argument.required ? tr("choose one") : tr("none"), QString());
    for (const QString &option : std::as_const(m_argument.options))
        combo->addItem(option, option);
    connect(combo, &QComboBox::activated, this, &ArgumentField::edited);
    m_write = [combo](const QString &value) { combo->setCurrentIndex(std::max(0, combo->findData(value))); };
    m_read = [combo] { return combo->currentData().toString(); };
    return combo;
}

/// The name of a stored secret is shown, what is typed is not.
QWidget *ArgumentField::makeSecret()
{
    QLineEdit *line = makeLine();
    const auto hide = [line] {
        line->setEchoMode(domain::referredSecret(line->text()) ? QLineEdit::Normal : QLineEdit::Password);
    };
    hide();
    connect(line, &QLineEdit::textChanged, this, hide);
    line->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    if (const auto stored = domain::referredSecret(m_argument.fallback))
        line->setPlaceholderText(tr("the stored secret %1").arg(*stored));
    makeTool(u"storedSecrets"_s, u"key"_s, tr("Use a stored secret"));
    m_tool->setPopupMode(QToolButton::InstantPopup);
    m_secrets = new QMenu(m_tool);
    m_tool->setMenu(m_secrets);
    m_tool->hide();
    return line;
}

void ArgumentField::offerSecrets(const QStringList &names)
{
    if (!m_secrets)
        return;
    m_secrets->clear();
    for (const QString &name : names)
        m_secrets->addAction(name, this, [this, name] {
            m_write(domain::secretReference(name));
            Q_EMIT edited();
        });
    m_tool->setVisible(!names.isEmpty());
}

QWidget *ArgumentField::makeDate()
{
    QLineEdit *line = makeLine();
    line->setPlaceholderText(u"2026-10-25"_s);
    line->setFixedWidth(dateWidth);
    makeTool(u"calendar"_s, u"nav-maintenance"_s, tr("Choose a day"));
    m_tool->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_tool);
    auto *calendar = new QCalendarWidget;
    calendar->setObjectName(u"days:"_s + m_argument.name);
    auto *action = new QWidgetAction(menu);
    action->setDefaultWidget(calendar);
    menu->addAction(action);
    m_tool->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, calendar, [line, calendar] {
        const QDate day = QDate::fromString(line->text(), Qt::ISODate);
        calendar->setSelectedDate(day.isValid() ? day : QDate::currentDate());
        calendar->setFocus();
    });
    const auto take = [this, menu](const QDate &day) {
        menu->close();
        m_write(day.toString(Qt::ISODate));
        Q_EMIT edited();
    };
    connect(calendar, &QCalendarWidget::clicked, this, take);
    connect(calendar, &QCalendarWidget::activated, this, take);
    return line;
}

QWidget *ArgumentField::makeFile()
{
    QLineEdit *line = makeLine();
    line->setFont(m_look.font(TypeRole::Mono));
    makeTool(u"browse"_s, u"more"_s, tr("Choose a file…"));
    connect(m_tool, &QToolButton::clicked, this, &ArgumentField::chooseFile);
    return line;
}

void ArgumentField::chooseFile()
{
    auto *dialog = new QFileDialog(m_widget, labelOf(m_argument));
    dialog->setObjectName(u"chooseFile"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    if (const QString path = value(); path.startsWith(u'/'))
        dialog->selectFile(path);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_write(path);
        Q_EMIT edited();
    });
    dialog->open();
}

} // namespace ui
