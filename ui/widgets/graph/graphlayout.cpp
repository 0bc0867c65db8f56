// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/graph/graphlayout.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ui {

namespace {

constexpr int sweeps = 6;
constexpr int mostBends = 2000; ///< With more of them ways go straight, and the drawing is a tangle anyhow.
constexpr int bendWidth = 10;

/// A box, or the place where a way goes through a layer.
struct Spot
{
    int node = -1;
    int layer = 0;
    int width = 0;
    double x = 0; ///< Its centre.
    QList<int> above, below;
};

class Drawing
{
public:
    Drawing(int nodes, const QList<GraphLink> &links, const GraphGrid &grid) : m_grid(grid), m_links(links)
    {
        m_links.removeIf([nodes](const GraphLink &link) {
            return link.from < 0 || link.to < 0 || link.from >= nodes || link.to >= nodes || link.from == link.to;
        });
        findLayers(nodes);
        for (int node = 0; node < nodes; ++node)
            m_spots.append({.node = node, .layer = m_layers[node], .width = grid.box.width()});
        for (const GraphLink &link : std::as_const(m_links))
            thread(link);
        order();
        place();
    }

    GraphLayout result(const QList<GraphLink> &all) const
    {
        GraphLayout layout;
        layout.layers = m_layers;
        double left = 0;
        double right = 0;
        for (const Spot &spot : m_spots) {
            left = std::min(left, spot.x - spot.width / 2.0);
            right = std::max(right, spot.x + spot.width / 2.0);
        }
        const auto point = [&](int spot, int y) { return QPointF(m_spots[spot].x - left + m_grid.margin, y); };
        const int nodes = int(m_layers.size());
        for (int node = 0; node < nodes; ++node)
            layout.boxes.append(
                QRect(QPoint(int(std::lround(point(node, 0).x())) - m_grid.box.width() / 2, top(m_layers[node])),
                      m_grid.box));
        for (const GraphLink &link : all)
            layout.ways.append(m_ways.contains({link.from, link.to}) ? way(m_ways[{link.from, link.to}], point)
                                                                     : QPolygonF());
        const int layers = nodes == 0 ? 0 : *std::max_element(m_layers.begin(), m_layers.end()) + 1;
        layout.size =
            QSize(int(std::ceil(right - left)) + 2 * m_grid.margin, top(layers) - m_grid.down + m_grid.margin);
        return layout;
    }

private:
    int top(int layer) const { return m_grid.margin + layer * (m_grid.box.height() + m_grid.down); }

    /// The longest way from a beginning. Whoever is on a way round gets no further than there are boxes.
    void findLayers(int nodes)
    {
        m_layers = QList<int>(nodes, 0);
        bool changed = true;
        for (int round = 0; round < nodes && changed; ++round) {
            changed = false;
            for (const GraphLink &link : std::as_const(m_links)) {
                if (m_layers[link.to] <= m_layers[link.from] && m_layers[link.from] + 1 < nodes) {
                    m_layers[link.to] = m_layers[link.from] + 1;
                    changed = true;
                }
            }
        }
        const qint64 bends = std::accumulate(m_links.begin(), m_links.end(), qint64(0), [this](qint64 sum, auto link) {
            return sum + std::max(0, m_layers[link.to] - m_layers[link.from] - 1);
        });
        m_bend = bends <= mostBends;
    }

    /// A way that passes layers takes a place in each of them.
    void thread(const GraphLink &link)
    {
        QList<int> spots{link.from};
        for (int layer = m_layers[link.from] + 1; m_bend && layer < m_layers[link.to]; ++layer) {
            m_spots.append({.layer = layer, .width = bendWidth});
            spots.append(int(m_spots.size()) - 1);
        }
        spots.append(link.to);
        for (qsizetype i = 1; i < spots.size(); ++i) {
            m_spots[spots[i - 1]].below.append(spots[i]);
            m_spots[spots[i]].above.append(spots[i - 1]);
        }
        m_ways.insert({link.from, link.to}, spots);
    }

    static double middle(const QList<int> &neighbours, const QList<double> &at)
    {
        double sum = 0;
        for (const int spot : neighbours)
            sum += at[spot];
        return sum / double(neighbours.size());
    }

    /// Down and up again: everyone goes to the middle of those they are tied to.
    void order()
    {
        const int layers = 1 + std::accumulate(m_spots.begin(), m_spots.end(), -1,
                                               [](int most, const Spot &spot) { return std::max(most, spot.layer); });
        m_rows = QList<QList<int>>(layers);
        for (qsizetype i = 0; i < m_spots.size(); ++i)
            m_rows[m_spots[i].layer].append(int(i));
        QList<double> at(m_spots.size());
        const auto number = [&](const QList<int> &row) {
            for (qsizetype i = 0; i < row.size(); ++i)
                at[row[i]] = double(i) - double(row.size()) / 2;
        };
        for (const QList<int> &row : std::as_const(m_rows))
            number(row);
        for (int sweep = 0; sweep < sweeps; ++sweep) {
            const bool down = sweep % 2 == 0;
            for (int i = 0; i < layers; ++i) {
                QList<int> &row = m_rows[down ? i : layers - 1 - i];
                QList<double> wanted = at;
                for (const int spot : std::as_const(row))
                    if (const QList<int> &tied = down ? m_spots[spot].above : m_spots[spot].below; !tied.isEmpty())
                        wanted[spot] = middle(tied, at);
                std::stable_sort(row.begin(), row.end(), [&](int a, int b) { return wanted[a] < wanted[b]; });
                number(row);
            }
        }
    }

    double gap(int left, int right) const { return (m_spots[left].width + m_spots[right].width) / 2.0 + m_grid.across; }

    /// Side by side first, then each towards those it is tied to as far as its neighbours let it.
    void place()
    {
        for (const QList<int> &row : std::as_const(m_rows)) {
            for (qsizetype i = 1; i < row.size(); ++i)
                m_spots[row[i]].x = m_spots[row[i - 1]].x + gap(row[i - 1], row[i]);
            const double shift = row.isEmpty() ? 0 : (m_spots[row.first()].x + m_spots[row.last()].x) / 2;
            for (const int spot : row)
                m_spots[spot].x -= shift;
        }
        for (int sweep = 0; sweep < sweeps; ++sweep) {
            const bool down = sweep % 2 == 0;
            for (qsizetype i = 0; i < m_rows.size(); ++i)
                settle(m_rows[down ? i : m_rows.size() - 1 - i], down);
        }
    }

    void settle(const QList<int> &row, bool down)
    {
        QList<double> at;
        for (const Spot &spot : std::as_const(m_spots))
            at.append(spot.x);
        QList<double> wanted;
        for (const int spot : row) {
            const QList<int> &tied = down ? m_spots[spot].above : m_spots[spot].below;
            wanted.append(tied.isEmpty() ? m_spots[spot].x : middle(tied, at));
        }
        QList<double> fromLeft = wanted;
        QList<double> fromRight = wanted;
        for (qsizetype i = 1; i < row.size(); ++i)
            fromLeft[i] = std::max(wanted[i], fromLeft[i - 1] + gap(row[i - 1], row[i]));
        for (qsizetype i = row.size() - 2; i >= 0; --i)
            fromRight[i] = std::min(wanted[i], fromRight[i + 1] - gap(row[i], row[i + 1]));
        for (qsizetype i = 0; i < row.size(); ++i)
            m_spots[row[i]].x = (fromLeft[i] + fromRight[i]) / 2;
    }

    /// From the foot of a box through its places to the head of the other.
    template <typename Point> QPolygonF way(const QList<int> &spots, const Point &point) const
    {
        QPolygonF through;
        for (qsizetype i = 0; i < spots.size(); ++i) {
            const int head = top(m_spots[spots[i]].layer);
            if (i > 0)
                through.append(point(spots[i], head));
            if (i + 1 < spots.size())
                through.append(point(spots[i], head + m_grid.box.height()));
        }
        return through;
    }

    GraphGrid m_grid;
    QList<GraphLink> m_links;
    QList<int> m_layers;
    QList<Spot> m_spots; ///< The boxes first.
    QList<QList<int>> m_rows;
    QHash<std::pair<int, int>, QList<int>> m_ways;
    bool m_bend = true;
};

} // namespace

GraphLayout layoutGraph(int nodes, const QList<GraphLink> &links, const GraphGrid &grid)
{
    return Drawing(nodes, links, grid).result(links);
}

} // namespace ui
