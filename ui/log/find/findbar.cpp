// SPDX-License-Identifier: Apache-2.0
#include "ui/log/find/findbar.h"

#include "models/times.h"
#include "ui/look/style/kit.h"
#include "ui/widgets/labels.h"

#include <QAction>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QSpinBox>
#include <QToolButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int editWidth = 270;
constexpr int leastEditWidth = 120;
constexpr int mostContext = 99;

} // namespace

FindBar::FindBar(const Look &look, Reach reach, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_row(new QHBoxLayout(this)),
      m_edit(new QLineEdit),
      m_ways(new FindWays),
      m_count(new TextLabel(look, {TypeRole::Body, Colour::TextPrimary}))
{
    setObjectName(u"findBar"_s);
    setFixedHeight(look.size(Size::FindBar));
    m_row->setContentsMargins(12, 0, 8, 0);
    m_row->setSpacing(4);
    m_edit->setObjectName(u"findEdit"_s);
    m_edit->setAccessibleName(tr("Find in the log"));
    m_edit->setPlaceholderText(tr("Find in the log"));
    m_edit->addAction(new QAction(look.icons().icon(u"search"_s), tr("Find in the log"), m_edit),
                      QLineEdit::LeadingPosition);
    m_edit->setFont(look.font(TypeRole::Log));
    m_edit->setMinimumWidth(leastEditWidth);
    m_edit->setMaximumWidth(editWidth);
    m_edit->installEventFilter(this);
    m_row->addWidget(m_edit, 1);
    addWays();
    m_count->setObjectName(u"findCount"_s);
    m_row->addWidget(m_count);
    m_previous = addTool("findPrevious", u"chevron-up"_s, tr("Previous (Shift+Enter)"));
    m_next = addTool("findNext", u"chevron-down"_s, tr("Next (Enter)"));
    if (reach == Reach::OneLog)
        addFilter();
    m_row->addStretch(1);
    if (reach == Reach::OneLog)
        addOthers();
    connect(addTool("closeFind", u"close"_s, tr("Close (Esc)")), &QToolButton::clicked, this, &FindBar::closed);
    connect(m_edit, &QLineEdit::textChanged, this, &FindBar::queryChanged);
    connect(m_previous, &QToolButton::clicked, this, &FindBar::previousWanted);
    connect(m_next, &QToolButton::clicked, this, &FindBar::nextWanted);
    setFocusProxy(m_edit);
    setCount({});
}

QToolButton *FindBar::addTool(const char *name, const QString &icon, const QString &what)
{
    auto *tool = new QToolButton;
    tool->setObjectName(QLatin1StringView(name));
    tool->setProperty("small", true);
    tool->setIcon(m_look.icons().icon(icon));
    tool->setToolTip(what);
    tool->setAccessibleName(what);
    m_row->addWidget(tool);
    return tool;
}

void FindBar::addWays()
{
    m_row->addSpacing(4);
    m_row->addWidget(m_ways);
    connect(m_ways, &FindWays::changed, this, &FindBar::fitWords);
    connect(m_ways, &FindWays::changed, this, &FindBar::queryChanged);
    auto *line = new Hairline(m_look, Qt::Vertical);
    line->setMaximumHeight(16);
    m_row->addSpacing(4);
    m_row->addWidget(line);
    m_row->addSpacing(4);
}

void FindBar::addFilter()
{
    m_row->addSpacing(8);
    m_only = new QCheckBox(tr("Only matching lines"));
    m_only->setObjectName(u"findOnly"_s);
    m_only->setAccessibleName(m_only->text());
    m_only->setToolTip(m_only->text());
    m_context = new QSpinBox;
    m_context->setObjectName(u"findContext"_s);
    m_context->setRange(0, mostContext);
    m_context->setPrefix(u"\u00b1 "_s);
    m_context->setAccessibleName(tr("Lines around each"));
    m_context->setToolTip(tr("Lines to show before and after each that matches"));
    m_context->hide();
    m_row->addWidget(m_only);
    m_row->addWidget(m_context);
    connect(m_only, &QCheckBox::toggled, this, [this](bool only) {
        m_context->setVisible(only);
        fitWords();
        Q_EMIT filterChanged();
    });
    connect(m_context, &QSpinBox::valueChanged, this, &FindBar::filterChanged);
}

void FindBar::addOthers()
{
    QToolButton *saved = addTool("savedSearches", u"save"_s, tr("Saved searches"));
    saved->setPopupMode(QToolButton::InstantPopup);
    m_saved = new QMenu(saved);
    saved->setMenu(m_saved);
    connect(addTool("findEverywhere", u"list"_s, tr("Find it in other runs\u2026")), &QToolButton::clicked, this,
            &FindBar::everywhereWanted);
}

FindState FindBar::state() const
{
    FindState state = m_ways->state();
    state.text = m_edit->text();
    return state;
}

void FindBar::setState(const FindState &state)
{
    {
        const QSignalBlocker quiet(this); // One search, not one for each part.
        m_ways->setState(state);
        m_edit->setText(state.text);
    }
    Q_EMIT queryChanged();
}

bool FindBar::onlyMatching() const
{
    return m_only && m_only->isChecked();
}

int FindBar::context() const
{
    return m_context ? m_context->value() : 0;
}

void FindBar::begin()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void FindBar::setCount(const Count &count)
{
    const bool some = count.of > 0;
    m_previous->setEnabled(some);
    m_next->setEnabled(some);
    QString text = m_edit->text().isEmpty() ? QString()
                   : some && count.at > 0
                       ? tr("%1 of %2").arg(models::numberText(count.at), models::numberText(count.of))
                   : some            ? tr("%Ln lines", nullptr, int(count.of))
                   : count.searching ? tr("Searching\u2026")
                                     : tr("Not found");
    if (some && count.searching)
        text += u"\u2026"_s;
    m_count->setText(text);
}

void FindBar::setProblem(const QString &problem)
{
    m_edit->setToolTip(problem);
    if (problem.isEmpty())
        return;
    setCount({});
    m_count->setText(problem);
}

/// How much wider the bar is with these words beside the box.
int FindBar::wordsWidth(const QString &words) const
{
    return m_only->fontMetrics().horizontalAdvance(words);
}

QSize FindBar::minimumSizeHint() const
{
    const QSize size = QWidget::minimumSizeHint();
    return m_only ? size - QSize(wordsWidth(m_only->text()) - wordsWidth(tr("Only")), 0) : size;
}

void FindBar::fitWords()
{
    if (!m_only)
        return;
    const QString words = tr("Only matching lines");
    const int needed = QWidget::minimumSizeHint().width() - wordsWidth(m_only->text()) + wordsWidth(words);
    m_only->setText(width() < needed ? tr("Only") : words);
}

void FindBar::resizeEvent(QResizeEvent *event)
{
    fitWords();
    QWidget::resizeEvent(event);
}

void FindBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.colour(Colour::BgPanel));
    const double edge = height() - 1;
    style::paintHairline(painter, QLineF(0, edge, width(), edge), m_look.colour(Colour::BorderSubtle));
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto &key = static_cast<const QKeyEvent &>(*event);
        if (key.key() == Qt::Key_Escape) {
            Q_EMIT closed();
            return true;
        }
        if (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter) {
            if (key.modifiers().testFlag(Qt::ShiftModifier))
                Q_EMIT previousWanted();
            else
                Q_EMIT nextWanted();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui
