// SPDX-License-Identifier: Apache-2.0
#include "ui/look/vectorpath.h"

#include <QPainter>

#include <array>
#include <cmath>

namespace ui {

namespace {

/// Reads the words of a path; commands and numbers are separated by blanks.
class PathReader
{
public:
    explicit PathReader(QStringView text) : m_words(text.split(u' ', Qt::SkipEmptyParts)) {}

    bool atEnd() const { return m_next >= m_words.size(); }
    QChar command()
    {
        const QStringView word = m_words.at(m_next++);
        return word.size() == 1 ? word.front() : QChar();
    }
    std::optional<QPointF> point()
    {
        const std::optional<double> x = number();
        const std::optional<double> y = number();
        if (!x || !y)
            return {};
        return QPointF(*x, *y);
    }

private:
    std::optional<double> number()
    {
        if (atEnd())
            return {};
        bool ok = false;
        const double value = m_words.at(m_next++).toDouble(&ok);
        return ok && std::isfinite(value) ? std::optional(value) : std::nullopt;
    }

    QList<QStringView> m_words;
    qsizetype m_next = 0;
};

bool step(QChar command, PathReader &reader, QPainterPath &path)
{
    if (command == u'Z') {
        path.closeSubpath();
        return true;
    }
    std::array<std::optional<QPointF>, 3> points;
    const size_t count = command == u'C' ? 3 : (command == u'M' || command == u'L') ? 1 : 0;
    for (size_t i = 0; i < count; ++i) {
        points[i] = reader.point();
        if (!points[i])
            return false;
    }
    if (command == u'M')
        path.moveTo(*points[0]);
    else if (command == u'L')
        path.lineTo(*points[0]);
    else if (command == u'C')
        path.cubicTo(*points[0], *points[1], *points[2]);
    return count > 0;
}

} // namespace

std::optional<QPainterPath> parsePath(QStringView text)
{
    PathReader reader(text);
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    bool first = true;
    while (!reader.atEnd()) {
        const QChar command = reader.command();
        if (first && command != u'M')
            return {};
        first = false;
        if (!step(command, reader, path))
            return {};
    }
    return first ? std::nullopt : std::optional(path);
}

void paintDrawing(QPainter &painter, const QRectF &target, const Drawing &drawing, const Inks &inks)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(target.topLeft());
    painter.scale(target.width() / drawingGrid, target.height() / drawingGrid);
    for (const Stroke &stroke : drawing) {
        const QColor colour = stroke.ink == Ink::Mark ? inks.mark : inks.glyph;
        if (stroke.width > 0)
            painter.strokePath(stroke.path, QPen(colour, stroke.width, Qt::SolidLine, stroke.cap, Qt::RoundJoin));
        else
            painter.fillPath(stroke.path, colour);
    }
    painter.restore();
}

} // namespace ui
