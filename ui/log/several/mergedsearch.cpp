// SPDX-License-Identifier: Apache-2.0
#include "ui/log/several/mergedsearch.h"

#include "ui/log/find/findplaces.h"

#include <algorithm>

namespace ui {

namespace {

/// The strip is not higher than so many pixels.
constexpr qint64 mostTicks = 2000;

} // namespace

MergedSearch::MergedSearch(const Parts &parts, QObject *parent)
    : QObject(parent),
      m_source(parts.source),
      m_view(parts.view),
      m_bar(new FindBar(parts.look, FindBar::Reach::SeveralLogs)),
      m_strip(new MatchStrip(parts.look, &parts.view))
{
    m_bar->hide();
    m_strip->hide();
    for (int log = 0; log < m_source.logCount(); ++log)
        m_finds.push_back(std::make_unique<models::LogFind>(parts.store, m_source.model(log)));
    wire();
}

void MergedSearch::wire()
{
    connect(m_bar, &FindBar::queryChanged, this, &MergedSearch::look);
    connect(m_bar, &FindBar::nextWanted, this, &MergedSearch::next);
    connect(m_bar, &FindBar::previousWanted, this, &MergedSearch::previous);
    connect(m_bar, &FindBar::closed, this, &MergedSearch::close);
    connect(m_strip, &MatchStrip::lineWanted, this, &MergedSearch::goTo);
    connect(&m_source, &LogSource::lineCountChanged, this, &MergedSearch::show);
    for (const std::unique_ptr<models::LogFind> &find : m_finds) {
        connect(find.get(), &models::LogFind::changed, this, &MergedSearch::show);
        connect(find.get(), &models::LogFind::failed, this,
                [this](const base::Error &error) { m_bar->setProblem(error.detail); });
    }
}

void MergedSearch::open()
{
    if (!m_open) {
        m_open = true;
        m_origin = m_view.topLine();
        m_bar->show();
        m_strip->show();
        m_view.setStrip(m_strip);
        m_view.setMatcher([this](qint64 row, const QString &text) {
            const std::shared_ptr<const search::Matcher> &matcher = m_finds.front()->matcher();
            return matcher ? placesIn(*matcher, text, row == currentRow()) : QList<LogMatch>();
        });
        look();
    }
    m_bar->begin();
}

void MergedSearch::close()
{
    if (!m_open)
        return;
    m_open = false;
    for (const std::unique_ptr<models::LogFind> &find : m_finds)
        find->clear();
    m_bar->hide();
    m_strip->hide();
    m_view.setStrip(nullptr);
    m_view.setMatcher({});
    m_view.setMarkedLine(-1);
    m_view.setFocus();
    m_current.reset();
}

void MergedSearch::look()
{
    // While somebody still writes, the place to begin at stays.
    m_origin = m_current ? std::max<qint64>(currentRow(), 0) : m_origin;
    m_current.reset();
    m_bar->setProblem({});
    const search::Query query = m_bar->query();
    for (const std::unique_ptr<models::LogFind> &find : m_finds) {
        if (query.terms.isEmpty())
            find->clear();
        else if (const base::Status ok = find->look(query); !ok)
            m_bar->setProblem(ok.error().detail);
    }
    show();
}

void MergedSearch::show()
{
    if (!m_open)
        return;
    if (!m_current) {
        const qint64 first = after(m_origin - 1);
        if (first >= 0)
            goTo(first);
        else if (!isSearching() && after(-1) >= 0)
            goTo(after(-1));
    }
    m_view.setMarkedLine(currentRow());
    // Without a matcher the bar says what is wrong with it.
    if (m_finds.front()->matcher() || m_bar->query().terms.isEmpty())
        m_bar->setCount(count());
    m_strip->setMatches(ticks(), m_source.lineCount(), currentRow());
    m_view.viewport()->update();
}

void MergedSearch::goTo(qint64 row)
{
    if (row < 0 || row >= m_source.lineCount())
        return;
    m_current = m_source.originOf(row);
    m_view.setMarkedLine(row);
    m_view.showLine(row);
    m_bar->setCount(count());
    m_strip->setMatches(ticks(), m_source.lineCount(), row);
}

bool MergedSearch::isSearching() const
{
    return std::any_of(m_finds.cbegin(), m_finds.cend(), [](const auto &find) { return find->isSearching(); });
}

qint64 MergedSearch::currentRow() const
{
    return m_current ? m_source.lines().rowOf(*m_current) : -1;
}

qint64 MergedSearch::after(qint64 row) const
{
    qint64 nearest = -1;
    for (int log = 0; log < m_source.logCount(); ++log) {
        const std::optional<qint64> line = found(log).after(m_source.lines().firstLine(log, row + 1) - 1);
        const qint64 there = line ? m_source.lines().rowOf({log, *line}) : -1;
        if (there >= 0 && (nearest < 0 || there < nearest))
            nearest = there;
    }
    return nearest;
}

qint64 MergedSearch::before(qint64 row) const
{
    qint64 nearest = -1;
    for (int log = 0; log < m_source.logCount(); ++log) {
        const std::optional<qint64> line = found(log).before(m_source.lines().firstLine(log, row));
        nearest = std::max(nearest, line ? m_source.lines().rowOf({log, *line}) : -1);
    }
    return nearest;
}

void MergedSearch::next()
{
    const qint64 row = after(currentRow());
    goTo(row >= 0 ? row : after(-1));
}

void MergedSearch::previous()
{
    const qint64 row = before(std::max<qint64>(currentRow(), 0));
    goTo(row >= 0 ? row : before(m_source.lineCount()));
}

FindBar::Count MergedSearch::count() const
{
    FindBar::Count count{.searching = isSearching()};
    const qint64 row = currentRow();
    for (int log = 0; log < m_source.logCount(); ++log) {
        if (m_source.isMuted(log))
            continue;
        count.of += found(log).size();
        count.at += row >= 0 ? found(log).rank(m_source.lines().firstLine(log, row)) : 0;
    }
    count.at += row >= 0 ? 1 : 0;
    return count;
}

/// As many rows with something found as a strip can show, the first one of each stretch of rows.
search::LineSet MergedSearch::ticks() const
{
    search::LineSet rows;
    const qint64 step = std::max<qint64>(m_source.lineCount() / mostTicks, 1);
    for (qint64 row = after(-1); row >= 0; row = after(row / step * step + step - 1))
        rows.append(row);
    return rows;
}

} // namespace ui
