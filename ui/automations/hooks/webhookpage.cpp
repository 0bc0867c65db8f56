// SPDX-License-Identifier: Apache-2.0
#include "ui/automations/hooks/webhookpage.h"

#include "app/base/answer.h"
#include "app/store/endpoint.h"
#include "app/store/store.h"
#include "models/roles.h"
#include "models/times.h"
#include "ui/errors/errortext.h"
#include "ui/panes/inspectorframe.h"
#include "ui/seat/seat.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/table/tableview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostShown = 200;
constexpr int settlePause = 200;

enum class Fate { Accepted, Again, Known, Refused };

QString fateText(Fate fate)
{
    switch (fate) {
    case Fate::Accepted:
        return WebhookPage::tr("accepted");
    case Fate::Again:
        return WebhookPage::tr("done again");
    case Fate::Known:
        return WebhookPage::tr("known already");
    case Fate::Refused:
        return WebhookPage::tr("refused");
    }
    Q_UNREACHABLE();
}

Fate fateOf(const store::Delivery &delivery)
{
    switch (delivery.outcome) {
    case store::DeliveryOutcome::Accepted:
        return delivery.replayOf.isEmpty() ? Fate::Accepted : Fate::Again;
    case store::DeliveryOutcome::Duplicate:
        return Fate::Known;
    case store::DeliveryOutcome::Refused:
        return Fate::Refused;
    }
    Q_UNREACHABLE();
}

/// Where an engine answers on this workspace now; empty where none does.
QString baseAddress(const store::Store &workspace)
{
    const base::Result<store::Endpoint> endpoint = store::readEndpoint(workspace.runtimeDirectory());
    return endpoint ? endpoint->url : QString();
}

bool concerns(const store::Changes &changes, const base::AutomationId &id)
{
    return std::any_of(changes.begin(), changes.end(), [&id](const store::Change &change) {
        return change.table == store::Table::Webhooks && (change.id.isEmpty() || change.id == id.text());
    });
}

} // namespace

WebhookPage::WebhookPage(const Context &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    m_model.setHorizontalHeaderLabels({tr("Received"), tr("Outcome"), tr("Detail")});
    m_soon.setSingleShot(true);
    m_soon.setInterval(settlePause);
    connect(&m_soon, &QTimer::timeout, this, &WebhookPage::load);
    connect(&context.store, &store::Store::changed, this, [this](const store::Changes &changes) {
        if (isVisible() && concerns(changes, m_id) && !m_soon.isActive())
            m_soon.start();
    });
    connect(&context.seat, &Seat::changed, this, [this] {
        if (isVisible())
            load();
    });
}

void WebhookPage::showEvent(QShowEvent *event)
{
    if (!layout())
        build();
    load();
    QWidget::showEvent(event);
}

void WebhookPage::setAutomation(const base::AutomationId &id)
{
    if (m_id == id)
        return;
    m_id = id;
    m_model.removeRows(0, m_model.rowCount());
    if (isVisible())
        load();
}

void WebhookPage::build()
{
    auto *head = new QWidget;
    QVBoxLayout *lines = InspectorFrame::columnOf(head, 8);
    m_address = new QLineEdit;
    m_address->setObjectName(u"webhookAddress"_s);
    m_address->setAccessibleName(tr("Address of the webhook"));
    m_address->setReadOnly(true);
    m_address->setFont(m_context.look.font(TypeRole::Mono));
    m_note = new TextLabel(m_context.look, {TypeRole::Body, Colour::TextSecondary});
    m_note->setObjectName(u"webhookNote"_s);
    m_note->setWordWrap(true);
    lines->addWidget(m_address);
    lines->addWidget(m_note);
    lines->addWidget(makeButtons());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(makeTable(), 1);
    showChosen();
}

QWidget *WebhookPage::makeButtons()
{
    auto *place = new QWidget;
    auto *row = new QHBoxLayout(place);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_copy = new QPushButton(tr("&Copy"));
    m_rotate = new QPushButton(tr("New &token…"));
    m_replay = new QPushButton(tr("&Do again"));
    for (const auto &[button, name] : {std::pair(m_copy, u"copyAddress"_s), std::pair(m_rotate, u"rotateToken"_s),
                                       std::pair(m_replay, u"replayDelivery"_s)}) {
        button->setObjectName(name);
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addStretch(1);
    m_replay->setToolTip(tr("Starts a run with the request of the chosen delivery."));
    connect(m_copy, &QPushButton::clicked, this, &WebhookPage::copy);
    connect(m_rotate, &QPushButton::clicked, this, &WebhookPage::askToRotate);
    connect(m_replay, &QPushButton::clicked, this, &WebhookPage::replay);
    return place;
}

QWidget *WebhookPage::makeTable()
{
    m_table = new TableView(m_context.look, this);
    m_table->setObjectName(u"deliveriesTable"_s);
    m_table->setAccessibleName(tr("Deliveries"));
    m_table->setSortingEnabled(false);
    m_table->setModel(&m_model);
    m_table->setColumnWidth(0, 104);
    QStringList fates;
    for (const Fate fate : {Fate::Accepted, Fate::Again, Fate::Known, Fate::Refused})
        fates.append(fateText(fate));
    m_table->fitColumn(1, fates);
    m_table->setFlexColumn(2);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &WebhookPage::showChosen);
    return m_table;
}

/// Its token is as good as a key, so it is for those who may make one.
void WebhookPage::load()
{
    if (const base::Status may = m_context.seat.may(domain::Right::Edit); !may) {
        takeToken(may.error());
        takeDeliveries({});
        return;
    }
    const base::AutomationId id = m_id;
    base::onAnswer(this, m_context.store.webhooks().token(id), [this, id](const base::Result<store::HookToken> &token) {
        if (m_id == id && m_context.seat.may(domain::Right::Edit))
            takeToken(token);
    });
    base::onAnswer(this, m_context.store.webhooks().deliveries(id, mostShown),
                   [this, id](const base::Result<QList<store::Delivery>> &deliveries) {
                       if (m_id == id && m_context.seat.may(domain::Right::Edit))
                           takeDeliveries(deliveries.value_or({}));
                   });
}

void WebhookPage::takeToken(const base::Result<store::HookToken> &token)
{
    if (!m_address)
        return;
    const QString address = baseAddress(m_context.store);
    m_address->setText(token ? address + u"/api/automations/webhook/"_s + token->token : QString());
    m_address->setCursorPosition(0);
    m_note->setText(!token              ? errorText(token.error())
                    : address.isEmpty() ? tr("Nothing answers here now. The local API does, once it is switched on "
                                             "in the settings, and so does “signalbox serve”.")
                                        : tr("Whoever knows this address may start a run. A window answers it once "
                                             "the local API is switched on in the settings."));
    m_copy->setEnabled(token.has_value());
    m_rotate->setEnabled(token.has_value());
}

void WebhookPage::takeDeliveries(const QList<store::Delivery> &deliveries)
{
    if (!m_table)
        return;
    const QString chosen = m_table->currentIndex().siblingAtColumn(0).data(models::KeyRole).toString();
    m_model.removeRows(0, m_model.rowCount());
    for (const store::Delivery &delivery : deliveries) {
        const QString detail = delivery.detail.isEmpty() ? delivery.run.text() : delivery.detail;
        QList<QStandardItem *> row{
            new QStandardItem(models::pastExact(delivery.receivedAt, m_context.clock.now())),
            new QStandardItem(fateText(fateOf(delivery))),
            new QStandardItem(detail),
        };
        row[0]->setData(delivery.id, models::KeyRole);
        row[0]->setData(delivery.run.isEmpty(), Qt::UserRole + 100);
        m_model.appendRow(row);
        if (delivery.id == chosen)
            chooseRow(*m_table, m_model.rowCount() - 1);
    }
    showChosen();
}

/// What was refused left no request to do again.
void WebhookPage::showChosen()
{
    const QModelIndex index = m_table ? m_table->currentIndex().siblingAtColumn(0) : QModelIndex();
    m_replay->setEnabled(index.isValid() && !index.data(Qt::UserRole + 100).toBool());
}

void WebhookPage::copy()
{
    QGuiApplication::clipboard()->setText(m_address->text());
    m_note->setText(tr("The address is copied."));
}

void WebhookPage::askToRotate()
{
    const Question question{.title = tr("Give the webhook a new token?"),
                            .text = tr("Its address changes at once; whoever uses the old one is refused."),
                            .verbs = {tr("New &token"), tr("Cancel")},
                            .destructive = true};
    m_context.prompts.ask(this, question, [this, id = m_id](int verb) {
        if (verb == 0)
            rotate(id);
    });
}

void WebhookPage::rotate(const base::AutomationId &id)
{
    base::onAnswer(this, m_context.store.webhooks().rotate(id, m_context.seat.by()),
                   [this, id](const base::Result<store::HookToken> &token) {
                       if (m_id == id)
                           takeToken(token);
                   });
}

void WebhookPage::replay()
{
    const QString delivery = m_table->currentIndex().siblingAtColumn(0).data(models::KeyRole).toString();
    base::onAnswer(this, m_context.store.webhooks().replay(m_id, delivery, m_context.seat.by()),
                   [this](const base::Result<store::HookAnswer> &again) {
                       const bool refused = again && again->refusal;
                       tell(again ? (refused ? base::Status(*again->refusal) : base::Status())
                                  : base::Status(again.error()),
                            tr("A run is queued."));
                   });
}

void WebhookPage::tell(const base::Status &done, const QString &text)
{
    m_note->setText(done ? text : errorText(done.error()));
}

} // namespace ui
