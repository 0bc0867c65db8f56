// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/schedule/instantfield.h"

#include "ui/forms/formrow.h"
#include "ui/forms/schedule/next/walltext.h"

#include <QCheckBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QRegularExpression>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// What the clock of `zone` shows; a value without an offset is that already.
QDateTime wallOf(const QString &text, const domain::Zone &zone, base::Instant otherwise)
{
    static const QRegularExpression offset(u"(Z|[+-]\\d\\d:?\\d\\d)$"_s);
    QDateTime wall = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (wall.isValid() && !text.contains(offset)) {
        wall.setTimeSpec(Qt::UTC);
        return wall;
    }
    const base::Instant at = base::parseIso(text).value_or(otherwise);
    return wallClock(at, zone);
}

} // namespace

InstantField::InstantField(const QString &name, const QString &spoken, Need need, QWidget *parent)
    : QWidget(parent), m_edit(new QDateTimeEdit)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_edit->setObjectName(name);
    nameField(*m_edit, spoken);
    m_edit->setTimeSpec(Qt::UTC); // A wall clock, without changes of its own.
    m_edit->setDateTimeRange(QDateTime({1970, 1, 1}, {}, Qt::UTC), QDateTime({2199, 12, 31}, {23, 59, 59}, Qt::UTC));
    m_edit->setDisplayFormat(u"yyyy-MM-dd HH:mm:ss"_s);
    m_edit->setMinimumWidth(190);
    if (need == Need::Optional) {
        m_tick = new QCheckBox;
        m_tick->setObjectName(name + u".set"_s);
        nameField(*m_tick, spoken);
        row->addWidget(m_tick);
        setFocusProxy(m_tick);
        connect(m_tick, &QCheckBox::toggled, m_edit, &QWidget::setEnabled);
        connect(m_tick, &QCheckBox::clicked, this, &InstantField::touch);
    } else {
        setFocusProxy(m_edit);
    }
    row->addWidget(m_edit);
    row->addStretch(1);
    connect(m_edit, &QDateTimeEdit::dateTimeChanged, this, &InstantField::touch);
}

void InstantField::setValue(const QJsonValue &value, const domain::Zone &zone, base::Instant otherwise)
{
    const QSignalBlocker quiet(this);
    m_edit->setDateTime(wallOf(value.toString(), zone, otherwise));
    const bool given = !value.isUndefined() && !value.isNull();
    if (m_tick) {
        m_tick->setChecked(given);
        m_edit->setEnabled(given);
    }
    m_given = given ? value : QJsonValue(QJsonValue::Undefined);
    m_touched = false;
}

QJsonValue InstantField::value() const
{
    if (m_tick && !m_tick->isChecked())
        return QJsonValue::Undefined;
    if (!m_touched && !m_given.isUndefined())
        return m_given;
    return m_edit->dateTime().toString(u"yyyy-MM-ddTHH:mm:ss"_s);
}

void InstantField::meanAnew()
{
    m_touched = true;
}

void InstantField::touch()
{
    m_touched = true;
    Q_EMIT edited();
}

} // namespace ui
