// SPDX-License-Identifier: Apache-2.0
#include "ui/look/vectorpath.h"

#include <QPainter>

#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace ui {

namespace {

/// Reads the words of a path; commands and numbers are separated by blanks. All drawings are read at every start, so
/// this takes no detour over locales.
class PathReader
{
public:
    /// What is not ASCII becomes a sign that no path has.
    explicit PathReader(QStringView text) : m_text(text.toLatin1()) { skipBlanks(); }

    bool atEnd() const { return m_next >= m_text.size(); }
    char command()
    {
        const std::string_view found = word();
        return found.size() == 1 ? found.front() : '\0';
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
    void skipBlanks()
    {
        while (!atEnd() && m_text[m_next] == ' ')
            ++m_next;
    }
    std::string_view word()
    {
        const qsizetype begin = m_next;
        while (!atEnd() && m_text[m_next] != ' ')
            ++m_next;
        const std::string_view found(m_text.constData() + begin, size_t(m_next - begin));
        skipBlanks();
        return found;
    }
    std::optional<double> number()
    {
        const std::string_view digits = word();
        double value = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        const bool whole = !digits.empty() && error == std::errc() && end == digits.data() + digits.size();
        return whole && std::isfinite(value) ? std::optional(value) : std::nullopt;
    }

    const QByteArray m_text;
    qsizetype m_next = 0;
};

bool step(char command, PathReader &reader, QPainterPath &path)
{
    if (command == 'Z') {
        path.closeSubpath();
        return true;
    }
    std::array<std::optional<QPointF>, 3> points;
    const size_t count = command == 'C' ? 3 : (command == 'M' || command == 'L') ? 1 : 0;
    for (size_t i = 0; i < count; ++i) {
        points[i] = reader.point();
        if (!points[i])
            return false;
    }
    if (command == 'M')
        path.moveTo(*points[0]);
    else if (command == 'L')
        path.lineTo(*points[0]);
    else if (command == 'C')
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
        const char command = reader.command();
        if (first && command != 'M')
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
