// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/schedule/cron/cronwords.h"

#include "app/domain/croninwords.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

CronWords::CronWords(const Look &look, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_sign(new QLabel),
      m_words(new ElidedLabel(look, {TypeRole::Body, Colour::TextPrimary})),
      m_before(new TextLabel(look, {TypeRole::Body, Colour::TextTertiary}))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    m_words->setObjectName(u"cronWords"_s);
    row->addWidget(m_sign);
    row->addWidget(m_words);
    row->addWidget(m_before);
    row->addStretch(1);
    connect(&look, &Look::changed, this, &CronWords::applyLook);
    applyLook();
}

void CronWords::applyLook()
{
    const int side = m_look.size(Size::IconSmall);
    m_sign->setPixmap(m_look.icons().status(u"run.done"_s).pixmap(side, side));
}

void CronWords::setExpression(const QString &expression, const QString &before)
{
    const base::Result<domain::Cron> cron = domain::Cron::parse(expression);
    m_words->setText(cron ? domain::explain(*cron, QLocale()) : QString());
    m_sign->setVisible(cron.has_value());
    m_before->setText(before.isEmpty() || before == expression ? QString() : tr("was %1").arg(before));
}

QString CronWords::text() const
{
    return m_words->text();
}

} // namespace ui
