// SPDX-License-Identifier: Apache-2.0
// The log of one run: a bar over the lines, and what stands in their place while there are none. Follows the run while
// it goes on; stopping it and running it again are rows in the store.
#pragma once

#include "models/connections/connectionbook.h"
#include "ui/forms/run/runstarter.h"
#include "ui/log/find/logjumps.h"
#include "ui/log/logmodelsource.h"
#include "ui/log/marks/logmarking.h"
#include "ui/log/marks/wordlabels.h"
#include "ui/log/out/logcopier.h"
#include "ui/log/out/logdrag.h"
#include "ui/log/runwords.h"
#include "ui/shell/context.h"
#include "ui/widgets/log/logview.h"

#include <QTimer>
#include <QWidget>

class QStackedLayout;

namespace ui {

class EmptyState;
class LogBar;
class NewsRow;
class SavedSearches;
class SaveRow;

/// Keys of what is chosen for all logs.
inline constexpr char logWrapKey[] = "log/wrap";
inline constexpr char logZoomKey[] = "log/zoom";
inline constexpr char logFormKey[] = "log/form"; ///< See suffixOf().

class LogTab : public QWidget
{
    Q_OBJECT

public:
    LogTab(const Context &context, const base::RunId &run, QWidget *parent = nullptr);

    const base::RunId &runId() const { return m_model.runId(); }
    /// Whose run it is; empty while that is not known.
    base::AutomationId automation() const { return m_model.run() ? m_model.run()->automationId : base::AutomationId(); }
    /// Of the automation; the run's id until it is read.
    QString title() const;
    /// `run.failed`; empty until it is read.
    QString statusKey() const;
    LogView &view() { return *m_view; }
    LogSearch &search() { return m_search; }
    models::LogModel &model() { return m_model; }

    void setDetached(bool detached);
    /// To a line (from 0), as soon as the log is known to have it.
    void goTo(qint64 line);
    /// Begins to write the log into a file; a row below the log says how far it is.
    void saveTo(const QString &path, LogForm form = LogForm::Text);
    /// The log as a file in `folder`, for a drag, in the form in which one was saved last. Null where it can't be.
    LogDrag *dragData(const QString &folder);

Q_SIGNALS:
    /// Title or status are others now.
    void changed();
    void said(const QString &text, const std::function<void()> &undo);
    void failed(const base::Error &error);
    /// A new run of the same automation was asked for.
    void runMade(const base::RunId &run);
    void attachWanted();
    /// What is looked for here, in other runs.
    void everywhereWanted();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void buildColumn();
    void wireBar();
    void wireJumps();
    void wireHands();
    void wireMarks();
    void wireOthers();
    void showRun();
    void showHeadline();
    void showWhyNot();
    void showContent();
    void setStamps(LogStamps stamps);
    void showPreferences();
    void showMenu(const QPoint &at);
    void copy(LogCopy form);
    void stop();
    void readStopping(const base::AutomationId &automation);
    void runAgain();
    void chooseFile(LogForm form);
    base::Result<SaveRequest> saveRequest(const QString &path, LogForm form) const;

    Context m_context;
    RunStarter m_starter;
    models::LogModel m_model;
    models::ConnectionBook m_homes;
    LogModelSource m_source;
    LogBar *m_bar;
    LogView *m_view;
    LogSearch m_search;
    LogJumps m_jumps;
    LogMarking m_marking;
    WordLabels m_labels;
    LogCopier m_copier;
    NewsRow *m_news;
    SavedSearches *m_saved;
    EmptyState *m_empty;
    QStackedLayout *m_content = nullptr;
    SaveRow *m_saveRow;
    QTimer m_tick; ///< While something counts.
    qint64 m_wantedLine = -1;
    std::optional<Stopping> m_stopping;
    std::optional<base::Error> m_problem;
};

} // namespace ui
