// SPDX-License-Identifier: Apache-2.0
#include "ui/panes/filtercontrol.h"

#include "ui/look/style/kit.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>

#include <algorithm>

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
    QHash<QString, QMenu *> groups;
    for (const FilterState &state : std::as_const(m_states)) {
        QMenu *&menu = groups[state.group];
        if (!menu)
            menu = state.group.isEmpty() ? m_menu : m_menu->addMenu(state.group);
        const QIcon icon = state.key.isEmpty() ? QIcon() : m_parts.look.icons().status(state.key);
        QAction *action = menu->addAction(icon, state.text);
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
    const FilterState *given = state(word);
    if (chosen && given) {
        if (given->field == "since"_L1) // a filter has one begin
            m_chosen.removeIf([this](const QString &other) { return state(other)->field == "since"_L1; });
        m_chosen.append(word);
    }
    showChips();
    apply();
}

QString FilterControl::fieldText(const QString &field) const
{
    return field == "status"_L1 ? tr("status") : field == "trigger"_L1 ? tr("trigger") : tr("since");
}

void FilterControl::showChips()
{
    QList<FilterChip> chips;
    for (const QString &word : std::as_const(m_chosen))
        chips.append({fieldText(state(word)->field), state(word)->text});
    m_parts.bar.setChips(chips);
}

QString FilterControl::whole() const
{
    QStringList parts;
    if (!typed().trimmed().isEmpty())
        parts.append(typed().trimmed());
    QMap<QString, QStringList> chosen;
    for (const QString &word : m_chosen)
        chosen[state(word)->field].append(word);
    for (auto it = chosen.cbegin(); it != chosen.cend(); ++it)
        parts.append(it.key() + u':' + it->join(u','));
    return parts.join(u' ');
}

void FilterControl::setWhole(const QString &text)
{
    QString typed = text;
    QStringList states;
    const QList<models::FilterTerm> terms = models::parseFilter(text, m_scope).terms;
    for (auto term = terms.crbegin(); term != terms.crend(); ++term) {
        const auto known = [&](const QString &word) { return state(word) && state(word)->field == term->field; };
        const bool chips = term->sense == models::Sense::Wanted && !term->values.isEmpty() &&
                           std::all_of(term->values.cbegin(), term->values.cend(), known);
        if (chips) {
            states = term->values + states;
            typed.remove(term->position, term->length);
        }
    }
    set(typed.simplified(), states);
}

void FilterControl::apply()
{
    m_pause.stop();
    m_filter = models::parseFilter(whole(), m_scope);
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
