// SPDX-License-Identifier: Apache-2.0
#include "ui/log/several/newsrow.h"

#include "models/times.h"
#include "ui/log/runwords.h"
#include "ui/look/style/kit.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace ui {

using namespace Qt::StringLiterals;

NewsRow::NewsRow(const Context &context, LogSearch &search, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_search(search),
      m_news(context.store),
      m_text(new TextLabel(context.look, {TypeRole::Body, Colour::TextPrimary})),
      m_only(new QToolButton)
{
    setObjectName(u"newsRow"_s);
    setFixedHeight(context.look.size(Size::FindBar));
    build();
    connect(&m_news, &models::LogNews::progressed, this, &NewsRow::showNews);
    connect(&m_news, &models::LogNews::finished, this, [this] {
        m_over = true;
        showNews();
    });
    connect(&m_news, &models::LogNews::none, this, [this] {
        end();
        Q_EMIT said(tr("It has never worked before: there is nothing to compare with"), {});
    });
    connect(&m_news, &models::LogNews::failed, this, [this](const base::Error &error) {
        end();
        Q_EMIT failed(error);
    });
    hide();
}

void NewsRow::build()
{
    m_text->setObjectName(u"newsText"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 8, 0);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    const auto add = [&](QToolButton *tool, const QString &name, const QString &text) {
        tool->setObjectName(name);
        tool->setProperty("small", true);
        tool->setText(text);
        tool->setAccessibleName(text);
        row->addWidget(tool);
        return tool;
    };
    add(m_only, u"newsOnly"_s, tr("Only new lines"))->setCheckable(true);
    connect(m_only, &QToolButton::clicked, this, &NewsRow::showNews);
    connect(add(new QToolButton, u"newsBoth"_s, tr("Side by side")), &QToolButton::clicked, this, [this] {
        if (m_over)
            Q_EMIT bothWanted(m_run, m_news.other());
    });
    QToolButton *close = add(new QToolButton, u"closeNews"_s, tr("Close"));
    connect(close, &QToolButton::clicked, this, &NewsRow::end);
}

void NewsRow::begin(const domain::Run &run)
{
    m_run = run;
    m_over = false;
    m_only->setChecked(true);
    m_text->setText(tr("Comparing\u2026"));
    show();
    m_news.compareWithLastDone(run);
}

void NewsRow::showNews()
{
    const search::LineSet &lines = m_news.lines();
    const base::Instant when = m_news.other().finishedAt.value_or(m_news.other().queuedAt);
    const QString which =
        tr("%1, which worked %2,").arg(shortId(m_news.other().id), models::pastExact(when, m_context.clock.now()));
    if (!m_over)
        m_text->setText(tr("Comparing\u2026 %1 lines so far").arg(models::numberText(m_news.comparedLines())));
    else if (lines.isEmpty())
        m_text->setText(tr("Nothing is new: %1 said the same").arg(which));
    else
        m_text->setText(tr("%Ln lines are new: %1 did not say them", nullptr, int(lines.size())).arg(which));
    m_search.showOnly(m_only->isChecked() && !lines.isEmpty() ? std::optional(lines) : std::nullopt);
}

void NewsRow::end()
{
    m_news.stop();
    m_search.showOnly(std::nullopt);
    hide();
}

void NewsRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_context.look.colour(Colour::BgPanel));
    const double edge = height() - 1;
    style::paintHairline(painter, QLineF(0, edge, width(), edge), m_context.look.colour(Colour::BorderSubtle));
}

} // namespace ui
