// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/help/helpwindows.h"

#include "ui/widgets/labels.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFile>
#include <QGridLayout>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int inset = 24;
constexpr int labelGap = 32;
constexpr qint64 tailBytes = 256 * 1024;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::HelpWindows)
};

QDialog *makeDialog(const QString &title, const QString &name, QWidget *parent)
{
    auto *dialog = new QDialog(parent);
    dialog->setObjectName(name);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto *column = new QVBoxLayout(dialog);
    column->setContentsMargins(inset, inset, inset, 16);
    column->setSpacing(16);
    return dialog;
}

QDialogButtonBox *addClose(QDialog *dialog)
{
    auto *box = new QDialogButtonBox(dialog);
    auto *close = new QPushButton(Words::tr("&Close"), dialog);
    close->setObjectName(u"close"_s);
    box->addButton(close, QDialogButtonBox::RejectRole);
    QObject::connect(box, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    dialog->layout()->addWidget(box);
    return box;
}

void addShortcuts(const Look &look, QGridLayout *grid, const QMenu &menu)
{
    QWidget *page = grid->parentWidget();
    bool titled = false;
    const QList<QAction *> actions = menu.actions();
    for (const QAction *action : actions) {
        if (action->shortcuts().isEmpty())
            continue;
        if (!std::exchange(titled, true)) {
            auto *title = new TextLabel(look, {TypeRole::Strong, Colour::TextSecondary}, page);
            title->setText(menu.title().remove(u'&'));
            title->setContentsMargins(0, grid->count() > 0 ? 12 : 0, 0, 0);
            grid->addWidget(title, grid->rowCount(), 0, 1, 2);
        }
        auto *text = new TextLabel(look, {}, page);
        text->setText(action->text().remove(u'&'));
        const QString keys = QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText);
        const int row = grid->rowCount();
        grid->addWidget(text, row, 0);
        grid->addWidget(new KeyCap(look, keys, page), row, 1, Qt::AlignRight | Qt::AlignVCenter);
    }
}

} // namespace

QDialog *makeShortcutList(const Look &look, const QList<QMenu *> &menus, QWidget *parent)
{
    QDialog *dialog = makeDialog(Words::tr("Keyboard shortcuts"), u"shortcutList"_s, parent);
    auto *page = new QWidget(dialog);
    auto *grid = new QGridLayout(page);
    grid->setVerticalSpacing(6);
    grid->setHorizontalSpacing(labelGap);
    grid->setColumnStretch(0, 1);
    for (const QMenu *menu : menus)
        addShortcuts(look, grid, *menu);
    grid->setRowStretch(grid->rowCount(), 1);
    auto *scroll = new QScrollArea(dialog);
    scroll->setObjectName(u"shortcuts"_s);
    scroll->setAccessibleName(dialog->windowTitle());
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(page);
    dialog->layout()->addWidget(scroll);
    addClose(dialog);
    dialog->resize(440, 560);
    return dialog;
}

QDialog *makeAbout(const Look &look, QWidget *parent)
{
    QDialog *dialog = makeDialog(Words::tr("About Signalbox"), u"about"_s, parent);
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    auto *icon = new QLabel(dialog);
    icon->setPixmap(look.icons().application().pixmap(QSize(64, 64), dialog->devicePixelRatioF()));
    row->addWidget(icon, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    auto *name = new TextLabel(look, {TypeRole::ObjectTitle, Colour::TextPrimary}, dialog);
    name->setText(Words::tr("Signalbox %1").arg(QCoreApplication::applicationVersion()));
    auto *what = new TextLabel(look, {TypeRole::Body, Colour::TextSecondary}, dialog);
    what->setText(
        Words::tr(
            "The operator's desktop for automations.\nFree software under the Apache License 2.0.\nBuilt with Qt %1.")
            .arg(QLatin1StringView(qVersion())));
    words->addWidget(name);
    words->addWidget(what);
    row->addLayout(words, 1);
    static_cast<QVBoxLayout *>(dialog->layout())->addLayout(row);
    addClose(dialog);
    dialog->layout()->setSizeConstraint(QLayout::SetFixedSize);
    return dialog;
}

ProgramLog::ProgramLog(const Look &look, QString path, QWidget *parent)
    : QDialog(parent), m_path(std::move(path)), m_text(new QPlainTextEdit(this))
{
    setObjectName(u"programLogWindow"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Program log"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(inset, inset, inset, 16);
    column->setSpacing(12);
    auto *where = new ElidedLabel(look, {TypeRole::Caption, Colour::TextSecondary}, this);
    where->setText(m_path.isEmpty() ? tr("This program keeps no log file.") : m_path);
    column->addWidget(where);
    m_text->setObjectName(u"programLogText"_s);
    m_text->setAccessibleName(windowTitle());
    m_text->setReadOnly(true);
    m_text->setProperty("field", true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(look.font(TypeRole::Log));
    column->addWidget(m_text, 1);
    QDialogButtonBox *box = addClose(this);
    auto *again = new QPushButton(tr("&Reload"), this);
    again->setObjectName(u"reload"_s);
    box->addButton(again, QDialogButtonBox::ActionRole);
    connect(again, &QPushButton::clicked, this, &ProgramLog::reload);
    resize(880, 520);
    reload();
}

void ProgramLog::reload()
{
    QFile file(m_path);
    QByteArray tail;
    if (!m_path.isEmpty() && file.open(QIODevice::ReadOnly)) {
        const bool cut = file.size() > tailBytes;
        file.seek(cut ? file.size() - tailBytes : 0);
        tail = file.read(tailBytes);
        if (cut)
            tail.remove(0, tail.indexOf('\n') + 1);
    }
    m_text->setPlainText(QString::fromUtf8(tail));
    m_text->verticalScrollBar()->setValue(m_text->verticalScrollBar()->maximum());
}

} // namespace ui
