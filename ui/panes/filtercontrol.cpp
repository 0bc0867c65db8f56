// SPDX-License-Identifier: Apache-2.0
#include "ui/panes/filtercontrol.h"

#include "ui/look/style/kit.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>

namespace ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto typingPause = 120ms;

} // namespace

FilterNote::FilterNote(const Look &look, QWidget *parent)
    : QWidget(parent), m_look(look), m_text(new TextLabel(look, {TypeRole::Caption, Colour::TextPrimary}, this))
{
    setObjectName(u"filterNote"_s);
    m_text->setWordWrap(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(38, 4, 16, 4);
    row->addWidget(m_text, 1);
    hide();
}

void FilterNote::setText(const QString &text)
{
    m_text->setText(text);
    setAccessibleName(text);
    setVisible(!text.isEmpty());
}

QString FilterNote::text() const
{
    return m_text->text();
}

void FilterNote::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor ground = m_look.family(Family::Bad).tint;
    painter.fillRect(rect(), ground);
    style::paintHairline(painter, QLineF(0, height() - 1, width(), height() - 1), m_look.colour(Colour::BorderSubtle));
    const QRect place(16, (height() - 14) / 2, 14, 14);
    m_look.glyphs().paint(painter, style()->visualRect(layoutDirection(), rect(), place), u"automation.invalid",
                          ground);
}

FilterControl::FilterControl(Parts parts, models::FilterScope scope, QList<FilterState> states, QObject *parent)
    : QObject(parent), m_parts(parts), m_scope(scope), m_states(std::move(states)), m_menu(new QMenu(&parts.bar))
{
    m_menu->setObjectName(u"filterStates"_s);
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    buildMenu();
    m_parts.bar.setMenu(m_menu);
    connect(&m_pause, &QTimer::timeout, this, &FilterControl::apply);
    connect(&m_parts.bar, &FilterBar::textChanged, &m_pause, QOverload<>::of(&QTimer::start));
    connect(&m_parts.bar, &FilterBar::submitted, this, &FilterControl::apply);
    connect(&m_parts.bar, &FilterBar::cleared, this, &FilterControl::clear);
    connect(&m_parts.bar, &FilterBar::chipRemoved, this, [this](int index) { toggle(m_chosen.value(index), false); });
}

void FilterControl::buildMenu()
{
    for (const FilterState &state : std::as_const(m_states)) {
        const QIcon icon = state.key.isEmpty() ? QIcon() : m_parts.look.icons().status(state.key);
        QAction *action = m_menu->addAction(icon, state.text);
        action->setObjectName(u"filterState_"_s + state.word);
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, word = state.word](bool chosen) { toggle(word, chosen); });
        connect(m_menu, &QMenu::aboutToShow, action,
                [this, action, word = state.word] { action->setChecked(m_chosen.contains(word)); });
    }
}

const FilterState *FilterControl::state(const QString &word) const
{
    for (const FilterState &state : m_states)
        if (state.word == word)
            return &state;
    return nullptr;
}

void FilterControl::toggle(const QString &word, bool chosen)
{
    m_chosen.removeAll(word);
    if (chosen)
        m_chosen.append(word);
    showChips();
    apply();
}

void FilterControl::showChips()
{
    QList<FilterChip> chips;
    for (const QString &word : std::as_const(m_chosen))
        chips.append({tr("status"), state(word)->text});
    m_parts.bar.setChips(chips);
}

void FilterControl::apply()
{
    m_pause.stop();
    QString text = typed();
    if (!m_chosen.isEmpty())
        text += " status:"_L1 + m_chosen.join(u',');
    m_filter = models::parseFilter(text, m_scope);
    m_parts.note.setText(m_filter.problems.isEmpty() ? QString() : m_filter.problems.constFirst().sentence);
    Q_EMIT changed();
}

bool FilterControl::isEmpty() const
{
    return m_parts.bar.isEmpty();
}

QString FilterControl::typed() const
{
    return m_parts.bar.text();
}

QString FilterControl::inWords() const
{
    QStringList parts;
    if (!typed().trimmed().isEmpty())
        parts.append(tr("“%1”").arg(typed().trimmed()));
    for (const QString &word : m_chosen)
        parts.append(state(word)->text);
    return parts.join(", "_L1);
}

void FilterControl::clear()
{
    set({}, {});
}

void FilterControl::set(const QString &typed, const QStringList &states)
{
    m_parts.bar.setText(typed);
    m_chosen.clear();
    for (const QString &word : states)
        if (state(word) && !m_chosen.contains(word))
            m_chosen.append(word);
    showChips();
    apply();
}

} // namespace ui
