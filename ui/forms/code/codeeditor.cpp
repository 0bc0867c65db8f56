// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/code/codeeditor.h"

#include "app/base/answer.h"
#include "models/times.h"
#include "ui/errors/errortext.h"
#include "ui/forms/code/codeview.h"
#include "ui/forms/code/filetree.h"
#include "ui/forms/formrow.h"
#include "ui/widgets/labels.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStringDecoder>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr base::Millis packAfter{250}; // while somebody types
constexpr qsizetype longestText = 1024 * 1024;

const QByteArray example = "exports.handler = async function (event, context) {\n"
                           "    console.log('Hello from ' + event.autotaskName);\n"
                           "    return { ok: true };\n"
                           "};\n";

/// Nothing where it is no text, or too much of it.
std::optional<QString> textOf(const QByteArray &bytes)
{
    QStringDecoder decode(QStringDecoder::Utf8);
    const QString text = decode(bytes);
    const bool plain = !decode.hasError() && !text.contains(QChar()) && bytes.size() <= longestText;
    return plain ? std::optional(text) : std::nullopt;
}

} // namespace

CodeEditor::CodeEditor(const Look &look, const bundles::Bundles &bundles, QWidget *parent)
    : QWidget(parent),
      m_bundles(bundles),
      m_tree(new FileTree),
      m_view(new CodeView(look)),
      m_digest(new TextLabel(look, {TypeRole::Caption, Colour::TextSecondary})),
      m_error(new ErrorLine(look))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_tree->setObjectName(u"bundleFiles"_s);
    m_tree->setAccessibleName(tr("Files of the bundle"));
    m_tree->setFixedWidth(190);
    m_view->setObjectName(u"bundleText"_s);
    m_digest->setObjectName(u"bundleDigest"_s);
    m_digest->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_soon.setSingleShot(true);
    m_soon.setInterval(packAfter);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(8);
    middle->addWidget(m_tree);
    middle->addWidget(m_view, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(buildVerbs());
    column->addLayout(middle, 1);
    column->addWidget(m_digest);
    column->addWidget(m_error);
    connect(m_tree, &FileTree::fileChosen, this, &CodeEditor::showFile);
    connect(m_tree, &FileTree::renamed, this, &CodeEditor::renameFile);
    connect(m_view, &TextEditor::edited, this, &CodeEditor::takeText);
    connect(&m_soon, &QTimer::timeout, this, &CodeEditor::pack);
    showState();
}

QPushButton *CodeEditor::addVerb(QBoxLayout *row, const QString &text, const QString &name, void (CodeEditor::*act)())
{
    auto *button = new QPushButton(text);
    button->setObjectName(name);
    button->setProperty("small", true);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, act);
    row->addWidget(button);
    return button;
}

QWidget *CodeEditor::buildVerbs()
{
    auto *verbs = new QWidget;
    auto *row = new QHBoxLayout(verbs);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    addVerb(row, tr("Import zip or JSON\u2026"), u"importFile"_s, &CodeEditor::askForFile);
    addVerb(row, tr("Import folder\u2026"), u"importFolder"_s, &CodeEditor::askForFolder);
    m_example = addVerb(row, tr("Start with an example"), u"startWithExample"_s, &CodeEditor::startWithExample);
    row->addStretch(1);
    addVerb(row, tr("New file"), u"addFile"_s, &CodeEditor::addFile);
    m_remove = addVerb(row, tr("Remove"), u"removeFile"_s, &CodeEditor::removeFile);
    m_whole = addVerb(row, tr("Whole page"), u"wholePage"_s, &CodeEditor::askForPage);
    m_whole->setCheckable(true);
    m_whole->setToolTip(tr("Hides the other fields of this page"));
    return verbs;
}

void CodeEditor::askForPage()
{
    Q_EMIT pageWanted(m_whole->isChecked());
}

void CodeEditor::setCode(const QString &code)
{
    m_soon.stop();
    m_packing = false;
    m_code = code;
    m_bundle = {};
    m_files.clear();
    m_shown.clear();
    const int generation = ++m_generation;
    showState();
    if (code.isEmpty())
        return;
    base::onAnswer(this, m_bundles.openCode(code), [this, generation](const base::Result<bundles::Opened> &opened) {
        if (generation != m_generation)
            return;
        if (!opened) {
            showProblem(opened.error());
            return;
        }
        m_bundle = opened->bundle;
        m_files = opened->files;
        m_shown = u"index.js"_s;
        showState();
    });
}

QString CodeEditor::code() const
{
    return m_packing ? QString() : m_code;
}

void CodeEditor::askForFile()
{
    auto *dialog = new QFileDialog(this, tr("Import a bundle"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Bundles (*.zip *.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &CodeEditor::importFrom);
    dialog->open();
}

void CodeEditor::askForFolder()
{
    auto *dialog = new QFileDialog(this, tr("Import a folder with an index.js"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &CodeEditor::importFrom);
    dialog->open();
}

void CodeEditor::importFrom(const QString &path)
{
    const int generation = ++m_generation;
    base::onAnswer(this, m_bundles.openPath(path), [this, generation](const base::Result<bundles::Opened> &opened) {
        if (generation != m_generation)
            return;
        if (opened)
            take(opened->bundle, opened->files);
        else
            showProblem(opened.error());
    });
}

void CodeEditor::take(const bundles::Bundle &bundle, const bundles::Files &files)
{
    m_soon.stop();
    m_packing = false;
    m_bundle = bundle;
    m_code = bundle.code();
    m_files = files;
    m_shown = u"index.js"_s;
    showState();
    Q_EMIT edited();
    Q_EMIT settled();
}

void CodeEditor::startWithExample()
{
    m_files = {{u"index.js"_s, example}};
    m_shown = u"index.js"_s;
    showState();
    noteEdit();
}

void CodeEditor::addFile()
{
    QString name = u"new.js"_s;
    for (int i = 2; m_files.contains(name); ++i)
        name = u"new%1.js"_s.arg(i);
    m_files.insert(name, {});
    m_shown = name;
    showState();
    noteEdit();
    m_tree->setFocus();
    m_tree->rename();
}

void CodeEditor::removeFile()
{
    m_files.remove(m_tree->chosenFile());
    m_shown = m_files.contains(u"index.js"_s) ? u"index.js"_s : m_files.isEmpty() ? QString() : m_files.firstKey();
    showState();
    noteEdit();
}

void CodeEditor::renameFile(const QString &from, const QString &to)
{
    if (!to.endsWith(u'/') && !m_files.contains(to) && m_files.contains(from)) {
        m_files.insert(to, m_files.take(from));
        m_shown = to;
        noteEdit();
    }
    showState();
}

void CodeEditor::showFile(const QString &name)
{
    m_shown = name;
    const std::optional<QString> text = textOf(m_files.value(name));
    m_view->setReadOnly(name.isEmpty() || !text);
    m_view->setAccessibleName(name.isEmpty() ? tr("No file chosen") : tr("Text of %1").arg(name));
    m_view->showText(!text ? tr("This file is no text: %1.").arg(models::sizeText(m_files.value(name).size())) : *text);
    m_remove->setEnabled(!name.isEmpty());
}

void CodeEditor::takeText()
{
    m_files.insert(m_shown, m_view->toPlainText().toUtf8());
    noteEdit();
}

void CodeEditor::noteEdit()
{
    ++m_generation;
    m_packing = true;
    m_soon.start();
    Q_EMIT edited();
}

void CodeEditor::pack()
{
    const int generation = m_generation;
    base::onAnswer(this, m_bundles.pack(m_files), [this, generation](const base::Result<bundles::Imported> &packed) {
        if (generation != m_generation)
            return;
        m_packing = false;
        if (packed) {
            m_bundle = packed->bundle;
            m_code = m_bundle.code();
            m_error->setText({});
            m_digest->setText(digestText());
        } else {
            m_code.clear();
            showProblem(packed.error());
        }
        Q_EMIT edited();
        Q_EMIT settled();
    });
}

QString CodeEditor::digestText() const
{
    qint64 size = 0;
    for (const QByteArray &file : m_files)
        size += file.size();
    return tr("%n files", nullptr, int(m_files.size())) + u", "_s + models::sizeText(size) +
           (m_bundle.isEmpty() ? QString() : u" \u00b7 SHA-256 "_s + m_bundle.digestText());
}

void CodeEditor::showState()
{
    m_error->setText({});
    m_digest->setText(m_files.isEmpty() ? tr("No code yet.") : digestText());
    m_example->setVisible(m_files.isEmpty());
    m_tree->setFiles(m_files.keys(), m_shown);
    showFile(m_tree->chosenFile());
}

void CodeEditor::showProblem(const base::Error &error)
{
    m_error->setText(errorText(error));
}

} // namespace ui
