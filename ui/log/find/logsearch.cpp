// SPDX-License-Identifier: Apache-2.0
#include "ui/log/find/logsearch.h"

#include "ui/log/find/findplaces.h"

namespace ui {

namespace {

constexpr qint64 manyPlaces = 100'000;

} // namespace

LogSearch::LogSearch(const Parts &parts, QObject *parent)
    : QObject(parent),
      m_source(parts.source),
      m_model(parts.model),
      m_view(parts.view),
      m_find(parts.store, parts.model),
      m_matching(parts.model, parts.source),
      m_bar(new FindBar(parts.look)),
      m_strip(new MatchStrip(parts.look, &parts.view))
{
    m_bar->hide();
    m_strip->hide();
    wire();
}

void LogSearch::wire()
{
    connect(m_bar, &FindBar::queryChanged, this, &LogSearch::look);
    connect(m_bar, &FindBar::filterChanged, this, &LogSearch::showFilter);
    connect(m_bar, &FindBar::nextWanted, this, &LogSearch::next);
    connect(m_bar, &FindBar::previousWanted, this, &LogSearch::previous);
    connect(m_bar, &FindBar::closed, this, &LogSearch::close);
    connect(m_strip, &MatchStrip::lineWanted, this, [this](qint64 line) { m_open ? goTo(line) : jumpTo(line); });
    connect(&m_find, &models::LogFind::changed, this, &LogSearch::show);
    connect(&m_model, &models::LogModel::lineCountChanged, this, [this] {
        if (!m_marked.isEmpty())
            m_strip->setMarks(m_marked, m_model.lineCount());
    });
    connect(&m_find, &models::LogFind::failed, this,
            [this](const base::Error &error) { m_bar->setProblem(error.detail); });
}

void LogSearch::open()
{
    if (!m_open) {
        m_open = true;
        m_origin = lineOf(m_view.topLine());
        m_bar->show();
        showStrip();
        m_view.setMatcher([this](qint64 row, const QString &text) { return matches(row, text); });
        look();
        Q_EMIT opened(true);
    }
    m_bar->begin();
}

void LogSearch::close()
{
    if (!m_open)
        return;
    m_open = false;
    m_find.clear();
    showFilter();
    m_bar->hide();
    m_strip->setMatches({}, m_model.lineCount(), -1);
    showStrip();
    m_view.setMatcher({});
    m_view.setMarkedLine(-1);
    m_view.setFocus();
    m_current = -1;
    Q_EMIT opened(false);
}

void LogSearch::setMarkedLines(const search::LineSet &lines)
{
    m_marked = lines;
    m_strip->setMarks(lines, m_model.lineCount());
    showStrip();
}

void LogSearch::showOnly(const std::optional<search::LineSet> &lines)
{
    m_only = lines;
    showFilter();
}

void LogSearch::showStrip()
{
    const bool wanted = m_open || !m_marked.isEmpty();
    m_strip->setVisible(wanted);
    m_view.setStrip(wanted ? m_strip : nullptr);
}

void LogSearch::look()
{
    // While somebody still writes, the place to begin at stays.
    m_origin = m_current >= 0 ? m_current : m_origin;
    m_current = -1;
    m_bar->setProblem({});
    const search::Query query = m_bar->query();
    if (query.terms.isEmpty())
        m_find.clear();
    else if (const base::Status ok = m_find.look(query); !ok)
        m_bar->setProblem(ok.error().detail);
    show();
}

void LogSearch::show()
{
    if (!m_open)
        return;
    const search::LineSet &lines = m_find.lines();
    // Lines around very many places are worked out once, at the end.
    if (!m_find.isSearching() || m_bar->context() == 0 || lines.size() < manyPlaces)
        showFilter();
    if (m_current < 0 && !lines.isEmpty()) {
        const std::optional<qint64> first = lines.after(m_origin - 1);
        if (first || !m_find.isSearching())
            goTo(first.value_or(lines.at(0)));
    }
    showCount();
    m_strip->setMatches(lines, m_model.lineCount(), m_current);
    m_view.viewport()->update();
}

void LogSearch::showCount()
{
    if (!m_find.matcher() && !m_bar->query().terms.isEmpty())
        return; // The bar says what is wrong with it.
    const search::LineSet &lines = m_find.lines();
    m_bar->setCount(
        {.at = m_current >= 0 ? lines.rank(m_current) + 1 : 0, .of = lines.size(), .searching = m_find.isSearching()});
}

void LogSearch::showFilter()
{
    const bool found = m_open && m_bar->onlyMatching() && m_find.matcher();
    const bool filtered = found || m_only;
    if (!found && m_only)
        m_matching.setLines(*m_only);
    else if (found)
        m_matching.setLines(m_bar->context() == 0 ? m_find.lines()
                                                  : m_find.lines().widened(m_bar->context(), m_model.lineCount()));
    if (filtered == m_filtered) {
        if (filtered && m_current >= 0)
            m_view.setMarkedLine(rowOf(m_current)); // Its row moves with the lines around it.
        return;
    }
    const qint64 line = m_current >= 0 ? m_current : lineOf(m_view.topLine());
    m_filtered = filtered;
    m_view.setSource(filtered ? static_cast<LogSource *>(&m_matching) : &m_source);
    if (line < m_model.lineCount())
        m_view.showLine(rowOf(line));
    m_view.setMarkedLine(m_current >= 0 ? rowOf(m_current) : -1);
}

void LogSearch::goTo(qint64 line)
{
    m_current = line;
    m_view.setMarkedLine(rowOf(line));
    m_view.showLine(rowOf(line));
    m_strip->setMatches(m_find.lines(), m_model.lineCount(), m_current);
    showCount();
}

void LogSearch::jumpTo(qint64 line)
{
    m_view.setMarkedLine(rowOf(line));
    m_view.showLine(rowOf(line));
}

qint64 LogSearch::placeToGoOnFrom() const
{
    const qint64 top = m_view.topLine();
    const qint64 marked = m_view.markedLine();
    return marked >= top && marked < top + m_view.visibleRows() ? lineOf(marked) : lineOf(top) - 1;
}

void LogSearch::next()
{
    const search::LineSet &lines = m_find.lines();
    if (!lines.isEmpty())
        goTo(lines.after(m_current).value_or(lines.at(0)));
}

void LogSearch::previous()
{
    const search::LineSet &lines = m_find.lines();
    if (!lines.isEmpty())
        goTo(lines.before(m_current).value_or(lines.at(lines.size() - 1)));
}

qint64 LogSearch::lineOf(qint64 row) const
{
    return m_filtered && row < m_matching.lineCount() ? m_matching.lineAt(row) : row;
}

qint64 LogSearch::rowOf(qint64 line) const
{
    return m_filtered ? m_matching.rowOf(line) : line;
}

std::function<qint64(qint64 row)> LogSearch::rows() const
{
    if (!m_filtered)
        return {};
    return [lines = m_matching.lines()](qint64 row) { return lines.at(std::clamp<qint64>(row, 0, lines.size() - 1)); };
}

QList<LogMatch> LogSearch::matches(qint64 row, const QString &text) const
{
    const std::shared_ptr<const search::Matcher> &matcher = m_find.matcher();
    if (!matcher)
        return {};
    return placesIn(*matcher, text, m_current >= 0 && lineOf(row) == m_current);
}

} // namespace ui
