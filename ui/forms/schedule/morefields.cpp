// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/schedule/morefields.h"

#include "app/domain/schedule.h"
#include "ui/forms/formrow.h"
#include "ui/forms/schedule/instantfield.h"

#include <QComboBox>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int fieldWidth = 240;

QComboBox *ruleCombo(const QString &name, const QList<std::pair<QString, QString>> &rules)
{
    auto *combo = new QComboBox;
    combo->setObjectName(name);
    combo->setFixedWidth(fieldWidth);
    for (const auto &[key, words] : rules)
        combo->addItem(words, key);
    return combo;
}

} // namespace

MoreFields::MoreFields(const Look &look, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_column(new QVBoxLayout(this)),
      m_fold(new QToolButton),
      m_rows(new QWidget),
      m_jitter(new QSpinBox),
      m_notBefore(new InstantField(u"field:not_before"_s, tr("Not before"), InstantField::Need::Optional)),
      m_notAfter(new InstantField(u"field:not_after"_s, tr("Not after"), InstantField::Need::Optional))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(9);
    buildFold();
    buildRows();
    connect(m_jitter, &QSpinBox::valueChanged, this, &MoreFields::touch);
    connect(m_notBefore, &InstantField::edited, this, &MoreFields::touch);
    connect(m_notAfter, &InstantField::edited, this, &MoreFields::touch);
    connect(m_back, &QComboBox::activated, this, &MoreFields::touch);
    connect(m_forward, &QComboBox::activated, this, &MoreFields::touch);
    setOpen(false);
}

void MoreFields::buildFold()
{
    m_fold->setObjectName(u"moreFold"_s);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(m_fold, &QToolButton::clicked, this, [this] { setOpen(m_rows->isHidden()); });
    connect(&m_look, &Look::changed, this, [this] { setOpen(!m_rows->isHidden()); });
    auto *row = new QHBoxLayout;
    row->setContentsMargins(FormRow::labelWidth + FormRow::labelGap - 8, 0, 0, 0);
    row->addWidget(m_fold);
    row->addStretch(1);
    m_column->addLayout(row);
}

void MoreFields::buildRows()
{
    auto *column = new QVBoxLayout(m_rows);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(9);
    m_column->addWidget(m_rows);
    m_jitter->setObjectName(u"field:jitter_s"_s);
    m_jitter->setRange(0, int(domain::longestJitterSeconds));
    m_jitter->setSuffix(tr(" s"));
    m_jitter->setMinimumWidth(112);
    m_back = ruleCombo(u"field:dst.overlap"_s, {{u"auto"_s, tr("as fits the schedule")},
                                                {u"first"_s, tr("run in the first pass only")},
                                                {u"both"_s, tr("run in both passes")},
                                                {u"second"_s, tr("run in the second pass only")}});
    m_forward = ruleCombo(u"field:dst.gap"_s, {{u"auto"_s, tr("as fits the schedule")},
                                               {u"end"_s, tr("run at the end of the gap")},
                                               {u"skip"_s, tr("skip what falls into the gap")},
                                               {u"shift"_s, tr("run later by the gap")}});
    m_rowsByField = {
        {u"jitter_s"_s, addRow(tr("&Spread by up to"), m_jitter,
                               tr("So much later at most, the same for each time; keeps many from starting "
                                  "together."))},
        {u"not_before"_s, addRow(tr("Not be&fore"), m_notBefore)},
        {u"not_after"_s, addRow(tr("Not afte&r"), m_notAfter)},
        {u"dst.overlap"_s, addRow(tr("Clocks go &back"), m_back)},
        {u"dst.gap"_s, addRow(tr("Clocks go for&ward"), m_forward)}};
}

FormRow *MoreFields::addRow(const QString &label, QWidget *field, const QString &help)
{
    auto *row = new FormRow(m_look, {label, help, field, nullptr});
    m_rows->layout()->addWidget(row);
    return row;
}

void MoreFields::setTrigger(const QJsonObject &trigger, const domain::Zone &zone, base::Instant now)
{
    const QSignalBlocker quiet(this);
    m_jitter->setValue(trigger.value(u"jitter_s").toInt());
    const base::Instant hour = std::chrono::ceil<std::chrono::hours>(now);
    m_notBefore->setValue(trigger.value(u"not_before"), zone, hour);
    m_notAfter->setValue(trigger.value(u"not_after"), zone, hour + std::chrono::days(30));
    const QJsonObject clocks = trigger.value(u"dst").toObject();
    m_back->setCurrentIndex(m_back->findData(clocks.value(u"overlap").toString(u"auto"_s)));
    m_forward->setCurrentIndex(m_forward->findData(clocks.value(u"gap").toString(u"auto"_s)));
    setOpen(!summary().isEmpty());
}

void MoreFields::put(QJsonObject &trigger) const
{
    for (const QString &name : {u"jitter_s"_s, u"not_before"_s, u"not_after"_s, u"dst"_s})
        trigger.remove(name);
    if (m_jitter->value() > 0)
        trigger.insert(u"jitter_s"_s, m_jitter->value());
    if (const QJsonValue from = m_notBefore->value(); !from.isUndefined())
        trigger.insert(u"not_before"_s, from);
    if (const QJsonValue to = m_notAfter->value(); !to.isUndefined())
        trigger.insert(u"not_after"_s, to);
    const QString back = m_back->currentData().toString();
    const QString forward = m_forward->currentData().toString();
    if (back != "auto"_L1 || forward != "auto"_L1)
        trigger.insert(u"dst"_s, QJsonObject{{u"gap"_s, forward}, {u"overlap"_s, back}});
}

bool MoreFields::setError(const base::Error &error)
{
    const auto found = std::find_if(m_rowsByField.cbegin(), m_rowsByField.cend(),
                                    [&error](const auto &row) { return row.first == error.field; });
    if (found == m_rowsByField.cend())
        return false;
    setOpen(true);
    found->second->setError(fieldErrorText(error));
    return true;
}

void MoreFields::clearErrors()
{
    for (const auto &[field, row] : std::as_const(m_rowsByField))
        row->setError({});
}

void MoreFields::goToError()
{
    for (const auto &[field, row] : std::as_const(m_rowsByField))
        if (row->hasError())
            return row->field()->setFocus(Qt::OtherFocusReason);
}

void MoreFields::meanAnew()
{
    m_notBefore->meanAnew();
    m_notAfter->meanAnew();
}

void MoreFields::touch()
{
    showSummary();
    Q_EMIT edited();
}

QString MoreFields::summary() const
{
    QStringList set;
    if (m_jitter->value() > 0)
        set.append(tr("spread"));
    if (!m_notBefore->value().isUndefined())
        set.append(tr("first moment"));
    if (!m_notAfter->value().isUndefined())
        set.append(tr("last moment"));
    if (m_back->currentIndex() > 0 || m_forward->currentIndex() > 0)
        set.append(tr("clock changes"));
    return set.join(u", "_s);
}

void MoreFields::showSummary()
{
    const QString set = summary();
    m_fold->setText(set.isEmpty() ? tr("More") : tr("More: %1").arg(set));
    m_fold->setAccessibleName(m_fold->text());
}

void MoreFields::setOpen(bool open)
{
    m_fold->setIcon(m_look.icons().icon(open ? u"chevron-down"_s : u"chevron-right"_s));
    m_rows->setVisible(open);
    showSummary();
}

} // namespace ui
