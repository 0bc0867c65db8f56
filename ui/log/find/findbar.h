// SPDX-License-Identifier: Apache-2.0
// The bar with which something is found in a log. It knows words and buttons only; who searches is told of every
// change.
#pragma once

#include "ui/log/find/findways.h"
#include "ui/look/look.h"

#include <QWidget>

class QCheckBox;
class QHBoxLayout;
class QLineEdit;
class QMenu;
class QSpinBox;
class QToolButton;

namespace ui {

class TextLabel;

class FindBar : public QWidget
{
    Q_OBJECT

public:
    /// Of several logs at once all lines are shown, and nothing leads to other runs.
    enum class Reach { OneLog, SeveralLogs };
    explicit FindBar(const Look &look, Reach reach = Reach::OneLog, QWidget *parent = nullptr);

    /// No terms while nothing is written.
    search::Query query() const { return queryOf(state()); }
    FindState state() const;
    void setState(const FindState &state);
    /// Of the button for saved searches; who fills it is told when it is about to show.
    QMenu &savedMenu() const { return *m_saved; }
    bool onlyMatching() const;
    /// Lines to show before and after each that matches.
    int context() const;
    /// Keys go to the line for words, all of it selected.
    void begin();

    struct Count
    {
        qint64 at = 0; ///< From 1; 0: at none.
        qint64 of = 0;
        bool searching = false;
    };
    void setCount(const Count &count);
    /// What is wrong with the pattern; empty: nothing.
    void setProblem(const QString &problem);
    /// With the short words.
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void queryChanged();
    void filterChanged();
    void nextWanted();
    void previousWanted();
    /// The same, in other runs.
    void everywhereWanted();
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QToolButton *addTool(const char *name, const QString &icon, const QString &what);
    void addWays();
    void addFilter();
    void addOthers();
    int wordsWidth(const QString &words) const;
    void fitWords();

    const Look &m_look;
    QHBoxLayout *m_row;
    QLineEdit *m_edit;
    FindWays *m_ways;
    QMenu *m_saved = nullptr;
    TextLabel *m_count;
    QToolButton *m_previous = nullptr;
    QToolButton *m_next = nullptr;
    QCheckBox *m_only = nullptr;
    QSpinBox *m_context = nullptr;
};

} // namespace ui
