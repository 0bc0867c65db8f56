// SPDX-License-Identifier: Apache-2.0
// The bar over a log: what became of the run, how much it wrote, and the tools. It knows words and buttons only; what
// they do is the tab's.
#pragma once

#include "ui/log/marks/logmarking.h"
#include "ui/log/out/logformats.h"
#include "ui/look/look.h"
#include "ui/widgets/log/logview.h"

#include <QWidget>

class QActionGroup;
class QHBoxLayout;
class QToolButton;

namespace ui {

class ElidedLabel;
class FollowChip;

/// What can be done about the run now.
enum class RunVerb { None, Stop, RunAgain };

class LogBar : public QWidget
{
    Q_OBJECT

public:
    explicit LogBar(const Look &look, QWidget *parent = nullptr);

    /// `statusKey` draws the glyph: `run.failed`.
    void setHeadline(const QString &statusKey, const QString &text);
    void setFigures(const QString &text);
    void setVerb(RunVerb verb);
    /// Whether Stop was pressed already.
    void setStopping(bool stopping);
    /// Why a run can be neither stopped nor started here; empty where it can.
    void setWhyNot(const QString &whyNot);
    void setStamps(LogStamps stamps);
    void setWrap(LogWrap wrap);
    /// Whether the bar for finding is open.
    void setFinding(bool finding);
    /// In a window of its own there is a way back.
    void setDetached(bool detached);
    FollowChip &chip() { return *m_chip; }
    QString headline() const { return m_headline; }

Q_SIGNALS:
    void stampsChosen(ui::LogStamps stamps);
    void wrapChosen(ui::LogWrap wrap);
    void markWanted(ui::MarkVerb verb);
    void findWanted(bool open);
    void goToWanted();
    void problemWanted(bool next);
    /// What is new since it last worked.
    void newsWanted();
    void saveWanted(ui::LogForm form);
    void stopWanted();
    void runAgainWanted();
    void attachWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QToolButton *addTool(const char *name, const QString &icon, const QString &text);
    void addFinding();
    void addStamps();
    void addMarks();
    void addSaving();
    void addVerbs();

    const Look &m_look;
    QHBoxLayout *m_row;
    QString m_statusKey;
    QString m_headline;
    QString m_whyNot;
    bool m_stopping = false;
    QWidget *m_place; ///< Keeps the room where glyph and headline are painted.
    ElidedLabel *m_figures;
    FollowChip *m_chip;
    QToolButton *m_find = nullptr;
    QToolButton *m_stampsTool = nullptr;
    QActionGroup *m_stamps = nullptr;
    QToolButton *m_wrap = nullptr;
    QToolButton *m_attach = nullptr;
    QToolButton *m_stop = nullptr;
    QToolButton *m_again = nullptr;
};

} // namespace ui
