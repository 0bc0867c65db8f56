// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/messages/loadingrows.h"

#include "ui/look/style/kit.h"

#include <QPainter>

#include <array>

namespace ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

LoadingRows::LoadingRows(const Look &look, QWidget *parent) : QWidget(parent), m_look(look)
{
    setObjectName(u"loading"_s);
    setAccessibleName(tr("Loading"));
    m_delay.setSingleShot(true);
    m_delay.setInterval(200ms);
    m_least.setSingleShot(true);
    m_least.setInterval(300ms);
    connect(&m_delay, &QTimer::timeout, this, [this] {
        m_least.start();
        Q_EMIT shown();
    });
    connect(&m_least, &QTimer::timeout, this, [this] {
        if (m_finished)
            Q_EMIT done();
    });
}

void LoadingRows::begin()
{
    m_finished = false;
    if (!m_least.isActive())
        m_delay.start();
}

void LoadingRows::finish()
{
    if (m_finished)
        return;
    m_finished = true;
    m_delay.stop();
    if (!m_least.isActive())
        Q_EMIT done();
}

void LoadingRows::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.colour(Colour::BgBase));
    const int row = std::max(m_look.size(Size::RowComfortable), fontMetrics().height() + 12);
    constexpr std::array<int, 5> lengths{120, 92, 138, 104, 128};
    const QColor ink = m_look.colour(Colour::BgSunken);
    for (int i = 0; i < int(lengths.size()); ++i) {
        const int middle = i * row + row / 2;
        style::paintBox(painter, QRectF(9, middle - 7, 14, 14), {ink, {}, 7});
        style::paintBox(painter, QRectF(32, middle - 4, lengths[size_t(i)], 8), {ink, {}, 4});
    }
}

} // namespace ui
