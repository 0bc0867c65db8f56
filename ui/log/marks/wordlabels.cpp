// SPDX-License-Identifier: Apache-2.0
#include "ui/log/marks/wordlabels.h"

#include "app/base/answer.h"
#include "app/store/store.h"

#include <QMenu>
#include <QPainter>

#include <algorithm>
#include <array>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct WordInk
{
    const char *key;
    Family family;
    const char *name;
};

constexpr std::array<WordInk, 6> inks{{{"blue", Family::Active, QT_TRANSLATE_NOOP("ui::WordLabels", "Blue")},
                                       {"green", Family::Good, QT_TRANSLATE_NOOP("ui::WordLabels", "Green")},
                                       {"red", Family::Bad, QT_TRANSLATE_NOOP("ui::WordLabels", "Red")},
                                       {"amber", Family::Late, QT_TRANSLATE_NOOP("ui::WordLabels", "Amber")},
                                       {"violet", Family::Ask, QT_TRANSLATE_NOOP("ui::WordLabels", "Violet")},
                                       {"grey", Family::Neutral, QT_TRANSLATE_NOOP("ui::WordLabels", "Grey")}}};

QString pane()
{
    return u"log.words"_s;
}

QIcon swatch(const QColor &colour)
{
    QPixmap pixmap(12, 12);
    pixmap.fill(colour);
    return pixmap;
}

} // namespace

WordLabels::WordLabels(const Context &context, QObject *parent) : QObject(parent), m_context(context)
{
    connect(&context.store, &store::Store::changed, this, [this](const store::Changes &changes) {
        const auto ours = [](const store::Change &change) { return change.table == store::Table::Views; };
        if (std::any_of(changes.cbegin(), changes.cend(), ours))
            read();
    });
    read();
}

void WordLabels::read()
{
    base::onAnswer(this, m_context.store.views().ofPane(pane()),
                   [this](const base::Result<QList<store::SavedView>> &views) {
                       if (!views)
                           return; // What is wrong with the store is told by the log itself.
                       m_labels.clear();
                       m_ids.clear();
                       for (const store::SavedView &view : *views) {
                           const auto ink = std::find_if(inks.cbegin(), inks.cend(), [&view](const WordInk &known) {
                               return view.filter == QLatin1StringView(known.key);
                           });
                           if (ink == inks.cend())
                               continue;
                           m_labels.append({view.name, ink->family});
                           m_ids.insert(view.name, view.id);
                       }
                       Q_EMIT changed();
                   });
}

void WordLabels::fillMenu(QMenu &menu, const QString &word)
{
    menu.clear();
    const QString known = word.simplified();
    for (const WordInk &ink : inks) {
        QAction *action = menu.addAction(swatch(m_context.look.family(ink.family).glyph), tr(ink.name), this,
                                         [this, known, key = QString::fromLatin1(ink.key)] { colour(known, key); });
        action->setObjectName(u"label_"_s + QLatin1StringView(ink.key));
        action->setEnabled(!known.isEmpty());
    }
    if (m_labels.isEmpty())
        return;
    menu.addSeparator();
    for (const WordLabel &label : std::as_const(m_labels)) {
        QAction *action = menu.addAction(swatch(m_context.look.family(label.family).glyph),
                                         tr("No colour for “%1”").arg(QString(label.word).replace(u'&', u"&&"_s)), this,
                                         [this, gone = label.word] { remove(gone); });
        action->setObjectName(u"unlabel_"_s + label.word);
    }
}

void WordLabels::colour(const QString &word, const QString &key)
{
    base::onAnswer(this, m_context.store.views().save(pane(), word, key),
                   [this](const base::Result<store::SavedView> &view) {
                       if (!view)
                           Q_EMIT failed(view.error());
                   });
}

void WordLabels::remove(const QString &word)
{
    base::onAnswer(this, m_context.store.views().remove(m_ids.value(word)),
                   [this](const base::Result<store::SavedView> &view) {
                       if (!view)
                           Q_EMIT failed(view.error());
                   });
}

} // namespace ui
