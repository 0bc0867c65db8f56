// SPDX-License-Identifier: Apache-2.0
#include "ui/log/several/comparewindow.h"

#include "models/times.h"
#include "ui/errors/errortext.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QToolButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize usual{1100, 620};

} // namespace

CompareWindow::CompareWindow(const Context &context, const domain::Run &left, const domain::Run &right, QWidget *owner)
    : QWidget(owner, Qt::Window),
      m_context(context),
      m_compare(context.store),
      m_text(new TextLabel(context.look, {TypeRole::Body, Colour::TextPrimary})),
      m_left(new CompareSide(context, left)),
      m_right(new CompareSide(context, right))
{
    setObjectName(u"compareWindow"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("%1: two runs side by side").arg(right.automationName));
    resize(usual);
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_left);
    splitter->addWidget(m_right);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(splitter, 1);
    connect(m_left, &CompareSide::scrolled, this, [this](qint64 top) { follow(*m_left, *m_right, top); });
    connect(m_right, &CompareSide::scrolled, this, [this](qint64 top) { follow(*m_right, *m_left, top); });
    connect(&m_compare, &models::LogCompare::finished, this, &CompareWindow::showResult);
    connect(&m_compare, &models::LogCompare::progressed, this, [this](qint64 lines) {
        m_text->setText(tr("Comparing\u2026 %1 lines so far").arg(models::numberText(lines)));
    });
    connect(&m_compare, &models::LogCompare::failed, this,
            [this](const base::Error &error) { m_text->setText(errorText(error)); });
    m_compare.start(left.id, right.id);
}

QWidget *CompareWindow::makeBar()
{
    auto *bar = new QWidget;
    bar->setFixedHeight(m_context.look.size(Size::FindBar));
    m_text->setObjectName(u"compareText"_s);
    m_text->setText(tr("Comparing\u2026"));
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 0, 8, 0);
    row->setSpacing(4);
    row->addWidget(m_text, 1);
    const auto add = [&](const QString &name, const QString &icon, const QString &text) {
        auto *tool = new QToolButton;
        tool->setObjectName(name);
        tool->setProperty("small", true);
        tool->setIcon(m_context.look.icons().icon(icon));
        tool->setToolTip(text);
        tool->setAccessibleName(text);
        row->addWidget(tool);
        return tool;
    };
    connect(add(u"previousDifference"_s, u"chevron-up"_s, tr("Previous difference (Shift+F8)")), &QToolButton::clicked,
            this, [this] { walk(Way::Back); });
    connect(add(u"nextDifference"_s, u"chevron-down"_s, tr("Next difference (F8)")), &QToolButton::clicked, this,
            [this] { walk(Way::Forward); });
    return bar;
}

void CompareWindow::showResult()
{
    const models::Alignment &result = m_compare.alignment();
    m_left->setOwnLines(result.onlyLeft);
    m_right->setOwnLines(result.onlyRight);
    m_text->setText(
        result.onlyLeft.isEmpty() && result.onlyRight.isEmpty()
            ? tr("Both say the same")
            : tr("Only left: %1. Only right: %2. Times and numbers do not count.")
                  .arg(models::numberText(result.onlyLeft.size()), models::numberText(result.onlyRight.size())));
}

void CompareWindow::follow(CompareSide &by, CompareSide &other, qint64 line)
{
    const models::Alignment &result = m_compare.alignment();
    if (m_scrolling || result.pairs.isEmpty())
        return;
    const QScopedValueRollback guard(m_scrolling, true);
    other.view().scrollTo(&by == m_left ? result.rightOf(line) : result.leftOf(line));
}

/// By the lines that only the right has, which is the newer; without any, by those of the left.
void CompareWindow::walk(Way way)
{
    const models::Alignment &result = m_compare.alignment();
    const bool right = !result.onlyRight.isEmpty();
    const search::LineSet &lines = right ? result.onlyRight : result.onlyLeft;
    if (lines.isEmpty())
        return;
    const std::optional<qint64> next = way == Way::Forward ? lines.after(m_at) : lines.before(m_at);
    m_at = next.value_or(lines.at(way == Way::Forward ? 0 : lines.size() - 1));
    (right ? m_right : m_left)->showLine(m_at);
    (right ? m_left : m_right)->showLine(right ? result.leftOf(m_at) : result.rightOf(m_at));
}

void CompareWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F8)
        walk(event->modifiers().testFlag(Qt::ShiftModifier) ? Way::Back : Way::Forward);
    else if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace ui
