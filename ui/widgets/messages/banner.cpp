// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/messages/banner.h"

#include "ui/look/style/kit.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// Nothing in `text` is obeyed as markup; only `strong` is set off.
QString marked(const QString &text, const QString &strong)
{
    const QString safe = text.toHtmlEscaped();
    const QString part = strong.toHtmlEscaped();
    const qsizetype at = part.isEmpty() ? -1 : safe.indexOf(part);
    if (at < 0)
        return safe;
    return safe.left(at) + u"<span style=\"font-weight:600\">"_s + part + u"</span>"_s + safe.mid(at + part.size());
}

} // namespace

Banner::Banner(const Look &look, Form form, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_text(new QLabel(this)),
      m_detail(new TextLabel(look, {TypeRole::Caption, Colour::TextSecondary}, this)),
      m_links(new QHBoxLayout)
{
    setObjectName(u"banner"_s);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    m_text->setTextFormat(Qt::RichText);
    m_text->setWordWrap(true);
    m_detail->setWordWrap(true);
    m_detail->hide();
    m_links->setSpacing(14);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_text);
    words->addWidget(m_detail);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(34, 7, 12, 7);
    row->setSpacing(8);
    row->addLayout(words, 1);
    if (form == Form::Wide) {
        row->addLayout(m_links);
    } else {
        auto *below = new QHBoxLayout;
        below->addLayout(m_links);
        below->addStretch(1);
        words->addLayout(below);
    }
}

void Banner::setContent(const BannerContent &content)
{
    m_content = content;
    m_text->setText(marked(content.text, content.strong));
    m_detail->setText(content.detail);
    m_detail->setVisible(!content.detail.isEmpty());
    setAccessibleName(content.detail.isEmpty() ? content.text : content.text + u' ' + content.detail);
    buildLinks();
    update();
}

void Banner::buildLinks()
{
    while (QLayoutItem *item = m_links->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const BannerLink &link : m_content.links) {
        auto *button = new QPushButton(link.text, this);
        button->setObjectName(u"bannerLink_"_s + link.id);
        button->setProperty("link", true);
        button->setProperty("tight", true);
        button->setCursor(Qt::PointingHandCursor);
        connect(button, &QPushButton::clicked, this, [this, id = link.id] { Q_EMIT linkActivated(id); });
        m_links->addWidget(button, 0, Qt::AlignVCenter);
    }
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const FamilyColours &family = m_look.family(m_content.family);
    style::paintBox(painter, rect(), {family.tint, family.line});
    const int line = m_text->fontMetrics().height();
    const QRect place(10, 7 + std::max(0, (std::min(m_text->height(), line + 2) - 16) / 2), 16, 16);
    const QRect icon = style()->visualRect(layoutDirection(), rect(), place);
    if (m_look.tokens().icon(m_content.icon))
        m_look.icons().paint(painter, icon, m_content.icon, family.glyph);
    else
        m_look.glyphs().paint(painter, icon, m_content.icon, family.tint);
}

} // namespace ui
