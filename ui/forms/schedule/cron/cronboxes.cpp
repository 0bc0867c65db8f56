// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/schedule/cron/cronboxes.h"

#include "app/domain/croninwords.h"
#include "ui/look/style/kit.h"

#include <QMouseEvent>
#include <QPainter>
#include <QRegularExpression>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// Fields as errors and explanations name them, of expressions of five, six and seven.
QStringList fieldNames(qsizetype count)
{
    const QStringList five{u"minute"_s, u"hour"_s, u"day_of_month"_s, u"month"_s, u"day_of_week"_s};
    if (count == 5)
        return five;
    return count == 6   ? QStringList(u"second"_s) + five
           : count == 7 ? QStringList(u"second"_s) + five + QStringList(u"year"_s)
                        : QStringList();
}

QString spokenName(const QString &field)
{
    const QHash<QString, QString> names{
        {u"second"_s, CronBoxes::tr("second")}, {u"minute"_s, CronBoxes::tr("minute")},
        {u"hour"_s, CronBoxes::tr("hour")},     {u"day_of_month"_s, CronBoxes::tr("day of month")},
        {u"month"_s, CronBoxes::tr("month")},   {u"day_of_week"_s, CronBoxes::tr("day of week")},
        {u"year"_s, CronBoxes::tr("year")}};
    return names.value(field, field);
}

QHash<QString, QString> textsByField(const QString &expression)
{
    QHash<QString, QString> texts;
    if (const base::Result<domain::Cron> cron = domain::Cron::parse(expression))
        for (const domain::FieldInWords &field : domain::explainFields(*cron, QLocale()))
            texts.insert(field.field, field.text);
    return texts;
}

} // namespace

CronBoxes::CronBoxes(const Look &look, QWidget *parent) : QWidget(parent), m_look(look)
{
    setObjectName(u"cronBoxes"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void CronBoxes::setExpression(const QString &expression, const QString &before)
{
    m_fields.clear();
    const base::Result<domain::Cron> cron = domain::Cron::parse(expression);
    if (!cron) {
        readWrong(expression, cron.error());
    } else {
        const QHash<QString, QString> old = textsByField(before);
        for (const domain::FieldInWords &field : domain::explainFields(*cron, QLocale())) {
            const bool changed = old.contains(field.field) && old.value(field.field) != field.text;
            const QString words = changed ? tr("%1, was %2").arg(field.words, old.value(field.field)) : field.words;
            m_fields.append({field.text, spokenName(field.field), words, changed, false});
        }
    }
    static const QRegularExpression word(u"\\S+"_s);
    QRegularExpressionMatchIterator words = word.globalMatch(expression);
    for (Field &field : m_fields)
        if (words.hasNext())
            field.position = int(words.next().capturedStart());
    QStringList spoken;
    for (const Field &field : std::as_const(m_fields))
        spoken.append(u"%1: %2"_s.arg(field.name, field.words));
    setAccessibleName(spoken.join(u", "_s));
    setVisible(!m_fields.isEmpty());
    update();
}

void CronBoxes::readWrong(const QString &expression, const base::Error &error)
{
    const QStringList texts = expression.simplified().split(u' ', Qt::SkipEmptyParts);
    const QStringList names = fieldNames(texts.size());
    for (qsizetype i = 0; i < names.size(); ++i)
        m_fields.append({texts[i], spokenName(names[i]), {}, false, names[i] == error.field});
}

QSize CronBoxes::sizeHint() const
{
    const int mono = QFontMetrics(m_look.font(TypeRole::Mono)).height();
    const int caption = QFontMetrics(m_look.font(TypeRole::Caption)).height();
    return {200, 6 + mono + 2 * caption + 6};
}

void CronBoxes::paintEvent(QPaintEvent *)
{
    if (m_fields.isEmpty())
        return;
    QPainter painter(this);
    style::paintBox(painter, rect(), {m_look.colour(Colour::BgBase), m_look.colour(Colour::BorderSubtle), 4});
    for (int i = 0; i < m_fields.size(); ++i) {
        const int left = width() * i / int(m_fields.size());
        if (i > 0)
            style::paintHairline(painter, QLineF(left, 0, left, height()), m_look.colour(Colour::BorderSubtle));
        paintField(painter, boxOf(i), m_fields[i]);
    }
}

QRect CronBoxes::boxOf(int index) const
{
    const int count = int(m_fields.size());
    const int left = width() * index / count;
    const QRect box(left, 0, width() * (index + 1) / count - left, height());
    return style()->visualRect(layoutDirection(), rect(), box);
}

void CronBoxes::mousePressEvent(QMouseEvent *event)
{
    for (int i = 0; i < m_fields.size(); ++i)
        if (boxOf(i).contains(event->position().toPoint()))
            Q_EMIT fieldPressed(m_fields[i].position);
}

void CronBoxes::paintField(QPainter &painter, const QRect &rect, const Field &field) const
{
    if (field.wrong)
        style::paintBox(painter, rect, {{}, m_look.family(Family::Bad).glyph, 4, 2});
    QRect line = rect.adjusted(10, 6, -6, 0);
    const auto write = [&](TypeRole role, const QColor &ink, const QString &text) {
        painter.setFont(m_look.font(role));
        painter.setPen(ink);
        const QFontMetrics metrics = painter.fontMetrics();
        line.setHeight(metrics.height());
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft,
                         metrics.elidedText(text, Qt::ElideRight, line.width()));
        line.moveTop(line.bottom() + 1);
    };
    write(TypeRole::Mono,
          field.wrong     ? m_look.family(Family::Bad).text
          : field.changed ? m_look.colour(Colour::TextLink)
                          : m_look.colour(Colour::TextPrimary),
          field.text);
    write(TypeRole::Caption, m_look.colour(Colour::TextSecondary), field.name);
    write(TypeRole::Caption, m_look.colour(Colour::TextSecondary), field.words);
}

} // namespace ui
