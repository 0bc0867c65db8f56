// SPDX-License-Identifier: Apache-2.0
#include "ui/connections/remoteactionspage.h"

#include "app/base/answer.h"
#include "ui/connections/connectionverbs.h"
#include "ui/connections/validitylabel.h"
#include "ui/forms/fieldeditor.h"
#include "ui/forms/texteditor.h"
#include "ui/seat/seat.h"
#include "ui/settings/entrydialog.h"
#include "ui/widgets/labels.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int answerLines = 12;

QString answerText(const QJsonValue &answer)
{
    if (answer.isObject())
        return QString::fromUtf8(QJsonDocument(answer.toObject()).toJson()).trimmed();
    if (answer.isArray())
        return QString::fromUtf8(QJsonDocument(answer.toArray()).toJson()).trimmed();
    return answer.toVariant().toString();
}

/// The list of actions may be longer than the page.
void bringIntoView(QWidget &part)
{
    for (QWidget *above = part.parentWidget(); above; above = above->parentWidget()) {
        if (auto *scroll = qobject_cast<QScrollArea *>(above))
            scroll->ensureWidgetVisible(&part);
    }
}

} // namespace

RemoteActionsPage::RemoteActionsPage(const Context &context, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_column(new QVBoxLayout(this)),
      m_answerHead(new TextLabel(context.look, {TypeRole::Strong, Colour::TextSecondary})),
      m_validity(new ValidityLabel(context.look, context.clock)),
      m_answer(new TextEditor(context.look, TypeRole::Mono, answerLines))
{
    m_column->setContentsMargins(24, 16, 24, 24);
    m_column->setSpacing(12);
    m_answer->setObjectName(u"remoteAnswer"_s);
    m_answer->setAccessibleName(tr("Answer"));
    m_answer->setReadOnly(true);
    m_answer->setTabChangesFocus(true);
    m_column->addWidget(m_answerHead);
    m_validity->setObjectName(u"remoteValidity"_s);
    m_column->addWidget(m_validity);
    m_column->addWidget(m_answer);
    m_column->addStretch(1);
    m_answerHead->hide();
    m_answer->hide();
}

void RemoteActionsPage::setConnection(const domain::Connection &connection)
{
    const bool other = connection.id != m_connection.id;
    m_connection = connection;
    if (!other)
        return;
    m_answerHead->hide();
    m_answer->hide();
    m_validity->countDownTo(std::nullopt);
    delete m_list;
    m_list = new QWidget;
    auto *rows = new QVBoxLayout(m_list);
    rows->setSpacing(12);
    m_column->insertWidget(0, m_list);
    const domain::ProviderInfo *info = m_context.catalog.provider(connection.provider);
    for (const domain::RemoteAction &action : info ? info->actions : QList<domain::RemoteAction>())
        addAction(action);
}

void RemoteActionsPage::addAction(const domain::RemoteAction &action)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    auto *button = new QPushButton(catalogText(action.label) + (action.fields.isEmpty() ? QString() : u"…"_s));
    button->setObjectName(u"act-"_s + action.name);
    button->setMinimumWidth(160);
    auto *help = new TextLabel(m_context.look, {TypeRole::Body, Colour::TextSecondary});
    help->setText(catalogText(action.help));
    help->setWordWrap(true);
    row->addWidget(button);
    row->addWidget(help, 1);
    static_cast<QVBoxLayout *>(m_list->layout())->addLayout(row);
    if (m_context.remote.act) {
        m_context.seat.guard(action.right(), button);
        connect(button, &QPushButton::clicked, this, [this, action] { ask(action); });
    } else {
        button->setEnabled(false);
        button->setToolTip(noSyncText());
    }
}

void RemoteActionsPage::ask(const domain::RemoteAction &action)
{
    if (action.fields.isEmpty())
        return act(action, {});
    EntryDialog::Plan plan{.title = catalogText(action.label), .verb = tr("Send")};
    plan.form.fields = action.fields;
    auto *dialog = new EntryDialog(m_context.look, plan, this);
    connect(dialog, &EntryDialog::handedOver, this, [this, dialog, action](const QJsonObject &values) {
        if (const base::Status fit = domain::checkFields(action.fields, values); !fit)
            return dialog->refuse(fit.error());
        dialog->take();
        act(action, values);
    });
    dialog->open();
}

void RemoteActionsPage::act(const domain::RemoteAction &action, const QJsonObject &fields)
{
    base::onAnswer(
        this, m_context.remote.act(m_connection.id, action.name, fields, m_context.seat.by()),
        [this, label = catalogText(action.label), id = m_connection.id](const base::Result<QJsonValue> &answer) {
            if (!answer)
                Q_EMIT failed(answer.error());
            else if (id == m_connection.id)
                showAnswer(label, *answer);
        });
}

void RemoteActionsPage::showAnswer(const QString &label, const QJsonValue &answer)
{
    const QString text = answerText(answer);
    m_answerHead->setText(tr("%1: what “%2” answered").arg(label, m_connection.name));
    m_answer->showText(text.isEmpty() ? tr("Done; there was nothing to say.") : text);
    m_validity->countDownTo(base::parseIso(answer["expires_at"_L1].toString()));
    m_answerHead->show();
    m_answer->show();
    QTimer::singleShot(0, this, [this] { bringIntoView(*m_answer); }); // once it has its place
}

} // namespace ui
