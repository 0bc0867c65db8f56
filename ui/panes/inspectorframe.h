// SPDX-License-Identifier: Apache-2.0
// The frame of an inspector: a head with a drawing, a name and a few tools; tabs; a page that scrolls. Or, with nothing
// to show, one calm sentence.
#pragma once

#include "ui/look/look.h"

#include <QAction>
#include <QHash>
#include <QWidget>

#include <functional>

class QHBoxLayout;
class QStackedWidget;
class QTabBar;
class QVBoxLayout;

namespace ui {

class ElidedLabel;
class GlyphBox;
class SeveralPage;

class InspectorFrame : public QWidget
{
    Q_OBJECT

public:
    explicit InspectorFrame(const Look &look, QWidget *parent = nullptr);

    /// `drawing` is a status key or a kind.
    void setHeading(const QString &drawing, const QString &text);
    void setTools(const QList<QAction *> &tools);
    /// Tabs come in the order they are added. `name` is the object name of the page.
    void addPage(const QString &title, const QString &name, QWidget *content);
    /// A page that takes all the room and scrolls by itself.
    void addWholePage(const QString &title, const QString &name, QWidget *content);
    /// The same, made when it is first looked at.
    void addLatePage(const QString &title, const QString &name, const std::function<QWidget *()> &make);
    void setPageShown(int page, bool shown);
    void showPages();
    /// Replaces head and pages.
    void showOnly(QWidget *page);
    /// A page for showOnly(), added once: how many are chosen, and the verbs for all of them.
    SeveralPage *addOnly(const QString &name, const QList<QAction *> &verbs = {});
    /// The usual column of a page that scrolls.
    static QVBoxLayout *columnOf(QWidget *page, int spacing);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addTab(const QString &title, const QString &name, QWidget *page);
    void showPage(int page);

    const Look &m_look;
    GlyphBox *m_glyph;
    ElidedLabel *m_name;
    QHBoxLayout *m_tools;
    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    QStackedWidget *m_all;
    QHash<int, std::function<QWidget *()>> m_late; ///< By page; those that were made are gone.
};

} // namespace ui
