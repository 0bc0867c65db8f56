// SPDX-License-Identifier: Apache-2.0
#include "ui/panes/inspectorframe.h"

#include "ui/panes/inspectorparts.h"
#include "ui/panes/severalpage.h"
#include "ui/widgets/labels.h"

#include <QPainter>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>

namespace ui {

using namespace Qt::StringLiterals;

InspectorFrame::InspectorFrame(const Look &look, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_glyph(new GlyphBox(look, this)),
      m_name(new ElidedLabel(look, {TypeRole::InspectorTitle, Colour::TextPrimary}, this)),
      m_tools(new QHBoxLayout),
      m_tabs(new QTabBar(this)),
      m_pages(new QStackedWidget(this)),
      m_all(new QStackedWidget(this))
{
    m_name->setObjectName(u"inspectorName"_s);
    m_tabs->setObjectName(u"inspectorTabs"_s);
    m_tabs->setAccessibleName(tr("Sections"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    auto *head = new QWidget(this);
    head->setFixedHeight(look.size(Size::PaneHeader));
    auto *headRow = new QHBoxLayout(head);
    headRow->setContentsMargins(16, 0, 8, 0);
    headRow->setSpacing(8);
    headRow->addWidget(m_glyph);
    headRow->addWidget(m_name, 1);
    m_tools->setSpacing(4);
    headRow->addLayout(m_tools);
    auto *tabRow = new QHBoxLayout;
    tabRow->setContentsMargins(4, 0, 8, 0);
    tabRow->addWidget(m_tabs, 1);
    auto *object = new QWidget(this);
    auto *column = new QVBoxLayout(object);
    column->setSpacing(0);
    column->addWidget(head);
    column->addLayout(tabRow);
    column->addWidget(new Hairline(look, Qt::Horizontal, object));
    column->addWidget(m_pages, 1);
    m_all->addWidget(object);
    auto *whole = new QVBoxLayout(this);
    whole->addWidget(m_all);
    setMinimumWidth(look.size(Size::InspectorMin));
    connect(m_tabs, &QTabBar::currentChanged, this, &InspectorFrame::showPage);
}

void InspectorFrame::setHeading(const QString &drawing, const QString &text)
{
    m_glyph->setDrawing(drawing);
    m_name->setText(text);
}

void InspectorFrame::setTools(const QList<QAction *> &tools)
{
    for (QAction *action : tools) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setObjectName(u"inspector_"_s + action->objectName());
        button->setFocusPolicy(Qt::TabFocus);
        const auto name = [button, action] { button->setAccessibleName(action->text().remove(u'&')); };
        name();
        connect(action, &QAction::changed, button, name);
        m_tools->addWidget(button);
        addAction(action);
    }
}

void InspectorFrame::addTab(const QString &title, const QString &name, QWidget *page)
{
    page->setObjectName(name);
    m_pages->addWidget(page);
    m_tabs->addTab(title);
}

void InspectorFrame::addPage(const QString &title, const QString &name, QWidget *content)
{
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setAccessibleName(title);
    area->setWidget(content);
    content->setAutoFillBackground(false);
    area->viewport()->setAutoFillBackground(false);
    addTab(title, name, area);
}

void InspectorFrame::addWholePage(const QString &title, const QString &name, QWidget *content)
{
    addTab(title, name, content);
}

void InspectorFrame::addLatePage(const QString &title, const QString &name, const std::function<QWidget *()> &make)
{
    m_late.insert(m_pages->count(), make);
    addTab(title, name, new QWidget(this));
}

void InspectorFrame::showPage(int page)
{
    if (const auto make = m_late.take(page)) {
        QWidget *place = m_pages->widget(page);
        QWidget *made = make();
        made->setObjectName(place->objectName());
        m_pages->insertWidget(page, made);
        delete place;
    }
    m_pages->setCurrentIndex(page);
}

void InspectorFrame::setPageShown(int page, bool shown)
{
    m_tabs->setTabVisible(page, shown);
}

SeveralPage *InspectorFrame::addOnly(const QString &name, const QList<QAction *> &verbs)
{
    auto *page = new SeveralPage(m_look, verbs);
    page->setObjectName(name);
    m_all->addWidget(page);
    return page;
}

QVBoxLayout *InspectorFrame::columnOf(QWidget *page, int spacing)
{
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(16, 14, 16, 16);
    column->setSpacing(spacing);
    return column;
}

void InspectorFrame::showOnly(QWidget *page)
{
    m_all->setCurrentWidget(page);
}

void InspectorFrame::showPages()
{
    if (m_all->currentIndex() != 0) {
        m_all->setCurrentIndex(0);
        m_tabs->updateGeometry(); // a tab bar that was never seen has told its layout no height
    }
}

void InspectorFrame::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.colour(Colour::BgPanel));
}

} // namespace ui
