// SPDX-License-Identifier: Apache-2.0
#include "ui/look/glyphs.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <array>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct Word
{
    const char *key;
    const char *text;
};

constexpr const char *context = "ui::Status";

constexpr std::array words{
    Word{"run.queued", QT_TRANSLATE_NOOP("ui::Status", "Queued")},
    Word{"run.held", QT_TRANSLATE_NOOP("ui::Status", "Held")},
    Word{"run.awaiting_approval", QT_TRANSLATE_NOOP("ui::Status", "Needs approval")},
    Word{"run.running", QT_TRANSLATE_NOOP("ui::Status", "Running")},
    Word{"run.done", QT_TRANSLATE_NOOP("ui::Status", "Done")},
    Word{"run.failed", QT_TRANSLATE_NOOP("ui::Status", "Failed")},
    Word{"run.timed_out", QT_TRANSLATE_NOOP("ui::Status", "Timed out")},
    Word{"run.interrupted", QT_TRANSLATE_NOOP("ui::Status", "Interrupted")},
    Word{"run.cancelled", QT_TRANSLATE_NOOP("ui::Status", "Cancelled")},
    Word{"run.rejected", QT_TRANSLATE_NOOP("ui::Status", "Rejected")},
    Word{"run.skipped", QT_TRANSLATE_NOOP("ui::Status", "Skipped")},
    Word{"approval.pending", QT_TRANSLATE_NOOP("ui::Status", "Pending")},
    Word{"approval.approved", QT_TRANSLATE_NOOP("ui::Status", "Approved")},
    Word{"approval.rejected", QT_TRANSLATE_NOOP("ui::Status", "Rejected")},
    Word{"approval.expired", QT_TRANSLATE_NOOP("ui::Status", "Expired")},
    Word{"approval.withdrawn", QT_TRANSLATE_NOOP("ui::Status", "Withdrawn")},
    Word{"automation.ready", QT_TRANSLATE_NOOP("ui::Status", "Ready")},
    Word{"automation.never_run", QT_TRANSLATE_NOOP("ui::Status", "Never run")},
    Word{"automation.paused", QT_TRANSLATE_NOOP("ui::Status", "Paused")},
    Word{"automation.invalid", QT_TRANSLATE_NOOP("ui::Status", "Needs fixing")},
    Word{"automation.orphan", QT_TRANSLATE_NOOP("ui::Status", "Not on remote")},
    Word{"window.planned", QT_TRANSLATE_NOOP("ui::Status", "Planned")},
    Word{"window.open", QT_TRANSLATE_NOOP("ui::Status", "Open")},
    Word{"window.ended", QT_TRANSLATE_NOOP("ui::Status", "Ended")},
    Word{"window.forced_open", QT_TRANSLATE_NOOP("ui::Status", "Opened by hand")},
    Word{"window.forced_closed", QT_TRANSLATE_NOOP("ui::Status", "Closed by hand")},
    Word{"connection.in_sync", QT_TRANSLATE_NOOP("ui::Status", "In sync")},
    Word{"connection.untried", QT_TRANSLATE_NOOP("ui::Status", "Not tried yet")},
    Word{"connection.paused", QT_TRANSLATE_NOOP("ui::Status", "Paused")},
    Word{"connection.syncing", QT_TRANSLATE_NOOP("ui::Status", "Syncing")},
    Word{"connection.offline", QT_TRANSLATE_NOOP("ui::Status", "Offline")},
    Word{"connection.sign_in_needed", QT_TRANSLATE_NOOP("ui::Status", "Sign-in needed")},
    Word{"connection.rate_limited", QT_TRANSLATE_NOOP("ui::Status", "Rate limited")},
    Word{"connection.conflict", QT_TRANSLATE_NOOP("ui::Status", "Conflict")},
    Word{"connection.error", QT_TRANSLATE_NOOP("ui::Status", "Error")},
};

/// Ready is a state of automations and of the engine; it is drawn once.
QString drawnKey(QStringView key)
{
    return key == "engine.ready"_L1 ? u"automation.ready"_s : key.toString();
}

} // namespace

void GlyphPainter::paint(QPainter &painter, const QRectF &rect, QStringView key, const QColor &ground) const
{
    const StatusShape *shape = m_tokens->status(drawnKey(key));
    if (!shape)
        return;
    const double side = std::min(rect.width(), rect.height());
    const QRectF square(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side);
    paintDrawing(painter, square, shape->drawing, {m_tokens->family(shape->family).glyph, ground});
}

Family GlyphPainter::family(QStringView key) const
{
    const StatusShape *shape = m_tokens->status(drawnKey(key));
    return shape ? shape->family : Family::Neutral;
}

QColor GlyphPainter::wordColour(QStringView key) const
{
    const StatusShape *shape = m_tokens->status(drawnKey(key));
    return shape && shape->wordColoured ? m_tokens->family(shape->family).text : m_tokens->colour(Colour::TextPrimary);
}

QString GlyphPainter::word(QStringView key)
{
    const QString drawn = drawnKey(key);
    const auto found = std::find_if(words.begin(), words.end(),
                                    [&](const Word &word) { return drawn == QLatin1StringView(word.key); });
    return found == words.end() ? key.toString() : QCoreApplication::translate(context, found->text);
}

QColor GlyphPainter::barColour(QStringView key) const
{
    const Family of = family(key);
    const bool quiet = of == Family::Good || of == Family::Neutral;
    return quiet ? m_tokens->colour(Colour::BorderControl) : m_tokens->family(of).glyph;
}

} // namespace ui
