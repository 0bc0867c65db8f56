// SPDX-License-Identifier: Apache-2.0
// The part of LogTab that takes things out of the log, marks them and compares them.
#include "ui/log/find/savedsearches.h"
#include "ui/log/logbar.h"
#include "ui/log/logtab.h"
#include "ui/log/out/logzip.h"
#include "ui/log/out/saverow.h"
#include "ui/log/several/comparewindow.h"
#include "ui/log/several/newsrow.h"

#include <QFileDialog>
#include <QMenu>
#include <QSettings>

namespace ui {

using namespace Qt::StringLiterals;

void LogTab::wireHands()
{
    connect(m_bar, &LogBar::wrapChosen, this, [this](LogWrap wrap) {
        m_context.desk.setValue(QLatin1StringView(logWrapKey), wrap == LogWrap::On);
        m_view->setWrap(wrap);
    });
    connect(m_view, &LogView::zoomed, this,
            [this](int points) { m_context.desk.setValue(QLatin1StringView(logZoomKey), points); });
    connect(m_view, &LogView::copyWanted, this, &LogTab::copy);
    connect(&m_copier, &LogCopier::copied, this, [this](qint64 lines, bool whole) {
        Q_EMIT said(whole ? tr("%Ln lines copied", nullptr, int(lines))
                          : tr("The first %Ln lines copied; save the log for the rest", nullptr, int(lines)),
                    {});
    });
    connect(&m_copier, &LogCopier::failed, this, &LogTab::failed);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QWidget::customContextMenuRequested, this, &LogTab::showMenu);
}

void LogTab::wireMarks()
{
    connect(m_bar, &LogBar::markWanted, this, [this](MarkVerb verb) { m_marking.perform(verb, this); });
    connect(&m_marking, &LogMarking::said, this, &LogTab::said);
    connect(&m_marking, &LogMarking::failed, this, &LogTab::failed);
    connect(&m_labels, &WordLabels::changed, this, [this] { m_view->setLabels(m_labels.labels()); });
    connect(&m_labels, &WordLabels::failed, this, &LogTab::failed);
}

void LogTab::wireOthers()
{
    connect(m_search.bar(), &FindBar::everywhereWanted, this, &LogTab::everywhereWanted);
    connect(m_saved, &SavedSearches::said, this, &LogTab::said);
    connect(m_saved, &SavedSearches::failed, this, &LogTab::failed);
    connect(m_bar, &LogBar::newsWanted, this, [this] {
        if (m_model.run())
            m_news->begin(*m_model.run());
    });
    connect(m_news, &NewsRow::said, this, &LogTab::said);
    connect(m_news, &NewsRow::failed, this, &LogTab::failed);
    connect(m_news, &NewsRow::bothWanted, this, [this](const domain::Run &run, const domain::Run &other) {
        (new CompareWindow(m_context, other, run, this))->show();
    });
}

void LogTab::showMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"logMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool some = !m_view->selection().isEmpty();
    const auto add = [menu](const QString &name, const QString &text, const std::function<void()> &verb) {
        QAction *action = menu->addAction(text, menu, verb);
        action->setObjectName(name);
        return action;
    };
    add(u"copyLog"_s, tr("&Copy\tCtrl+C"), [this] { m_view->copy(); })->setEnabled(some);
    add(u"copyQuote"_s, tr("Copy as &quote\tCtrl+Shift+C"), [this] { copy(LogCopy::Quote); })->setEnabled(some);
    add(u"selectAllLog"_s, tr("Select &all\tCtrl+A"), [this] { m_view->selectAll(); });
    menu->addSeparator();
    add(u"markLine"_s, tr("&Mark this line or not\tCtrl+B"), [this] { m_marking.perform(MarkVerb::Toggle, this); });
    add(u"noteLine"_s, tr("&Note on this line\u2026\tCtrl+Shift+B"),
        [this] { m_marking.perform(MarkVerb::Note, this); });
    const LogSelection selection = m_view->selection();
    const bool oneLine = selection.first().line == selection.last().line;
    m_labels.fillMenu(*menu->addMenu(tr("Co&lour the selected words")), oneLine ? m_view->selectedText() : QString());
    menu->popup(m_view->mapToGlobal(at));
}

void LogTab::copy(LogCopy form)
{
    const LogSelection selection = m_view->selection();
    const qint64 first = m_search.lineOf(selection.first().line), last = m_search.lineOf(selection.last().line);
    m_copier.start(
        {.run = runId(),
         .selection = selection,
         .form = form,
         .heading = tr("%1, %2, lines %L3 to %L4:").arg(title(), runId().text()).arg(first + 1).arg(last + 1),
         .lineOf = m_search.rows()});
}

void LogTab::chooseFile(LogForm form)
{
    if (m_saveRow->isBusy())
        return;
    auto *dialog = new QFileDialog(this, tr("Save the log"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffixOf(form));
    dialog->selectFile(u"%1.%2"_s.arg(runId().text(), suffixOf(form)));
    connect(dialog, &QFileDialog::fileSelected, this, [this, form](const QString &path) {
        m_context.desk.setValue(QLatin1StringView(logFormKey), suffixOf(form));
        saveTo(path, form);
    });
    dialog->open();
}

base::Result<SaveRequest> LogTab::saveRequest(const QString &path, LogForm form) const
{
    if (form == LogForm::Zip && m_model.run())
        return zipRequest(*m_model.run(), path);
    const QString title = u"%1, %2"_s.arg(this->title(), runId().text());
    return SaveRequest{.run = runId(), .path = path, .format = logFormat(form, title, m_context.look.tokens())};
}

void LogTab::saveTo(const QString &path, LogForm form)
{
    if (m_saveRow->isBusy())
        return;
    if (const base::Result<SaveRequest> request = saveRequest(path, form))
        m_saveRow->begin(m_context.store.logs(), *request, path);
    else
        Q_EMIT failed(request.error());
}

LogDrag *LogTab::dragData(const QString &folder)
{
    const QString chosen = m_context.desk.value(QLatin1StringView(logFormKey)).toString();
    LogForm form = LogForm::Text;
    for (const LogForm known : {LogForm::Ansi, LogForm::Html, LogForm::JsonLines, LogForm::Zip}) {
        if (suffixOf(known) == chosen)
            form = known;
    }
    const QString path = folder + u'/' + dragFileName(title(), runId(), form);
    base::Result<SaveRequest> request = saveRequest(path, form);
    if (request)
        return new LogDrag(m_context.store.logs(), *std::move(request), path);
    Q_EMIT failed(request.error());
    return nullptr;
}

} // namespace ui
