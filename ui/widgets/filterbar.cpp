// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/filterbar.h"

#include "ui/look/style/kit.h"
#include "ui/widgets/filterchip.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QToolButton *smallTool(QWidget *parent, const QIcon &icon, const QString &name)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icon);
    button->setProperty("small", true);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

FilterBar::FilterBar(const Look &look, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_chipRow(new QHBoxLayout),
      m_edit(new QLineEdit(this)),
      m_hint(new KeyCap(look, {}, this)),
      m_clear(smallTool(this, look.icons().icon(u"close"_s), tr("Clear filter"))),
      m_arrow(smallTool(this, look.icons().icon(u"chevron-down"_s), tr("Saved filters")))
{
    setObjectName(u"filterBar"_s);
    setFixedHeight(std::max(look.size(Size::Filter), fontMetrics().height() + 8));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_edit->setObjectName(u"filterEdit"_s);
    m_edit->setAccessibleName(tr("Filter"));
    m_edit->setFrame(false);
    m_edit->installEventFilter(this);
    setFocusProxy(m_edit);
    m_clear->setObjectName(u"filterClear"_s);
    m_arrow->setObjectName(u"filterMenu"_s);
    m_arrow->setPopupMode(QToolButton::InstantPopup);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(30, 0, 4, 0);
    row->setSpacing(4);
    row->addLayout(m_chipRow);
    row->addWidget(m_edit, 1);
    for (QWidget *part :
         {static_cast<QWidget *>(m_hint), static_cast<QWidget *>(m_clear), static_cast<QWidget *>(m_arrow)})
        row->addWidget(part, 0, Qt::AlignVCenter);
    m_arrow->hide();
    connect(m_edit, &QLineEdit::textChanged, this, &FilterBar::updateParts);
    connect(m_edit, &QLineEdit::textChanged, this, &FilterBar::textChanged);
    connect(m_edit, &QLineEdit::returnPressed, this, &FilterBar::submitted);
    connect(m_clear, &QToolButton::clicked, this, &FilterBar::clearAll);
    updateParts();
}

QString FilterBar::text() const
{
    return m_edit->text();
}

void FilterBar::setText(const QString &text)
{
    m_edit->setText(text);
}

void FilterBar::setPlaceholder(const QString &text)
{
    m_edit->setPlaceholderText(text);
}

bool FilterBar::isEmpty() const
{
    return m_edit->text().isEmpty() && m_chips.isEmpty();
}

void FilterBar::setShortcutHint(const QString &key)
{
    m_hint->setText(key);
    updateParts();
}

void FilterBar::setMenu(QMenu *menu)
{
    m_arrow->setMenu(menu);
    m_arrow->setVisible(menu != nullptr);
}

QSize FilterBar::sizeHint() const
{
    return {386, height()};
}

void FilterBar::setChips(const QList<FilterChip> &chips)
{
    if (chips == m_chips)
        return;
    m_chips = chips;
    buildChips();
    updateParts();
}

void FilterBar::buildChips()
{
    while (QLayoutItem *item = m_chipRow->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (qsizetype i = 0; i < m_chips.size(); ++i) {
        auto *chip = new FilterChipButton(m_look, m_chips[i], this);
        connect(chip, &QAbstractButton::clicked, this, [this, i] { Q_EMIT chipRemoved(int(i)); });
        m_chipRow->addWidget(chip, 0, Qt::AlignVCenter);
    }
}

void FilterBar::updateParts()
{
    m_clear->setVisible(!isEmpty());
    m_hint->setVisible(isEmpty() && !m_hint->text().isEmpty());
}

void FilterBar::clearAll()
{
    m_edit->clear();
    Q_EMIT cleared();
}

bool FilterBar::handleKey(int key)
{
    if (key == Qt::Key_Escape && !isEmpty()) {
        if (m_edit->text().isEmpty())
            Q_EMIT cleared();
        else
            m_edit->clear();
        return true;
    }
    if (key == Qt::Key_Backspace && m_edit->text().isEmpty() && !m_chips.isEmpty()) {
        Q_EMIT chipRemoved(int(m_chips.size() - 1));
        return true;
    }
    return false;
}

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    else if (event->type() == QEvent::KeyPress && handleKey(static_cast<QKeyEvent *>(event)->key()))
        return true;
    return QWidget::eventFilter(watched, event);
}

void FilterBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool focused = m_edit->hasFocus();
    style::paintBox(painter, rect(),
                    {m_look.colour(Colour::BgBase),
                     m_look.colour(focused ? Colour::AccentFocus : Colour::BorderControl), 6, focused ? 2.0 : 0.0});
    const QRect icon(9, (height() - 14) / 2, 14, 14);
    m_look.icons().paint(painter, style()->visualRect(layoutDirection(), rect(), icon), u"filter",
                         m_look.colour(Colour::TextSecondary));
}

} // namespace ui
