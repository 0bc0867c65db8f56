// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/notices/noticesection.h"

#include "ui/forms/formrow.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;
using domain::NoticeCause;
using domain::NoticeWay;

namespace {

constexpr int boxGap = 24;

QString wayLabel(NoticeWay way)
{
    switch (way) {
    case NoticeWay::Desktop:
        return NoticeSection::tr("On the desktop");
    case NoticeWay::Sound:
        return NoticeSection::tr("Sound");
    case NoticeWay::Webhook:
        return NoticeSection::tr("Webhook");
    }
    Q_UNREACHABLE();
}

} // namespace

NoticeSection::NoticeSection(const Look &look, QWidget *parent) : EditorSection(look, tr("Notifications"), parent)
{
    addCause(NoticeCause::Failure, tr("When it fails"),
             tr("It failed, ran out of time or was interrupted, and is not tried again."));
    addCause(NoticeCause::Success, tr("When it is done"), {});
    addCause(NoticeCause::Late, tr("When it is late"),
             tr("It has not started a minute after its time, or takes longer than 95 of 100 of its last runs."));
    addCause(NoticeCause::Approval, tr("When it needs approval"), {});
    addWebhook();
    column().addStretch(1);
}

void NoticeSection::addCause(NoticeCause cause, const QString &label, const QString &help)
{
    const QString word = domain::causeWord(cause);
    auto *boxes = new QWidget;
    auto *row = new QHBoxLayout(boxes);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(boxGap);
    for (const NoticeWay way : domain::allNoticeWays()) {
        auto *box = new QCheckBox(wayLabel(way));
        box->setObjectName(u"notify:%1:%2"_s.arg(word, domain::wayWord(way)));
        box->setAccessibleName(u"%1: %2"_s.arg(label, wayLabel(way)));
        connect(box, &QCheckBox::clicked, this, &EditorSection::edited);
        m_boxes[word].append({way, box});
        row->addWidget(box);
    }
    row->addStretch(1);
    m_rows.insert(word, new FormRow(look(), {label, help, boxes, nullptr}));
    column().addWidget(m_rows.value(word));
}

void NoticeSection::addWebhook()
{
    m_webhook = new QLineEdit;
    m_webhook->setObjectName(u"notify:webhook"_s);
    m_webhook->setFont(look().font(TypeRole::Mono));
    m_webhook->setPlaceholderText(u"https://example.org/hooks/${secret:hook}"_s);
    connect(m_webhook, &QLineEdit::textEdited, this, &EditorSection::edited);
    m_webhookRow = new FormRow(look(), {tr("&Webhook"),
                                        tr("Gets the notice as JSON. Such an address is often a secret: "
                                           "${secret:NAME}."),
                                        m_webhook, nullptr});
    column().addWidget(m_webhookRow);
}

void NoticeSection::fill(const QJsonObject &automation)
{
    const QJsonObject rule = automation.value(u"notify").toObject();
    for (auto it = m_boxes.constBegin(); it != m_boxes.constEnd(); ++it) {
        const QJsonArray ways = rule.value(it.key()).toArray();
        for (const auto &[way, box] : *it)
            box->setChecked(ways.contains(domain::wayWord(way)));
    }
    m_webhook->setText(rule.value(u"webhook").toString());
}

QJsonObject NoticeSection::values() const
{
    QJsonObject rule;
    for (auto it = m_boxes.constBegin(); it != m_boxes.constEnd(); ++it) {
        QJsonArray ways;
        for (const auto &[way, box] : *it)
            if (box->isChecked())
                ways.append(domain::wayWord(way));
        if (!ways.isEmpty())
            rule.insert(it.key(), ways);
    }
    if (const QString webhook = m_webhook->text().trimmed(); !webhook.isEmpty())
        rule.insert(u"webhook"_s, webhook);
    return {{u"notify"_s, rule}};
}

FormRow *NoticeSection::rowOf(const QString &field) const
{
    return m_rows.value(field.section(u'[', 0, 0), m_webhookRow);
}

bool NoticeSection::showError(const base::Error &error)
{
    if (error.field != "notify"_L1 && !error.field.startsWith("notify."_L1))
        return false;
    rowOf(error.field.mid(7))->setError(fieldErrorText(error));
    return true;
}

void NoticeSection::goToError()
{
    if (m_webhookRow->hasError())
        m_webhook->setFocus();
}

void NoticeSection::clearErrors()
{
    m_webhookRow->setError({});
    for (FormRow *row : std::as_const(m_rows))
        row->setError({});
}

bool NoticeSection::hasError() const
{
    return m_webhookRow->hasError() ||
           std::any_of(m_rows.cbegin(), m_rows.cend(), [](const FormRow *row) { return row->hasError(); });
}

} // namespace ui
